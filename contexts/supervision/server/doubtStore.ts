import { sql, type RawBuilder } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { doubtRoutes } from '../contract/doubtRoutes.ts'
import type { Doubt, DoubtKind, DoubtState } from '../rules/doubts/doubt.ts'
import { inRegion, inScopeOf, onDays } from './drawStore.ts'

type Part = RawBuilder<unknown>

export type DoubtRow = {
  readonly unitId: string
  readonly doubtId: string
  readonly kind: DoubtKind
  readonly state: DoubtState
  readonly unitName: string
  readonly regionCode: string
  readonly organisationId: string | null
  readonly recordKind: string
  readonly recordId: string
  readonly evidence: Doubt['evidence']
  readonly people: readonly string[]
  readonly raisedAt: string
  readonly lookedBy: string | null
  readonly lookedAt: string | null
  readonly note: string | null
  readonly recheckId: string | null
  readonly version: number
}

const columns = sql`doubt.unit_id as "unitId", doubt.id as "doubtId", doubt.kind, doubt.state, doubt.unit_name as "unitName",
  doubt.region_code as "regionCode", doubt.organisation_id as "organisationId", doubt.record_kind as "recordKind", doubt.record_id as "recordId",
  doubt.evidence, doubt.people, doubt.raised_at as "raisedAt", doubt.looked_by as "lookedBy", doubt.looked_at as "lookedAt", doubt.note,
  doubt.recheck_id as "recheckId", doubt.version`

const seen = (tx: Tx): Part => inScopeOf(tx, 'doubt.region_code')

export const doubtByKey = async (tx: Tx, unitId: string, doubtId: string): Promise<DoubtRow | undefined> => {
  const { rows } = await sql<DoubtRow>`
    select ${columns} from supervision.doubt where ${seen(tx)} and doubt.unit_id = ${unitId}::uuid and doubt.id = ${doubtId}::uuid`.execute(
    tx.tables(),
  )
  return rows[0]
}

/** The same, locked: it is looked at once. */
export const lockDoubt = async (tx: Tx, unitId: string, doubtId: string): Promise<DoubtRow | undefined> => {
  await sql`select from supervision.doubt where ${seen(tx)} and unit_id = ${unitId}::uuid and id = ${doubtId}::uuid for update`.execute(
    tx.tables(),
  )
  return doubtByKey(tx, unitId, doubtId)
}

type Query = RouteInput<typeof doubtRoutes.doubts>['query']

const narrowed = (tx: Tx, { region, unitId, kind, state, counts, from, to }: Query): Part =>
  sql.join(
    [
      seen(tx),
      inRegion('doubt.region_code', region),
      unitId === undefined ? sql`true` : sql`doubt.unit_id = ${unitId}::uuid`,
      kind === undefined ? sql`true` : sql`doubt.kind = ${kind}`,
      state === undefined ? sql`true` : sql`doubt.state = ${state}`,
      counts === 'doubtsLooked'
        ? sql`doubt.looked_at is not null and ${onDays('doubt.looked_at', from, to)}`
        : onDays('doubt.raised_at', from, to),
    ],
    sql` and `,
  )

/** A page of doubts, raised last first. */
export const pageOfDoubts = async (
  tx: Tx,
  query: Query,
): Promise<{ readonly rows: readonly DoubtRow[]; readonly total: number; readonly next: string | null }> => {
  const where = narrowed(tx, query)
  const counted = await sql<{ total: number }>`select count(*) as total from supervision.doubt where ${where}`.execute(tx.tables())
  const [at, id] = readCursor(query.after, 2) ?? []
  const begins =
    at !== undefined && id !== undefined && !Number.isNaN(Date.parse(at))
      ? sql`(doubt.raised_at, doubt.id) < (${at}::timestamptz, ${id}::uuid)`
      : sql`true`
  const { rows } = await sql<DoubtRow>`
    select ${columns} from supervision.doubt where ${where} and ${begins}
    order by doubt.raised_at desc, doubt.id desc limit ${query.limit + 1}`.execute(tx.tables())
  const last = rows.length > query.limit ? rows[query.limit - 1] : undefined
  return {
    rows: rows.slice(0, query.limit),
    total: counted.rows[0]?.total ?? 0,
    next: last ? cursorOf([last.raisedAt, last.doubtId]) : null,
  }
}

/** Where a record that is in doubt counts. */
export type DoubtPlace = {
  readonly unitName: string
  readonly regionCode: string
  readonly recordedRegion: string
  readonly organisationId: string | null
}

/** Keeps a doubt once; false where the same was raised before. */
export const insertDoubt = async (tx: Tx, id: string, doubt: Doubt, place: DoubtPlace): Promise<boolean> => {
  const { numAffectedRows } = await sql`
    insert into supervision.doubt (unit_id, id, key, kind, state, recorded_region, region_code, organisation_id, unit_name, record_kind, record_id,
      evidence, people, raised_at)
    values (${doubt.record.unitId}, ${id}, ${doubt.key}, ${doubt.kind}, 'raised', ${place.recordedRegion}, ${place.regionCode},
      ${place.organisationId}, ${place.unitName}, ${doubt.record.kind}, ${doubt.record.id}, ${JSON.stringify(doubt.evidence)},
      ${[...doubt.people]}::uuid[], ${tx.at})
    on conflict (unit_id, key) do nothing`.execute(tx.tables())
  return Number(numAffectedRows ?? 0n) > 0
}

export const setLooked = async (
  tx: Tx,
  { unitId, doubtId }: DoubtRow,
  looked: { readonly state: DoubtState; readonly by: string; readonly note: string; readonly recheckId: string | null },
): Promise<void> => {
  await sql`update supervision.doubt set state = ${looked.state}, looked_by = ${looked.by}::uuid, looked_at = ${tx.at}, note = ${looked.note},
      recheck_id = ${looked.recheckId}::uuid, version = version + 1
    where unit_id = ${unitId}::uuid and id = ${doubtId}::uuid`.execute(tx.tables())
}
