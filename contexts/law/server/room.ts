import type { Contract } from '../../../kernel/contract.ts'
import type { LawRow, Tightened } from '../../../kernel/law.ts'
import { ok } from '../../../kernel/result.ts'
import type { Services, Tx } from '../../../platform/database/transaction.ts'
import type { ServerRoom } from '../../../platform/room.ts'
import type { Listener } from '../../../platform/work/work.ts'
import { contract } from '../contract/index.ts'
import { lawExports } from './exports.ts'
import { openLimits } from './limits.ts'
import { limitNames } from './limitStore.ts'
import type { Needs } from './needs.ts'
import { syncLimits } from './sync.ts'
import { openTightenLimit } from './tightenLimit.ts'
import { moveTightened, tightenedFor, tightenedForEach } from './tightenedStore.ts'

export type LawRoom = {
  readonly room: ServerRoom
  /** What an organisation tightened, for the rules of every room; nothing where there is no organisation. */
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  /** The same of many organisations at once; who tightened nothing is not in it. */
  readonly tightenedForEach: (tx: Tx, organisationIds: readonly string[]) => Promise<ReadonlyMap<string, Tightened>>
  /** Brings the law table to the rows of this program; at the start, after the migrations. Throws on rows that cannot be right. */
  readonly sync: (services: Services) => Promise<void>
}

const followOrganisation: Listener = {
  name: 'law.followOrganisation',
  event: 'identity.organisationChanged',
  run: async (tx, { organisationId, regionCode }) => {
    if (organisationId) await moveTightened(tx, organisationId, regionCode)
    return ok(undefined)
  },
}

export type LawOptions = Omit<Needs, 'deedTitle'> & {
  /** Every limit of the product, whichever room it belongs to; asked once all rooms are open. */
  readonly rows: () => readonly LawRow[]
  /** The contracts of all rooms, for the words of the deeds that read limits; asked once all rooms are open. */
  readonly contracts: () => readonly Contract[]
}

const deedTitleFrom =
  (contracts: () => readonly Contract[]): Needs['deedTitle'] =>
  (deed) =>
    contracts()
      .map(({ words }) => words?.deeds[deed] ?? words?.rules?.[deed])
      .find((title) => title !== undefined)

/** Opens the room. */
export const openLaw = ({ rows, contracts, ...names }: LawOptions): LawRoom => {
  const needs: Needs = { ...names, deedTitle: deedTitleFrom(contracts) }
  return {
    room: {
      contract,
      migrations: { schema: 'law', folder: new URL('./migrations/', import.meta.url) },
      routes: [...openLimits(needs), openTightenLimit(needs)],
      listeners: [followOrganisation],
      jobs: [],
      law: [],
      recordNames: { limit: limitNames },
      exports: lawExports(needs),
    },
    tightenedFor,
    tightenedForEach,
    sync: (services) => syncLimits(services, rows()),
  }
}
