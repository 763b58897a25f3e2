import { createHash } from 'node:crypto'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { attachEvidence } from '../../../platform/evidence/room.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { visitRoutes } from '../contract/visitRoutes.ts'
import { countsOfVisit, type Delta } from '../rules/figures.ts'
import type { CitedItem, Hazard } from '../rules/hazard.ts'
import { campaignById } from './campaignStore.ts'
import { writeDeltas } from './figureStore.ts'
import { findHazard } from './findHazard.ts'
import { recordIdOf } from './hazardRow.ts'
import { numberHazards } from './hazardStore.ts'
import { markChecked } from './unitMove.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { factsOf, standingOf, unitRow, type UnitRow } from './unitStore.ts'
import { checkVisit } from './visitCheck.ts'
import { wholeVisit } from './visitRead.ts'
import { insertReinspections, insertVisit, lockVisit, visitById } from './visitStore.ts'

type Body = RouteInput<typeof visitRoutes.recordVisit>['body']

/** The unit that stands for the one named: a phone that was long without signal may know a double only by its old id. */
const standingUnit = async (tx: Tx, unitId: string): Promise<UnitRow | undefined> => {
  let unit = await unitRow(tx, unitId)
  for (let step = 0; unit && unit.alias_of !== null && step < 20; step += 1) unit = await unitRow(tx, unit.alias_of)
  return unit
}

/** The moment a visit was made: what the device claims, but never later than its receipt. */
const madeAt = (tx: Tx, claimedAt: string): Temporal.Instant => {
  const claimed = Temporal.Instant.from(claimedAt)
  return Temporal.Instant.compare(claimed, tx.now) < 0 ? claimed : tx.now
}

/** What came of a visit that is here already; undefined where it is new. */
const alreadyHere = async (tx: Tx, needs: RegisterNeeds, { visitId }: Body, digest: string, actor: PersonActor) => {
  await lockVisit(tx, visitId)
  const held = await visitById(tx, visitId)
  if (!held) return undefined
  if (held.digest !== digest || held.person_id !== actor.personId) return refuse('VISIT_RECORDED_OTHERWISE', { visitId })
  // That it came again is on the record; the visit stays as it is.
  tx.audit({
    action: 'visit.record',
    record: { kind: 'visit', id: recordIdOf({ unitId: held.unit_id, id: visitId }) },
    regionCode: held.region_code,
    organisationId: held.organisation_id,
    after: { again: true },
  })
  return answered(tx, needs, held.unit_id, visitId)
}

const answered = async (tx: Tx, needs: RegisterNeeds, unitId: string, visitId: string) => {
  const visit = await wholeVisit(tx, needs, unitId, visitId)
  if (!visit) throw new Error(`the visit ${visitId} was written out of its writer's scope`)
  return ok(visit)
}

type Made = { readonly unit: UnitRow; readonly on: string; readonly at: string; readonly digest: string }

const writeVisit = async (tx: Tx, body: Body, { unit, on, at, digest }: Made, actor: PersonActor): Promise<void> => {
  const { unit_id, recorded_region, region_code, organisation_id } = unit
  const placed = { unit_id, recorded_region, region_code, organisation_id }
  await insertVisit(tx, {
    ...placed,
    id: body.visitId,
    campaign_id: body.campaignId,
    how: body.how,
    announced: body.announced,
    result: body.result,
    on_day: on,
    note: body.note,
    lng: body.position?.lng ?? null,
    lat: body.position?.lat ?? null,
    accuracy_metres: body.position?.accuracyMetres ?? null,
    no_position_reason: body.noPositionReason,
    claimed_at: at,
    begun_at: body.begunAt !== null && Date.parse(body.begunAt) <= Date.parse(body.claimedAt) ? body.begunAt : null,
    received_at: tx.at,
    answers: body.answers,
    hazard_ids: body.findings.map(({ hazardId }) => hazardId),
    digest,
    person_id: actor.personId,
    post_id: actor.postId,
    visitor_organisation_id: actor.organisationId,
  })
  const { campaignId } = body
  if (campaignId !== null)
    await insertReinspections(
      tx,
      body.reinspections.map(({ hazardId, finding, note }) => ({
        ...placed,
        visit_id: body.visitId,
        hazard_id: hazardId,
        campaign_id: campaignId,
        finding,
        note,
      })),
    )
}

