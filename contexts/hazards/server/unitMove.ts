import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import { moveEvidence } from '../../../platform/evidence/room.ts'
import { countsOfUnitChecked, countsOfVisit, deltasBetween, deltasOfMove, type Delta, type Standing } from '../rules/figures.ts'
import { writeDeltas } from './figureStore.ts'
import { recordIdOf, settingsFor } from './hazardRow.ts'
import { lockHazardsOfUnit, moveHazard, replaceOwing } from './hazardStore.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { factsOf, standingOf, tables, unitRow, type UnitRow } from './unitStore.ts'

/** What a mark (unit, month) or (unit, campaign) counts for, where the unit counts. */
const countsOfMark = (mark: string, standing: Omit<Standing, 'campaignId'>): readonly Delta[] => {
  const [kind, of = ''] = mark.split('/')
  return kind === 'campaign'
    ? countsOfUnitChecked(null, { ...standing, campaignId: of })
    : countsOfUnitChecked(of, { ...standing, campaignId: null })
}

/** Marks a unit as checked in a month and in a campaign; what came to be is counted, what was there is not. */
export const markChecked = async (tx: Tx, unit: UnitRow, marks: readonly string[]): Promise<readonly Delta[]> => {
  const { unit_id, recorded_region, region_code, organisation_id } = unit
  const made = await tables(tx)
    .insertInto('hazards.unit_checked')
    .values(marks.map((id) => ({ unit_id, id, recorded_region, region_code, organisation_id, at: tx.at })))
    .onConflict((conflict) => conflict.columns(['unit_id', 'id']).doNothing())
    .returning('id')
    .execute()
  return made.flatMap(({ id }) => countsOfMark(id, standingOf(factsOf(unit), null, false)))
}

/** The marks of a unit that was found to be another's double become those of the other: one unit is counted once. */
export const joinChecked = async (tx: Tx, from: UnitRow, into: UnitRow): Promise<void> => {
  const held = await tables(tx).deleteFrom('hazards.unit_checked').where('unit_id', '=', from.unit_id).returning('id').execute()
  if (held.length === 0) return
  const marks = held.map(({ id }) => id)
  const lost = marks.flatMap((mark) => countsOfMark(mark, standingOf(factsOf(from), null, false)))
  await writeDeltas(tx, deltasBetween(lost, await markChecked(tx, into, marks)))
}

/** Gives a unit exactly the marks that its visits made, and counts what came and what went. */
export const settleMarks = async (tx: Tx, unitId: string, marks: readonly string[]): Promise<void> => {
  const unit = await unitRow(tx, unitId)
  if (!unit) throw new Error(`the unit ${unitId} is out of the scope in which its marks are settled`)
  const gone = await tables(tx)
    .deleteFrom('hazards.unit_checked')
    .where('unit_id', '=', unitId)
    .where((row) => row.not(row('id', 'in', marks.length > 0 ? marks : [''])))
    .returning('id')
    .execute()
  const lost = gone.flatMap(({ id }) => countsOfMark(id, standingOf(factsOf(unit), null, false)))
  const made = marks.length > 0 ? await markChecked(tx, unit, marks) : []
  await writeDeltas(tx, deltasBetween(lost, made))
}

const following = [
  'unit_alias',
  'special_listing',
  'campaign_target',
  'target_removal',
  'campaign_hazard',
  'assignment',
  'visit',
  'reinspection',
  'unit_checked',
  'ledger_row',
] as const

const moveHazards = async (tx: Tx, needs: RegisterNeeds, after: UnitRow): Promise<readonly Delta[]> => {
  const settings = await settingsFor(tx, needs, after.organisation_id)
  const place = { regionCode: after.region_code, organisationId: after.organisation_id }
  const deltas: Delta[] = []
  for (const { hazard, standing } of await lockHazardsOfUnit(tx, after.unit_id)) {
    deltas.push(...deltasOfMove(hazard, standing, standingOf(factsOf(after), standing.campaignId, standing.registered)))
    await moveHazard(tx, hazard, { ...place, unitName: after.name }, after.industry_code)
    await replaceOwing(tx, hazard, { ...place, unitName: after.name }, settings)
    await moveEvidence(tx, { record: { kind: 'hazard', id: recordIdOf(hazard) }, ...place })
  }
  return deltas
}

/**
 * Takes along what belongs to a unit when it counts in another region or industry, or another organisation answers for it:
 * rows, figures and evidence. What stands on paper (`recorded_region`) stays.
 */
export const moveUnit = async (tx: Tx, needs: RegisterNeeds, before: UnitRow, after: UnitRow): Promise<void> => {
  const moved = before.region_code !== after.region_code || before.organisation_id !== after.organisation_id
  if (!moved && before.industry_code === after.industry_code) return
  const unitId = after.unit_id
  const visits = await tables(tx)
    .selectFrom('hazards.visit')
    .select(['id', 'campaign_id', 'on_day', 'result'])
    .where('unit_id', '=', unitId)
    .execute()
  const marks = await tables(tx).selectFrom('hazards.unit_checked').select('id').where('unit_id', '=', unitId).execute()
  const counts = (row: UnitRow): readonly Delta[] => [
    ...visits.flatMap(({ campaign_id, on_day, result }) =>
      countsOfVisit({ on: on_day, result }, standingOf(factsOf(row), campaign_id, false)),
    ),
    ...marks.flatMap(({ id }) => countsOfMark(id, standingOf(factsOf(row), null, false))),
  ]
  const place = { regionCode: after.region_code, organisationId: after.organisation_id }
  const ofHazards = await moveHazards(tx, needs, after)
  if (moved) {
    for (const table of following)
      await sql`update ${sql.table(`hazards.${table}`)} set region_code = ${after.region_code}, organisation_id = ${after.organisation_id}::uuid
        where unit_id = ${unitId}::uuid`.execute(tx.tables())
    for (const { id } of visits) await moveEvidence(tx, { record: { kind: 'visit', id: recordIdOf({ unitId, id }) }, ...place })
  }
  await writeDeltas(tx, [...deltasBetween(counts(before), counts(after)), ...ofHazards])
}
