import { systemActor } from '../../../kernel/actor.ts'
import type { bulletinRoutes } from '../../../contexts/supervision/contract/bulletinRoutes.ts'
import type { fiveFullRoutes } from '../../../contexts/supervision/contract/fiveFullRoutes.ts'
import { organisationTitles, peopleNames, regionNames } from '../../../contexts/identity/server/names.ts'
import type { BulletinNeeds } from '../../../contexts/supervision/server/bulletinNeeds.ts'
import { issueBulletin } from '../../../contexts/supervision/server/bulletins.ts'
import type { BulletinRow } from '../../../contexts/supervision/server/bulletinStore.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { openPrinter } from '../../../platform/paper/printer.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Site } from '../world.ts'

/** What bulletins ask of the rest of the product, in a test. */
export const testBulletinNeeds = (house: TestHouse): BulletinNeeds => ({
  peopleNames,
  regionNames,
  organisationTitles,
  print: openPrinter(),
  address: () => 'https://anlan.example.cn',
  contracts: () => house.house.contracts,
})

let asked = 0
/** Days of which nobody has issued a bulletin yet. */
const freshDay = (): string => {
  asked += 1
  return Temporal.PlainDate.from('2020-01-01').add({ days: asked }).toString()
}

const daysOf = (site: Site) => {
  const day = freshDay()
  return { regionCode: site.regionCode, kind: 'own' as const, from: day, to: day }
}

const issuedAt = async (site: Site, house: TestHouse): Promise<BulletinRow> => {
  const done = await transact(house.services, { actor: systemActor('test') }, (tx) =>
    issueBulletin(tx, testBulletinNeeds(house), site, daysOf(site), { corrects: null, reason: null }),
  )
  if (!done.ok) throw new Error(`the test could not set its stage: ${done.refusal.code}`)
  return done.value
}

const issuedFor = new WeakMap<Site, string>()

const byId = async (site: Site, _actor: unknown, house: TestHouse) => ({ params: { id: (await issuedAt(site, house)).id } })

/** How the walk asks for bulletins. */
export const bulletinRecipes: { readonly [Name in keyof typeof bulletinRoutes]: Recipe<(typeof bulletinRoutes)[Name]> } = {
  previewBulletin: { request: (site) => ({ query: daysOf(site) }) },
  bulletins: {
    request: async (site, _actor, house) => {
      issuedFor.set(site, (await issuedAt(site, house)).id)
      return { query: { limit: 5 } }
    },
    holds: ({ body }, site) => body.rows.some(({ id }) => id === issuedFor.get(site)),
  },
  bulletin: { request: byId },
  issueBulletin: { request: (site) => ({ body: daysOf(site) }) },
  bulletinPaper: { request: byId },
  bulletinDocument: { request: byId },
}

/** How the walk asks for the board. */
export const fiveFullRecipes: { readonly [Name in keyof typeof fiveFullRoutes]: Recipe<(typeof fiveFullRoutes)[Name]> } = {
  fiveFull: { request: ({ regionCode }) => ({ query: { regionCode } }) },
}
