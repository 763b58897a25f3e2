import { randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { attachEvidence } from '../../../platform/evidence/room.ts'
import type { SentBeginning } from '../contract/caseActions.ts'
import type { NewCase } from '../rules/actions.ts'
import type { Case, CitedHazard } from '../rules/case.ts'
import { decideOnSpot, propose } from '../rules/decide.ts'
import { recordIdOf, settingsFor, type Place } from './caseRow.ts'
import { keepCertificates, takeNumber } from './caseStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'

/** The hazard as it stands now: its history up to here is what proves the fact. */
export const citedHazard = async (
  tx: Tx,
  { hazardsOfCase }: Pick<Needs, 'hazardsOfCase'>,
  unitId: string,
  hazardId: string | null,
): Promise<Result<CitedHazard | null>> => {
  if (hazardId === null) return ok(null)
  const [hazard] = await hazardsOfCase(tx, unitId, [hazardId])
  if (!hazard) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
  const { number, version } = hazard
  return ok({ hazardId, number, version })
}

/** Evidence of a case belongs to the authority: the party has what is served to it. */
export const attachToCase = (tx: Tx, held: Case, regionCode: string, evidenceIds: readonly string[]): Promise<Result<unknown>> =>
  attachEvidence(tx, {
    evidenceIds,
    record: { kind: 'case', id: recordIdOf(held) },
    regionCode,
    organisationId: tx.actor.scope.organisationId,
    retention: 'forever',
  })

/** People that a deed names must be somebody. */
export const unknownPerson = async (
  tx: Tx,
  { peopleNames }: Pick<Needs, 'peopleNames'>,
  ids: readonly string[],
): Promise<string | undefined> => {
  const known = await peopleNames(tx, [...new Set(ids)])
  return ids.find((id) => !known.has(id))
}

/**
 * Puts a case on the record: proposed, or with `spot` decided and handed over where it was found. Its number is taken at once.
 * Refuses what the rules refuse, RECORD_NOT_FOUND for a unit, a hazard or a person that is not there, and what the evidence
 * refuses.
 */
export const proposeCase = async (
  tx: Tx,
  needs: Needs,
  actor: PersonActor,
  unitId: string,
  { spot, fact, party, ...sent }: SentBeginning,
): Promise<Result<Case>> => {
  const unit = await needs.unitOfCase(tx, unitId)
  if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
  const unknown = await unknownPerson(tx, needs, [
    ...sent.officers.map(({ personId }) => personId),
    ...(party.personId === null ? [] : [party.personId]),
  ])
  if (unknown !== undefined) return refuse('RECORD_NOT_FOUND', { kind: 'person', id: unknown })
  const hazard = await citedHazard(tx, needs, unitId, fact.hazardId)
  if (!hazard.ok) return hazard
  const authorityId = actor.organisationId
  const settings = await settingsFor(tx, needs, authorityId)
  const begun: NewCase = {
    ...sent,
    caseId: randomUUIDv7(),
    unitId,
    organisationId: unit.organisationId,
    party: party.kind === 'unit' ? { kind: 'unit', name: unit.name, title: null, personId: null } : party,
    fact: { text: fact.text, evidence: fact.evidence, hazard: hazard.value },
  }
  const facts = { ...settings, person: personOf(actor, { authorityId, organisationId: unit.organisationId }) }
  const event = spot === null ? propose(begun, facts, tx.now) : decideOnSpot(begun, spot, facts, tx.now)
  if (!event.ok) return event
  const titles = await needs.organisationTitles(tx, [authorityId])
  const seat = await needs.seatOf(tx, authorityId)
  const authority = {
    id: authorityId,
    shortName: titles.get(authorityId)?.shortName ?? '',
    regionCode: seat?.regionCode ?? unit.regionCode,
  }
  const place: Place = {
    number: await takeNumber(tx, authority),
    unitName: unit.name,
    regionCode: unit.regionCode,
    organisationId: unit.organisationId,
    authorityId,
  }
  const held = await keepEvent(
    tx,
    needs,
    { held: null, place, settings },
    event.value,
    spot === null ? 'case.propose' : 'case.decideOnSpot',
  )
  await keepCertificates(tx, sent.officers, authorityId)
  const attached = await attachToCase(tx, held, unit.regionCode, fact.evidence)
  return attached.ok ? ok(held) : attached
}
