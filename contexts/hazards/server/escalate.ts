import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import { escalated, escalations } from '../rules/escalation.ts'
import { settingsFor } from './hazardRow.ts'
import { lateHazards, lockHazard, rewriteClocks, type HazardKey } from './hazardStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'

/** Late hazards that are looked up at once. */
const atOnce = 100

/**
 * Tells every tier that is due, each once: what was told stands in the hazard, written with the telling, so that a second
 * run, at the same time or after a crash, finds nothing left to tell.
 * @returns how many tiers were told
 */
export const escalateHazard = async (tx: Tx, needs: Pick<Needs, 'tightenedFor'>, { unitId, id }: HazardKey): Promise<number> => {
  const held = await lockHazard(tx, unitId, id)
  if (!held) return 0
  const { standing, place } = held
  const settings = await settingsFor(tx, needs, place.organisationId)
  const late = escalations(held.hazard, tx.now, settings)
  // A limit that was loosened again: nobody is late yet, and the row learns when he will be.
  if (late.length === 0) await rewriteClocks(tx, held.hazard, settings)
  let { hazard } = held
  for (const step of late)
    hazard = await keepEvent(tx, { hazard, standing, place, settings }, escalated(step, tx.now), {
      action: 'hazard.escalate',
      told: { owed: step.owed, tier: step.tier, dueAt: step.dueAt, whom: step.whom },
    })
  return late.length
}

/**
 * Walks through what is late now, one hazard a transaction. One that fails does not keep the others waiting; the run then
 * fails as a whole, is tried again, and raises an alarm.
 */
export const escalate = async (services: Services, needs: Pick<Needs, 'tightenedFor'>): Promise<number> => {
  const actor = systemActor('hazards.escalate')
  const faults = new Map<string, unknown>()
  let told = 0
  for (;;) {
    const found = await transact(services, { actor, readOnly: true }, async (tx) => ok(await lateHazards(tx, atOnce + faults.size)))
    const waiting = found.ok ? found.value.filter(({ id }) => !faults.has(id)) : []
    for (const key of waiting) {
      try {
        const done = await transact(services, { actor }, async (tx) => ok(await escalateHazard(tx, needs, key)))
        if (done.ok) told += done.value
      } catch (fault) {
        faults.set(key.id, fault)
      }
    }
    if (waiting.length < atOnce) break
  }
  if (faults.size > 0) throw new AggregateError(faults.values(), `${faults.size} late hazards could not be told`)
  return told
}

export const escalateJob = (needs: Pick<Needs, 'tightenedFor'>): Job => ({
  name: 'hazards.escalate',
  timetable: '*/5 * * * *',
  run: async (services) => {
    await escalate(services, needs)
  },
})
