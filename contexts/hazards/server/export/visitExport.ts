import { sql } from 'kysely'
import type { RouteInput } from '../../../../kernel/contract.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import { exportColumn, exportOf, minuteInBeijing } from '../../../../platform/exportOf.ts'
import { visitRoutes } from '../../contract/visitRoutes.ts'
import { visitColumns } from '../../rules/ledger/visitColumns.ts'
import type { VisitSaid } from '../../rules/ledger/visitRow.ts'
import { industryInLedger, resultWords, wayWords, yesNo } from '../../rules/ledger/written.ts'
import type { NameNeeds } from '../pageNames.ts'
import { industryNameOf } from '../unitIndustry.ts'
import { visitFilterOf, visitViews, type VisitView } from '../visitRead.ts'
import { countVisits, visitsAfter } from '../visitStore.ts'
import { inLayout, ledgerPlaces, type LedgerPlace } from './ledgerLayout.ts'

type Query = RouteInput<typeof visitRoutes.visits>['query']

/** What a ledger tells of a visit beyond the line of the list. */
type Beyond = { readonly uscc: string | null; readonly industryCode: string; readonly said: VisitSaid | null }
type WrittenVisit = VisitView & Beyond & { readonly placed: LedgerPlace }

const beyondOf = async (tx: Tx, visits: readonly VisitView[]): Promise<ReadonlyMap<string, Beyond>> => {
  const { rows } = await sql<Beyond & { id: string }>`
    select visit.id, unit.uscc, unit.industry_code as "industryCode", visit.ledger as said
    from hazards.visit join hazards.unit on unit.unit_id = visit.unit_id
    where (visit.unit_id, visit.id) in (
      select * from unnest(${visits.map(({ unitId }) => unitId)}::uuid[], ${visits.map(({ id }) => id)}::uuid[]))`.execute(tx.tables())
  return new Map(rows.map(({ id, ...beyond }) => [id, beyond]))
}

const written = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Result<{ rows: WrittenVisit[]; next: string | null }>> => {
  const filter = visitFilterOf(query)
  if (!filter.ok) return filter
  const { rows, next } = await visitsAfter(tx, filter.value)
  const visits = await visitViews(tx, needs, rows)
  const beyond = await beyondOf(tx, visits)
  const placed = await ledgerPlaces(
    tx,
    needs,
    visits.map(({ regionCode }) => regionCode),
  )
  const none: Beyond = { uscc: null, industryCode: '', said: null }
  return ok({ rows: visits.map((visit) => ({ ...visit, ...(beyond.get(visit.id) ?? none), placed: placed(visit.regionCode) })), next })
}

/** The visits of the list, in the layout of the ledger; the product's own id stands for a number, by which a visit is known again. */
export const visitExport = (needs: NameNeeds) =>
  exportOf<typeof visitRoutes.visits, WrittenVisit>({
    list: 'hazards.visits',
    title: { zh: '检查记录', en: 'Visits' },
    route: visitRoutes.visits,
    opens: '/visits',
    ledger: 'visit',
    read: (tx, { query }) => written(tx, needs, query),
    count: async (tx, { query }) => {
      const filter = visitFilterOf(query)
      return filter.ok ? ok(await countVisits(tx, filter.value)) : filter
    },
    columns: [
      ...inLayout<(typeof visitColumns)[number]['key'], WrittenVisit>(visitColumns, {
        number: ({ id }) => id,
        unitName: ({ unitName }) => unitName,
        uscc: ({ uscc }) => uscc,
        county: ({ placed }) => placed.county,
        region: ({ placed }) => placed.region,
        industry: ({ industryCode }) => industryInLedger(industryCode, industryNameOf(industryCode)),
        on: ({ on }) => on,
        how: ({ how }, say) => say(wayWords[how]),
        // Of a visit that was taken over from a ledger, those whom the ledger names.
        by: ({ said, personName }) => (said === null ? personName : said.by),
        department: ({ said, organisationName }) => (said === null ? organisationName : said.department),
        result: ({ result }, say) => say(resultWords[result]),
        found: ({ said, hazards }) => said?.found ?? hazards,
        note: ({ note }) => note,
      }),
      exportColumn('place', ['所在区划', 'Place'], ({ regionName }, say) => say(regionName), { width: 18 }),
      exportColumn('campaign', ['专项行动', 'Campaign'], ({ campaignName }) => campaignName, { width: 28 }),
      exportColumn('announced', ['事先通知', 'Announced'], ({ announced }, say) => say(yesNo(announced)), { width: 10 }),
      exportColumn('answered', ['检查条目', 'Items asked'], ({ answered }) => answered, { width: 10, as: 'number' }),
      exportColumn('notInOrder', ['不符合条目', 'Not in order'], ({ notInOrder }) => notInOrder, { width: 12, as: 'number' }),
      exportColumn('receivedAt', ['登记时刻', 'Received at'], ({ receivedAt }) => minuteInBeijing(receivedAt), { width: 18 }),
    ],
  })
