import { ok } from '../../../kernel/result.ts'
import type { Listener } from '../../../platform/work/work.ts'
import { settingsFor } from './hazardRow.ts'
import { lockHazard, openHazardsOf, replaceOwing, rewriteClocks } from './hazardStore.ts'
import type { Needs } from './needs.ts'

const followLimits = (needs: Pick<Needs, 'tightenedFor'>, name: string, event: string): Listener => ({
  name,
  event,
  run: async (tx, { payload: { key, organisationId } }) => {
    if (typeof organisationId !== 'string' || typeof key !== 'string' || !key.startsWith('hazards.')) return ok(undefined)
    const settings = await settingsFor(tx, needs, organisationId)
    for (const { unitId, id } of await openHazardsOf(tx, organisationId)) {
      const held = await lockHazard(tx, unitId, id)
      if (!held) continue
      await rewriteClocks(tx, held.hazard, settings)
      await replaceOwing(tx, held.hazard, held.place, settings)
    }
    return ok(undefined)
  },
})

/** A limit that an organisation tightened moves the clocks of its open hazards. */
export const limitListeners = (needs: Pick<Needs, 'tightenedFor'>): readonly Listener[] => [
  followLimits(needs, 'hazards.followTightened', 'law.limitTightened'),
  followLimits(needs, 'hazards.followReleased', 'law.limitReleased'),
]
