import { roles } from '../../kernel/actor.ts'
import type { Contract, Route, RouteOutput } from '../../kernel/contract.ts'
import type { Answered, Caller, TestHouse } from './testHouse.ts'
import { actorIn, places, seen, siteAt, type Actor, type Place, type Site } from './world.ts'

/** A request on the records of a site. */
export type Request = {
  readonly params?: Record<string, unknown>
  readonly query?: Record<string, unknown>
  readonly body?: unknown
  readonly headers?: Record<string, string>
}

/**
 * How the walk asks a route: a request that goes through when the actor may do it, for fresh records at the site.
 * `holds` says for a list whether the site's record is in the answer. `elsewhere: false` marks a route that names no
 * record at all, so that there is nothing to ask for at another place.
 */
export type Recipe<R extends Route = Route> = {
  readonly request: (site: Site, actor: Actor, house: TestHouse) => Request | Promise<Request>
  holds?(answer: Answered<RouteOutput<R>>, site: Site): boolean
  readonly elsewhere?: boolean
}

export type Mismatch = {
  readonly route: string
  readonly who: string
  readonly place: Place | 'nowhere'
  readonly expected: string
  readonly got: string
}

const told = ({ status, body }: Answered): string =>
  `${status}${body?.refusal?.code ? ` ${body.refusal.code}` : body?.fault ? ' fault' : ''}`

const ask = (caller: Caller, route: Route, { headers, ...request }: Request): Promise<Answered> =>
  caller.call(route, request as never, headers ? { headers } : {})

const expectedOf = (contract: Contract, route: Route, actor: Actor, place: Place): string => {
  const granted = route.action === 'public' || route.action === 'signedIn' || contract.actions[route.action]?.includes(actor.role)
  if (!granted) return '403 ACTION_NOT_GRANTED'
  if (route.scope === 'all' || route.scope === 'rows') return String(route.success)
  if (route.scope === 'own') return place === 'own' ? String(route.success) : '404 RECORD_NOT_FOUND'
  if (seen(actor, place)) return String(route.success)
  return route.scope === 'input' ? '403 OUT_OF_SCOPE' : '404 RECORD_NOT_FOUND'
}

/**
 * Asks one route as nobody and as every role, for records in the own scope, at the neighbour's, above and below, and
 * compares each answer with what the contract declares. An empty list means that the route keeps its word.
 */
export const walkRoute = async (
  house: TestHouse,
  contract: Contract,
  name: string,
  recipe: Recipe,
  actors: readonly Actor[],
): Promise<Mismatch[]> => {
  const route = contract.routes[name]!
  const title = `${contract.room}.${name}`
  const mismatches: Mismatch[] = []
  const compare = (who: string, place: Place | 'nowhere', expected: string, answer: Answered): void => {
    const got = told(answer)
    if (got !== expected) mismatches.push({ route: title, who, place, expected, got })
  }
  const [someone] = actors
  if (route.action !== 'public') {
    const { headers: { cookie: _session, ...headers } = {}, ...request } = await recipe.request(
      await siteAt(house, someone!, 'own'),
      someone!,
      house,
    )
    compare('nobody', 'nowhere', '401 SIGN_IN_REQUIRED', await ask(house.nobody, route, { ...request, headers }))
  }
  for (const actor of actors)
    for (const place of recipe.elsewhere === false ? (['own'] as const) : places) {
      const site = await siteAt(house, actor, place)
      const answer = await ask(actor.caller, route, await recipe.request(site, actor, house))
      const expected = expectedOf(contract, route, actor, place)
      compare(actor.role, place, expected, answer)
      if (recipe.holds && answer.status === 200) {
        const holds = recipe.holds(answer, site)
        if (holds !== seen(actor, place))
          mismatches.push({
            route: title,
            who: actor.role,
            place,
            expected: seen(actor, place) ? 'in the list' : 'not in the list',
            got: holds ? 'in the list' : 'not in the list',
          })
      }
    }
  return mismatches
}

/** Somebody in every role. */
export const everyRole = async (house: TestHouse): Promise<Actor[]> => {
  const actors: Actor[] = []
  for (const role of roles) actors.push(await actorIn(house, role))
  return actors
}
