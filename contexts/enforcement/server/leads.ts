import { sql } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/routes.ts'
import type { Needs } from './needs.ts'

/** How many of the gravest are looked at; more waits until these are cases. */
export const leadsAtMost = 1000

/** Which of these hazards a case cites already that was not turned down. */
const citedAlready = async (tx: Tx, hazardIds: readonly string[]): Promise<ReadonlySet<string>> => {
  if (hazardIds.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select distinct cited.id from enforcement.case_file, unnest(case_file.hazard_ids) as cited (id)
    where case_file.hazard_ids && ${[...hazardIds]}::uuid[] and coalesce(case_file.outcome, '') <> 'notOpened'`.execute(tx.tables())
  return new Set(rows.map(({ id }) => id))
}

/** 立案线索: hazards that call for enforcement and stand in no case yet, the gravest first. */
export const listLeads = async (
  tx: Tx,
  { caseLeads, regionNames }: Pick<Needs, 'caseLeads' | 'regionNames'>,
  { region, limit }: RouteInput<typeof routes.leads>['query'],
): Promise<Result<RouteOutput<typeof routes.leads>>> => {
  const leads = await caseLeads(tx, { region, most: leadsAtMost })
  const cited = await citedAlready(
    tx,
    leads.map(({ hazardId }) => hazardId),
  )
  const left = leads.filter(({ hazardId }) => !cited.has(hazardId))
  const shown = left.slice(0, limit)
  const names = await regionNames(tx, [...new Set(shown.map(({ regionCode }) => regionCode))])
  return ok({
    rows: shown.map((lead) => ({ ...lead, regionName: names.get(lead.regionCode) ?? { zh: lead.regionCode, en: lead.regionCode } })),
    total: left.length,
  })
}
