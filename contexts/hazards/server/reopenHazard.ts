import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { reopen, type Reopening } from '../rules/reopen.ts'
import { settingsFor } from './hazardRow.ts'
import { lockHazard } from './hazardStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'

/** Which hazard, which recheck found it still there, and what was seen. */
export type ReopenRequest = Reopening & { readonly unitId: string; readonly hazardId: string }

/** Opens a hazard again after a false closing, in the transaction of the recheck's confirmation. */
export type ReopenHazard = (tx: Tx, actor: PersonActor, request: ReopenRequest) => Promise<Result<null>>

/** Refuses RECORD_NOT_FOUND, and REOPENING_UNSUITED with the problem. */
export const openReopenHazard =
  (needs: Pick<Needs, 'tightenedFor'>): ReopenHazard =>
  async (tx, actor, { unitId, hazardId, ...reopening }) => {
    const held = await lockHazard(tx, unitId, hazardId)
    if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'hazard', id: hazardId })
    const { hazard, standing, place } = held
    const event = reopen(hazard, reopening, { person: personOf(actor, place), claimedAt: tx.at }, tx.now)
    if (!event.ok) return event
    const settings = await settingsFor(tx, needs, place.organisationId)
    await keepEvent(tx, { hazard, standing, place, settings }, event.value, { action: 'hazard.reopen' })
    return ok(null)
  }
