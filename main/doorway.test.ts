import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Contract, Route } from '../kernel/contract.ts'
import { route } from '../kernel/contract.ts'
import { ok } from '../kernel/result.ts'
import { ContractFault, joinRoutes } from '../platform/http/doorway.ts'
import { handle } from '../platform/http/handler.ts'
import { deskRecipes } from './testing/recipes/desk.ts'
import { enforcementRecipes } from './testing/recipes/enforcement.ts'
import { evidenceRecipes } from './testing/recipes/evidence.ts'
import { hazardPaperRecipes } from './testing/recipes/hazardPapers.ts'
import { hazardPocketRecipes } from './testing/recipes/hazardPocket.ts'
import { hazardRecipes } from './testing/recipes/hazards.ts'
import { hazardsRegisterRecipes } from './testing/recipes/hazardsRegister.ts'
import { identityRecipes } from './testing/recipes/identity.ts'
import { lawRecipes } from './testing/recipes/law.ts'
import { ledgersRecipes } from './testing/recipes/ledgers.ts'
import { supervisionRecipes } from './testing/recipes/supervision.ts'
import { tipsRecipes } from './testing/recipes/tips.ts'
import { openTestHouse, type TestHouse } from './testing/testHouse.ts'
import { everyRole, walkRoute, type Recipe } from './testing/walk.ts'
import type { Actor } from './testing/world.ts'

const recipes: Readonly<Record<string, Readonly<Record<string, Recipe>>>> = {
  identity: identityRecipes,
  law: lawRecipes,
  desk: deskRecipes,
  evidence: evidenceRecipes,
  tips: tipsRecipes,
  enforcement: enforcementRecipes,
  supervision: supervisionRecipes,
  ledgers: ledgersRecipes,
  hazards: { ...hazardRecipes, ...hazardsRegisterRecipes, ...hazardPaperRecipes, ...hazardPocketRecipes } as Readonly<
    Record<string, Recipe>
  >,
}

/** A room whose list forgets its scope, one whose record does, and one that lets anybody in; each must be found. */
const planted = {
  room: 'planted',
  actions: { 'planted.read': ['officer'] },
  refusals: {},
  events: {},
  views: [],
  routes: {
    list: route({
      method: 'GET',
      path: '/api/planted/list',
      summary: { zh: '忘了范围的列表', en: 'a list that forgets its scope' },
      action: 'planted.read',
      scope: 'rows',
      output: z.object({ rows: z.array(z.object({ id: z.string() })) }),
      success: 200,
      refusals: [],
    }),
    record: route({
      method: 'GET',
      path: '/api/planted/records/:id',
      summary: { zh: '忘了范围的记录', en: 'a record that forgets its scope' },
      action: 'planted.read',
      scope: 'record',
      params: z.object({ id: z.string() }),
      output: z.object({ id: z.string() }),
      success: 200,
      refusals: [],
    }),
  },
} satisfies Contract<Record<never, never>, { 'planted.read': readonly ['officer'] }>

const plantedHandlers = [
  // Both go around row-level security, by the owner's own connection.
  handle(planted.routes.list, async (_tx, { services }) =>
    ok({ rows: (await services.database.pool.query<{ id: string }>('select id from identity.organisation')).rows }),
  ),
  handle(planted.routes.record, async (_tx, { params, services }) => {
    const { rows } = await services.database.pool.query<{ id: string }>('select id from identity.organisation where id = $1', [params.id])
    return ok(rows[0]!)
  }),
]

describe('one doorway', () => {
  let house: TestHouse
  let actors: Actor[]
  beforeAll(async () => {
    house = await openTestHouse({ extraRooms: [{ contract: planted, routes: plantedHandlers }] })
    actors = await everyRole(house)
  })
  afterAll(() => house.close())

  it('the OpenAPI document tells of every route, and the walk has a recipe for each', async () => {
    const document = (await house.nobody.get('/api/openapi.json')).body as {
      openapi: string
      paths: Record<string, Record<string, { operationId: string }>>
    }
    expect(document.openapi).toBe('3.1.0')
    const told = Object.values(document.paths).flatMap((methods) => Object.values(methods).map(({ operationId }) => operationId))
    const walked = Object.entries(recipes).flatMap(([room, byName]) => Object.keys(byName).map((name) => `${room}.${name}`))
    expect(told.filter((id) => !id.startsWith('planted.')).toSorted()).toEqual(walked.toSorted())
  })

  const everyRoute = Object.entries(recipes).flatMap(([room, byName]) => Object.keys(byName).map((name) => [room, name] as const))
  it.each(everyRoute)('%s.%s answers each role at each place as its contract declares', async (room, name) => {
    const contract = house.house.contracts.find((candidate) => candidate.room === room)!
    const mismatches = await walkRoute(house, contract, name, recipes[room]![name]!, actors)
    expect(mismatches.map(({ who, place, expected, got }) => `${who} ${place}: ${expected}, got ${got}`)).toEqual([])
  })

  it('finds a list that forgets its scope', async () => {
    const recipe: Recipe<typeof planted.routes.list> = {
      request: () => ({}),
      holds: ({ body }, { organisationId }) => body.rows.some(({ id }) => id === organisationId),
    }
    const found = await walkRoute(house, planted, 'list', recipe, actors)
    expect(found.map(({ place, got }) => `${place} ${got}`).toSorted()).toEqual(['above in the list', 'sibling in the list'])
  })

  it('finds a record that forgets its scope', async () => {
    const found = await walkRoute(
      house,
      planted,
      'record',
      { request: ({ organisationId }) => ({ params: { id: organisationId } }) },
      actors,
    )
    expect(found.map(({ who, place, expected, got }) => `${who} ${place}: ${expected}, got ${got}`).toSorted()).toEqual([
      'officer above: 404 RECORD_NOT_FOUND, got 200',
      'officer sibling: 404 RECORD_NOT_FOUND, got 200',
    ])
  })
})

describe('a route that nobody could judge stops the start', () => {
  const good = planted.routes.record as unknown as Route
  const open = (change: Partial<Route>, handlers?: number) => {
    const changed = { ...good, ...change }
    const handler = { ...handle(changed, async () => ok({})), route: changed }
    return () =>
      joinRoutes([
        {
          contract: { ...planted, routes: { record: changed } } as unknown as Contract,
          routes: Array.from({ length: handlers ?? 1 }, () => handler),
        },
      ])
  }
  it('lets a whole one through', () => expect(open({})).not.toThrow())
  it.each([
    ['without an action', { action: undefined as unknown as string }, 1, 'declares no action'],
    ['with an action that nobody may do', { action: 'planted.write' }, 1, 'grants to no role'],
    ['with a refusal without a sentence', { refusals: ['NEVER_HEARD_OF'] }, 1, 'without sentences'],
    ['without a use case', {}, 0, '0 use cases'],
    ['with two use cases', {}, 2, '2 use cases'],
  ])('%s', (_title, change, handlers, sentence) => {
    expect(open(change, handlers)).toThrow(ContractFault)
    expect(open(change, handlers)).toThrow(sentence)
  })
  it('at an address that is taken', () => {
    const handler = handle(good, async () => ok({}))
    const room = { contract: { ...planted, routes: { one: good, two: good } } as unknown as Contract, routes: [handler] }
    expect(() => joinRoutes([room])).toThrow('an address that is taken')
  })
})
