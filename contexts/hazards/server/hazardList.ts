import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { evidenceOf } from '../../../platform/evidence/room.ts'
import type { hazardRoutes } from '../contract/hazardRoutes.ts'
import { citation } from '../rules/criteria.ts'
import { libraryOf } from './criteriaStore.ts'
import { narrowedHazards } from './hazardFilter.ts'
import { recordIdOf } from './hazardRow.ts'
import { lineInScope, pageOfLines, summaryOf, type LineRow } from './hazardListStore.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { industriesWithin, industryNameOf } from './unitIndustry.ts'

type Query = RouteInput<typeof hazardRoutes.hazards>['query']
type Page = RouteOutput<typeof hazardRoutes.hazards>
export type HazardLine = Page['rows'][number]

/** Rows as a list shows them, with the names and the counts of the whole page. */
const linesOf = async (tx: Tx, needs: NameNeeds, rows: readonly LineRow[]): Promise<HazardLine[]> => {
  const names = await namesFor(tx, needs, {
    regions: rows.map(({ regionCode }) => regionCode),
    organisations: rows.map(({ organisationId }) => organisationId),
    people: rows.map(({ assigneeId }) => assigneeId),
  })
  const recordIds = rows.map(({ unitId, hazardId }) => recordIdOf({ unitId, id: hazardId }))
  const evidence = await evidenceOf(tx, 'hazard', recordIds)
  const library = rows.some(({ item }) => item !== null) ? await libraryOf(tx) : []
  return rows.map(({ assigneeId, item, ...row }, at) => ({
    ...row,
    organisationName: names.organisation(row.organisationId),
    regionName: names.region(row.regionCode),
    industryName: industryNameOf(row.industryCode),
    assigneeName: names.personOrNull(assigneeId),
    basis: item && citation(library, item),
    evidence: evidence.get(recordIds[at] ?? '')?.length ?? 0,
  }))
}

/** One hazard in scope, as a list shows it. */
export const hazardLineOf = async (tx: Tx, needs: NameNeeds, unitId: string, hazardId: string): Promise<HazardLine | undefined> => {
  const row = await lineInScope(tx, unitId, hazardId)
  return row && (await linesOf(tx, needs, [row]))[0]
}

/** The filter as the register keeps industries; refuses what GB/T 4754 does not know. */
const filterOf = <Asked extends { readonly industry?: string | undefined; readonly industryAlone?: boolean | undefined }>({
  industry,
  industryAlone,
  ...asked
}: Asked): Result<Omit<Asked, 'industry' | 'industryAlone'> & { readonly industries: readonly string[] | undefined }> => {
  const industries = industry === undefined ? ok(undefined) : industriesWithin(industry, industryAlone)
  return industries.ok ? ok({ ...asked, industries: industries.value }) : industries
}

/** What the filters of the list hold for, within the scope. */
export const conditionOf = (tx: Tx, query: Query): Result<ReturnType<typeof narrowedHazards>> => {
  const filter = filterOf(query)
  return filter.ok ? ok(narrowedHazards(tx, filter.value)) : filter
}

/** A page of hazards in the order asked for, with the exact total of the filter. */
export const listHazards = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Result<Page>> => {
  const condition = conditionOf(tx, query)
  if (!condition.ok) return condition
  const { rows, total, next } = await pageOfLines(tx, condition.value, query)
  return ok({ rows: await linesOf(tx, needs, rows), total, next })
}

/** What a whole list comes to. */
export const summariseHazards = async (
  tx: Tx,
  query: RouteInput<typeof hazardRoutes.hazardSummary>['query'],
): Promise<Result<RouteOutput<typeof hazardRoutes.hazardSummary>>> => {
  const filter = filterOf(query)
  return filter.ok ? ok(await summaryOf(tx, narrowedHazards(tx, filter.value))) : filter
}
