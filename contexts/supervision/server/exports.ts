import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../platform/exportOf.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { doubtNames, doubtStateNames, outcomeNames, stateNames } from '../contract/inspectionNames.ts'
import { routes } from '../contract/index.ts'
import { issueText } from '../rules/bulletin/issue.ts'
import { leastForShare } from '../rules/recheck.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { bulletinsPage } from './bulletins.ts'
import { doubtsPage } from './doubts.ts'
import { drawsPage } from './draws.ts'
import { fiveFullExport } from './fiveFullExport.ts'
import type { InspectionNeeds } from './needs.ts'
import { closerLines, rechecksPage } from './rechecks.ts'

type Recheck = RouteOutput<typeof routes.rechecks>['rows'][number]
type Doubt = RouteOutput<typeof routes.doubts>['rows'][number]
type Draw = RouteOutput<typeof routes.draws>['rows'][number]
type Closer = RouteOutput<typeof routes.closers>['rows'][number]
type Bulletin = RouteOutput<typeof routes.bulletins>['rows'][number]

const levels: { readonly [Level in Recheck['level']]: Sentence } = {
  general: { zh: '一般', en: 'general' },
  major: { zh: '重大', en: 'major' },
}
const nobody: Sentence = { zh: '未派', en: 'nobody' }
const comma: Sentence = { zh: '、', en: ', ' }
const cancelled: Sentence = { zh: '已作废', en: 'cancelled' }
const done: Sentence = { zh: '已办结', en: 'all settled' }
const superseded: Sentence = { zh: '已有新版', en: 'corrected since' }
const periods: { readonly [Kind in Bulletin['kind']]: Sentence } = {
  week: { zh: '周', en: 'week' },
  month: { zh: '月', en: 'month' },
  yearToDate: { zh: '年初至今', en: 'year to date' },
  own: { zh: '自定', en: 'own days' },
}

const dayOf = (instant: string): string => dateInBeijing(Temporal.Instant.from(instant)).toString()

