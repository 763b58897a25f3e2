import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as deskRoutes } from '../../desk/contract/index.ts'
import { openStage, type Stage } from '../../../main/testing/stage.ts'
import { openTestHouse, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'
import { regionRows, successionRows } from '../rules/regions.ts'
import { syncRegions } from './regionSync.ts'

let house: TestHouse
let stage: Stage
const admins: Record<'hangzhou' | 'gongshu' | 'shangcheng' | 'qiantang', Caller> = {} as never
beforeAll(async () => {
  house = await openTestHouse()
  stage = openStage(house)
  for (const [name, regionCode] of [
    ['hangzhou', '330100'],
    ['gongshu', '330105'],
    ['shangcheng', '330102'],
    ['qiantang', '330114'],
  ] as const)
    admins[name] = (await stage.actor(['systemAdmin'], { regionCode })).caller
})
afterAll(() => house.close())

const old = (regionCode: string) => stage.organisation({ kind: 'enterprise', regionCode, openedOn: '2019-06-01' })
const shown = async (caller: Caller, id: string) => {
  const { status, body } = await caller.call(routes.organisation, { params: { id } })
  return status === 200 ? body.organisation : status
}
const row = async (id: string) =>
  (
    await stage.rows<Record<string, unknown>>(
      'select recorded_region, region_code, region_to_decide, region_decided, region_decided_on, version from identity.organisation where id = $1',
      [id],
    )
  )[0]!
const deeds = (id: string) =>
  stage.rows<{ before: string; after: string }>(
    `select before, after from audit.entry where action = 'region.succeed' and record_id = $1`,
    [id],
  )
const owedTo = async (caller: Caller) => {
  const { body } = await caller.call(deskRoutes.desk)
  return body.owed.filter(({ kind }) => kind === 'regionToDecide').map(({ recordId }) => recordId)
}

describe('国函〔2021〕29号: a record made in 下城区 in 2019', () => {
  it('reads 下城区 on paper for ever, and counts under 拱墅区 now, with its people and posts', async () => {
    const id = await old('330103')
    const worker = await stage.person({ organisationId: id, kind: 'enterprise', regionCode: '330103', roles: ['worker'] })
    await syncRegions(house.services)
    expect(await shown(admins.gongshu, id)).toMatchObject({
      recordedRegion: '330103',
      regionOnPaper: '浙江省杭州市下城区',
      regionCode: '330105',
      regionName: '拱墅区',
      regionToDecide: false,
    })
    expect(await shown(admins.shangcheng, id)).toBe(404)
    const person = (await admins.gongshu.call(routes.person, { params: { id: worker.personId } })).body
    expect(person).toMatchObject({
      regionCode: '330105',
      regionOnPaper: '浙江省杭州市下城区',
      posts: [{ id: worker.postId, regionCode: '330105' }],
    })
    const listed = (await admins.gongshu.call(routes.organisations, { query: { region: '330105', kind: 'enterprise', limit: 500 } })).body
      .rows
    expect(listed.map((organisation) => organisation.id)).toContain(id)
    const [deed] = await deeds(id)
    expect(JSON.parse(deed!.before)).toEqual({ regionCode: '330103' })
    expect(JSON.parse(deed!.after)).toMatchObject({ regionCode: '330105', via: [expect.stringMatching(/^2021-04-09 .*国函〔2021〕29号/)] })
    expect(
      await stage.rows(`select region_code from work.event where type = 'identity.organisationChanged' and record_id = $1`, [id]),
    ).toEqual([{ region_code: '330105' }])
  })

  it('is moved once, however often and by however many starters', async () => {
    const id = await old('330103')
    await Promise.all([syncRegions(house.services), syncRegions(house.services), syncRegions(house.services)])
    const moved = await row(id)
    expect(moved).toMatchObject({ region_code: '330105', version: 2 })
    const count = async () => (await stage.rows('select count(*) from audit.entry'))[0]
    const before = await count()
    const tree = () => stage.rows('select md5(string_agg(region::text, chr(10) order by code)) from identity.region')
    const treeBefore = await tree()
    await syncRegions(house.services)
    expect([await row(id), await count(), await tree()]).toEqual([moved, before, treeBefore])
  })

  it('is moved when the edition that brings the act comes, and not before', async () => {
    const id = await old('330103')
    const today = { regions: [...regionRows()], successions: [...successionRows()] }
    await syncRegions(house.services, { ...today, successions: today.successions.filter(({ on_date }) => on_date < '2021-04-09') })
    expect(await row(id)).toMatchObject({ region_code: '330103', version: 1 })
    await syncRegions(house.services)
    expect(await row(id)).toMatchObject({ region_code: '330105', version: 2 })
    expect((await stage.rows('select from identity.region_succession')).length).toBe(today.successions.length)
  })
})

describe('a record of 江干区 that names the county alone', () => {
  it('counts under 上城区 and is owed a decision by whoever may take it', async () => {
    const id = await old('330104')
    await syncRegions(house.services)
    expect(await shown(admins.shangcheng, id)).toMatchObject({
      regionOnPaper: '浙江省杭州市江干区',
      regionCode: '330102',
      regionToDecide: true,
      regionCandidates: ['330102', '330114'],
    })
    expect(await owedTo(admins.shangcheng)).toContain(id)
    expect(await owedTo(admins.hangzhou)).toContain(id)
    expect(await owedTo(admins.qiantang)).not.toContain(id)
  })

  it('goes where somebody decides who sees both, and stays there', async () => {
    const id = await old('330104')
    const worker = await stage.person({ organisationId: id, kind: 'enterprise', regionCode: '330104', roles: ['worker'] })
    await syncRegions(house.services)
    const decide = async (caller: Caller, regionCode: string, version: number) => {
      const { status, body } = await caller.call(routes.decideRegion, { params: { id }, body: { regionCode, version } })
      return status === 200 ? body : { status, ...body.refusal, sentence: undefined }
    }
    expect(await decide(admins.hangzhou, '330105', 2)).toEqual({
      status: 422,
      code: 'REGION_NOT_CANDIDATE',
      facts: { regionCode: '330105', candidates: ['330102', '330114'] },
    })
    expect(await decide(admins.shangcheng, '330114', 2)).toEqual({ status: 403, code: 'OUT_OF_SCOPE', facts: { regionCode: '330114' } })
    expect(await decide(admins.hangzhou, '330114', 1)).toMatchObject({ status: 409, code: 'VERSION_STALE' })
    expect(await decide(admins.hangzhou, '330114', 2)).toMatchObject({
      regionCode: '330114',
      regionToDecide: false,
      recordedRegion: '330104',
      regionOnPaper: '浙江省杭州市江干区',
    })
    expect(await shown(admins.shangcheng, id)).toBe(404)
    expect(
      await stage.rows(
        'select person.region_code as person, post.region_code as post from identity.person join identity.post on post.person_id = person.id where person.id = $1',
        [worker.personId],
      ),
    ).toEqual([{ person: '330114', post: '330114' }])
    expect(await owedTo(admins.hangzhou)).not.toContain(id)

    const decided = await row(id)
    expect(decided).toMatchObject({ region_decided: '330114', region_decided_on: '2026-11-24' })
    await syncRegions(house.services)
    expect(await row(id)).toEqual(decided)
  })

  it('that was decided before a later act goes on from the decision', async () => {
    const id = await old('330104')
    await stage.rows(
      `update identity.organisation set region_code = '330103', region_decided = '330103', region_decided_on = '2020-01-01' where id = $1`,
      [id],
    )
    await syncRegions(house.services)
    expect(await row(id)).toMatchObject({ region_code: '330105', region_to_decide: false, region_decided: '330103' })
    const wasElsewhere = await stage.organisation({ regionCode: '330114' })
    await stage.rows(
      `update identity.organisation set region_code = '330103', region_decided = '330103', region_decided_on = '2020-01-01' where id = $1`,
      [wasElsewhere],
    )
    await syncRegions(house.services)
    expect(await row(wasElsewhere)).toMatchObject({ region_code: '330105' })
  })
})
