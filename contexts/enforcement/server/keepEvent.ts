import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import { apply, begin } from '../rules/apply.ts'
import type { Case } from '../rules/case.ts'
import type { CaseEvent } from '../rules/events.ts'
import { paperOf } from '../rules/paper.ts'
import { partySees } from '../rules/partyView.ts'
import { recordIdOf, type Place } from './caseRow.ts'
import { insertCase, insertEvent, keepPaperUnit, replaceOwing, updateCase } from './caseStore.ts'
import type { Needs, UnitOfCase } from './needs.ts'

/** The case an event happens to, and where it counts; `held` is null for one that begins. */
export type Kept = { readonly held: Case | null; readonly place: Place; readonly settings: Settings }

const unitNow = async (
  tx: Tx,
  { unitOfCase }: Pick<Needs, 'unitOfCase'>,
  after: Case,
  { unitName, regionCode, organisationId }: Place,
): Promise<UnitOfCase> =>
  (await unitOfCase(tx, after.unitId)) ?? {
    unitId: after.unitId,
    name: unitName,
    uscc: null,
    address: null,
    organisationId,
    regionCode,
    responsiblePersonId: null,
  }

/**
 * Writes what happened, in the transaction of the deed: state, event, what is owed now, the unit as its paper will name it,
 * the record and what the other rooms are told. What is internal is told the authority's side alone.
 */
export const keepEvent = async (
  tx: Tx,
  needs: Pick<Needs, 'unitOfCase' | 'peopleNames'>,
  { held: before, place, settings }: Kept,
  event: CaseEvent,
  action: string,
): Promise<Case> => {
  const held = before === null ? begin(event) : apply(before, event)
  if (before === null) await insertCase(tx, held, event, place, settings)
  else await updateCase(tx, held, event, settings, before.version)
  await insertEvent(tx, held, event)
  if (paperOf(event) !== null) {
    const unit = await unitNow(tx, needs, held, place)
    const { responsiblePersonId: head } = unit
    const names = await needs.peopleNames(tx, head === null ? [] : [head])
    await keepPaperUnit(tx, held, unit, head === null ? null : (names.get(head) ?? null))
  }
  await replaceOwing(tx, held, place, settings)
  const record = { kind: 'case', id: recordIdOf(held) }
  const { regionCode } = place
  const organisationId = partySees(held) ? place.organisationId : null
  tx.audit({
    action,
    record,
    regionCode,
    organisationId,
    ...(before === null ? {} : { before: { version: before.version, state: before.state } }),
    after: { version: held.version, state: held.state, event: event.kind },
  })
  const type = before === null ? 'enforcement.caseProposed' : held.state === 'closed' ? 'enforcement.caseClosed' : 'enforcement.caseChanged'
  tx.emit({
    type,
    regionCode,
    organisationId,
    record,
    payload: { unitId: held.unitId, caseId: held.id, kind: event.kind, version: held.version, state: held.state },
  })
  return held
}
