import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import type { RegionRange } from '../../../kernel/region.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { campaignInScope, type CampaignRow } from './campaignStore.ts'
import { tables, unitsInScope } from './unitStore.ts'

/** A campaign that the actor's authority leads or one below it, locked for a change; undefined elsewhere. */
export const lockCampaign = async (tx: Tx, id: string): Promise<CampaignRow | undefined> => {
  const { lo, hi, organisationId } = tx.actor.scope
  if (organisationId !== null) return undefined
  await sql`select from hazards.campaign where id = ${id}::uuid and region_code >= ${lo} and region_code < ${hi} for update`.execute(
    tx.tables(),
  )
  return campaignInScope(tx, id)
}

export type CampaignChange = Partial<
  Pick<CampaignRow, 'name' | 'to_on' | 'goals' | 'goal_percent' | 'checklists' | 'ended_on' | 'end_reason' | 'planned_to_on'>
>

export const updateCampaign = async (tx: Tx, id: string, change: CampaignChange): Promise<void> => {
  await tables(tx)
    .updateTable('hazards.campaign')
    .set({ ...change, version: sql`version + 1` as never })
    .where('id', '=', id)
    .execute()
}

/**
 * Takes units out of a campaign, with those that were found to be their doubles, ends what was planned for them, and leaves
 * a trace of each. Answers how many units were in it before.
 */
export const takeOut = async (
  tx: Tx,
  campaignId: string,
  unitIds: readonly string[],
  by: { readonly personId: string; readonly postId: string; readonly reason: string },
): Promise<number> => {
  const { rows } = await sql<{ unit_id: string }>`
    update hazards.campaign_target target set out_at = ${tx.at}::timestamptz
    where target.campaign_id = ${campaignId}::uuid and target.out_at is null and target.unit_id in (
      select named.unit_id from hazards.unit named where coalesce(named.alias_of, named.unit_id) = any(${[...unitIds]}::uuid[]))
    returning (select coalesce(named.alias_of, named.unit_id) from hazards.unit named where named.unit_id = target.unit_id) as unit_id`.execute(
    tx.tables(),
  )
  const out = [...new Set(rows.map(({ unit_id }) => unit_id))]
  if (out.length === 0) return 0
  await sql`update hazards.assignment set until_at = ${tx.at}::timestamptz
    where campaign_id = ${campaignId}::uuid and until_at is null and unit_id = any(${out}::uuid[])`.execute(tx.tables())
  await sql`
    insert into hazards.target_removal (unit_id, id, campaign_id, reason, person_id, post_id, at, recorded_region, region_code, organisation_id)
    select unit.unit_id, gone.id, ${campaignId}::uuid, ${by.reason}, ${by.personId}::uuid, ${by.postId}::uuid, ${tx.at}::timestamptz,
      unit.recorded_region, unit.region_code, unit.organisation_id
    from hazards.unit join unnest(${out}::uuid[], ${out.map(() => randomUUIDv7())}::uuid[]) as gone (unit_id, id) on gone.unit_id = unit.unit_id`.execute(
    tx.tables(),
  )
  return out.length
}

/** A page of what was taken out of a campaign in scope, the latest first. */
export const listRemovals = async (
  tx: Tx,
  campaignId: string,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
) => {
  const query = unitsInScope(tx)
    .innerJoin('hazards.target_removal as removal', 'removal.unit_id', 'unit.unit_id')
    .where('removal.campaign_id', '=', campaignId)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = readCursor(after, 1)
  // The ids rise with the time at which they were made.
  const page = from ? query.where(sql<boolean>`removal.id < ${from[0]}::uuid`) : query
  const rows = await page
    .select(['removal.id', 'removal.unit_id as unitId', 'unit.name as unitName', 'removal.region_code as regionCode'])
    .select(['removal.reason', 'removal.person_id as personId', 'removal.at'])
    .orderBy('removal.id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.id]) : null }
}

/** Rows of one statement, so that a province's open hazards are no one statement of minutes. */
const chunk = 2_000

export type OpenHazards = RegionRange & { readonly level?: 'general' | 'major' | 'unclassified' | undefined }

/** Puts every open hazard of a range on the list of a campaign, chunk by chunk by its key; how many were not on it before. */
export const insertOpenHazards = async (tx: Tx, campaignId: string, { lo, hi, level }: OpenHazards): Promise<number> => {
  const ofLevel = level === undefined ? sql`` : level === 'unclassified' ? sql`and hazard.level is null` : sql`and hazard.level = ${level}`
  const { scope } = tx.actor
  let added = 0
  let last: { readonly unit_id: string; readonly id: string } | undefined
  do {
    const { rows } = await sql<{ unit_id: string; id: string; added: number }>`
      with page as (
        select hazard.unit_id, hazard.id, hazard.recorded_region, hazard.region_code, hazard.organisation_id from hazards.hazard
        where hazard.region_code >= ${lo} and hazard.region_code < ${hi} and hazard.region_code >= ${scope.lo} and hazard.region_code < ${scope.hi}
          and hazard.closed_at is null and hazard.campaign_id is distinct from ${campaignId}::uuid ${ofLevel}
          ${last === undefined ? sql`` : sql`and (hazard.unit_id, hazard.id) > (${last.unit_id}::uuid, ${last.id}::uuid)`}
        order by hazard.unit_id, hazard.id limit ${chunk}
      ), taken as (
        insert into hazards.campaign_hazard (unit_id, campaign_id, hazard_id, recorded_region, region_code, organisation_id, at)
        select unit_id, ${campaignId}::uuid, id, recorded_region, region_code, organisation_id, ${tx.at}::timestamptz from page
        on conflict (unit_id, campaign_id, hazard_id) do nothing returning hazard_id
      )
      select unit_id, id, (select count(*) from taken)::integer as added from page order by unit_id desc, id desc limit 1`.execute(
      tx.tables(),
    )
    last = rows[0]
    added += rows[0]?.added ?? 0
  } while (last !== undefined)
  return added
}
