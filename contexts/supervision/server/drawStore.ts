import { sql, type RawBuilder } from 'kysely'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { drawRoutes } from '../contract/drawRoutes.ts'
import type { AuditHead, DrawOrder, FrameLine } from '../rules/draw/draw.ts'
import { tiers, type Closure, type Tier } from '../rules/recheck.ts'

type Part = RawBuilder<unknown>

/** The scope stands in the query as well as in row-level security. */
export const inScopeOf = (tx: Tx, column: string): Part => {
  const { lo, hi } = tx.actor.scope
  return sql`${sql.ref(column)} >= ${lo} and ${sql.ref(column)} < ${hi}`
}

/** Whether a code lies in a region. */
export const inRegion = (column: string, region: string | undefined): Part => {
  if (region === undefined) return sql`true`
  const { lo, hi } = regionRange(regionCode(region))
  return sql`${sql.ref(column)} >= ${lo} and ${sql.ref(column)} < ${hi}`
}

/** Days in Beijing, both ends included. */
export const onDays = (column: string, from: string | undefined, to: string | undefined): Part =>
  sql`${from === undefined ? sql`true` : sql`${sql.ref(column)} >= ${from}::date::timestamp at time zone 'Asia/Shanghai'`}
    and ${to === undefined ? sql`true` : sql`${sql.ref(column)} < (${to}::date + 1)::timestamp at time zone 'Asia/Shanghai'`}`

/** A closed hazard as it is drawn. */
export type ClosedHazard = Closure & {
  readonly unitId: string
  readonly hazardId: string
  readonly version: number
  readonly number: string
  readonly description: string
  readonly unitName: string
  readonly regionCode: string
  readonly recordedRegion: string
  readonly organisationId: string | null
  readonly industryCode: string
  readonly level: 'general' | 'major'
  readonly closedAt: string
  readonly lng: number | null
  readonly lat: number | null
  readonly accuracyMetres: number
  readonly closerOrganisationId: string
}

const closedColumns = sql`closed.unit_id as "unitId", closed.hazard_id as "hazardId", closed.version, closed.number, closed.description,
  closed.unit_name as "unitName", closed.region_code as "regionCode", closed.recorded_region as "recordedRegion",
  closed.organisation_id as "organisationId", closed.industry_code as "industryCode", closed.level, closed.closed_at as "closedAt",
  closed.lng, closed.lat, closed.accuracy_metres as "accuracyMetres", closed.closer_id as "closerId", closed.closer_tier as "closerTier",
  closed.closer_organisation_id as "closerOrganisationId", closed.reviewer_id as "reviewerId", closed.reviewer_tier as "reviewerTier",
  closed.finder_id as "finderId", closed.hand_ids as "handIds"`

/** Tiers below the drawer's; a province draws what a province closed too. */
const tiersBelow = (tier: Tier): readonly Tier[] => (tier === 'province' ? tiers : tiers.slice(0, tiers.indexOf(tier)))

const frameWhere = (tx: Tx, { regionCode: region, from, to, level, industry }: Omit<DrawOrder, 'strata' | 'wanted'>): Part => sql`
  ${inScopeOf(tx, 'closed.region_code')} and ${inRegion('closed.region_code', region)} and ${onDays('closed.closed_at', from, to)}
  and ${level === null ? sql`true` : sql`closed.level = ${level}`}
  and ${industry === null ? sql`true` : sql`ltrim(closed.industry_code, 'ABCDEFGHIJKLMNOPQRST') like ${`${industry.replace(/^[A-T]/, '')}%`}`}`

const notUnderRecheck = sql`not exists (select from supervision.recheck where recheck.unit_id = closed.unit_id
  and recheck.hazard_id = closed.hazard_id and recheck.state in ('drawn', 'assigned', 'unconfirmed'))`

const stratumOf: { readonly [Name in DrawOrder['strata']]: Part } = {
  none: sql`'-'`,
  county: sql`left(closed.region_code, 6)`,
  level: sql`closed.level`,
  closer: sql`closed.closer_id::text`,
}

const drawable = (tier: Tier): Part => {
  const below = [...tiersBelow(tier)]
  return sql`closed.closer_tier = any(${below}::text[]) and closed.reviewer_tier = any(${below}::text[]) and ${notUnderRecheck}`
}

