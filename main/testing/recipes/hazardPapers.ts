import type { PersonActor } from '../../../kernel/actor.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import type { hazardRoutes } from '../../../contexts/hazards/contract/hazardRoutes.ts'
import type { SentAction } from '../../../contexts/hazards/contract/hazardActions.ts'
import type { Hazard } from '../../../contexts/hazards/rules/hazard.ts'
import { actOnHazard } from '../../../contexts/hazards/server/actOnHazard.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { testNeeds } from '../testHazards.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Site } from '../world.ts'
import { hazardAt } from './hazards.ts'

/** What the public told of, classified and ordered by an authority over the site. */
const orderedAt = async (site: Site, house: TestHouse): Promise<Hazard> => {
  let hazard = await hazardAt(site, house)
  const { personId, sessionId, postId, organisationId } = site
  const authority: PersonActor = {
    kind: 'person',
    personId,
    sessionId,
    postId,
    // Of another organisation than the unit's own, and over the whole region.
    organisationId: crypto.randomUUID(),
    regionCode: site.regionCode,
    roles: ['officer'],
    scope: { ...regionRange(regionCode(site.regionCode)), organisationId: null },
  }
  const deeds: readonly SentAction[] = [
    { kind: 'classify', level: 'general', reason: null },
    {
      kind: 'order',
      assignee: { personId, organisationId },
      requirement: '更换',
      dueOn: '2026-12-01',
      longerReason: null,
      interimControls: null,
    },
  ]
  for (const action of deeds) {
    const { unitId, id: hazardId, version } = hazard
    const done = await transact(house.services, { actor: authority }, (tx) =>
      actOnHazard(tx, testNeeds, authority, { unitId, hazardId }, { action, baseVersion: version, claimedAt: tx.at, position: null }),
    )
    if (!done.ok) throw new Error(`the test could not set its stage: ${done.refusal.code}`)
    hazard = done.value
  }
  return hazard
}

/** How the walk asks for the papers of hazards. */
export const hazardPaperRecipes: { readonly hazardPaper: Recipe<typeof hazardRoutes.hazardPaper> } = {
  hazardPaper: {
    request: async (site, _actor, house) => {
      const { unitId, id: hazardId, version } = await orderedAt(site, house)
      return { params: { unitId, hazardId, version } }
    },
  },
}
