import { sql, type RawBuilder } from 'kysely'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import type { Case, Officer } from '../rules/case.ts'
import { numberText, seriesOf } from '../rules/caseNumber.ts'
import type { CaseEvent } from '../rules/events.ts'
import { columnsOf, daysOf, owingRows, type Place } from './caseRow.ts'
import type { UnitOfCase } from './needs.ts'
import type { EnforcementTables } from './tables.ts'

const tables = (tx: Tx) => tx.tables<EnforcementTables>()

/** A case with where it counts. */
export type HeldCase = { readonly held: Case; readonly place: Place }

type HeldRow = Place & { readonly held: Case }

const columns = sql`case_file.held, case_file.number, case_file.unit_name as "unitName", case_file.region_code as "regionCode",
  case_file.organisation_id as "organisationId", case_file.authority_id as "authorityId"`

/** The scope stands in the query as well as in row-level security; a unit sees what it was told of. */
export const scopeOf = (tx: Tx): RawBuilder<unknown> => {
  const { lo, hi, organisationId } = tx.actor.scope
  const range = sql`case_file.region_code >= ${lo} and case_file.region_code < ${hi}`
  return organisationId === null
    ? sql`(${range})`
    : sql`(${range} and case_file.party_sees and case_file.organisation_id = ${organisationId}::uuid)`
}

const byKey = (unitId: string, caseId: string) => sql`case_file.unit_id = ${unitId}::uuid and case_file.id = ${caseId}::uuid`

const heldOf = ({ held, ...place }: HeldRow): HeldCase => ({ held, place })

/** A case in scope. */
export const caseInScope = async (tx: Tx, unitId: string, caseId: string): Promise<HeldCase | undefined> => {
  const { rows } =
    await sql<HeldRow>`select ${columns} from enforcement.case_file where ${scopeOf(tx)} and ${byKey(unitId, caseId)}`.execute(tx.tables())
  return rows[0] && heldOf(rows[0])
}

/** The same, locked: one after the other acts on it. */
export const lockCase = async (tx: Tx, unitId: string, caseId: string): Promise<HeldCase | undefined> => {
  // Locked first and read after: what another transaction wrote meanwhile is then seen whole.
  await sql`select from enforcement.case_file where ${scopeOf(tx)} and ${byKey(unitId, caseId)} for update`.execute(tx.tables())
  return caseInScope(tx, unitId, caseId)
}

/** Everything that happened to a case, oldest first. */
export const historyOf = async (tx: Tx, unitId: string, caseId: string): Promise<readonly CaseEvent[]> => {
  const rows = await tables(tx)
    .selectFrom('enforcement.case_event')
    .select('event')
    .where('unit_id', '=', unitId)
    .where('case_id', '=', caseId)
    .orderBy('version')
    .execute()
  return rows.map(({ event }) => event)
}

/** The next number of the series where the authority sits. */
export const takeNumber = async (tx: Tx, authority: { readonly shortName: string; readonly regionCode: string }): Promise<string> => {
  const { year } = dateInBeijing(tx.now)
  const { rows } = await sql<{
    place: number
  }>`select enforcement.take_number(${seriesOf(authority.regionCode)}, ${year}) as place`.execute(tx.tables())
  const [taken] = rows
  if (!taken) throw new Error('the series gave no number')
  return numberText(authority.shortName, year, taken.place)
}

/** The state row of a case that has just begun. */
export const insertCase = async (tx: Tx, held: Case, event: CaseEvent, place: Place, settings: Settings): Promise<void> => {
  await tables(tx)
    .insertInto('enforcement.case_file')
    .values({
      ...columnsOf(held, tx.now, settings),
      opened_on: null,
      noticed_on: null,
      decided_on: null,
      served_on: null,
      performed_on: null,
      ...daysOf(event, held),
      unit_id: held.unitId,
      id: held.id,
      number: place.number,
      recorded_region: place.regionCode,
      region_code: place.regionCode,
      organisation_id: place.organisationId,
      authority_id: place.authorityId,
      unit_name: place.unitName,
      procedure: held.procedure,
      cause: held.cause,
      matter: held.matter,
      party_name: held.party.name,
      proposed_at: held.proposed.at,
    })
    .execute()
}

/** The state row after an event. The caller holds its lock; a version that does not follow is a bug. */
export const updateCase = async (tx: Tx, held: Case, event: CaseEvent, settings: Settings, from: number): Promise<void> => {
  const { numUpdatedRows } = await tables(tx)
    .updateTable('enforcement.case_file')
    .set({ ...columnsOf(held, tx.now, settings), ...daysOf(event, held) })
    .where('unit_id', '=', held.unitId)
    .where('id', '=', held.id)
    .where('version', '=', from)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Error(`case ${held.id} is not at version ${from}`)
}

