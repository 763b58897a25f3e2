import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import { apply, begin } from '../rules/apply.ts'
import { isBeginning } from '../rules/begin.ts'
import type { HazardEvent } from '../rules/events.ts'
import { deltasOfEvent, type Delta } from '../rules/figures.ts'
import type { Hazard } from '../rules/hazard.ts'
import { writeDeltas } from './figureStore.ts'
import { recordIdOf } from './hazardRow.ts'
import { keepPaperUnit } from './paperStore.ts'
import { insertEvent, insertHazard, replaceOwing, updateHazard, type HeldHazard } from './hazardStore.ts'

/** The hazard an event happens to and where it counts; `hazard` is null for one that is being found. */
export type Kept = Pick<HeldHazard, 'standing' | 'place'> & { readonly hazard: Hazard | null; readonly settings: Settings }

const beginning = (event: HazardEvent): Hazard => {
  if (!isBeginning(event)) throw new RangeError(`a hazard does not begin with being ${event.kind}`)
  return begin(event)
}

const typeOf = (event: HazardEvent): string => {
  if (event.kind === 'found') return 'hazards.hazardFound'
  if (event.kind === 'escalated') return 'hazards.hazardEscalated'
  return event.kind === 'closed' || event.kind === 'withdrawn' ? 'hazards.hazardClosed' : 'hazards.hazardChanged'
}

/**
 * Writes what happened, in the transaction of the deed: state, event, what is owed now, the record and what the other
 * rooms are told. The deltas of the figures are written too, unless the caller collects those of its whole transaction.
 */
export const keepEvent = async (
  tx: Tx,
  { hazard: before, standing, place, settings }: Kept,
  event: HazardEvent,
  {
    action,
    told = {},
    collect,
  }: { readonly action: string; readonly told?: Record<string, unknown>; readonly collect?: (deltas: readonly Delta[]) => void },
): Promise<Hazard> => {
  const hazard = before === null ? beginning(event) : apply(before, event)
  if (before === null) await insertHazard(tx, hazard, standing, place, settings)
  else await updateHazard(tx, hazard, settings, before.version)
  await insertEvent(tx, hazard, event)
  await keepPaperUnit(tx, hazard, event)
  await replaceOwing(tx, hazard, place, settings)
  const deltas = deltasOfEvent(before, event, standing)
  if (collect) collect(deltas)
  else await writeDeltas(tx, deltas)
  const record = { kind: 'hazard', id: recordIdOf(hazard) }
  const { regionCode, organisationId } = place
  tx.audit({
    action,
    record,
    regionCode,
    organisationId,
    ...(before === null ? {} : { before: { version: before.version, state: before.state, level: before.level } }),
    after: {
      version: hazard.version,
      state: hazard.state,
      level: hazard.level,
      event: event.kind,
      ...(event.kind === 'escalated' ? { key: event.escalation.key } : { claimedAt: event.step.claimedAt }),
    },
  })
  tx.emit({
    type: typeOf(event),
    regionCode,
    organisationId,
    record,
    payload: {
      unitId: hazard.unitId,
      hazardId: hazard.id,
      kind: event.kind,
      version: hazard.version,
      state: hazard.state,
      level: hazard.level,
      ...told,
    },
  })
  return hazard
}
