import { Readable } from 'node:stream'
import type { PersonActor } from '../../../../kernel/actor.ts'
import { chanceOf, type Chance } from '../../../../kernel/chance.ts'
import type { Route, RouteInput, RouteOutput } from '../../../../kernel/contract.ts'
import { ok, type Result } from '../../../../kernel/result.ts'
import type { Services, Tx } from '../../../../platform/database/transaction.ts'
import type { EvidenceStock } from '../../../../platform/evidence/room.ts'
import type { RouteHandler } from '../../../../platform/http/handler.ts'
import { actions } from '../../contract/actions.ts'
import type { UnitKind, UnitTag } from '../../rules/criteria.ts'
import type { UnitFacts } from '../unitStore.ts'
import type { RegisterNeeds } from '../unitNeeds.ts'
import type { Authority, Cast, Crew } from './cast.ts'
import { openAlbum, type Album, type Picture } from './pictures.ts'
import { openBoard, type Board, type Deed } from './timeline.ts'
import { openTimes, type Times } from './times.ts'

/** A unit of the sample: what is registered, and who plays there. */
export type SampleUnit = {
  readonly key: string
  readonly kind: UnitKind
  readonly name: string
  readonly county: string
  readonly regionCode: string
  readonly industryCode: string
  readonly tags: readonly UnitTag[]
  readonly place: { readonly lng: number; readonly lat: number }
  readonly crew: Crew
  readonly authority: Authority
}

/** Asks a route as the doorway would: parsed by its contract, by somebody whose roles it allows. */
export type Ask = <R extends Route>(tx: Tx, route: R, actor: PersonActor, input: unknown) => Promise<Result<RouteOutput<R>>>

export type Stage = {
  readonly services: Services
  readonly needs: RegisterNeeds
  readonly cast: Cast
  readonly chance: Chance
  readonly times: Times
  readonly album: Album
  readonly board: Board
  readonly deeds: Deed[]
  /** The units on the register, by their key in the sample; they come to be while the history is written. */
  readonly units: Map<string, UnitFacts>
  readonly ask: Ask
  /** An id as a phone would make it at that moment, the same for the same seed and day. */
  newId(at: Temporal.Instant): string
  /** Asks for a picture that is evidence of a deed of this history; answers how the deed takes it. */
  photo(picture: Picture): (tx: Tx) => Promise<string>
}

export const unitOf = ({ units }: Stage, key: string): UnitFacts => {
  const unit = units.get(key)
  if (!unit) throw new Error(`the sample's unit ${key} is not on the register yet`)
  return unit
}

type Granted = Readonly<Record<string, readonly string[]>>

const openAsk =
  (services: Services, handlers: readonly RouteHandler[]): Ask =>
  async (tx, route, actor, input) => {
    const handler = handlers.find((each) => each.route === route)
    if (!handler?.inTransaction) throw new Error(`no use case answers ${route.path}`)
    const allowed = (actions as Granted)[route.action] ?? []
    if (!actor.roles.some((role) => allowed.includes(role))) throw new Error(`the sample lets ${actor.roles.join()} do ${route.action}`)
    const { params, body } = input as { readonly params?: unknown; readonly body?: unknown }
    const parsed = { params: route.params?.parse(params), body: route.body?.parse(body), query: {} } as RouteInput<Route>
    const request = { requestId: null, address: null, device: null }
    const nothing = { bytes: Readable.from([]), headers: {}, visitor: 'sample', setCookie: () => undefined }
    return (await handler.inTransaction(tx, { ...parsed, ...nothing, actor, request, services })) as Result<never>
  }

export type StageNeeds = {
  readonly needs: RegisterNeeds
  readonly handlers: readonly RouteHandler[]
  readonly cast: Cast
  readonly stock: EvidenceStock
  readonly seed: string
}

export const openStage = (services: Services, { needs, handlers, cast, stock, seed }: StageNeeds): Stage => {
  const now = services.clock()
  const chance = chanceOf(seed)
  const album = openAlbum()
  return {
    services,
    needs,
    cast,
    chance,
    album,
    times: openTimes(now, chance),
    board: openBoard(),
    deeds: [],
    units: new Map(),
    ask: openAsk(services, handlers),
    newId: (at) => {
      const digits = (count: number): string => Array.from({ length: count }, () => chance.integer(0, 15).toString(16)).join('')
      const millis = at.epochMilliseconds.toString(16).padStart(12, '0')
      return `${millis.slice(0, 8)}-${millis.slice(8)}-7${digits(3)}-8${digits(3)}-${digits(12)}`
    },
    photo: (picture) => {
      const file = album.need(picture)
      return async (tx) => {
        const takenAt = tx.now.subtract({ minutes: 6 }).toString({ smallestUnit: 'millisecond' })
        return stock.take(tx, await file(), { name: `现场照片-${takenAt.slice(5, 10)}.jpg`, takenAt })
      }
    },
  }
}

/** A deed by a route of the room. */
export const tellRoute = <R extends Route>(
  stage: Stage,
  { at, by, route }: { readonly at: Temporal.Instant; readonly by: PersonActor; readonly route: R },
  input: (tx: Tx) => unknown,
  then: (output: RouteOutput<R>, tx: Tx) => void | Promise<void> = () => undefined,
): void => {
  stage.deeds.push({
    at,
    by,
    work: async (tx) => {
      const told = await stage.ask(tx, route, by, await input(tx))
      if (!told.ok) return told
      await then(told.value, tx)
      return ok(null)
    },
  })
}
