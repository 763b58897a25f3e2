import { sql, type RawBuilder } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { recheckRoutes } from '../contract/recheckRoutes.ts'
import { partOf, type Closure, type Finding, type Outcome, type RecheckState } from '../rules/recheck.ts'
import { inRegion, inScopeOf, onDays, type ClosedHazard } from './drawStore.ts'

type Part = RawBuilder<unknown>

export type RecheckRow = {
  readonly unitId: string
  readonly recheckId: string
  readonly hazardId: string
  readonly drawId: string | null
  readonly doubtId: string | null
  readonly regionCode: string
  readonly organisationId: string | null
  readonly tierDigits: number
  readonly madeRegion: string
  readonly stratum: string
  readonly state: RecheckState
  readonly closure: Closure
  readonly number: string
  readonly description: string
  readonly unitName: string
  readonly level: 'general' | 'major'
  readonly closedAt: string
  readonly lng: number | null
  readonly lat: number | null
  readonly accuracyMetres: number | null
  readonly drawnAt: string
  readonly dueAt: string
  readonly assigneeId: string | null
  readonly finding: Finding | null
  readonly note: string | null
  readonly foundBy: string | null
  readonly foundAt: string | null
  readonly foundLng: number | null
  readonly foundLat: number | null
  readonly foundAccuracyMetres: number | null
  readonly distanceMetres: number | null
  readonly noPositionReason: string | null
  readonly confirmDueAt: string | null
  readonly confirmedBy: string | null
  readonly confirmedAt: string | null
  readonly confirmNote: string | null
  readonly outcome: Outcome | null
  readonly settledAt: string | null
  readonly version: number
}

const columns = sql`recheck.unit_id as "unitId", recheck.id as "recheckId", recheck.hazard_id as "hazardId", recheck.draw_id as "drawId",
  recheck.doubt_id as "doubtId", recheck.region_code as "regionCode", recheck.organisation_id as "organisationId",
  recheck.tier_digits as "tierDigits", recheck.made_region as "madeRegion", recheck.stratum, recheck.state, recheck.closure, recheck.number,
  recheck.description, recheck.unit_name as "unitName", recheck.level, recheck.closed_at as "closedAt", recheck.lng, recheck.lat,
  recheck.accuracy_metres as "accuracyMetres", recheck.drawn_at as "drawnAt", recheck.due_at as "dueAt", recheck.assignee_id as "assigneeId",
  recheck.finding, recheck.note, recheck.found_by as "foundBy", recheck.found_at as "foundAt", recheck.found_lng as "foundLng",
  recheck.found_lat as "foundLat", recheck.found_accuracy_metres as "foundAccuracyMetres", recheck.distance_metres as "distanceMetres",
  recheck.no_position_reason as "noPositionReason", recheck.confirm_due_at as "confirmDueAt", recheck.confirmed_by as "confirmedBy",
  recheck.confirmed_at as "confirmedAt", recheck.confirm_note as "confirmNote", recheck.outcome, recheck.settled_at as "settledAt", recheck.version`

/** In scope, and seen: see the policy of the table. */
const seen = (tx: Tx): Part => inScopeOf(tx, 'recheck.region_code')

export const recheckByKey = async (tx: Tx, unitId: string, recheckId: string): Promise<RecheckRow | undefined> => {
  const { rows } = await sql<RecheckRow>`
    select ${columns} from supervision.recheck where ${seen(tx)} and recheck.unit_id = ${unitId}::uuid and recheck.id = ${recheckId}::uuid`.execute(
    tx.tables(),
  )
  return rows[0]
}

/** The same, locked: one after the other acts on it. */
export const lockRecheck = async (tx: Tx, unitId: string, recheckId: string): Promise<RecheckRow | undefined> => {
  await sql`select from supervision.recheck where ${seen(tx)} and unit_id = ${unitId}::uuid and id = ${recheckId}::uuid for update`.execute(
    tx.tables(),
  )
  return recheckByKey(tx, unitId, recheckId)
}

export const recheckOfDraw = async (tx: Tx, drawId: string): Promise<readonly RecheckRow[]> => {
  const { rows } = await sql<RecheckRow>`
    select ${columns} from supervision.recheck where ${seen(tx)} and recheck.draw_id = ${drawId}::uuid order by recheck.stratum, recheck.id`.execute(
    tx.tables(),
  )
  return rows
}

