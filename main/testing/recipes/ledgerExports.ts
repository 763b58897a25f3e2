import type { PersonActor } from '../../../kernel/actor.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { exportRoutes } from '../../../contexts/ledgers/contract/exportRoutes.ts'
import { insertExport } from '../../../contexts/ledgers/server/exportStore.ts'
import { writeJob } from '../../../contexts/ledgers/server/exportStep.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

/** Does the work that an export left for later. */
export const writeExport = async (house: TestHouse, exportId: string): Promise<void> => {
  const job = house.house.rooms.flatMap(({ jobs }) => jobs).find(({ name }) => name === writeJob)
  await job!.run(house.services, { exportId })
}

/** What everybody may read. */
const body = { list: 'law.limits', query: { standard: 'GB 18218' }, format: 'csv' } as const

/** An export of the site's person. */
const ofAnother = async (site: Site, house: TestHouse): Promise<string> => {
  const maker: PersonActor = {
    kind: 'person',
    personId: site.personId,
    sessionId: site.sessionId,
    postId: site.postId,
    organisationId: site.organisationId,
    regionCode: site.regionCode,
    roles: [],
    scope: { ...regionRange(regionCode(site.regionCode)), organisationId: site.organisationId },
  }
  const made = await transact(house.services, { actor: systemActor('test') }, async (tx) =>
    ok(await insertExport(tx, maker, { ...body, encoding: 'utf-8', language: 'zh', file_name: 'a.csv', rows_expected: 1 })),
  )
  if (!made.ok) throw new Error('the test could not set its stage')
  return made.value
}

/** An export at the place: the actor's own, or another person's. One who may not export has none. */
const exportAt = async (site: Site, actor: Actor, house: TestHouse): Promise<string> => {
  if (site.place !== 'own') return ofAnother(site, house)
  const begun = await actor.caller.call(exportRoutes.beginExport, { body })
  if (begun.status !== 201) throw new Error(`the test could not set its stage: ${begun.body.refusal?.code}`)
  return begun.body.id
}

/** How the walk asks for exports. */
export const exportRecipes: { readonly [Name in keyof typeof exportRoutes]: Recipe<(typeof exportRoutes)[Name]> } = {
  exportLists: { request: () => ({}) },
  beginExport: { elsewhere: false, request: () => ({ body }) },
  exports: { elsewhere: false, request: () => ({}) },
  oneExport: { request: async (site, actor, house) => ({ params: { exportId: await exportAt(site, actor, house) } }) },
  cancelExport: { request: async (site, actor, house) => ({ params: { exportId: await exportAt(site, actor, house) } }) },
  exportFile: {
    request: async (site, actor, house) => {
      const exportId = await exportAt(site, actor, house)
      if (site.place === 'own') await writeExport(house, exportId)
      return { params: { exportId } }
    },
  },
}
