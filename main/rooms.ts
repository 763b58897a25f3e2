import type { Role } from '../kernel/actor.ts'
import type { Contract } from '../kernel/contract.ts'
import { kernelLawRows } from '../kernel/lawRows.ts'
import { doorwayRefusals, refusedBy } from '../kernel/refusals.ts'
import { openDesk } from '../contexts/desk/server/room.ts'
import { openEnforcement } from '../contexts/enforcement/server/room.ts'
import { caseLeads, hazardsOfCase, openHazards, unitOfCase, unitsOfCase, type HazardRoom } from '../contexts/hazards/server/room.ts'
import {
  homeRegion,
  openIdentity,
  organisationNames,
  organisationsByUscc,
  organisationTitles,
  peopleInRoles,
  peopleNames,
  regionCalled,
  regionInForce,
  regionNames,
  regionsBelow,
  regionsCalled,
  sampleCast,
  seatOf,
  supervisorsFor,
  standingActor,
  type FirstAccounts,
  type FurnishOptions,
} from '../contexts/identity/server/room.ts'
import { openLaw } from '../contexts/law/server/room.ts'
import { openLedgers } from '../contexts/ledgers/server/room.ts'
import { openSupervision } from '../contexts/supervision/server/room.ts'
import { openTips } from '../contexts/tips/server/room.ts'
import type { Services } from '../platform/database/transaction.ts'
import { openEvidence, type EvidenceOptions } from '../platform/evidence/room.ts'
import type { Authenticate } from '../platform/http/doorway.ts'
import type { LedgerKind } from '../platform/ledger.ts'
import { openPrinter } from '../platform/paper/printer.ts'
import type { ServerRoom } from '../platform/room.ts'

export type { FirstAccounts, FurnishOptions } from '../contexts/identity/server/room.ts'

/** With `history` the sample's rooms are filled too, beside its people; without, as most tests want it, they are empty. */
export type HouseFurnishing = Omit<FurnishOptions, 'more'> & {
  readonly history?: boolean
  readonly historyBegins?: () => void
}

export type House = {
  readonly rooms: readonly ServerRoom[]
  readonly contracts: readonly Contract[]
  readonly authenticate: (services: Services, use: { readonly countsAsUse: boolean }) => Authenticate
  /** Reference data, law rows and first accounts, after the migrations and before the doors open. */
  readonly furnish: (services: Services, options: HouseFurnishing) => Promise<FirstAccounts | null>
  readonly recomputeFigures: HazardRoom['recomputeFigures']
}

export type HouseOptions = {
  /** Where files of imports and exports are kept; none is opened before the first is sent. */
  readonly ledgersFolder: string
  /** Kinds of ledger beside those of the rooms; tests bring their own. */
  readonly furtherLedgers?: readonly LedgerKind[]
  readonly evidence: Pick<EvidenceOptions, 'store' | 'formerStores'>
  /** Where people reach the product, without a slash at the end; asked when a paper is printed. */
  readonly address: () => string
}

/**
 * Opens the rooms and joins what one asks of another. A room names its needs as function types;
 * here, and nowhere else, somebody's function answers them.
 */
export const openHouse = ({ evidence: stores, ledgersFolder, furtherLedgers = [], address }: HouseOptions): House => {
  const actionsOf = (held: readonly Role[]): readonly string[] =>
    contracts.flatMap(({ actions }) =>
      Object.entries(actions)
        .filter(([, grantedTo]) => grantedTo.some((role) => held.includes(role)))
        .map(([action]) => action),
    )
  const print = openPrinter()
  const law = openLaw({
    peopleNames,
    organisationNames,
    rows: () => [...kernelLawRows, ...rooms.flatMap((room) => room.law)],
    contracts: () => contracts,
  })
  const identity = openIdentity({
    tightenedFor: law.tightenedFor,
    actionsOf,
    deedTitle: (deed) => contracts.map(({ words }) => words?.deeds[deed]).find((title) => title !== undefined),
  })
  const evidence = openEvidence({ ...stores, tightenedFor: law.tightenedFor })
  const hazards = openHazards(
    {
      peopleNames,
      organisationNames,
      regionNames,
      seatOf,
      tightenedFor: law.tightenedFor,
      regionInForce,
      regionsCalled,
      regionCalled,
      organisationsByUscc,
      tightenedForEach: law.tightenedForEach,
    },
    { peopleNames, organisationTitles, thumbnailOf: evidence.thumbnailOf, print, address },
  )
  const tips = openTips({
    peopleNames,
    regionNames,
    regionsBelow,
    homeRegion,
    regionInForce,
    tightenedFor: law.tightenedFor,
    ...hazards.publicReports,
    keepEvidence: evidence.keepEvidence,
    print,
    address,
  })
  const enforcement = openEnforcement({
    peopleNames,
    peopleInRoles,
    organisationTitles,
    seatOf,
    regionNames,
    tightenedFor: law.tightenedFor,
    unitOfCase,
    hazardsOfCase,
    caseLeads,
    print,
    address,
  })
  const supervision = openSupervision({
    tightenedFor: law.tightenedFor,
    supervisorsFor,
    reopenHazard: hazards.reopenHazard,
    readLikeness: evidence.readLikeness,
    peopleNames,
    organisationNames,
    regionNames,
    organisationTitles,
    print,
    address,
    contracts: () => contracts,
  })
  const ledgers = openLedgers({
    kinds: () => [...rooms.flatMap((room) => room.ledgers ?? []), ...furtherLedgers],
    lists: () => rooms.flatMap((room) => room.exports ?? []),
    actionsOf,
    tightenedFor: law.tightenedFor,
    rolesOf: (action) => contracts.flatMap(({ actions }) => actions[action] ?? []),
    sentenceOf: (refusal) => refusedBy([doorwayRefusals, ...contracts.map(({ refusals }) => refusals)], refusal),
    standingActor,
    peopleNames,
    organisationNames,
    folder: ledgersFolder,
  })
  const desk = openDesk({
    contracts: () => contracts,
    peopleNames,
    recordNames: async (tx, kind, ids) =>
      (await rooms.find(({ recordNames }) => recordNames?.[kind])?.recordNames?.[kind]?.(tx, ids)) ?? new Map(),
  })
  // The desk shows the figures of the first rooms first: what is worked on before what it rests on.
  const rooms: readonly ServerRoom[] = [
    hazards.room,
    tips.room,
    enforcement.room,
    supervision.room,
    ledgers.room,
    identity.room,
    law.room,
    desk.room,
    evidence,
  ]
  const contracts = rooms.map(({ contract }) => contract)
  desk.check()
  return {
    rooms,
    contracts,
    authenticate: identity.authenticate,
    recomputeFigures: hazards.recomputeFigures,
    furnish: async (services, { history = false, historyBegins = () => {}, ...options }) => {
      await law.sync(services)
      const more = async (): Promise<void> => {
        await hazards.furnish(services, { sampleCast, stock: evidence.stock, begins: historyBegins })
        await enforcement.furnish(services, { sampleCast, unitsOfCase, stock: evidence.stock })
        await tips.furnish(services, { sampleCast, ...hazards.publicReports, stock: evidence.stock })
        await supervision.furnish(services, { sampleCast, stock: evidence.stock })
      }
      return identity.furnish(services, history ? { ...options, more } : options)
    },
  }
}
