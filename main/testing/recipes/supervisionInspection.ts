import { randomUUID, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import type { inspectionRoutes } from '../../../contexts/supervision/contract/inspectionRoutes.ts'
import { insertDoubt } from '../../../contexts/supervision/server/doubtStore.ts'
import { closedHazards, insertDraw, type DrawRow } from '../../../contexts/supervision/server/drawStore.ts'
import { insertRecheck } from '../../../contexts/supervision/server/recheckStore.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { closedHazardAt } from '../closedHazard.ts'
import { photoOf, unitOnRegister } from '../testHazards.ts'
import type { TestHouse } from '../testHouse.ts'
import type { Recipe } from '../walk.ts'
import type { Actor, Site } from '../world.ts'

const staged = async <Value>(house: TestHouse, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error('the test could not set its stage')
  return done.value
}

/** A trade of its own, so that what is drawn at a site is told from any other. */
let trades = 0
const freshTrade = (): string => {
  trades += 1
  return `C${String(1000 + (trades % 9000))}`
}

const unitAt = (tx: Tx, site: Site, industryCode = 'C2614') =>
  unitOnRegister(tx, { regionCode: site.regionCode, organisationId: site.organisationId, industryCode })

const order = (site: Site, industry: string) =>
  ({
    regionCode: site.regionCode,
    from: '2026-11-01',
    to: '2026-11-30',
    level: null,
    industry,
    strata: 'none',
    wanted: { kind: 'count', count: 1 },
  }) as const

/** A county's draw of the one closed hazard of a unit at the site, made by somebody who is no part of the walk. */
const drawAt = (site: Site, house: TestHouse, assigneeId: string | null = null) =>
  staged(house, async (tx) => {
    const hazard = await closedHazardAt(tx, await unitAt(tx, site))
    const key = { unitId: hazard.unitId, hazardId: hazard.id }
    const [closed] = await closedHazards(tx, [key])
    if (!closed) throw new Error('a closed hazard is published')
    const asked = order(site, 'C2614')
    const row: DrawRow = {
      ...asked,
      id: randomUUIDv7(),
      name: '试验抽取',
      tierDigits: 6,
      organisationId: site.organisationId,
      frameSize: 1,
      frameSm3: '',
      head: { chain: '', seq: 0, hash: '' },
      seed: 'seed',
      drawn: 1,
      settled: 0,
      falseClosures: 0,
      madeBy: randomUUID(),
      madeAt: tx.at,
      cancelledAt: null,
      cancelledBy: null,
      cancelReason: null,
      doneAt: null,
    }
    await insertDraw(tx, { ...row, postId: randomUUID() }, asked, `${key.unitId}.${key.hazardId} ${hazard.version} -\n`)
    const recheckId = randomUUIDv7()
    await insertRecheck(tx, closed, {
      id: recheckId,
      drawId: row.id,
      doubtId: null,
      tierDigits: 6,
      madeRegion: '330114',
      stratum: '-',
      dueAt: '2026-12-09T16:00:00Z',
      assigneeId,
    })
    return { ...key, drawId: row.id, recheckId }
  })

/** Found false by somebody else, waiting for a second person. */
const unconfirmedAt = async (site: Site, house: TestHouse) => {
  const drawn = await drawAt(site, house, randomUUID())
  await staged(house, (tx) =>
    sql`update supervision.recheck set state = 'unconfirmed', finding = 'false', note = '仍在', found_by = ${randomUUID()}::uuid, found_at = ${tx.at}
      where unit_id = ${drawn.unitId}::uuid and id = ${drawn.recheckId}::uuid`.execute(tx.tables()),
  )
  return drawn
}

const doubtAt = (site: Site, house: TestHouse) =>
  staged(house, async (tx) => {
    const { unitId, name, regionCode } = await unitAt(tx, site)
    const doubtId = randomUUIDv7()
    const record = { kind: 'visit', id: `${unitId}.${doubtId}`, unitId } as const
    const evidence = { record, items: 40, seconds: 20, limitSecondsPerItem: 2 }
    await insertDoubt(
      tx,
      doubtId,
      { kind: 'seconds', key: doubtId, record, people: [randomUUID()], evidence },
      { unitName: name, regionCode, recordedRegion: regionCode, organisationId: site.organisationId },
    )
    return { unitId, doubtId }
  })

const photoBy = (site: Site, actor: Actor, house: TestHouse) =>
  staged(house, (tx) => photoOf(tx, { regionCode: site.regionCode, personId: actor.personId }))

type Routes = typeof inspectionRoutes

/** How the walk asks for draws, rechecks and doubts. */
export const inspectionRecipes: { readonly [Name in keyof Routes]: Recipe<Routes[Name]> } = {
  draws: {
    request: async (site, _actor, house) => {
      await drawAt(site, house)
      return { query: { region: site.regionCode } }
    },
    holds: ({ body }, site) => body.rows.some(({ regionCode }) => regionCode === site.regionCode),
  },
  drawFrame: { request: ({ regionCode }) => ({ query: { regionCode, from: '2026-11-01', to: '2026-11-30', count: 3 } }) },
  makeDraw: {
    request: async (site, _actor, house) => {
      const trade = freshTrade()
      await staged(house, async (tx) => closedHazardAt(tx, await unitAt(tx, site, trade)))
      return { body: { name: '试验抽取', ...order(site, trade) } }
    },
  },
  draw: { request: async (site, _actor, house) => ({ params: { drawId: (await drawAt(site, house)).drawId } }) },
  verifyDraw: { request: async (site, _actor, house) => ({ params: { drawId: (await drawAt(site, house)).drawId } }) },
  cancelDraw: {
    request: async (site, _actor, house) => ({ params: { drawId: (await drawAt(site, house)).drawId }, body: { reason: '范围有误' } }),
  },
  recheckers: { request: async (site, _actor, house) => ({ params: { drawId: (await drawAt(site, house)).drawId } }) },
  assignRechecks: {
    request: async (site, actor, house) => {
      const { drawId, recheckId } = await drawAt(site, house)
      return { params: { drawId }, body: { personId: actor.personId, recheckIds: [recheckId] } }
    },
  },
  rechecks: {
    request: async (site, _actor, house) => ({ query: { unitId: (await drawAt(site, house)).unitId } }),
    holds: ({ body }) => body.rows.length > 0,
  },
  recheck: {
    request: async (site, _actor, house) => {
      const { unitId, recheckId } = await drawAt(site, house)
      return { params: { unitId, recheckId } }
    },
  },
  recordFinding: {
    request: async (site, actor, house) => {
      const { unitId, recheckId } = await drawAt(site, house, actor.personId)
      return {
        params: { unitId, recheckId },
        body: {
          finding: 'true',
          evidenceIds: [await photoBy(site, actor, house)],
          noPositionReason: '地下室',
          claimedAt: '2026-11-24T01:00:00Z',
        },
      }
    },
  },
  confirmRecheck: {
    request: async (site, _actor, house) => {
      const { unitId, recheckId } = await unconfirmedAt(site, house)
      return { params: { unitId, recheckId }, body: { agree: true } }
    },
  },
  closers: { elsewhere: false, request: () => ({ query: {} }) },
  doubts: {
    request: async (site, _actor, house) => ({ query: { unitId: (await doubtAt(site, house)).unitId } }),
    holds: ({ body }) => body.rows.length > 0,
  },
  doubt: { request: async (site, _actor, house) => ({ params: await doubtAt(site, house) }) },
  lookAtDoubt: {
    request: async (site, _actor, house) => ({ params: await doubtAt(site, house), body: { state: 'explained', note: '同乘一车' } }),
  },
}
