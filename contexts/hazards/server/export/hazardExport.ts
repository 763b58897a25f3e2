import { sql } from 'kysely'
import type { RouteInput } from '../../../../kernel/contract.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../../platform/exportOf.ts'
import { hazardRoutes } from '../../contract/hazardRoutes.ts'
import { stateNames } from '../../contract/names.ts'
import { hazardColumns } from '../../rules/ledger/hazardColumns.ts'
import { industryInLedger, levelWords, standingInLedger, standingWords, wayWords, yesNo } from '../../rules/ledger/written.ts'
import { conditionOf } from '../hazardList.ts'
import { countOfLines, linesAfter, type LineRow } from '../hazardListStore.ts'
import { namesFor, type NameNeeds } from '../pageNames.ts'
import { industryNameOf } from '../unitIndustry.ts'
import { inLayout, ledgerPlaces, type LedgerPlace } from './ledgerLayout.ts'

/** What a ledger tells of a hazard beyond the line of the list; texts of JSON, which are null where there is none. */
type Beyond = {
  readonly uscc: string | null
  readonly finderId: string | null
  readonly finder: string | null
  readonly itemCode: string | null
  readonly setDueOn: string | null
  readonly responsible: string | null
  readonly measures: string | null
  readonly fundsYuan: number | null
  readonly rectifiedAt: string | null
  readonly rectifiedOn: string | null
  readonly reviewerId: string | null
  readonly reviewer: string | null
  readonly reviewedAt: string | null
  readonly reviewedOn: string | null
  readonly lng: number | null
  readonly lat: number | null
}

/**
 * Path by path and not the whole hazard: of a million hazards the driver would parse gigabytes. A key of the state alone, so
 * that a closed one that was taken over from a ledger is told as the ledger has it.
 */
const beyond = sql`,
  unit.uscc,
  case when hazard.hazard ? 'ledger' then null else hazard.hazard #>> '{found,step,by,personId}' end as "finderId",
  hazard.hazard #>> '{ledger,foundBy}' as finder,
  hazard.hazard #>> '{found,item,code}' as "itemCode",
  coalesce(hazard.hazard #>> '{deadlines,-1,dueOn}', hazard.hazard #>> '{ledger,dueOn}') as "setDueOn",
  hazard.hazard #>> '{ledger,responsible}' as responsible,
  coalesce(hazard.hazard #>> '{order,requirement}', hazard.hazard #>> '{plan,measures}', hazard.hazard #>> '{ledger,measures}') as measures,
  coalesce(hazard.hazard #>> '{selfCheck,costYuan}', hazard.hazard #>> '{plan,fundsYuan}', hazard.hazard #>> '{ledger,fundsYuan}')::float8 as "fundsYuan",
  hazard.hazard #>> '{selfCheck,step,claimedAt}' as "rectifiedAt",
  hazard.hazard #>> '{ledger,rectifiedOn}' as "rectifiedOn",
  hazard.hazard #>> '{review,step,by,personId}' as "reviewerId",
  hazard.hazard #>> '{ledger,reviewedBy}' as reviewer,
  hazard.hazard #>> '{review,step,claimedAt}' as "reviewedAt",
  hazard.hazard #>> '{ledger,reviewedOn}' as "reviewedOn",
  (hazard.hazard #>> '{found,place,lng}')::float8 as lng,
  (hazard.hazard #>> '{found,place,lat}')::float8 as lat`

export type WrittenHazard = LineRow &
  Beyond & {
    readonly place: LedgerPlace
    readonly regionName: { readonly zh: string; readonly en: string }
    readonly finderName: string | null
    readonly assigneeName: string | null
    readonly reviewerName: string | null
  }

type Query = RouteInput<typeof hazardRoutes.hazards>['query']

