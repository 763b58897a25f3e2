import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { RecordRef, Spot } from '../rules/doubts/doubt.ts'
import type { Written } from '../rules/doubts/text.ts'
import type { MadeVisit } from '../rules/doubts/visit.ts'
import type { DoubtPlace } from './doubtStore.ts'

/** A visit as hazards publish it. */
export type VisitRow = DoubtPlace & {
  readonly unitId: string
  readonly visitId: string
  readonly claimedAt: string
  readonly receivedAt: string
  readonly begunAt: string | null
  readonly note: string
  readonly lng: number | null
  readonly lat: number | null
  readonly accuracyMetres: number | null
  readonly personId: string
  readonly visitorOrganisationId: string
  readonly unitLng: number | null
  readonly unitLat: number | null
  readonly unitKind: string
  readonly answered: number
  readonly inOrder: number
}

const columns = sql`visit.unit_id as "unitId", visit.visit_id as "visitId", visit.region_code as "regionCode", visit.recorded_region as "recordedRegion",
  visit.organisation_id as "organisationId", visit.unit_name as "unitName", visit.claimed_at as "claimedAt", visit.received_at as "receivedAt",
  visit.begun_at as "begunAt", visit.note, visit.lng, visit.lat, visit.accuracy_metres as "accuracyMetres", visit.person_id as "personId",
  visit.visitor_organisation_id as "visitorOrganisationId", visit.unit_lng as "unitLng", visit.unit_lat as "unitLat", visit.unit_kind as "unitKind",
  visit.answered, visit.in_order as "inOrder"`

/** Visits in the order in which they were received, from a moment on and after one of them. */
export const visitsReceived = async (
  tx: Tx,
  {
    from,
    after,
    most,
  }: { readonly from: string; readonly after: { readonly at: string; readonly id: string } | null; readonly most: number },
): Promise<readonly VisitRow[]> => {
  const { rows } = await sql<VisitRow>`
    select ${columns} from hazards.made_visit as visit
    where visit.received_at >= ${from}::timestamptz
      and ${after === null ? sql`true` : sql`(visit.received_at, visit.visit_id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by visit.received_at, visit.visit_id limit ${most}`.execute(tx.tables())
  return rows
}

export const refOf = ({ unitId, visitId }: Pick<VisitRow, 'unitId' | 'visitId'>): RecordRef => ({
  kind: 'visit',
  id: `${unitId}.${visitId}`,
  unitId,
})

/** Villages and sites have no one place. */
const wideKinds: ReadonlySet<string> = new Set(['village', 'site'])

/** A visit as the rules take it. */
export const madeVisit = (row: VisitRow): MadeVisit => ({
  record: refOf(row),
  personId: row.personId,
  at: row.claimedAt,
  begunAt: row.begunAt,
  answered: row.answered,
  inOrder: row.inOrder,
  spot: row.lng === null || row.lat === null ? null : { lng: row.lng, lat: row.lat, accuracyMetres: row.accuracyMetres ?? 0 },
  unit: row.unitLng === null || row.unitLat === null ? null : { lng: row.unitLng, lat: row.unitLat, wide: wideKinds.has(row.unitKind) },
})

/** What somebody wrote on a visit. */
export const writtenOn = (row: VisitRow): Written => ({
  record: refOf(row),
  at: row.claimedAt,
  personId: row.personId,
  organisationId: row.visitorOrganisationId,
  text: row.note,
})

/** Where one person was by his devices, around a moment, in the order of time. */
export const spotsAround = async (tx: Tx, personId: string, at: string): Promise<readonly Spot[]> => {
  const { rows } = await sql<
    Omit<Spot, 'record'> & { readonly recordKind: RecordRef['kind']; readonly recordId: string; readonly unitId: string }
  >`
    select deed.at, deed.lng, deed.lat, deed.accuracy_metres as "accuracyMetres", deed.record_kind as "recordKind", deed.record_id as "recordId",
      deed.unit_id as "unitId"
    from hazards.positioned_deed as deed
    where deed.person_id = ${personId}::uuid and deed.at between ${at}::timestamptz - interval '12 hours' and ${at}::timestamptz + interval '12 hours'
    order by deed.at, deed.record_id limit 500`.execute(tx.tables())
  return rows.map(({ recordKind, recordId, unitId, ...spot }) => ({ ...spot, record: { kind: recordKind, id: recordId, unitId } }))
}

/** Under which visit each of these hazards was found; what was found by itself is its own outing. */
export const outingsOf = async (tx: Tx, recordIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const keys = recordIds.map((id) => id.split('.'))
  const { rows } = await sql<{ id: string; outing: string }>`
    select asked.unit_id || '.' || asked.id as id, visit.unit_id || '.' || visit.visit_id as outing
    from unnest(${keys.map(([unit]) => unit)}::uuid[], ${keys.map(([, id]) => id)}::uuid[]) as asked (unit_id, id)
    join hazards.made_visit as visit on visit.unit_id = asked.unit_id and asked.id = any(visit.hazard_ids)`.execute(tx.tables())
  return new Map(rows.map(({ id, outing }) => [id, outing]))
}

/** Where units count and how they are called. */
export const placesOf = async (tx: Tx, unitIds: readonly string[]): Promise<ReadonlyMap<string, DoubtPlace>> => {
  const { rows } = await sql<DoubtPlace & { readonly unitId: string }>`
    select unit_id as "unitId", unit_name as "unitName", region_code as "regionCode", recorded_region as "recordedRegion",
      organisation_id as "organisationId"
    from hazards.told_unit where unit_id = any(${[...unitIds]}::uuid[])`.execute(tx.tables())
  return new Map(rows.map(({ unitId, ...place }) => [unitId, place]))
}

/** Names of units in sight, by id. */
export const unitNames = async (tx: Tx, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await placesOf(tx, unitIds))].map(([unitId, { unitName }]) => [unitId, unitName]))
