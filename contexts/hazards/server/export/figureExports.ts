import type { Sentence } from '../../../../kernel/refusals.ts'
import { ok } from '../../../../kernel/result.ts'
import { exportColumn, exportOf } from '../../../../platform/exportOf.ts'
import type { ExportList } from '../../../../platform/ledger.ts'
import { figureRoutes } from '../../contract/figureRoutes.ts'
import { levelNames, stateNames } from '../../contract/names.ts'
import type { Figure } from '../../rules/figures.ts'
import { overdueLines, sumLines, type OverdueLine, type SumLine } from '../figures.ts'
import type { NameNeeds } from '../pageNames.ts'

const names: { readonly [Name in Figure]: Sentence } = {
  hazards: { zh: '发现隐患', en: 'Hazards found' },
  due: { zh: '未改（按法定期限）', en: 'Not put right, by legal deadline' },
  closed: { zh: '已销号隐患', en: 'Closed hazards' },
  closedDays: { zh: '销号天数合计', en: 'Days to close, together' },
  visits: { zh: '检查家次', en: 'Visits' },
  notAdmitted: { zh: '未能入户家次', en: 'Visits not let in' },
  unitsChecked: { zh: '检查家数', en: 'Units checked' },
  units: { zh: '在册家数', en: 'Units registered' },
  listed: { zh: '挂牌督办中', en: 'Listed now' },
  recurrent: { zh: '重复发生', en: 'Came back' },
  falselyClosed: { zh: '虚假销号', en: 'Closed falsely' },
}

const levels = { ...levelNames, unclassified: { zh: '未定级', en: 'not classified' } }
const states = { ...stateNames, withdrawn: { zh: '误报撤销', en: 'withdrawn' } }

/** The sums behind the page of figures, one number a row; what a number is not told apart by is empty. */
export const figureExports = (needs: NameNeeds): readonly ExportList[] => [
  exportOf<typeof figureRoutes.figures, SumLine>({
    list: 'hazards.figures',
    title: { zh: '隐患数据', en: 'Figures' },
    route: figureRoutes.figures,
    read: async (tx, { query, actor }) => ok({ rows: await sumLines(tx, needs, actor.scope, query) }),
    columns: [
      exportColumn('figure', ['指标', 'Figure'], ({ figure }, say) => say(names[figure]), { width: 24 }),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('region', ['区划', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('period', ['月份', 'Month'], ({ period }) => period, { width: 10 }),
      exportColumn('level', ['隐患等级', 'Level'], ({ level }, say) => (level === null ? null : say(levels[level])), { width: 12 }),
      exportColumn('state', ['环节', 'State'], ({ state }, say) => (state === null ? null : say(states[state])), { width: 14 }),
      exportColumn('industryCode', ['行业代码', 'Industry code'], ({ industryCode }) => industryCode, { width: 10 }),
      exportColumn('industry', ['行业类别', 'Industry'], ({ industryName }) => industryName, { width: 28 }),
      exportColumn('total', ['数', 'Number'], ({ total }) => total, { width: 12, as: 'number' }),
    ],
  }),
  exportOf<typeof figureRoutes.overdue, OverdueLine>({
    list: 'hazards.overdue',
    title: { zh: '超法定未改', en: 'Overdue now' },
    route: figureRoutes.overdue,
    read: async (tx, { query, actor }) => ok({ rows: await overdueLines(tx, needs, actor.scope, query) }),
    columns: [
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('region', ['区划', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('level', ['隐患等级', 'Level'], ({ level }, say) => say(levels[level]), { width: 12 }),
      exportColumn('overdue', ['超法定未改', 'Overdue'], ({ overdue }) => overdue, { width: 12, as: 'number' }),
      exportColumn('running', ['未改', 'Not put right'], ({ running }) => running, { width: 12, as: 'number' }),
      exportColumn('closed', ['已销号', 'Closed'], ({ closed }) => closed, { width: 12, as: 'number' }),
      exportColumn('closedDays', ['销号天数合计', 'Days to close, together'], ({ closedDays }) => closedDays, { width: 14, as: 'number' }),
    ],
  }),
]