/** Everything a visit counts for, but what was found on it. A unit's own self-check is no department's coverage. */
const countVisit = async (tx: Tx, { how, result, campaignId }: Body, { unit, on }: Made): Promise<readonly Delta[]> => {
  const counts = countsOfVisit({ on, result }, standingOf(factsOf(unit), campaignId, false))
  if (result !== 'checked' || how === 'selfCheck') return counts
  const marks = [`month/${on.slice(0, 7)}`, ...(campaignId === null ? [] : [`campaign/${campaignId}`])]
  return [...counts, ...(await markChecked(tx, unit, marks))]
}

const findAll = async (
  tx: Tx,
  needs: RegisterNeeds,
  body: Body,
  { unit }: Made,
  actor: PersonActor,
  items: ReadonlyMap<string, CitedItem>,
): Promise<Result<{ readonly deltas: readonly Delta[]; readonly hazards: readonly Hazard[] }>> => {
  const deltas: Delta[] = []
  const hazards: Hazard[] = []
  for (const { hazardId, description, place, evidenceIds, itemKey, proposedLevel } of body.findings) {
    const found = await findHazard(
      tx,
      needs,
      actor,
      // What was found while the unit was open counts, though it closed before the phone had signal.
      { ...factsOf(unit), closedOn: null },
      {
        hazardId,
        how: body.how,
        description,
        evidence: evidenceIds,
        item: itemKey === null ? null : (items.get(itemKey) ?? null),
        proposedLevel,
        claimedAt: body.claimedAt,
        position: place ?? body.position,
      },
      { campaignId: body.campaignId, registered: false },
      { deltas: (more) => void deltas.push(...more), found: (hazard) => void hazards.push(hazard) },
    )
    if (!found.ok) return found
  }
  return ok({ deltas, hazards })
}

/**
 * Records a visit with all that belongs to it, in one transaction: answers, evidence, hazards found, registered hazards
 * looked at again. It carries an id of the phone's making, so a second arrival, however late, answers what stands.
 */
export const openRecordVisit = (needs: RegisterNeeds): RouteHandler =>
  handle(visitRoutes.recordVisit, async (tx, { params, body, actor }) => {
    const unit = await standingUnit(tx, params.unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: params.unitId })
    // When it was begun came to be told later: what an older program sent is the same visit.
    const { begunAt: _begunAt, ...told } = body
    const digest = createHash('sm3').update(JSON.stringify(told)).digest('hex')
    const here = await alreadyHere(tx, needs, body, digest, actor)
    if (here) return here
    const moment = madeAt(tx, body.claimedAt)
    const made = { unit, on: dateInBeijing(moment).toString(), at: moment.toString({ smallestUnit: 'millisecond' }), digest }
    const campaign = body.campaignId === null ? null : await campaignById(tx, body.campaignId)
    if (campaign === undefined) return refuse('RECORD_NOT_FOUND', { kind: 'campaign', id: body.campaignId ?? '' })
    const sound = await checkVisit(tx, body, { unit, campaign, on: made.on, actor })
    if (!sound.ok) return sound
    await writeVisit(tx, body, made, actor)
    const record = { kind: 'visit', id: recordIdOf({ unitId: unit.unit_id, id: body.visitId }) }
    const place = { regionCode: unit.region_code, organisationId: unit.organisation_id }
    const attached = await attachEvidence(tx, { evidenceIds: body.evidenceIds, record, ...place, retention: 'forever' })
    if (!attached.ok) return attached
    const found = await findAll(tx, needs, body, made, actor, sound.value)
    if (!found.ok) return found
    await writeDeltas(tx, [...(await countVisit(tx, body, made)), ...found.value.deltas])
    const { how, announced, result, campaignId, claimedAt } = body
    const counts = { answers: body.answers.length, findings: body.findings.length, reinspections: body.reinspections.length }
    tx.audit({ action: 'visit.record', record, ...place, after: { how, announced, result, campaignId, claimedAt, on: made.on, ...counts } })
    tx.emit({ type: 'hazards.visitRecorded', ...place, record, payload: { unitId: unit.unit_id, visitId: body.visitId } })
    // Last, for others of the county wait for the series.
    await numberHazards(tx, found.value.hazards, unit.region_code)
    return answered(tx, needs, unit.unit_id, body.visitId)
  })
