import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/routes.ts'
import { narrowedCases, type CaseFilter } from './caseFilter.ts'
import { countLines, lineInScope, pageOfLines, summaryOf, type LineRow } from './caseListStore.ts'
import type { Needs } from './needs.ts'

type Page = RouteOutput<typeof routes.cases>
export type CaseLine = Page['rows'][number]

type NameNeeds = Pick<Needs, 'organisationTitles' | 'regionNames'>

/** Rows as a list shows them, with the names of the whole page. */
const linesOf = async (tx: Tx, { organisationTitles, regionNames }: NameNeeds, rows: readonly LineRow[]): Promise<CaseLine[]> => {
  const titles = await organisationTitles(tx, [...new Set(rows.map(({ authorityId }) => authorityId))])
  const regions = await regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  return rows.map(({ authorityId, dueAt: _dueAt, ...row }) => ({
    ...row,
    authorityName: titles.get(authorityId)?.shortName ?? '',
    regionName: regions.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode },
  }))
}

/** One case in scope, as a list shows it. */
export const caseLineOf = async (tx: Tx, needs: NameNeeds, unitId: string, caseId: string): Promise<CaseLine | undefined> => {
  const row = await lineInScope(tx, unitId, caseId)
  return row && (await linesOf(tx, needs, [row]))[0]
}

type Query = RouteInput<typeof routes.cases>['query']
type OwnQuery = RouteInput<typeof routes.ownCases>['query']

/** How many cases a filter leaves in scope. */
export const countCases = (tx: Tx, filter: CaseFilter): Promise<number> => countLines(tx, narrowedCases(tx, filter))

/** A page of cases in the order asked for. */
export const pageOfCases = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Omit<Page, 'total'>> => {
  const { rows, next } = await pageOfLines(tx, narrowedCases(tx, query), query)
  return { rows: await linesOf(tx, needs, rows), next }
}

/** The same of the cases of which the reader's own unit was told, the newest first. */
export const pageOfOwnCases = (tx: Tx, needs: NameNeeds, query: OwnQuery): Promise<Omit<Page, 'total'>> =>
  pageOfCases(tx, needs, { ...query, order: 'newest' })

/** A page of cases with the exact total of the filter. */
export const listCases = async (tx: Tx, needs: NameNeeds, query: Query): Promise<Result<Page>> =>
  ok({ ...(await pageOfCases(tx, needs, query)), total: await countCases(tx, query) })

/** The same of the reader's own unit. */
export const listOwnCases = async (tx: Tx, needs: NameNeeds, query: OwnQuery): Promise<Result<Page>> =>
  ok({ ...(await pageOfOwnCases(tx, needs, query)), total: await countCases(tx, query) })

/** What a whole list comes to. */
export const summariseCases = async (tx: Tx, filter: CaseFilter): Promise<Result<RouteOutput<typeof routes.caseSummary>>> =>
  ok(await summaryOf(tx, narrowedCases(tx, filter)))
