import { createHash, randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, describe } from 'vitest'
import { castOf, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { likenessOf } from '../../../platform/evidence/drawing.ts'
import { keepLikeness } from '../../../platform/evidence/likeness.ts'
import type { UnitFacts } from '../../hazards/server/unitStore.ts'
import { routes } from '../contract/index.ts'
import { searchPhotos, searchVisits } from './doubtSearch.ts'
import { labelledPhotos } from './testing/labelledPhotos.ts'

let house: TestHazards
let cast: Cast
beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
  // The first search takes the present as its beginning.
  await searchVisits(house.services)
  await searchPhotos(house.services, { readLikeness: async () => null })
})
afterAll(() => house.close())

const unit = (): Promise<UnitFacts> => house.unit({ regionCode: '330114001', organisationId: cast.safety.organisationId })

type Made = {
  readonly minute: number
  readonly north?: number
  readonly note?: string
  readonly begunSecondsBefore?: number
  readonly items?: number
  readonly hazardIds?: readonly string[]
}

const visit = async (
  at: UnitFacts,
  { minute, north = 0, note = '', begunSecondsBefore, items = 0, hazardIds = [] }: Made,
): Promise<string> => {
  const id = randomUUIDv7()
  const claimed = Temporal.Instant.from('2026-11-24T02:00:00Z').add({ seconds: minute * 60 })
  const begun = begunSecondsBefore === undefined ? null : claimed.subtract({ seconds: begunSecondsBefore }).toString()
  const answers = JSON.stringify(Array.from({ length: items }, (_, item) => ({ itemKey: `i${item}`, answer: 'yes', note: '' })))
  await house.bySystem((tx) =>
    sql`insert into hazards.visit (unit_id, id, how, announced, result, on_day, note, lng, lat, accuracy_metres, claimed_at, received_at, begun_at,
        answers, hazard_ids, digest, person_id, post_id, visitor_organisation_id, recorded_region, region_code, organisation_id)
      values (${at.unitId}, ${id}, 'departmentCheck', false, 'checked', '2026-11-24', ${note}, 120.5, ${30.3 + north / 111_320}, 10,
        ${claimed.toString()}, ${tx.at}, ${begun}, ${answers}, ${[...hazardIds]}::uuid[], 'd', ${cast.inspector.personId}, ${cast.inspector.postId},
        ${cast.inspector.organisationId}, ${at.regionCode}, ${at.regionCode}, ${at.organisationId})`.execute(tx.tables()),
  )
  return id
}

const doubtsAt = async (login: string, at: UnitFacts) =>
  (await (await house.as(login)).call(routes.doubts, { query: { unitId: at.unitId } })).body

const long = '三号车间行车吊钩防脱钩装置缺失一处，操作工说上月修过，现场用铁丝代替；东侧配电箱门锁完好，接地可靠，台账记到当天'

