import { randomUUIDv7 } from 'node:crypto'
import { sql, type Selectable } from 'kysely'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RegisteredUnit, Visit } from '../rules/coverage.ts'
import type { PlannedUnit } from '../rules/plan.ts'
import type { HazardTables } from './hazardTables.ts'
import { containing, cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { RegisterTables } from './registerTables.ts'
import { foundBy, narrowed, type UnitFilter } from './unitListStore.ts'
import { tables, unitsInScope } from './unitStore.ts'

export type CampaignRow = Selectable<RegisterTables['hazards.campaign']>
type PageQuery = { readonly after?: string | undefined; readonly limit: number }

/** A campaign, whoever leads it: campaigns are told to everybody who is signed in. */
export const campaignById = async (tx: Tx, id: string): Promise<CampaignRow | undefined> =>
  tables(tx).selectFrom('hazards.campaign').selectAll().where('id', '=', id).executeTakeFirst()

/** A campaign that the actor's authority leads or an authority below it; undefined elsewhere. */
export const campaignInScope = async (tx: Tx, id: string): Promise<CampaignRow | undefined> => {
  const { lo, hi, organisationId } = tx.actor.scope
  if (organisationId !== null) return undefined
  return tables(tx)
    .selectFrom('hazards.campaign')
    .selectAll()
    .where('id', '=', id)
    .where('region_code', '>=', lo)
    .where('region_code', '<', hi)
    .executeTakeFirst()
}

type CampaignQuery = PageQuery & {
  readonly on?: string | undefined
  readonly phase?: 'running' | 'coming' | 'ended' | undefined
  readonly find?: string | undefined
}

/** One called off before its first day has no day, and is over. */
const inPhase = (phase: NonNullable<CampaignQuery['phase']>, today: string) =>
  ({
    running: sql<boolean>`${today}::date between from_on and to_on`,
    coming: sql<boolean>`from_on > ${today}::date and to_on >= from_on`,
    ended: sql<boolean>`(to_on < ${today}::date or to_on < from_on)`,
  })[phase]

/** Campaigns, the latest first. */
export const listCampaigns = async (tx: Tx, { on, phase, find, after, limit }: CampaignQuery) => {
  let query = tables(tx).selectFrom('hazards.campaign')
  if (on !== undefined) query = query.where('from_on', '<=', on).where('to_on', '>=', on)
  if (phase !== undefined) query = query.where(inPhase(phase, dateInBeijing(tx.now).toString()))
  if (find) query = query.where('name', 'ilike', containing(find))
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = readCursor(after, 2)
  const page = from ? query.where(sql<boolean>`(from_on, id) < (${from[0]}::date, ${from[1]}::uuid)`) : query
  const rows = await page
    .selectAll()
    .orderBy('from_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.from_on, last.id]) : null }
}

type NewCampaign = Omit<CampaignRow, 'id' | 'recorded_region' | 'version' | 'made_at' | 'ended_on' | 'end_reason' | 'planned_to_on'>

export const insertCampaign = async (tx: Tx, row: NewCampaign): Promise<string> => {
  const id = randomUUIDv7()
  await tables(tx)
    .insertInto('hazards.campaign')
    .values({ ...row, id, recorded_region: row.region_code, version: 1, made_at: tx.at })
    .execute()
  return id
}

/** Puts the units in scope that fit into a campaign; how many were not in it before. */
export const insertTargets = async (
  tx: Tx,
  campaignId: string,
  filter: UnitFilter,
  unitIds: readonly string[] | undefined,
): Promise<number> => {
  let units = narrowed(unitsInScope(tx), filter)
  if (unitIds !== undefined) units = units.where(sql<boolean>`unit.unit_id = any(${[...unitIds]}::uuid[])`)
  const rows = await tables(tx)
    .insertInto('hazards.campaign_target')
    .columns(['unit_id', 'campaign_id', 'recorded_region', 'region_code', 'organisation_id', 'at'])
    .expression(
      units.select([
        'unit.unit_id',
        sql<string>`${campaignId}::uuid`.as('campaign_id'),
        'unit.recorded_region',
        'unit.region_code',
        'unit.organisation_id',
        sql<string>`${tx.at}::timestamptz`.as('at'),
      ]),
    )
    // One that was taken out before is put back.
    .onConflict((conflict) =>
      conflict
        .columns(['unit_id', 'campaign_id'])
        .doUpdateSet({ out_at: null })
        .where(sql<boolean>`campaign_target.out_at is not null`),
    )
    .returning('unit_id')
    .execute()
  return rows.length
}

export const checkedIn = (campaignId: string) =>
  sql<boolean>`exists (select from hazards.unit_checked mark where mark.unit_id = unit.unit_id and mark.id = ${`campaign/${campaignId}`})`

const inspectorIn = (campaignId: string) =>
  sql<
    string | null
  >`(select inspector_id from hazards.assignment held where held.unit_id = unit.unit_id and held.campaign_id = ${campaignId}::uuid and held.until_at is null)`

/** The units of a campaign in scope. A double is shown as the unit that stands for it. */
export const targetsIn = (tx: Tx, campaignId: string) =>
  unitsInScope(tx).where(sql<boolean>`unit.unit_id in (
    select coalesce(named.alias_of, named.unit_id) from hazards.campaign_target target join hazards.unit named on named.unit_id = target.unit_id
    where target.campaign_id = ${campaignId}::uuid and target.out_at is null)`)

export const countTargets = async (tx: Tx, campaignId: string): Promise<number> =>
  (
    await targetsIn(tx, campaignId)
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

export type TargetQuery = PageQuery & {
  readonly checked?: boolean | undefined
  /** Who has the unit by the present plan. */
  readonly inspectorId?: string | undefined
  readonly region?: string | undefined
  /** Units that were checked and are none of the campaign, instead of its own. */
  readonly offRegister: boolean
  /** Those that nobody has by the present plan. */
  readonly unplanned: boolean
  readonly find?: string | undefined
}

/**
 * The last day by which the register of a campaign is told: today while it runs, else its own last day.
 * Days are dates in Beijing.
 */
export const countedUntil = ({ from_on, to_on }: Pick<CampaignRow, 'from_on' | 'to_on'>, today: string): string =>
  today >= from_on && today < to_on ? today : to_on

/** On the register by that day, by the rule of `rules/coverage.ts`: what was checked before it closed stays counted. */
const countedOn = (campaignId: string, day: string) =>
  sql<boolean>`(unit.registered_on <= ${day}::date and (unit.closed_on is null or unit.closed_on > ${day}::date or ${checkedIn(campaignId)}))`

/** Units that were checked in the campaign and are none of it. */
const offRegisterIn = (tx: Tx, campaignId: string) =>
  unitsInScope(tx).where(checkedIn(campaignId)).where(sql<boolean>`not exists (
      select from hazards.campaign_target target join hazards.unit named on named.unit_id = target.unit_id
      where target.campaign_id = ${campaignId}::uuid and target.out_at is null and coalesce(named.alias_of, named.unit_id) = unit.unit_id)`)

export const listTargets = async (tx: Tx, campaign: CampaignRow, asked: TargetQuery) => {
  const { checked, inspectorId, region, offRegister, unplanned, find, after, limit } = asked
  const campaignId = campaign.id
  const day = countedUntil(campaign, dateInBeijing(tx.now).toString())
  let query = offRegister ? offRegisterIn(tx, campaignId) : targetsIn(tx, campaignId).where(countedOn(campaignId, day))
  if (region !== undefined) {
    const { lo, hi } = regionRange(regionCode(region))
    query = query.where('unit.region_code', '>=', lo).where('unit.region_code', '<', hi)
  }
  if (unplanned) query = query.where('unit.closed_on', 'is', null).where(sql<boolean>`${inspectorIn(campaignId)} is null`)
  if (checked !== undefined) query = query.where(sql<boolean>`${checkedIn(campaignId)} = ${checked}`)
  if (inspectorId !== undefined) query = query.where(sql<boolean>`${inspectorIn(campaignId)} = ${inspectorId}::uuid`)
  if (find) query = foundBy(query, find)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = readCursor(after, 2)
  const page = from ? query.where(sql<boolean>`(unit.region_code, unit.unit_id) > (${from[0]}, ${from[1]}::uuid)`) : query
  const rows = await page
    .selectAll('unit')
    .select([checkedIn(campaignId).as('checked'), inspectorIn(campaignId).as('inspectorId')])
    .orderBy('unit.region_code')
    .orderBy('unit.unit_id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.region_code, last.unit_id]) : null }
}

/** Puts known hazards in scope on the list of a campaign; how many were not on it before. */
export const insertRegistered = async (
  tx: Tx,
  campaignId: string,
  hazards: readonly { unitId: string; hazardId: string }[],
): Promise<number> => {
  const { rows } = await sql<{ hazard_id: string }>`
    insert into hazards.campaign_hazard (unit_id, campaign_id, hazard_id, recorded_region, region_code, organisation_id, at)
    select hazard.unit_id, ${campaignId}::uuid, hazard.id, hazard.recorded_region, hazard.region_code, hazard.organisation_id, ${tx.at}::timestamptz
    from hazards.hazard
    join unnest(${hazards.map(({ unitId }) => unitId)}::uuid[], ${hazards.map(({ hazardId }) => hazardId)}::uuid[]) as wanted (unit_id, id)
      on wanted.unit_id = hazard.unit_id and wanted.id = hazard.id
    -- What the campaign found itself is newly found, and never known before.
    where hazard.campaign_id is distinct from ${campaignId}::uuid
    on conflict (unit_id, campaign_id, hazard_id) do nothing returning hazard_id`.execute(tx.tables())
  return rows.length
}

/** Which of these hazards are in scope, each as `<unit>.<hazard>`. */
export const hazardsKnown = async (tx: Tx, wanted: readonly { unitId: string; hazardId: string }[]): Promise<ReadonlySet<string>> => {
  const rows = await tx
    .tables<HazardTables>()
    .selectFrom('hazards.hazard')
    .select(['unit_id', 'id'])
    .where(
      'id',
      'in',
      wanted.map(({ hazardId }) => hazardId),
    )
    .execute()
  return new Set(rows.map(({ unit_id, id }) => `${unit_id}.${id}`))
}

const registeredIn = (tx: Tx, campaignId: string) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tx
    .tables<RegisterTables & HazardTables>()
    .selectFrom('hazards.campaign_hazard as listed')
    .where('listed.campaign_id', '=', campaignId)
    .where('listed.region_code', '>=', lo)
    .where('listed.region_code', '<', hi)
  return organisationId === null ? query : query.where('listed.organisation_id', '=', organisationId)
}

const looks = sql<number>`(select count(*) from hazards.reinspection look where look.unit_id = listed.unit_id and look.hazard_id = listed.hazard_id and look.campaign_id = listed.campaign_id)`

const lastFinding = sql<'gone' | 'stillThere' | 'worse' | null>`(
  select look.finding from hazards.reinspection look join hazards.visit on visit.unit_id = look.unit_id and visit.id = look.visit_id
  where look.unit_id = listed.unit_id and look.hazard_id = listed.hazard_id and look.campaign_id = listed.campaign_id
  order by visit.claimed_at desc, visit.id desc limit 1)`

export const countRegistered = async (tx: Tx, campaignId: string): Promise<number> =>
  (
    await registeredIn(tx, campaignId)
      .select((row) => row.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
  ).total

export const listRegistered = async (
  tx: Tx,
  campaignId: string,
  { outstanding, region, after, limit }: PageQuery & { readonly outstanding?: boolean | undefined; readonly region?: string | undefined },
) => {
  let all = registeredIn(tx, campaignId)
  if (region !== undefined) {
    const { lo, hi } = regionRange(regionCode(region))
    all = all.where('listed.region_code', '>=', lo).where('listed.region_code', '<', hi)
  }
  const query = outstanding === undefined ? all : all.where(sql<boolean>`(${looks} = 0) = ${outstanding}`)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = readCursor(after, 2)
  const page = from ? query.where(sql<boolean>`(listed.region_code, listed.hazard_id) > (${from[0]}, ${from[1]}::uuid)`) : query
  const rows = await page
    .innerJoin('hazards.unit as unit', 'unit.unit_id', 'listed.unit_id')
    .innerJoin('hazards.hazard as hazard', (join) =>
      join.onRef('hazard.unit_id', '=', 'listed.unit_id').onRef('hazard.id', '=', 'listed.hazard_id'),
    )
    .select(['listed.hazard_id as hazardId', 'listed.unit_id as unitId', 'unit.name as unitName', 'listed.region_code as regionCode'])
    .select([sql<string>`hazard.number`.as('number'), 'hazard.description'])
    .select([looks.as('looks'), lastFinding.as('lastFinding')])
    .orderBy('listed.region_code')
    .orderBy('listed.hazard_id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.regionCode, last.hazardId]) : null }
}

/** The open units of a campaign in scope with who has them by the present plan. */
export const unitsToPlan = async (tx: Tx, campaignId: string): Promise<readonly PlannedUnit[]> =>
  targetsIn(tx, campaignId)
    .where('unit.closed_on', 'is', null)
    .select(['unit.unit_id as unitId', 'unit.region_code as regionCode', 'unit.industry_code as industryCode'])
    .select(inspectorIn(campaignId).as('inspectorId'))
    .orderBy('unit.region_code')
    .orderBy('unit.unit_id')
    .execute()

export type Given = { readonly unitId: string; readonly inspectorId: string }

/** Ends what the present plan says of these units and writes what the new one says; what was stays to be read. */
export const replaceAssignments = async (
  tx: Tx,
  campaignId: string,
  given: readonly Given[],
  { plannedBy, reason }: { readonly plannedBy: string; readonly reason: string },
): Promise<void> => {
  if (given.length === 0) return
  const unitIds = given.map(({ unitId }) => unitId)
  await sql`update hazards.assignment set until_at = ${tx.at}::timestamptz
    where campaign_id = ${campaignId}::uuid and until_at is null and unit_id = any(${unitIds}::uuid[])`.execute(tx.tables())
  await sql`
    insert into hazards.assignment (unit_id, id, campaign_id, inspector_id, from_at, planned_by, reason, recorded_region, region_code, organisation_id)
    select unit.unit_id, wanted.id, ${campaignId}::uuid, wanted.inspector_id, ${tx.at}::timestamptz, ${plannedBy}::uuid, ${reason},
      unit.recorded_region, unit.region_code, unit.organisation_id
    from hazards.unit
    join unnest(${unitIds}::uuid[], ${given.map(({ inspectorId }) => inspectorId)}::uuid[], ${given.map(() => randomUUIDv7())}::uuid[])
      as wanted (unit_id, inspector_id, id) on wanted.unit_id = unit.unit_id`.execute(tx.tables())
}

/** One plan of a campaign after the other. */
export const lockPlan = async (tx: Tx, campaignId: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`hazards.assignment/${campaignId}`}, 0))`.execute(tx.tables())
}

export type AssignmentQuery = PageQuery & {
  readonly inspectorId?: string | undefined
  readonly unitId?: string | undefined
  readonly history: boolean
}

export const listAssignments = async (tx: Tx, campaignId: string, { inspectorId, unitId, history, after, limit }: AssignmentQuery) => {
  let query = unitsInScope(tx)
    .innerJoin('hazards.assignment as assignment', 'assignment.unit_id', 'unit.unit_id')
    .where('assignment.campaign_id', '=', campaignId)
  if (!history) query = query.where('assignment.until_at', 'is', null)
  if (inspectorId !== undefined) query = query.where('assignment.inspector_id', '=', inspectorId)
  if (unitId !== undefined) query = query.where('assignment.unit_id', '=', unitId)
  const { total } = await query.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const from = readCursor(after, 1)
  // The ids rise with the time at which they were made, so the order is that of the plans.
  const page = from ? query.where(sql<boolean>`assignment.id > ${from[0]}::uuid`) : query
  const rows = await page
    .select([
      'assignment.id',
      'assignment.unit_id as unitId',
      'unit.name as unitName',
      'assignment.region_code as regionCode',
      'assignment.inspector_id as inspectorId',
      'assignment.reason',
      'assignment.from_at as from',
      'assignment.until_at as until',
    ])
    .orderBy('assignment.id')
    .limit(limit + 1)
    .execute()
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit), total, next: last ? cursorOf([last.id]) : null }
}

/** What the coverage of a campaign is reckoned from, in scope. */
export const coverageFacts = async (tx: Tx, campaignId: string) => {
  const units: RegisteredUnit[] = await targetsIn(tx, campaignId)
    .select(['unit.unit_id as unitId', 'unit.registered_on as registeredOn', 'unit.closed_on as closedOn'])
    .execute()
  const visits: Visit[] = await tables(tx)
    .selectFrom('hazards.visit')
    .select(['id as visitId', 'unit_id as unitId', 'on_day as on', 'how', 'result'])
    .where('campaign_id', '=', campaignId)
    .execute()
  const aliases = await unitsInScope(tx).select(['unit.unit_id', 'unit.alias_of']).where('unit.alias_of', 'is not', null).execute()
  const registered = await registeredIn(tx, campaignId).select('listed.hazard_id').execute()
  const looked = await tables(tx).selectFrom('hazards.reinspection').select('hazard_id').where('campaign_id', '=', campaignId).execute()
  const found = await tx
    .tables<HazardTables>()
    .selectFrom('hazards.hazard')
    .select('id')
    .where('campaign_id', '=', campaignId)
    .where('registered', '=', false)
    .where('withdrawn', '=', false)
    .execute()
  return {
    units,
    visits,
    aliases: new Map(aliases.flatMap(({ unit_id, alias_of }) => (alias_of === null ? [] : [[unit_id, alias_of] as const]))),
    registered: registered.map(({ hazard_id }) => hazard_id),
    reinspected: looked.map(({ hazard_id }) => hazard_id),
    newlyFound: found.map(({ id }) => id),
  }
}