/** The event, and what of it is counted by day. */
export const insertEvent = async (tx: Tx, held: Case, event: CaseEvent): Promise<void> => {
  const key = { unit_id: held.unitId, case_id: held.id }
  await tables(tx)
    .insertInto('enforcement.case_event')
    .values({
      ...key,
      version: held.version,
      kind: event.kind,
      person_id: event.step.by.personId,
      at: event.step.at,
      event: JSON.stringify(event),
    })
    .execute()
  if (event.kind !== 'paid') return
  await tables(tx)
    .insertInto('enforcement.payment')
    .values({ ...key, place: held.version, paid_on: event.paidOn, yuan: event.yuan })
    .execute()
}

/** What is owed over the case, written anew. */
export const replaceOwing = async (tx: Tx, held: Case, place: Place, settings: Settings): Promise<void> => {
  await tables(tx).deleteFrom('enforcement.owing').where('unit_id', '=', held.unitId).where('case_id', '=', held.id).execute()
  const rows = owingRows(held, place, tx.now, settings)
  if (rows.length > 0)
    await tables(tx)
      .insertInto('enforcement.owing')
      .values([...rows])
      .execute()
}

/** Clocks and what is owed as they stand now, without a deed. */
export const rewriteClocks = async (tx: Tx, { held, place }: HeldCase, settings: Settings): Promise<void> => {
  const { step_due_at, law_due_at, turns_at } = columnsOf(held, tx.now, settings)
  await tables(tx)
    .updateTable('enforcement.case_file')
    .set({ step_due_at, law_due_at, turns_at })
    .where('unit_id', '=', held.unitId)
    .where('id', '=', held.id)
    .execute()
  await replaceOwing(tx, held, place, settings)
}

export type CaseKey = { readonly unitId: string; readonly id: string }

/** Cases of which a term has run out without a deed. */
export const turnedCases = async (tx: Tx, most: number): Promise<readonly CaseKey[]> =>
  tables(tx)
    .selectFrom('enforcement.case_file')
    .select(['unit_id as unitId', 'id'])
    .where('turns_at', '<=', tx.at)
    .orderBy('turns_at')
    .orderBy('id')
    .limit(most)
    .execute()

/** Cases of a unit follow it to another region; what their paper says stays. */
export const moveCases = async (tx: Tx, unitId: string, regionCode: string, organisationId: string | null): Promise<readonly CaseKey[]> => {
  const at = { region_code: regionCode, organisation_id: organisationId }
  const moved = await tables(tx)
    .updateTable('enforcement.case_file')
    .set(at)
    .where('unit_id', '=', unitId)
    .where(({ or, eb }) => or([eb('region_code', '<>', regionCode), eb('organisation_id', 'is distinct from', organisationId)]))
    .returning(['unit_id as unitId', 'id'])
    .execute()
  if (moved.length > 0) await tables(tx).updateTable('enforcement.owing').set(at).where('unit_id', '=', unitId).execute()
  return moved
}

/** The unit as it stands, for the paper of an event that has one. */
export const keepPaperUnit = async (tx: Tx, held: Case, unit: UnitOfCase, headName: string | null): Promise<void> => {
  await tables(tx)
    .insertInto('enforcement.paper_unit')
    .values({
      unit_id: held.unitId,
      case_id: held.id,
      version: held.version,
      name: unit.name,
      uscc: unit.uscc,
      address: unit.address,
      head_name: headName,
    })
    .execute()
}

export type PaperUnit = {
  readonly name: string
  readonly uscc: string | null
  readonly address: string | null
  readonly headName: string | null
}

/** The unit as it stood at an event, or at the last one before it at which it was seen. */
export const paperUnitOf = async (tx: Tx, unitId: string, caseId: string, version: number): Promise<PaperUnit | undefined> =>
  tables(tx)
    .selectFrom('enforcement.paper_unit')
    .select(['name', 'uscc', 'address', 'head_name as headName'])
    .where('unit_id', '=', unitId)
    .where('case_id', '=', caseId)
    .where('version', '<=', version)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Certificates as stated now, for the next case. */
export const keepCertificates = async (tx: Tx, officers: readonly Officer[], authorityId: string): Promise<void> => {
  await tables(tx)
    .insertInto('enforcement.certificate')
    .values(
      officers.map(({ personId, certificateNo, validTo }) => ({
        person_id: personId,
        authority_id: authorityId,
        certificate_no: certificateNo,
        valid_to: validTo,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'person_id']).doUpdateSet({
        certificate_no: sql`excluded.certificate_no`,
        valid_to: sql`excluded.valid_to`,
      }),
    )
    .execute()
}

/** The last stated certificates of people, by person. */
export const certificatesOf = async (
  tx: Tx,
  people: readonly string[],
): Promise<ReadonlyMap<string, { readonly certificateNo: string; readonly validTo: string }>> => {
  if (people.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('enforcement.certificate')
    .select(['person_id as personId', 'certificate_no as certificateNo', 'valid_to as validTo'])
    .where('person_id', 'in', people)
    .execute()
  return new Map(rows.map(({ personId, ...certificate }) => [personId, certificate]))
}
