import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHouse, testNow, type Caller, type TestHouse } from '../../../main/testing/testHouse.ts'
import { openStage, type Stage } from '../../../main/testing/stage.ts'
import { photoWithPlace, tipStage } from '../../../main/testing/tipStory.ts'
import { evidenceContract } from '../../../platform/evidence/contract.ts'
import { ContractFault, joinRoutes } from '../../../platform/http/doorway.ts'
import { handle } from '../../../platform/http/handler.ts'
import { ok } from '../../../kernel/result.ts'
import { route, type Contract } from '../../../kernel/contract.ts'
import { contract, routes } from '../contract/index.ts'
import { floodLimits, photoLimits } from '../rules/flood.ts'
import { receiptOf } from '../rules/receipt.ts'
import type { SentAction } from '../contract/tipRoutes.ts'

let house: TestHouse
let people: Stage
let stage: ReturnType<typeof tipStage>
let officer: Caller
let keeper: Caller

beforeAll(async () => {
  house = await openTestHouse()
  people = openStage(house)
  stage = tipStage(house)
  ;[officer, keeper] = await Promise.all([house.as('county.officer'), house.as('county.keeper')])
})
afterAll(() => house.close())
beforeEach(() => house.setClock(testNow))

const codeOf = ({ body }: { readonly body: { readonly refusal?: { readonly code: string } } }) => body.refusal?.code ?? 'done'
const reveal = (by: Caller, tipId: string, purpose = '联系领取奖金') =>
  by.call(routes.revealInformant, { params: { tipId }, body: { purpose } })
const run = async (job: string): Promise<void> => {
  await house.house.rooms
    .flatMap(({ jobs }) => jobs)
    .find(({ name }) => name === job)!
    .run(house.services, {})
}
const accept: SentAction = { kind: 'accept' }