type Query = RouteInput<typeof recheckRoutes.rechecks>['query']

const figures: { readonly [Name in NonNullable<Query['counts']>]: (query: Query) => Part } = {
  drawn: ({ from, to }) => sql`recheck.state <> 'cancelled' and ${onDays('recheck.drawn_at', from, to)}`,
  rechecked: ({ from, to }) => sql`recheck.state = 'settled' and ${onDays('recheck.settled_at', from, to)}`,
  falseClosures: ({ from, to }) => sql`recheck.outcome = 'false' and ${onDays('recheck.settled_at', from, to)}`,
}

const narrowed = (tx: Tx, query: Query): Part => {
  const { region, drawId, unitId, hazardId, closerId, state, outcome, mine, confirmable, counts, from, to } = query
  const me = tx.actor.kind === 'person' ? tx.actor.personId : null
  return sql.join(
    [
      seen(tx),
      inRegion('recheck.region_code', region),
      drawId === undefined ? sql`true` : sql`recheck.draw_id = ${drawId}::uuid`,
      unitId === undefined ? sql`true` : sql`recheck.unit_id = ${unitId}::uuid`,
      hazardId === undefined ? sql`true` : sql`recheck.hazard_id = ${hazardId}::uuid`,
      closerId === undefined ? sql`true` : sql`recheck.closer_id = ${closerId}::uuid`,
      state === undefined ? sql`true` : sql`recheck.state = ${state}`,
      outcome === undefined ? sql`true` : sql`recheck.outcome = ${outcome}`,
      mine === true ? sql`recheck.state = 'assigned' and recheck.assignee_id = ${me}::uuid` : sql`true`,
      confirmable === true ? sql`recheck.state = 'unconfirmed' and recheck.found_by is distinct from ${me}::uuid` : sql`true`,
      counts === undefined ? onDays('recheck.drawn_at', from, to) : figures[counts](query),
    ],
    sql` and `,
  )
}

/** A page of rechecks, drawn last first. */
export const pageOfRechecks = async (
  tx: Tx,
  query: Query,
): Promise<{ readonly rows: readonly RecheckRow[]; readonly total: number; readonly next: string | null }> => {
  const where = narrowed(tx, query)
  const counted = await sql<{ total: number }>`select count(*) as total from supervision.recheck where ${where}`.execute(tx.tables())
  const [at, id] = readCursor(query.after, 2) ?? []
  const begins =
    at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))
      ? sql`(recheck.drawn_at, recheck.id) < (${at}::timestamptz, ${id}::uuid)`
      : sql`true`
  const { rows } = await sql<RecheckRow>`
    select ${columns} from supervision.recheck where ${where} and ${begins}
    order by recheck.drawn_at desc, recheck.id desc limit ${query.limit + 1}`.execute(tx.tables())
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    rows: rows.slice(0, query.limit),
    total: counted.rows[0]?.total ?? 0,
    next: last ? cursorOf([last.drawnAt, last.recheckId]) : null,
  }
}

/** From where a recheck comes, who sees it, until when it is due. */
export type NewRecheck = {
  readonly id: string
  readonly drawId: string | null
  readonly doubtId: string | null
  readonly tierDigits: number
  readonly madeRegion: string
  readonly stratum: string
  readonly dueAt: string
  readonly assigneeId: string | null
}

