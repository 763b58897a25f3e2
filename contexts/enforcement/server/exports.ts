import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../platform/exportOf.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { causeNames, outcomeNames, stateNames } from '../contract/names.ts'
import { routes } from '../contract/routes.ts'
import { countCases, pageOfCases, pageOfOwnCases, type CaseLine } from './caseList.ts'
import { leadsAtMost, listLeads } from './leads.ts'
import type { Needs } from './needs.ts'

type Lead = RouteOutput<typeof routes.leads>['rows'][number]

const yes: Sentence = { zh: '是', en: 'yes' }
const no: Sentence = { zh: '否', en: 'no' }

const procedureNames: { readonly [Name in CaseLine['procedure']]: Sentence } = {
  ordinary: { zh: '普通程序', en: 'ordinary' },
  simple: { zh: '简易程序', en: 'on the spot' },
}

const levelNames: { readonly [Name in Lead['level']]: Sentence } = {
  general: { zh: '一般', en: 'general' },
  major: { zh: '重大', en: 'major' },
}

/** The clock that ends first, as the screen shows it; none of a case that is closed. */
const dueOf = ({ stepDueAt, lawDueAt, state }: CaseLine): string | null =>
  state === 'closed' ? null : ([stepDueAt, lawDueAt].filter((each) => each !== null).toSorted()[0] ?? null)

const number = exportColumn<CaseLine>('number', ['案号', 'Number'], (line) => line.number, { width: 28 })
const matter = exportColumn<CaseLine>('matter', ['案由', 'Matter'], (line) => line.matter, { width: 44 })
const authority = exportColumn<CaseLine>('authority', ['办案机关', 'Authority'], ({ authorityName }) => authorityName, { width: 24 })
/** Where a case stands, and what it is about in money and in time; the party may read of it too. */
const standing = [
  exportColumn<CaseLine>('procedure', ['程序', 'Procedure'], ({ procedure }, say) => say(procedureNames[procedure]), { width: 12 }),
  exportColumn<CaseLine>('state', ['进度', 'State'], ({ state }, say) => say(stateNames[state]), { width: 16 }),
  exportColumn<CaseLine>('outcome', ['结果', 'Outcome'], ({ outcome }, say) => (outcome === null ? null : say(outcomeNames[outcome])), {
    width: 18,
  }),
  exportColumn<CaseLine>('fineYuan', ['罚款（元）', 'Fine (yuan)'], ({ fineYuan }) => fineYuan, { width: 14, as: 'number' }),
  exportColumn<CaseLine>('dueAt', ['时限', 'Due'], (line) => minuteInBeijing(dueOf(line)), { width: 18 }),
  exportColumn<CaseLine>('late', ['逾期', 'Late'], ({ late }, say) => say(late ? yes : no), { width: 8 }),
] as const

const cases = (needs: Needs) =>
  exportOf<typeof routes.cases, CaseLine>({
    list: 'enforcement.cases',
    title: { zh: '执法案件', en: 'Cases' },
    route: routes.cases,
    opens: '/cases',
    read: async (tx, { query }) => ok(await pageOfCases(tx, needs, query)),
    count: async (tx, { query }) => ok(await countCases(tx, query)),
    columns: [
      number,
      matter,
      exportColumn('party', ['当事人', 'Party'], ({ party }) => party.name, { width: 28 }),
      exportColumn('partyTitle', ['当事人职务', 'Post of the party'], ({ party }) => party.title, { width: 16 }),
      exportColumn('unit', ['单位', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('cause', ['来源', 'Cause'], ({ cause }, say) => say(causeNames[cause]), { width: 24 }),
      exportColumn('place', ['所在地', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
      authority,
      ...standing,
      exportColumn('paidYuan', ['已缴（元）', 'Paid (yuan)'], ({ paidYuan }) => paidYuan, { width: 14, as: 'number' }),
      exportColumn('proposedAt', ['提请立案', 'Proposed'], ({ proposedAt }) => minuteInBeijing(proposedAt), { width: 18 }),
      exportColumn('openedOn', ['立案日期', 'Opened on'], ({ openedOn }) => openedOn, { width: 12, as: 'day' }),
      exportColumn('decidedOn', ['决定日期', 'Decided on'], ({ decidedOn }) => decidedOn, { width: 12, as: 'day' }),
      exportColumn('closedAt', ['结案', 'Closed'], ({ closedAt }) => minuteInBeijing(closedAt), { width: 18 }),
    ],
  })

/** What the screen of the party shows, and no more. */
const ownCases = (needs: Needs) =>
  exportOf<typeof routes.ownCases, CaseLine>({
    list: 'enforcement.ownCases',
    title: { zh: '本单位案件', en: 'Cases against us' },
    route: routes.ownCases,
    opens: '/cases',
    read: async (tx, { query }) => ok(await pageOfOwnCases(tx, needs, query)),
    count: async (tx, { query }) => ok(await countCases(tx, query)),
    columns: [number, matter, authority, ...standing],
  })

/** Few enough for one page: as many as the list itself counts. */
const leads = (needs: Needs) =>
  exportOf<typeof routes.leads, Lead>({
    list: 'enforcement.leads',
    title: { zh: '立案线索', en: 'Leads' },
    route: routes.leads,
    opens: '/cases/leads',
    read: (tx, { query }) => listLeads(tx, needs, { ...query, limit: leadsAtMost }),
    columns: [
      exportColumn('level', ['级别', 'Level'], ({ level }, say) => say(levelNames[level]), { width: 10 }),
      exportColumn('number', ['隐患编号', 'Number of the hazard'], (lead) => lead.number, { width: 20 }),
      exportColumn('hazard', ['隐患', 'Hazard'], ({ description }) => description, { width: 44 }),
      exportColumn('unit', ['单位', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('cause', ['来源', 'Cause'], ({ cause }, say) => say(causeNames[cause]), { width: 24 }),
      exportColumn('foundOn', ['发现日期', 'Found on'], ({ foundOn }) => foundOn, { width: 12, as: 'day' }),
      exportColumn('dueOn', ['整改期限', 'Was due'], ({ dueOn }) => dueOn, { width: 12, as: 'day' }),
      exportColumn('place', ['所在地', 'Region'], ({ regionName }, say) => say(regionName), { width: 18 }),
    ],
  })

/** The lists of the authority, and the party's own, as their pages have them. */
export const enforcementExports = (needs: Needs): readonly ExportList[] => [cases(needs), ownCases(needs), leads(needs)]