describe('安监总财〔2018〕19号: who told is kept secret', () => {
  it('name, phone, receipt, word and address stand in no table of the house', async () => {
    const [name, phone] = ['钱守密', '13905719977']
    const by = stage.passerBy()
    const { body } = await stage.send(by, { identity: { name, phone } })
    await by.call(routes.followTip, { body: { number: body.number, secret: body.secret } })
    await by.call(routes.writeAsInformant, { body: { number: body.number, secret: body.secret, text: '请保密' } })
    // Callers of the test have addresses 127.1.x.y; those of the sample's own sessions have none.
    for (const text of [name, phone, body.number, '127.1.']) {
      expect([text, await people.tablesThatHold(text)]).toEqual([text, []])
    }
    // Six digits alone are met by chance in hashes and ids: the column is what counts.
    const { rows } = await house.services.database.pool.query('select secret_hash, receipt_hash from tips.tip order by id desc limit 1')
    expect(rows[0].secret_hash).toMatch(/^[0-9a-f]{64}$/)
    expect(rows[0].receipt_hash).not.toBe(rows[0].secret_hash)
  })

  it('no route with a session tells whose session it was', async () => {
    const me = await people.actor(['worker'])
    await stage.send(me.caller)
    const held = await people.tablesThatHold(me.personId)
    // His own post and account, and nothing that he sent.
    expect(held.filter((table) => table.startsWith('tips.') || table.startsWith('evidence.'))).toEqual([])
    const { rows } = await house.services.database.pool.query(
      `select actor_kind, person_id, address, device, request_id from audit.entry where action = 'tip.receive' order by at desc, seq desc limit 1`,
    )
    expect(rows[0]).toEqual({ actor_kind: 'system', person_id: null, address: null, device: null, request_id: null })
  })

  it('only the keeper looks, for a purpose; each look stands on the tip and in the audit, and the name in neither', async () => {
    const { tipId } = await stage.tip({ identity: { name: '钱守密', phone: '139-0571 9977' } })
    for (const other of [
      'county.officer',
      'county.inspector',
      'county.leader',
      'county.audit',
      'county.security',
      'city.leader',
      'plant.principal',
    ])
      expect([other, (await reveal(await house.as(other), tipId)).status]).toEqual([other, 403])
    const looked = await reveal(keeper, tipId)
    expect(looked.body).toEqual({ name: '钱守密', phone: '13905719977', looks: 1 })
    expect((await reveal(keeper, tipId)).body.looks).toBe(2)
    const record = await stage.read(officer, tipId)
    expect(record.reveals).toHaveLength(2)
    const { rows } = await house.services.database.pool.query<{ purpose: string }>(
      `select purpose, before, after from audit.entry where action = 'tip.reveal' and record_id = $1`,
      [tipId],
    )
    expect(rows.map(({ purpose }) => purpose)).toEqual(['联系领取奖金', '联系领取奖金'])
    expect(JSON.stringify([record, rows])).not.toContain('钱守密')
    expect(await people.tablesThatHold('钱守密')).toEqual([])
    expect(codeOf(await reveal(keeper, tipId, ' '))).toBe('INPUT_INVALID')
  })

  it('who handled a case never looks, and who looked handles nothing of it', async () => {
    const both = await people.actor(['officer', 'tipKeeper'])
    const identity = { name: '钱守密', phone: '13905719977' }
    const handled = await stage.tip({ identity })
    await stage.did(handled.tipId, [both.caller, accept])
    expect(codeOf(await reveal(both.caller, handled.tipId))).toBe('KEEPER_APART')
    const looked = await stage.tip({ identity })
    expect((await reveal(both.caller, looked.tipId)).status).toBe(200)
    expect(codeOf(await stage.act(both.caller, looked.tipId, accept))).toBe('KEEPER_APART')
  })

  it('a name that is taken back, or has had its time, nobody reads again', async () => {
    const identity = { name: '钱守密', phone: '13905719977' }
    const tip = await stage.tip({ identity })
    const withdrawn = await stage.passerBy().call(routes.withdrawName, { body: { number: tip.number, secret: tip.secret } })
    expect(withdrawn.body.named).toBe(false)
    expect(codeOf(await reveal(keeper, tip.tipId))).toBe('IDENTITY_NOT_KEPT')
    const { rows: keys } = await house.services.database.pool.query(`select wrapped from secrets.person_key where person_id = $1`, [
      `informant:${tip.tipId}`,
    ])
    expect(keys).toEqual([{ wrapped: null }])

    const old = await stage.tip({ identity })
    await stage.did(old.tipId, [officer, { kind: 'decline', text: '不属于本部门职责' }])
    await run('tips.forgetIdentity')
    expect((await stage.read(officer, old.tipId)).identity).toBe('sealed')
    house.setClock('2027-06-01T02:00:00Z')
    await run('tips.forgetIdentity')
    expect(await people.rows(`select tip ->> 'identity' as identity, named from tips.tip where id = $1`, [old.tipId])).toEqual([
      { identity: 'destroyed', named: false },
    ])
  })

  it('a route that asks for a sign-in cannot be nameless', () => {
    const faulty = route({
      method: 'GET',
      path: '/api/planted',
      summary: { zh: '', en: '' },
      action: 'signedIn',
      scope: 'all',
      nameless: true,
      output: contract.routes.tip.output,
      success: 200,
      refusals: [],
    })
    const room = {
      contract: { ...contract, routes: { faulty } } as unknown as Contract,
      routes: [handle(faulty, async () => ok({} as never))],
    }
    expect(() => joinRoutes([room])).toThrow(ContractFault)
  })
})

describe('a receipt', () => {
  it('opens with its word alone, and rests after ten wrong ones', async () => {
    const tip = await stage.tip()
    const by = stage.passerBy()
    const wrong = { number: tip.number, secret: tip.secret === '111111' ? '222222' : '111111' }
    for (let turn = 0; turn < 10; turn += 1) expect(codeOf(await stage.follow(wrong, turn < 5 ? by : stage.passerBy()))).toBe('TIP_UNKNOWN')
    expect(codeOf(await stage.follow(tip, by))).toBe('FOLLOW_LOCKED')
    house.setClock(testNow.add({ minutes: 61 }))
    expect((await stage.follow(tip, by)).body.state).toBe('received')
  })
  it('of nobody is answered as a wrong word is', async () => {
    expect(codeOf(await stage.follow({ number: receiptOf('000000000000'), secret: '000000' }))).toBe('TIP_UNKNOWN')
    expect(codeOf(await stage.follow({ number: '123', secret: '000000' }))).toBe('RECEIPT_MISTYPED')
  })
  it('is told once more to who sends the same again on a bad line, and one tip stands', async () => {
    const by = stage.passerBy()
    const more = { sitting: randomUUID() }
    const key = randomUUID()
    const first = await stage.send(by, more, key)
    // From another address, as a phone has when it comes back.
    const again = await stage.send(stage.passerBy(), more, key)
    expect(again.body).toEqual(first.body)
    expect(again.headers['idempotency-replayed']).toBe('true')
    const { rows } = await house.services.database.pool.query(`select actor_key, sealed from platform.idempotency where key = $1`, [key])
    expect(rows).toEqual([{ actor_key: 'nameless', sealed: true }])
  })
})