const written = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Result<{ rows: WrittenHazard[]; next: string | null }>> => {
  const condition = conditionOf(tx, query)
  if (!condition.ok) return condition
  const { rows, next } = await linesAfter<LineRow & Beyond>(tx, condition.value, query, beyond)
  const codes = rows.map(({ regionCode }) => regionCode)
  const place = await ledgerPlaces(tx, needs, codes)
  const names = await namesFor(tx, needs, {
    regions: codes,
    people: rows.flatMap(({ finderId, assigneeId, reviewerId }) => [finderId, assigneeId, reviewerId]),
  })
  return ok({
    rows: rows.map((row) => ({
      ...row,
      place: place(row.regionCode),
      regionName: names.region(row.regionCode),
      finderName: row.finder ?? names.personOrNull(row.finderId),
      assigneeName: names.personOrNull(row.assigneeId) ?? row.responsible,
      reviewerName: names.personOrNull(row.reviewerId) ?? row.reviewer,
    })),
    next,
  })
}

/** The day in Beijing of a moment, or the day that a ledger told. */
const dayOf = (at: string | null, told: string | null = null): string | null =>
  at === null ? told : dateInBeijing(Temporal.Instant.from(at)).toString()

/** The hazards of the list, in the layout of the ledger. */
export const hazardExport = (needs: NameNeeds) =>
  exportOf<typeof hazardRoutes.hazards, WrittenHazard>({
    list: 'hazards.hazards',
    title: { zh: '隐患台账', en: 'Hazards' },
    route: hazardRoutes.hazards,
    opens: '/hazards',
    ledger: 'hazard',
    read: (tx, { query }) => written(tx, needs, query),
    count: async (tx, { query }) => {
      const condition = conditionOf(tx, query)
      return condition.ok ? ok(await countOfLines(tx, condition.value)) : condition
    },
    columns: [
      ...inLayout<(typeof hazardColumns)[number]['key'], WrittenHazard>(hazardColumns, {
        number: ({ number }) => number,
        unitName: ({ unitName }) => unitName,
        uscc: ({ uscc }) => uscc,
        county: ({ place }) => place.county,
        region: ({ place }) => place.region,
        industry: ({ industryCode }) => industryInLedger(industryCode, industryNameOf(industryCode)),
        description: ({ description }) => description,
        level: ({ level }, say) => (level === null ? null : say(levelWords[level])),
        isMajor: ({ level }, say) => (level === null ? null : say(yesNo(level === 'major'))),
        foundOn: ({ foundAt }) => dayOf(foundAt),
        foundBy: ({ finderName }) => finderName,
        how: ({ how }, say) => say(wayWords[how]),
        item: ({ itemCode }) => itemCode,
        dueOn: ({ setDueOn, dueOn }) => setDueOn ?? dueOn,
        responsible: ({ assigneeName }) => assigneeName,
        measures: ({ measures }) => measures,
        fundsYuan: ({ fundsYuan }) => fundsYuan,
        state: ({ state }, say) => say(standingWords[standingInLedger(state)]),
        isClosed: ({ state }, say) => say(yesNo(state === 'closed')),
        rectifiedOn: ({ rectifiedAt, rectifiedOn }) => dayOf(rectifiedAt, rectifiedOn),
        reviewedBy: ({ reviewerName }) => reviewerName,
        reviewedOn: ({ reviewedAt, reviewedOn }) => dayOf(reviewedAt, reviewedOn),
        closedOn: ({ closedAt }) => dayOf(closedAt),
        lng: ({ lng }) => lng,
        lat: ({ lat }) => lat,
      }),
      exportColumn('place', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('step', ['办理环节', 'Step'], ({ state }, say) => say(stateNames[state]), { width: 14 }),
      exportColumn('overdue', ['逾期未改', 'Overdue'], ({ overdue }, say) => say(yesNo(overdue)), { width: 10 }),
      exportColumn('listed', ['挂牌督办中', 'Listed'], ({ listed }, say) => say(yesNo(listed)), { width: 12 }),
      exportColumn('withdrawn', ['误报撤销', 'Found in error'], ({ withdrawn }, say) => say(yesNo(withdrawn)), { width: 10 }),
      exportColumn('foundAt', ['登记时刻', 'Found at'], ({ foundAt }) => minuteInBeijing(foundAt), { width: 18 }),
    ],
  })