/** The frame of an order: what was closed below the tier and is under no recheck. */
export const frameFor = async (tx: Tx, order: DrawOrder, tier: Tier): Promise<readonly FrameLine[]> => {
  const { rows } = await sql<FrameLine>`
    select closed.unit_id as "unitId", closed.hazard_id as "hazardId", closed.version, ${stratumOf[order.strata]} as stratum
    from hazards.closed_hazard as closed where ${frameWhere(tx, order)} and ${drawable(tier)}`.execute(tx.tables())
  return rows
}

/** How many were closed in the same place and time, whoever closed them. */
export const closedFor = async (tx: Tx, order: DrawOrder): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    select count(*) as total from hazards.closed_hazard as closed where ${frameWhere(tx, order)}`.execute(tx.tables())
  return rows[0]?.total ?? 0
}

/** Closed hazards by their keys, in scope. */
export const closedHazards = async (
  tx: Tx,
  keys: readonly { readonly unitId: string; readonly hazardId: string }[],
): Promise<readonly ClosedHazard[]> => {
  const { rows } = await sql<ClosedHazard>`
    select ${closedColumns} from hazards.closed_hazard as closed
    where ${inScopeOf(tx, 'closed.region_code')} and (closed.unit_id, closed.hazard_id) in (
      select * from unnest(${keys.map(({ unitId }) => unitId)}::uuid[], ${keys.map(({ hazardId }) => hazardId)}::uuid[]))`.execute(
    tx.tables(),
  )
  return rows
}

/** The last deed on the audit record that the reader sees. */
export const auditHeadFor = async (tx: Tx): Promise<AuditHead> => {
  const { rows } = await sql<AuditHead>`
    select chain, seq, encode(hash, 'hex') as hash from audit.entry order by at desc, chain desc, seq desc limit 1`.execute(tx.tables())
  return rows[0] ?? { chain: '', seq: 0, hash: '' }
}

/** Whether a head stands on the audit record as it was. */
export const headStands = async (tx: Tx, { chain, seq, hash }: AuditHead): Promise<'same' | 'other' | 'unseen'> => {
  const { rows } = await sql<{ hash: string }>`
    select encode(hash, 'hex') as hash from audit.entry where chain = ${chain} and seq = ${seq}`.execute(tx.tables())
  const [entry] = rows
  if (!entry) return 'unseen'
  return entry.hash === hash ? 'same' : 'other'
}

export type DrawRow = DrawOrder & {
  readonly id: string
  readonly name: string
  readonly tierDigits: number
  readonly organisationId: string
  readonly frameSize: number
  readonly frameSm3: string
  readonly head: AuditHead
  readonly seed: string
  readonly drawn: number
  readonly settled: number
  readonly falseClosures: number
  readonly madeBy: string
  readonly madeAt: string
  readonly cancelledAt: string | null
  readonly cancelledBy: string | null
  readonly cancelReason: string | null
  readonly doneAt: string | null
}

const drawColumns = sql`draw.id, draw.name, draw.tier_digits as "tierDigits", draw.organisation_id as "organisationId", draw.asked,
  draw.region_code as "regionCode", draw.frame_size as "frameSize", draw.frame_sm3 as "frameSm3", draw.head, draw.seed, draw.drawn,
  draw.made_by as "madeBy", draw.made_at as "madeAt", draw.cancelled_at as "cancelledAt", draw.cancelled_by as "cancelledBy",
  draw.cancel_reason as "cancelReason", draw.done_at as "doneAt",
  (select count(*) from supervision.recheck where recheck.draw_id = draw.id and recheck.state = 'settled') as settled,
  (select count(*) from supervision.recheck where recheck.draw_id = draw.id and recheck.outcome = 'false') as "falseClosures"`

type Stored = Omit<DrawRow, keyof DrawOrder> & { readonly regionCode: string; readonly asked: DrawOrder }

const rowOf = ({ asked, ...row }: Stored): DrawRow => ({ ...asked, ...row })

/** A draw in scope. */
export const drawById = async (tx: Tx, id: string): Promise<DrawRow | undefined> => {
  const { rows } = await sql<Stored>`
    select ${drawColumns} from supervision.draw where ${inScopeOf(tx, 'draw.region_code')} and draw.id = ${id}::uuid`.execute(tx.tables())
  return rows.map(rowOf)[0]
}

/** The same, locked: it is cancelled, or rechecks of it are given away, one after the other. */
export const lockDraw = async (tx: Tx, id: string): Promise<DrawRow | undefined> => {
  await sql`select from supervision.draw where ${inScopeOf(tx, 'draw.region_code')} and id = ${id}::uuid for update`.execute(tx.tables())
  return drawById(tx, id)
}

/** The frozen frame of a draw. */
export const frozenFrame = async (tx: Tx, id: string): Promise<string> => {
  const { rows } = await sql<{ lines: string }>`select lines from supervision.draw_frame where draw_id = ${id}::uuid`.execute(tx.tables())
  return rows[0]?.lines ?? ''
}

/** A page of draws, the newest first. */
export const pageOfDraws = async (
  tx: Tx,
  { region, after, limit }: { readonly region?: string | undefined; readonly after?: string | undefined; readonly limit: number },
): Promise<{ readonly rows: readonly DrawRow[]; readonly total: number; readonly next: string | null }> => {
  const where = sql`${inScopeOf(tx, 'draw.region_code')} and ${inRegion('draw.region_code', region)}`
  const counted = await sql<{ total: number }>`select count(*) as total from supervision.draw where ${where}`.execute(tx.tables())
  const [at, id] = readCursor(after, 2) ?? []
  const begins =
    at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))
      ? sql`(draw.made_at, draw.id) < (${at}::timestamptz, ${id}::uuid)`
      : sql`true`
  const { rows } = await sql<Stored>`
    select ${drawColumns} from supervision.draw where ${where} and ${begins} order by draw.made_at desc, draw.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    rows: rows.slice(0, limit).map(rowOf),
    total: counted.rows[0]?.total ?? 0,
    next: last ? cursorOf([last.madeAt, last.id]) : null,
  }
}