describe('what the public page gives away', () => {
  it('of regions: their names, from the widest that this house answers for', async () => {
    const cities = (await stage.passerBy().call(routes.tipRegions)).body
    expect([cities.parent.code, cities.rows.length]).toEqual(['330000', 11])
    const counties = (await stage.passerBy().call(routes.tipRegions, { query: { parent: '330100' } })).body.rows.map(({ code }) => code)
    expect([counties.includes('330114'), counties.includes('330104')]).toEqual([true, false])
  })

  it('of a poster: its own words and its region', async () => {
    const unit = await house.as('county.officer').then((by) => by.call(routes.posters))
    expect(unit.status).toBe(200)
    const made = await officer.call(routes.addPoster, {
      body: {
        kind: 'street',
        title: '内部名称-金沙大道口',
        words: { zh: '看见隐患请扫码', en: 'See a danger? Scan' },
        regionCode: '330114',
      },
    })
    expect(made.body.code).toMatch(/^[0-9a-f]{32}$/)
    const { body } = await stage.passerBy().call(routes.poster, { params: { code: made.body.code } })
    expect(body).toEqual({
      words: { zh: '看见隐患请扫码', en: 'See a danger? Scan' },
      regionName: { zh: '钱塘区', en: expect.stringContaining('Qiantang') },
      kind: 'street',
    })
    const tip = await stage.tip({ posterCode: made.body.code, regionCode: null, place: '' })
    expect((await stage.read(officer, tip.tipId)).line).toMatchObject({ posterTitle: '内部名称-金沙大道口', regionCode: '330114' })
    const { id: posterId, version } = made.body
    await officer.call(routes.endPoster, { params: { posterId }, body: { reason: '已撤下', version } })
    expect(codeOf(await stage.passerBy().call(routes.poster, { params: { code: made.body.code } }))).toBe('POSTER_UNKNOWN')
    expect(codeOf(await stage.send(stage.passerBy(), { posterCode: made.body.code }))).toBe('POSTER_UNKNOWN')
  })

  it('of a tip: no unit, no officer, no paper', async () => {
    const unitId = (await people.rows<{ unit_id: string }>(`select unit_id from hazards.unit where region_code like '330114%' limit 1`))[0]
      ?.unit_id
    expect(unitId).toBeUndefined()
    const tip = await stage.tip()
    await stage.did(tip.tipId, [officer, accept], [officer, { kind: 'write', text: '正在核实' }])
    const told = JSON.stringify((await stage.follow(tip)).body)
    const record = await stage.read(officer, tip.tipId)
    for (const secret of [tip.tipId, record.line.number, ...Object.keys(record.people), ...Object.values(record.people)])
      expect(told).not.toContain(secret)
  })

  it.each([
    ['nothing said', { topics: [], words: '' }, 'WHAT_MISSING'],
    ['no place', { place: '' }, 'PLACE_MISSING'],
    ['a city and no county', { regionCode: '330100' }, 'PLACE_MISSING'],
    ['a county that is no more', { regionCode: '330104' }, 'PLACE_MISSING'],
    ['half a phone number', { identity: { name: '钱', phone: '139' } }, 'PHONE_WRONG'],
    ['a photo of somebody else', { photos: [randomUUID()] }, 'PHOTO_UNKNOWN'],
    ['a code that nobody printed', { posterCode: '0'.repeat(32) }, 'POSTER_UNKNOWN'],
  ] as const)('refuses %s', async (_title, more, code) => {
    expect(codeOf(await stage.send(stage.passerBy(), more as never))).toBe(code)
  })
})

