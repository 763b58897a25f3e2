import type { Authenticate } from '../../../platform/http/doorway.ts'
import type { Services } from '../../../platform/database/transaction.ts'
import type { ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { limits } from '../rules/limits.ts'
import { openAudit } from './audit.ts'
import { openAuthenticate } from './authenticate.ts'
import { openChangePassword } from './changePassword.ts'
import { identityExports } from './exports.ts'
import { firstAccounts, hasAccounts, makeFirstAccounts } from './firstAccounts.ts'
import { recordNames } from './names.ts'
import type { Needs } from './needs.ts'
import { openOrganisations } from './organisations.ts'
import { openOwnSession } from './ownSession.ts'
import { newFirstPassword } from './passwords.ts'
import { openPeople } from './people.ts'
import { openPosts } from './posts.ts'
import { openRegions } from './regions.ts'
import { syncRegions } from './regionSync.ts'
import { accountsOf, furnishSample } from './sample/furnishSample.ts'
import { generateSample } from './sample/generate.ts'
import { forgetStrangers, openSignIn } from './signIn.ts'

export type IdentityRoom = {
  readonly room: ServerRoom
  /** Who stands behind a session's token, for the doorway. */
  readonly authenticate: (services: Services, use: { readonly countsAsUse: boolean }) => Authenticate
  /** Brings the region tree to the program's edition and, in a house without accounts, makes the first ones. */
  readonly furnish: (services: Services, options: FurnishOptions) => Promise<FirstAccounts | null>
}

/** Who can sign in after the first start; with the sample all share one password, made then and never again. */
export type FirstAccounts = {
  readonly password: string | null
  readonly accounts: readonly {
    readonly login: string
    readonly password: string | null
    readonly words: { readonly zh: string; readonly en: string }
  }[]
}

/** The seed of the sample that comes with the product. */
const sampleSeed = 'anlan'

export type FurnishOptions = {
  readonly sample: boolean
  /** Keeps the first passwords where the operator finds them; called before the accounts are written, so that no crash loses them. */
  readonly keep: (first: FirstAccounts) => Promise<void>
  /** What other rooms add to the sample, under the same lock. Called at every start with a sample: it knows what it has done. */
  readonly more?: () => Promise<void>
}

/** Any two servers that start on one empty database furnish it in turn; the number is arbitrary and must stay. */
const furnishLock = 7_306_112_025

const furnish = async (services: Services, options: FurnishOptions): Promise<FirstAccounts | null> => {
  await syncRegions(services)
  const client = await services.database.pool.connect()
  try {
    // Held by the connection, so a server that dies lets go of it.
    await client.query('select pg_advisory_lock($1)', [furnishLock])
    const first = (await hasAccounts(services)) ? null : await makeAccounts(services, options)
    if (options.sample) await options.more?.()
    return first
  } finally {
    client.release(true)
  }
}

const makeAccounts = async (services: Services, { sample, keep }: FurnishOptions): Promise<FirstAccounts> => {
  if (!sample) {
    const accounts = firstAccounts()
    const first = { password: null, accounts }
    await keep(first)
    await makeFirstAccounts(services, accounts)
    return first
  }
  const organisations = generateSample(sampleSeed)
  const password = newFirstPassword()
  const first = { password, accounts: accountsOf(organisations).map((account) => ({ ...account, password: null })) }
  await keep(first)
  await furnishSample(services, organisations, password)
  return first
}

export const openIdentity = (needs: Needs): IdentityRoom => ({
  room: {
    contract,
    migrations: { schema: 'identity', folder: new URL('./migrations/', import.meta.url) },
    routes: [
      openSignIn(needs),
      ...openOwnSession(needs),
      openChangePassword(needs),
      ...openRegions(),
      ...openOrganisations(),
      ...openPeople(),
      ...openPosts(),
      ...openAudit(),
    ],
    listeners: [],
    jobs: [forgetStrangers],
    law: Object.values(limits),
    recordNames,
    exports: identityExports(needs),
  },
  authenticate: (services, use) => openAuthenticate(services, needs, use),
  furnish,
})

export { conformance } from './conformance.ts'
export {
  homeRegion,
  organisationNames,
  organisationTitles,
  organisationsByUscc,
  peopleNames,
  regionNames,
  regionsBelow,
  seatOf,
} from './names.ts'
export { peopleInRoles } from './inRoles.ts'
export { regionCalled, regionsCalled } from '../rules/regionsCalled.ts'
export { regionInForce } from '../rules/regionInForce.ts'
export { supervisorsFor } from './supervisors.ts'
export { standingActor } from './standingActor.ts'
export { sampleCast } from './sample/cast.ts'