export const insertRecheck = async (tx: Tx, hazard: ClosedHazard, made: NewRecheck): Promise<void> => {
  const { closerId, closerTier, reviewerId, reviewerTier, finderId, handIds } = hazard
  const closure: Closure = { closerId, closerTier, reviewerId, reviewerTier, finderId, handIds }
  await sql`insert into supervision.recheck (unit_id, id, hazard_id, draw_id, doubt_id, recorded_region, region_code, organisation_id, tier_digits,
      made_region, stratum, state, closure, number, description, unit_name, industry_code, level, closed_at, lng, lat, accuracy_metres, closer_id,
      closer_organisation_id, hidden_from, drawn_at, due_at, assignee_id, assigned_at)
    values (${hazard.unitId}, ${made.id}, ${hazard.hazardId}, ${made.drawId}, ${made.doubtId}, ${hazard.recordedRegion}, ${hazard.regionCode},
      ${hazard.organisationId}, ${made.tierDigits}, ${made.madeRegion}, ${made.stratum}, ${made.assigneeId === null ? 'drawn' : 'assigned'},
      ${JSON.stringify(closure)}, ${hazard.number}, ${hazard.description}, ${hazard.unitName}, ${hazard.industryCode}, ${hazard.level},
      ${hazard.closedAt}, ${hazard.lng}, ${hazard.lat}, ${hazard.accuracyMetres}, ${closerId}, ${hazard.closerOrganisationId},
      ${[...partOf(closure)]}::uuid[], ${tx.at}, ${made.dueAt}, ${made.assigneeId}, ${made.assigneeId === null ? null : tx.at})`.execute(
    tx.tables(),
  )
}

export const setAssignee = async (tx: Tx, unitId: string, recheckId: string, assigneeId: string): Promise<void> => {
  await sql`update supervision.recheck set state = 'assigned', assignee_id = ${assigneeId}::uuid, assigned_at = ${tx.at}, version = version + 1
    where unit_id = ${unitId}::uuid and id = ${recheckId}::uuid`.execute(tx.tables())
}

export type FoundColumns = {
  readonly state: 'unconfirmed' | 'settled'
  readonly finding: Finding
  readonly outcome: Outcome | null
  readonly note: string
  readonly foundBy: string
  readonly claimedAt: string
  readonly position: { readonly lng: number; readonly lat: number; readonly accuracyMetres: number } | null
  readonly distanceMetres: number | null
  readonly noPositionReason: string | null
  readonly confirmDueAt: string | null
}

export const setFound = async (tx: Tx, unitId: string, recheckId: string, found: FoundColumns): Promise<void> => {
  await sql`update supervision.recheck set state = ${found.state}, finding = ${found.finding}, outcome = ${found.outcome}, note = ${found.note},
      found_by = ${found.foundBy}::uuid, found_at = ${tx.at}, claimed_at = ${found.claimedAt}, found_lng = ${found.position?.lng ?? null},
      found_lat = ${found.position?.lat ?? null}, found_accuracy_metres = ${found.position?.accuracyMetres ?? null},
      distance_metres = ${found.distanceMetres}, no_position_reason = ${found.noPositionReason}, confirm_due_at = ${found.confirmDueAt},
      settled_at = ${found.state === 'settled' ? tx.at : null}, version = version + 1
    where unit_id = ${unitId}::uuid and id = ${recheckId}::uuid`.execute(tx.tables())
}

export const setConfirmed = async (
  tx: Tx,
  unitId: string,
  recheckId: string,
  { outcome, by, note }: { readonly outcome: Outcome; readonly by: string; readonly note: string },
): Promise<void> => {
  await sql`update supervision.recheck set state = 'settled', outcome = ${outcome}, confirmed_by = ${by}::uuid, confirmed_at = ${tx.at},
      confirm_note = ${note}, settled_at = ${tx.at}, version = version + 1
    where unit_id = ${unitId}::uuid and id = ${recheckId}::uuid`.execute(tx.tables())
}

export type CloserRow = {
  readonly personId: string
  readonly organisationId: string
  readonly regionCode: string
  readonly judged: number
  readonly falseClosures: number
}

/** Settled rechecks that could be judged, by who had closed; the most false ones first, and then the most judged. */
export const closersIn = async (
  tx: Tx,
  { region, from, to }: { readonly region?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined },
): Promise<readonly CloserRow[]> => {
  const { rows } = await sql<CloserRow>`
    select closer_id as "personId", (array_agg(closer_organisation_id order by settled_at desc))[1] as "organisationId",
      (array_agg(left(region_code, 6) order by settled_at desc))[1] as "regionCode", count(*) as judged,
      count(*) filter (where outcome = 'false') as "falseClosures"
    from supervision.recheck
    where ${seen(tx)} and ${inRegion('recheck.region_code', region)} and state = 'settled' and outcome in ('true', 'false', 'cameBack')
      and ${onDays('recheck.settled_at', from, to)}
    group by closer_id order by 5 desc, 4 desc, 1 limit 500`.execute(tx.tables())
  return rows
}