describe('a photo', () => {
  it('loses place, time and device before anything of it is kept', async () => {
    const sent = await photoWithPlace()
    expect((await sharp(sent).metadata()).exif?.includes('SECRETPHONE')).toBe(true)
    const sitting = randomUUID()
    const { body } = await stage.sendPhoto(stage.passerBy(), sitting, sent)
    const tip = await stage.tip({ sitting, photos: [body.photoId] })
    const inspector = await house.as('county.inspector')
    const claim = await inspector.call(evidenceContract.routes.claim, { params: { evidenceId: body.photoId }, query: { purpose: '核查' } })
    expect(claim.body).toEqual({ state: 'absent', position: null, takenLocal: null, takenAt: null })
    expect(await people.tablesThatHold('SECRETPHONE')).toEqual([])
    expect((await stage.read(officer, tip.tipId)).photoIds).toEqual([body.photoId])
    // Not for the keeper, who has no part in checking, nor for the plant that it may show.
    for (const other of ['county.keeper', 'plant.principal'])
      expect(
        (await (await house.as(other)).call(evidenceContract.routes.item, { params: { evidenceId: body.photoId } })).status,
      ).toBeGreaterThan(400)
  })
  it('of another phone cannot be taken, and one goes to one tip', async () => {
    const sitting = randomUUID()
    const { body } = await stage.sendPhoto(stage.passerBy(), sitting)
    expect(codeOf(await stage.send(stage.passerBy(), { photos: [body.photoId] }))).toBe('PHOTO_UNKNOWN')
    await stage.tip({ sitting, photos: [body.photoId] })
    expect(codeOf(await stage.send(stage.passerBy(), { sitting, photos: [body.photoId] }))).toBe('PHOTO_UNKNOWN')
  })
  it.each([
    ['no picture', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_REFUSED'],
    ['too large', Buffer.alloc(photoLimits.mostBytes + 1), 'PHOTO_REFUSED'],
  ])('that is %s is refused', async (_title, bytes, code) => {
    expect(codeOf(await stage.sendPhoto(stage.passerBy(), randomUUID(), bytes))).toBe(code)
  })
  it('comes twelve times in one sitting at most, and goes after a day where no tip was sent', async () => {
    const sitting = randomUUID()
    const by = stage.passerBy()
    for (let turn = 0; turn < 12; turn += 1) expect((await stage.sendPhoto(by, sitting)).status).toBe(201)
    expect(codeOf(await stage.sendPhoto(by, sitting))).toBe('PHOTOS_TOO_MANY')
    const left = () => people.rows(`select from evidence.item where name = '举报照片.jpg' and region_code is null`)
    expect((await left()).length).toBeGreaterThanOrEqual(12)
    house.setClock(testNow.add({ hours: 25 }))
    await run('tips.forgetPhotos')
    expect(await left()).toEqual([])
  })
})

describe('a flood', () => {
  it('from one address is stopped, and others go on', async () => {
    house.setClock(testNow.add({ hours: 72 }))
    const by = stage.passerBy()
    for (let turn = 0; turn < floodLimits.visitor.hour; turn += 1) expect((await stage.send(by)).status).toBe(201)
    const stopped = await stage.send(by)
    expect(stopped).toMatchObject({
      status: 429,
      body: { refusal: { code: 'TIPS_TOO_MANY', sentence: { zh: expect.stringContaining('12350') } } },
    })
    expect((await stage.send(stage.passerBy())).status).toBe(201)
    house.setClock(testNow.add({ hours: 73, minutes: 1 }))
    expect((await stage.send(by)).status).toBe(201)
  })
  it('on one poster is stopped whatever the addresses', async () => {
    house.setClock(testNow.add({ hours: 96 }))
    const made = await (
      await house.as('county.officer')
    ).call(routes.addPoster, {
      body: { kind: 'street', title: '路口', words: { zh: '请扫码', en: 'Scan' }, regionCode: '330114' },
    })
    const onPoster = { posterCode: made.body.code }
    for (let turn = 0; turn < floodLimits.poster.hour; turn += 1) expect((await stage.send(stage.passerBy(), onPoster)).status).toBe(201)
    expect(codeOf(await stage.send(stage.passerBy(), onPoster))).toBe('TIPS_TOO_MANY')
    expect((await stage.send(stage.passerBy())).status).toBe(201)
  })
  it('of requests is met by the doorway', async () => {
    const by = stage.passerBy()
    const codes = []
    for (let turn = 0; turn < 21; turn += 1) codes.push(codeOf(await stage.follow({ number: '1', secret: '1' }, by)))
    expect(codes.at(-1)).toBe('TOO_MANY_REQUESTS')
  })
})