/** Draws over the same region, or a part or the whole around it, in a period that overlaps. */
export const earlierDraws = async (tx: Tx, { regionCode: region, from, to }: DrawOrder): Promise<readonly DrawRow[]> => {
  const { lo, hi } = regionRange(regionCode(region))
  const { rows } = await sql<Stored>`
    select ${drawColumns} from supervision.draw
    where ${inScopeOf(tx, 'draw.region_code')} and draw.region_code >= ${lo} and draw.region_code < ${hi}
      and (draw.asked ->> 'from') <= ${to} and (draw.asked ->> 'to') >= ${from}
    order by draw.made_at desc, draw.id desc limit 20`.execute(tx.tables())
  return rows.map(rowOf)
}

/** Keeps a draw with its frozen frame. */
export const insertDraw = async (tx: Tx, row: DrawRow & { readonly postId: string }, order: DrawOrder, frame: string): Promise<void> => {
  await sql`insert into supervision.draw (id, recorded_region, region_code, organisation_id, tier_digits, name, asked, frame_size, frame_sm3, head,
      seed, drawn, made_by, post_id, made_at)
    values (${row.id}, ${order.regionCode}, ${order.regionCode}, ${row.organisationId}, ${row.tierDigits}, ${row.name}, ${JSON.stringify(order)},
      ${row.frameSize}, ${row.frameSm3}, ${JSON.stringify(row.head)}, ${row.seed}, ${row.drawn}, ${row.madeBy}, ${row.postId}, ${row.madeAt})`.execute(
    tx.tables(),
  )
  await sql`insert into supervision.draw_frame (draw_id, lines) values (${row.id}, ${frame})`.execute(tx.tables())
}

/** Cancels a draw and what of it is still open. */
export const cancelDrawRow = async (tx: Tx, id: string, by: string, reason: string): Promise<void> => {
  await sql`update supervision.recheck set state = 'cancelled', version = version + 1
    where draw_id = ${id}::uuid and state in ('drawn', 'assigned')`.execute(tx.tables())
  await sql`update supervision.draw set cancelled_at = ${tx.at}, cancelled_by = ${by}::uuid, cancel_reason = ${reason}, done_at = ${tx.at}
    where id = ${id}::uuid`.execute(tx.tables())
}

/** Says of a draw that nothing of it is open any more, once that is so. */
export const endDraw = async (tx: Tx, id: string): Promise<void> => {
  await sql`update supervision.draw set done_at = ${tx.at} where id = ${id}::uuid and done_at is null and not exists (
    select from supervision.recheck where recheck.draw_id = draw.id and recheck.state in ('drawn', 'assigned', 'unconfirmed'))`.execute(
    tx.tables(),
  )
}

export type DrawLine = RouteOutput<typeof drawRoutes.draws>['rows'][number]