describe('疑点: what visits and photos raise', () => {
  it('two places too far apart, a place far from the unit, seconds, and copied text; each once, however often it is searched', async () => {
    const [one, two] = [await unit(), await unit()]
    await visit(one, { minute: 0, note: long })
    await visit(two, { minute: 6, north: 22_000, note: long.replace('上月', '本月'), items: 40, begunSecondsBefore: 25 })
    await searchVisits(house.services)
    await searchVisits(house.services)
    const { rows } = await doubtsAt('county.officer', two)
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual(['copiedText', 'far', 'seconds', 'travel'])
    expect((await doubtsAt('county.officer', one)).rows).toEqual([])
    const travel = rows.find(({ kind }) => kind === 'travel')!
    const { body } = await (
      await house.as('county.officer')
    ).call(routes.doubt, { params: { unitId: travel.unitId, doubtId: travel.doubtId } })
    expect(body).toMatchObject({
      state: 'raised',
      evidence: { kmPerHour: expect.any(Number), limitKmPerHour: 150 },
      people: [{ personId: cast.inspector.personId }],
    })
  })

  it('is never shown to whom it is about', async () => {
    const at = await unit()
    await visit(at, { minute: 200, items: 40, begunSecondsBefore: 20 })
    await searchVisits(house.services)
    expect((await doubtsAt('county.officer', at)).total).toBe(1)
    // The inspector as an officer, whose role may read doubts: the row is still hidden.
    const count = (personId: string): Promise<number> =>
      house.done({ ...cast.officer, personId }, async (tx) => {
        const { rows } = await sql<{
          total: number
        }>`select count(*) as total from supervision.doubt where unit_id = ${at.unitId}::uuid`.execute(tx.tables())
        return { ok: true, value: rows[0]?.total ?? 0 }
      })
    expect([await count(cast.officer.personId), await count(cast.inspector.personId)]).toEqual([1, 0])
  })

  it('a visit from a ledger raises nothing', async () => {
    const at = await unit()
    const id = await visit(at, { minute: 300, north: 30_000, items: 40, begunSecondsBefore: 5, note: long })
    await house.services.database.pool.query(`update hazards.visit set ledger = '{}' where id = $1`, [id])
    await searchVisits(house.services)
    expect((await doubtsAt('county.officer', at)).total).toBe(0)
  })

  it('a photo used again: the very file, and the same picture; not within one visit', async () => {
    const photos = await labelledPhotos('search', 6)
    const [first, again] = [photos.find(({ origin }) => origin === 0)!, photos.findLast(({ origin }) => origin === 0)!]
    const [one, two, three] = [await unit(), await unit(), await unit()]
    const same = await visit(one, { minute: 400 })
    const hazardId = randomUUIDv7()
    const other = await visit(three, { minute: 420, north: 10, hazardIds: [hazardId] })
    const near = await visit(two, { minute: 410 })
    let at = 0
    const attach = async (bytes: Buffer, kind: string, recordId: string): Promise<void> => {
      const hash = createHash('sm3').update(bytes).digest('hex')
      const likeness = await likenessOf(bytes)
      at += 1
      await house.bySystem(async (tx) => {
        await sql`insert into evidence.content (hash, size_bytes, kind, media_type, stored_in) values (${hash}, ${bytes.length}, 'photo', 'image/jpeg', 'disk') on conflict do nothing`.execute(
          tx.tables(),
        )
        await keepLikeness(tx, hash, likeness)
        await sql`insert into evidence.item (id, content_hash, kind, media_type, size_bytes, record_kind, record_id, region_code, recorded_region, received_at,
            uploaded_by, exif_state, attached_at)
          values (${randomUUIDv7()}, ${hash}, 'photo', 'image/jpeg', 1, ${kind}, ${recordId}, '330114001', '330114001', ${tx.at}, ${cast.inspector.personId},
            'absent', ${tx.now.add({ milliseconds: at }).toString()})`.execute(tx.tables())
      })
    }
    await attach(first.bytes, 'visit', `${one.unitId}.${same}`)
    await attach(again.bytes, 'visit', `${two.unitId}.${near}`)
    await attach(first.bytes, 'visit', `${three.unitId}.${other}`)
    // The same photo behind what was found on that visit shows two things, and is no doubt of its own.
    await attach(photos.find(({ origin }) => origin === 1)!.bytes, 'visit', `${three.unitId}.${other}`)
    await attach(photos.find(({ origin }) => origin === 1)!.bytes, 'hazard', `${three.unitId}.${hazardId}`)
    await searchPhotos(house.services, { readLikeness: async () => null })
    expect((await doubtsAt('county.officer', one)).rows).toEqual([])
    expect((await doubtsAt('county.officer', two)).rows).toMatchObject([{ kind: 'photoNear' }])
    expect((await doubtsAt('county.officer', three)).rows).toMatchObject([{ kind: 'photoExact' }])
  })
})

it('looked at once, with what it came to', async () => {
  const at = await unit()
  await visit(at, { minute: 500, items: 40, begunSecondsBefore: 20 })
  await searchVisits(house.services)
  const { rows } = await doubtsAt('county.officer', at)
  const params = { unitId: at.unitId, doubtId: rows[0]!.doubtId }
  const look = async () =>
    (await house.as('county.officer')).call(routes.lookAtDoubt, {
      params,
      body: { state: 'explained', note: '在现场用纸表查完后一并录入' },
    })
  expect((await look()).body).toMatchObject({
    state: 'explained',
    note: '在现场用纸表查完后一并录入',
    lookedByName: expect.stringMatching(/./),
  })
  expect((await look()).body.refusal?.code).toBe('DOUBT_LOOKED_AT')
  const listed = await (
    await house.as('county.officer')
  ).call(routes.doubts, { query: { counts: 'doubtsLooked', from: '2026-11-24', to: '2026-11-24' } })
  const { rows: tally } = await house.services.database.pool.query<{ total: number }>(
    `select sum(change)::int as total from supervision.tally where figure = 'doubtsLooked'`,
  )
  expect(listed.body.total).toBe(tally[0]?.total)
})
