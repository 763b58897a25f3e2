import type { contract } from '../../../contexts/enforcement/contract/index.ts'
import type { SentAction } from '../../../contexts/enforcement/contract/caseActions.ts'
import type { Case } from '../../../contexts/enforcement/rules/case.ts'
import { systemActor, type Role } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { beginningOf, caseBegun, didOnCase, enforcerOf, officersOf, smallFine } from '../caseStory.ts'
import { photoOf, unitOnRegister } from '../testHazards.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

const inTest = async <Value>(house: TestHouse, work: Parameters<typeof transact<Value>>[2]): Promise<Value> => {
  const made = await transact(house.services, { actor: systemActor('test') }, work)
  if (!made.ok) throw new Error('the test could not set its stage')
  return made.value
}

const unitAt = (site: Site, house: TestHouse) =>
  inTest(house, async (tx) => ok(await unitOnRegister(tx, { regionCode: site.regionCode, organisationId: site.organisationId })))

const photoBy = (site: Site, house: TestHouse, personId: string): Promise<string> =>
  inTest(house, async (tx) => ok(await photoOf(tx, { regionCode: site.regionCode, personId })))

/** Somebody of the authority that has the case: the actor's own where he governs, else one that nobody is of. */
const authorityOf = (site: Site, actor: Actor, role: Role, personId?: string) =>
  enforcerOf(actor.regional ? actor.organisationId : crypto.randomUUID(), site.regionCode, [role], personId)

type Staged = { readonly held: Case; readonly unitId: string }

/** A case at a unit of the site, which the actor investigates where he governs, brought on by some deeds. */
const caseAt = async (site: Site, actor: Actor, house: TestHouse, until: 'opened' | 'noticed' = 'opened'): Promise<Staged> => {
  const unit = await unitAt(site, house)
  const inspector = authorityOf(site, actor, 'inspector', actor.personId)
  const leader = { ...inspector, personId: crypto.randomUUID(), roles: ['leader' as const] }
  const evidence = [await photoBy(site, house, inspector.personId)]
  const begun = await caseBegun(
    house,
    inspector,
    unit.unitId,
    beginningOf(officersOf(actor.personId, site.personId), { fact: { text: '试验事实', evidence, hazardId: null } }),
  )
  const opened = await didOnCase(house, begun, [leader, { kind: 'approveOpening' }])
  if (until === 'opened') return { held: opened, unitId: unit.unitId }
  const served: SentAction = {
    kind: 'serve',
    paper: 'notice',
    way: 'direct',
    servedOn: '2026-11-24',
    receiver: '试验人员',
    witness: null,
    evidence: [],
  }
  const held = await didOnCase(
    house,
    opened,
    [inspector, { kind: 'proposePenalty', penalty: smallFine }],
    [inspector, { kind: 'notify' }],
    [inspector, served],
  )
  return { held, unitId: unit.unitId }
}

const keyOf = ({ unitId, id }: Case) => ({ unitId, caseId: id })

/** How the walk asks for cases of enforcement. */
export const enforcementRecipes: { readonly [Name in keyof typeof contract.routes]: Recipe<(typeof contract.routes)[Name]> } = {
  cases: {
    request: async (site, actor, house) => ({ query: { unitId: (await caseAt(site, actor, house)).unitId } }),
    holds: ({ body }) => body.rows.length > 0,
  },
  caseSummary: {
    request: async (site, actor, house) => ({ query: { unitId: (await caseAt(site, actor, house)).unitId } }),
    holds: ({ body }) => body.total > 0,
  },
  caseRecord: { request: async (site, actor, house) => ({ params: keyOf((await caseAt(site, actor, house)).held) }) },
  proposeCase: {
    request: async (site, actor, house) => ({
      params: { unitId: (await unitAt(site, house)).unitId },
      body: beginningOf(officersOf(actor.personId, site.personId), {
        fact: { text: '试验事实', evidence: [await photoBy(site, house, actor.personId)], hazardId: null },
      }),
    }),
  },
  actOnCase: {
    request: async (site, actor, house) => {
      const { held } = await caseAt(site, actor, house)
      return { params: keyOf(held), body: { action: { kind: 'proposePenalty', penalty: smallFine }, baseVersion: held.version } }
    },
  },
  casePaper: {
    request: async (site, actor, house) => {
      const { held } = await caseAt(site, actor, house)
      return { params: { ...keyOf(held), version: 2 } }
    },
  },
  ownCases: {
    request: async (site, actor, house) => ({ query: { unitId: (await caseAt(site, actor, house, 'noticed')).unitId } }),
    holds: ({ body }) => body.rows.length > 0,
  },
  ownCase: { request: async (site, actor, house) => ({ params: keyOf((await caseAt(site, actor, house, 'noticed')).held) }) },
  answerCase: {
    request: async (site, actor, house) => {
      const { held } = await caseAt(site, actor, house, 'noticed')
      return { params: keyOf(held), body: { action: { kind: 'state', text: '已经整改', evidence: [] }, baseVersion: held.version } }
    },
  },
  ownPaper: {
    request: async (site, actor, house) => {
      const { held } = await caseAt(site, actor, house, 'noticed')
      return { params: { ...keyOf(held), version: held.version - 1 } }
    },
  },
  leads: { elsewhere: false, request: () => ({}) },
  unitForCase: { request: async (site, _actor, house) => ({ params: { unitId: (await unitAt(site, house)).unitId } }) },
  enforcers: { elsewhere: false, request: () => ({}) },
}
