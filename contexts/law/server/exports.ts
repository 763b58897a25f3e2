import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../platform/exportOf.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { routes } from '../contract/index.ts'
import { limitsFor, type Limit } from './limits.ts'
import type { Needs } from './needs.ts'

const confidences: { readonly [Confidence in Limit['confidence']]: Sentence } = {
  high: { zh: '确切', en: 'certain' },
  medium: { zh: '较可靠', en: 'probable' },
  low: { zh: '默认值', en: 'default' },
}

const yes: Sentence = { zh: '是', en: 'yes' }
const no: Sentence = { zh: '否', en: 'no' }

/** The limits, as the page has them. */
export const lawExports = (needs: Needs): readonly ExportList[] => [
  exportOf<typeof routes.limits, Limit>({
    list: 'law.limits',
    title: { zh: '限值总表', en: 'Limits' },
    route: routes.limits,
    opens: '/law',
    read: async (tx, { query, actor }) => ok({ rows: await limitsFor(tx, needs, actor, query) }),
    columns: [
      exportColumn('limit', ['限值', 'Limit'], ({ zh, en }, say) => say({ zh, en }), { width: 40 }),
      exportColumn('standard', ['标准', 'Standard'], ({ standard }) => standard, { width: 32 }),
      exportColumn('edition', ['版本', 'Edition'], ({ edition }) => edition),
      exportColumn('clause', ['条款', 'Clause'], ({ clause }) => clause),
      exportColumn('value', ['条文值', 'Value'], ({ value }, say) => (typeof value === 'boolean' ? say(value ? yes : no) : String(value)), {
        width: 12,
      }),
      exportColumn('unit', ['单位', 'Unit'], ({ unit }) => unit, { width: 8 }),
      exportColumn('own', ['本单位', 'Own value'], ({ own }) => (own === null ? null : String(own.value)), { width: 12 }),
      exportColumn('confidence', ['可信', 'Confidence'], ({ confidence }, say) => say(confidences[confidence]), { width: 10 }),
      exportColumn('inForceFrom', ['施行日期', 'In force from'], ({ inForceFrom }) => inForceFrom, { width: 12, as: 'day' }),
      exportColumn('inForceTo', ['终止日期', 'In force to'], ({ inForceTo }) => inForceTo, { width: 12, as: 'day' }),
      exportColumn('vouchedBy', ['核对人', 'Compared by'], ({ vouched }) => vouched?.by ?? null, { width: 12 }),
      exportColumn('vouchedAt', ['核对时间', 'Compared at'], ({ vouched }) => minuteInBeijing(vouched?.at ?? null)),
      exportColumn('source', ['核对来源', 'Source'], ({ vouched }) => vouched?.source ?? null, { width: 32 }),
      exportColumn(
        'usedIn',
        ['用于', 'Used in'],
        ({ usedIn }, say) => usedIn.map(({ name, title }) => (title ? say(title) : name)).join('; '),
        {
          width: 40,
        },
      ),
      exportColumn('tightenedBy', ['加严单位数', 'Organisations that tightened it'], ({ tightenedBy }) => tightenedBy, {
        width: 12,
        as: 'number',
      }),
      exportColumn('key', ['编号', 'Key'], ({ key }) => key, { width: 32 }),
    ],
  }),
]