const rechecks = (needs: InspectionNeeds) =>
  exportOf<typeof routes.rechecks, Recheck>({
    list: 'supervision.rechecks',
    title: { zh: '销号复核', en: 'Rechecks' },
    route: routes.rechecks,
    opens: '/rechecks',
    read: async (tx, { query }) => ok(await rechecksPage(tx, needs, query)),
    columns: [
      exportColumn('number', ['编号', 'Number'], ({ number }) => number, { width: 24 }),
      exportColumn('description', ['隐患', 'Hazard'], ({ description }) => description, { width: 40 }),
      exportColumn('unit', ['检查对象', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('level', ['级别', 'Level'], ({ level }, say) => say(levels[level]), { width: 8 }),
      exportColumn('closedOn', ['销号', 'Closed'], ({ closedAt }) => dayOf(closedAt), { width: 12, as: 'day' }),
      exportColumn('closer', ['销号人', 'Closed by'], ({ closerName }) => closerName, { width: 12 }),
      exportColumn('assignee', ['复核人', 'Rechecker'], ({ assigneeName }, say) => assigneeName ?? say(nobody), { width: 12 }),
      exportColumn('due', ['复核期限', 'Due'], ({ dueAt }) => minuteInBeijing(dueAt)),
      exportColumn('settled', ['办结', 'Settled'], ({ settledAt }) => minuteInBeijing(settledAt)),
      exportColumn('state', ['状态', 'State'], ({ state }, say) => say(stateNames[state])),
      exportColumn('outcome', ['结论', 'Outcome'], ({ outcome }, say) => (outcome === null ? null : say(outcomeNames[outcome]))),
    ],
  })

/** A file goes further than a page: what a doubt is not stands at the head of what it is. */
const doubts = (needs: InspectionNeeds) =>
  exportOf<typeof routes.doubts, Doubt>({
    list: 'supervision.doubts',
    title: { zh: '疑点', en: 'Doubts' },
    route: routes.doubts,
    opens: '/doubts',
    read: async (tx, { query }) => ok(await doubtsPage(tx, needs, query)),
    columns: [
      exportColumn(
        'kind',
        [
          '疑点（提请查看，不是结论；不给被查看的人看，不进考核）',
          'Doubt (please look; no verdict, never shown to whom it is about, in nobody’s score)',
        ],
        ({ kind }, say) => say(doubtNames[kind]),
        { width: 32 },
      ),
      exportColumn('unit', ['检查对象', 'Unit'], ({ unitName }) => unitName, { width: 32 }),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('people', ['涉及的人', 'People'], ({ people }, say) => people.map(({ name }) => name).join(say(comma)), { width: 20 }),
      exportColumn('raised', ['提出', 'Raised'], ({ raisedAt }) => minuteInBeijing(raisedAt)),
      exportColumn('state', ['状态', 'State'], ({ state }, say) => say(doubtStateNames[state])),
      exportColumn('looked', ['查看', 'Looked at'], ({ lookedAt }) => minuteInBeijing(lookedAt)),
    ],
  })

const draws = (needs: InspectionNeeds) =>
  exportOf<typeof routes.draws, Draw>({
    list: 'supervision.draws',
    title: { zh: '抽取记录', en: 'Draws' },
    route: routes.draws,
    opens: '/draws',
    read: async (tx, { query }) => ok(await drawsPage(tx, needs, query)),
    columns: [
      exportColumn('name', ['名称', 'Name'], ({ name }) => name, { width: 32 }),
      exportColumn(
        'state',
        ['状态', 'State'],
        ({ cancelledAt, doneAt }, say) => (cancelledAt === null ? (doneAt === null ? null : say(done)) : say(cancelled)),
        { width: 12 },
      ),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('from', ['销号时段从', 'Closed from'], ({ from }) => from, { width: 12, as: 'day' }),
      exportColumn('to', ['销号时段至', 'Closed to'], ({ to }) => to, { width: 12, as: 'day' }),
      exportColumn('frame', ['可抽', 'In frame'], ({ frameSize }) => frameSize, { width: 10, as: 'number' }),
      exportColumn('drawn', ['抽出', 'Drawn'], ({ drawn }) => drawn, { width: 10, as: 'number' }),
      exportColumn('settled', ['已办结', 'Settled'], ({ settled }) => settled, { width: 10, as: 'number' }),
      exportColumn('false', ['虚假销号', 'False'], ({ falseClosures }) => falseClosures, { width: 10, as: 'number' }),
      exportColumn('maker', ['抽取人', 'Drawn by'], ({ madeByName }) => madeByName, { width: 12 }),
      exportColumn('madeAt', ['抽取时间', 'Drawn at'], ({ madeAt }) => minuteInBeijing(madeAt)),
    ],
  })

/** Of few rechecks a share says nothing of a person, in a file no more than on the page. */
const shareOf = ({ judged, falseClosures }: Closer): Sentence => {
  if (judged < leastForShare) return { zh: `不足 ${leastForShare} 条，不算比例`, en: `fewer than ${leastForShare}, no share` }
  const share = `${((falseClosures / judged) * 100).toFixed(1)}%`
  return { zh: share, en: share }
}

const closers = (needs: InspectionNeeds) =>
  exportOf<typeof routes.closers, Closer>({
    list: 'supervision.closers',
    title: { zh: '按销号人看复核', en: 'Rechecks by who closed' },
    route: routes.closers,
    opens: '/closers',
    read: async (tx, { query }) => ok({ rows: await closerLines(tx, needs, query) }),
    columns: [
      exportColumn('name', ['销号人', 'Closed by'], ({ name }) => name, { width: 12 }),
      exportColumn('organisation', ['单位', 'Organisation'], ({ organisationName }) => organisationName, { width: 32 }),
      exportColumn('region', ['区域', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('judged', ['复核', 'Rechecked'], ({ judged }) => judged, { width: 10, as: 'number' }),
      exportColumn('false', ['虚假销号', 'False'], ({ falseClosures }) => falseClosures, { width: 10, as: 'number' }),
      exportColumn('share', ['比例', 'Share'], (row, say) => say(shareOf(row)), { width: 24 }),
    ],
  })

/** The page shows the newest editions unless told otherwise, so no filters would lead back to all of them. */
const bulletins = (needs: BulletinNeeds) =>
  exportOf<typeof routes.bulletins, Bulletin>({
    list: 'supervision.bulletins',
    title: { zh: '战报', en: 'Bulletins' },
    route: routes.bulletins,
    read: async (tx, { query }) => ok(await bulletinsPage(tx, needs, query)),
    columns: [
      exportColumn('title', ['标题', 'Title'], ({ title }, say) => say(title), { width: 40 }),
      exportColumn('number', ['期号', 'Number'], (row, say) => say({ zh: issueText(row, 'zh'), en: issueText(row, 'en') }), { width: 24 }),
      exportColumn('edition', ['版本', 'Edition'], (row, say) => (row.superseded ? say(superseded) : null)),
      exportColumn('region', ['地区', 'Region'], ({ regionName }, say) => say(regionName)),
      exportColumn('regionCode', ['区划代码', 'Region code'], ({ regionCode }) => regionCode, { width: 14 }),
      exportColumn('kind', ['类型', 'Kind'], ({ kind }, say) => say(periods[kind]), { width: 12 }),
      exportColumn('from', ['时段从', 'From'], ({ from }) => from, { width: 12, as: 'day' }),
      exportColumn('to', ['时段至', 'To'], ({ to }) => to, { width: 12, as: 'day' }),
      exportColumn('issuer', ['印发单位', 'Issued by'], ({ issuer }) => issuer, { width: 32 }),
      exportColumn('issuedAt', ['印发时间', 'Issued at'], ({ asOf }) => minuteInBeijing(asOf)),
    ],
  })

/** The lists of the room, as their pages have them. */
export const supervisionExports = (needs: InspectionNeeds & BulletinNeeds): readonly ExportList[] => [
  rechecks(needs),
  doubts(needs),
  draws(needs),
  closers(needs),
  bulletins(needs),
  fiveFullExport(needs),
]
