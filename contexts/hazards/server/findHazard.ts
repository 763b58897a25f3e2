import { randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { attachEvidence, shareEvidence } from '../../../platform/evidence/room.ts'
import { find } from '../rules/decide.ts'
import type { Delta } from '../rules/figures.ts'
import type { CitedItem, Finding, Fix, Hazard, Level } from '../rules/hazard.ts'
import { recordIdOf, settingsFor } from './hazardRow.ts'
import { hazardInScope, numberHazards } from './hazardStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'
import { standingOf, type UnitFacts } from './unitStore.ts'

/** What somebody came upon at a unit. Evidence by the ids of the uploads; `claimedAt` an ISO instant of the device. */
export type FindingAt = {
  /** Made by the phone with the finding, so that what arrives twice is one; absent, the server makes it. */
  readonly hazardId?: string | undefined
  readonly how: Finding
  readonly description: string
  readonly evidence: readonly string[]
  /** The item as it stands in the library, never as the caller says. */
  readonly item: CitedItem | null
  readonly proposedLevel: Level
  readonly claimedAt: string
  readonly position: Fix | null
}

/** The campaign it counts for, and whether it was on its list before (在册) or newly found. */
export type FoundIn = { readonly campaignId: string | null; readonly registered: boolean }

/** Who is to put it right although he works for another organisation, and so lies beyond the unit's scope. */
const assigneeFromOutside = (hazard: Hazard, organisationId: string | null): readonly string[] =>
  'assignee' in hazard && hazard.assignee !== null && hazard.assignee.organisationId !== organisationId ? [hazard.assignee.personId] : []

/** Whoever the work was given to from outside sees the evidence there is; whoever had it before does no more. */
export const shareWithAssignee = (
  tx: Tx,
  hazard: Hazard,
  { regionCode, organisationId }: { readonly regionCode: string; readonly organisationId: string | null },
): Promise<number> =>
  shareEvidence(tx, {
    record: { kind: 'hazard', id: recordIdOf(hazard) },
    regionCode,
    organisationId,
    sharedWith: assigneeFromOutside(hazard, organisationId),
  })

/** Evidence of a hazard is kept as long as the hazard: for ever, for nothing of it is deleted. */
export const attachToHazard = async (
  tx: Tx,
  hazard: Hazard,
  place: { readonly regionCode: string; readonly organisationId: string | null },
  evidenceIds: readonly string[],
): Promise<Result<unknown>> =>
  attachEvidence(tx, {
    evidenceIds,
    record: { kind: 'hazard', id: recordIdOf(hazard) },
    regionCode: place.regionCode,
    organisationId: place.organisationId,
    retention: 'forever',
    sharedWith: assigneeFromOutside(hazard, place.organisationId),
  })

/**
 * Puts a hazard on the record, in the transaction of whoever calls (a visit, or a report of its own). A finding that
 * arrived before under the same id answers what became of it. With `collect` the caller writes the deltas and gives the
 * numbers of what is new, at the end of its transaction.
 * Refuses UNIT_CLOSED, what the rules refuse (DEED_INCOMPLETE), and what the evidence refuses.
 */
export const findHazard = async (
  tx: Tx,
  needs: Pick<Needs, 'tightenedFor'>,
  actor: PersonActor,
  unit: UnitFacts,
  finding: FindingAt,
  { campaignId, registered }: FoundIn,
  collect?: { readonly deltas: (deltas: readonly Delta[]) => void; readonly found: (hazard: Hazard) => void },
): Promise<Result<Hazard>> => {
  const { hazardId = randomUUIDv7(), claimedAt, position, ...what } = finding
  const before = finding.hazardId === undefined ? undefined : await hazardInScope(tx, unit.unitId, hazardId)
  if (before) return ok(before.hazard)
  if (unit.closedOn !== null) return refuse('UNIT_CLOSED', { unitId: unit.unitId, name: unit.name, closedOn: unit.closedOn })
  const settings = await settingsFor(tx, needs, unit.organisationId)
  const person = personOf(actor, unit, what.how === 'expertCheck' ? 'expert' : 'peer')
  const found = find(
    { ...what, hazardId, unitId: unit.unitId, organisationId: unit.organisationId },
    { ...settings, person, claimedAt, position },
    tx.now,
  )
  if (!found.ok) return found
  const place = { unitName: unit.name, regionCode: unit.regionCode, organisationId: unit.organisationId }
  const hazard = await keepEvent(tx, { hazard: null, standing: standingOf(unit, campaignId, registered), place, settings }, found.value, {
    action: 'hazard.find',
    ...(collect ? { collect: collect.deltas } : {}),
  })
  const attached = await attachToHazard(tx, hazard, place, what.evidence)
  if (!attached.ok) return attached
  // Last, for others of the county wait for the series.
  if (collect) collect.found(hazard)
  else await numberHazards(tx, [hazard], unit.regionCode)
  return ok(hazard)
}
