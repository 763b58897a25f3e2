import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { castOf, did as didHazard, deedsOf } from '../../../main/testing/hazardStory.ts'
import { schemaFaults } from '../../../main/testing/schemaRules.ts'
import { testNow, type Caller } from '../../../main/testing/testHouse.ts'
import { tipStage } from '../../../main/testing/tipStory.ts'
import { openPrinter } from '../../../platform/paper/printer.ts'
import { readPdf } from '../../../platform/testing/readPdf.ts'
import { hearOnce } from '../../../platform/work/hear.ts'
import { routes } from '../contract/index.ts'
import type { SentAction } from '../contract/tipRoutes.ts'
import { evolve } from '../rules/events.ts'
import { sheetOf } from './posterSheet.ts'
import { hazardInScope } from '../../hazards/server/hazardStore.ts'
import { routes as identity } from '../../identity/contract/index.ts'

let house: TestHazards
let stage: ReturnType<typeof tipStage>
let officer: Caller
let inspector: Caller
let leader: Caller
let keeper: Caller
let principal: Caller
let unitId: string

beforeAll(async () => {
  house = await openTestHazards()
  stage = tipStage(house)
  ;[officer, inspector, leader, keeper, principal] = (await Promise.all(
    ['county.officer', 'county.inspector', 'county.leader', 'county.keeper', 'plant.principal'].map((login) => house.as(login)),
  )) as [Caller, Caller, Caller, Caller, Caller]
  const plant = await house.actor('plant.principal')
  unitId = (await house.unit({ regionCode: plant.regionCode, organisationId: plant.organisationId })).unitId
})
afterAll(() => house.close())
beforeEach(() => house.setClock(testNow))

const accept: SentAction = { kind: 'accept' }
const checkTrue = (): SentAction => ({
  kind: 'check',
  outcome: 'true',
  opinion: '现场核实，安全出口确已上锁',
  found: { unitId, description: '三楼安全出口上锁', proposedLevel: 'general', evidence: [] },
})
const answer: SentAction = { kind: 'answer', text: '您反映的问题属实，已责令整改，谢谢。' }
const propose: SentAction = {
  kind: 'proposeReward',
  basis: { kind: 'general', fineYuan: 0, deaths: 0, grade: 'general' },
  amountYuan: 500,
  reason: '线索准确',
}
const named = { identity: { name: '钱有信', phone: '13905710001' } }
const codeOf = ({ body }: { readonly body: { readonly refusal?: { readonly code: string } } }) => body.refusal?.code ?? 'done'

describe('a tip from the street to the reward', () => {
  it('keeps the rules of the tables', async () => {
    expect(await schemaFaults(async (text) => (await house.services.database.pool.query(text)).rows)).toEqual([])
  })

  it('is accepted, checked into a hazard, answered by another, rewarded by two and paid by the keeper', async () => {
    const tip = await stage.tip(named)
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'received', named: true, dueAt: '2026-12-03T16:00:00.000Z' })
    await stage.did(tip.tipId, [officer, accept], [inspector, checkTrue()])
    // What the check came to is not told before a second person has confirmed it.
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'checking', answer: null })
    expect(codeOf(await stage.act(inspector, tip.tipId, answer))).toBe('TIP_NOT_YOURS')
    await stage.did(tip.tipId, [officer, answer], [inspector, propose])
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'rectifying', reward: 'considered' })
    await stage.did(
      tip.tipId,
      [leader, { kind: 'decideReward', agree: true, reason: '同意' }],
      [keeper, { kind: 'payReward', note: '转账凭证 118' }],
    )
    const record = await stage.read(officer, tip.tipId)
    expect(record).toMatchObject({
      line: { state: 'answered', outcome: 'true', reward: 'paid', rewardYuan: 500, number: expect.stringMatching(/^330114-2026-J\d{4}$/) },
      hazard: { unitName: '试验单位', description: '三楼安全出口上锁', state: 'found' },
      reward: { amountYuan: 500, decided: { agree: true } },
    })
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'rectifying', reward: 'paid', amountYuan: 500 })
    const { rows } = await house.services.database.pool.query('select tip from tips.tip where id = $1', [tip.tipId])
    expect(evolve(record.history)).toEqual(rows[0].tip)
  })

  it('becomes a hazard that the public reported, and hears when it is put right, and when that was false', async () => {
    const tip = await stage.tip()
    await stage.did(tip.tipId, [officer, accept], [inspector, checkTrue()], [officer, answer])
    const { hazard } = await stage.read(officer, tip.tipId)
    const held = await house.bySystem((tx) => hazardInScope(tx, hazard!.unitId, hazard!.hazardId))
    expect(held?.hazard.found).toMatchObject({ how: 'publicReport', description: '三楼安全出口上锁' })
    const cast = await castOf(house)
    const deeds = deedsOf(house)
    await didHazard(
      house,
      held!.hazard,
      [cast.inspector, deeds.general],
      [cast.inspector, deeds.order(cast.worker)],
      [cast.worker, deeds.start],
      [cast.worker, await deeds.selfCheck(cast.worker)],
      [cast.inspector, await deeds.pass(cast.inspector)],
      [cast.inspector, deeds.close],
    )
    const hear = async (name: string, event: string) => {
      const listener = house.house.rooms.flatMap(({ listeners }) => listeners).find((each) => each.name === name)!
      const { rows } = await house.services.database.pool.query(
        `select id, type, at, region_code as "regionCode", organisation_id as "organisationId", payload from work.event
         where type = $1 and payload ->> 'hazardId' = $2 order by at desc, id desc limit 1`,
        [event, hazard!.hazardId],
      )
      await hearOnce(house.services, listener, rows[0])
    }
    await hear('tips.followClosed', 'hazards.hazardClosed')
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'rectified', steps: { length: 4 } })
    // An older event that comes late says nothing of how the hazard stands now.
    await hear('tips.followChanged', 'hazards.hazardChanged')
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'rectified' })
    await house.services.database.pool.query('update hazards.hazard set closed_at = null where id = $1', [hazard!.hazardId])
    await house.services.database.pool.query(`delete from work.event_heard where listener = 'tips.followChanged'`)
    await hear('tips.followChanged', 'hazards.hazardChanged')
    expect((await stage.follow(tip)).body).toMatchObject({ state: 'rectifying' })
  })

  it('that tells of what is on record already is linked to that', async () => {
    const first = await stage.tip()
    await stage.did(first.tipId, [officer, accept], [inspector, checkTrue()])
    const { hazard } = await stage.read(officer, first.tipId)
    const second = await stage.tip()
    const known = { unitId: hazard!.unitId, hazardId: hazard!.hazardId }
    await stage.did(second.tipId, [officer, accept], [inspector, { kind: 'check', outcome: 'known', opinion: '已在册', known }])
    expect((await stage.read(officer, second.tipId)).hazard).toEqual(hazard)
    const nowhere = { kind: 'check', outcome: 'known', opinion: '已在册', known: { unitId, hazardId: unitId } } as const
    const third = await stage.tip()
    await stage.did(third.tipId, [officer, accept])
    expect(codeOf(await stage.act(inspector, third.tipId, nowhere))).toBe('RECORD_NOT_FOUND')
    // The evidence of the check is missing an upload, so neither hazard nor check is written.
    const wrong = checkTrue() as SentAction & { kind: 'check' }
    const refused = await stage.act(inspector, third.tipId, { ...wrong, found: { ...wrong.found!, evidence: [unitId] } })
    expect(codeOf(refused)).toBe('RECORD_NOT_FOUND')
    expect((await stage.read(officer, third.tipId)).line.state).toBe('accepted')
  })

  it('that a closed unit is blamed for says why no hazard was recorded', async () => {
    const plant = await house.actor('plant.principal')
    const closed = await house.unit({ regionCode: plant.regionCode, organisationId: plant.organisationId, name: '已注销' })
    await house.services.database.pool.query(`update hazards.unit set closed_on = '2026-01-02' where unit_id = $1`, [closed.unitId])
    const tip = await stage.tip()
    await stage.did(tip.tipId, [officer, accept])
    const wrong = checkTrue() as SentAction & { kind: 'check' }
    const answered = await stage.act(inspector, tip.tipId, { ...wrong, found: { ...wrong.found!, unitId: closed.unitId } })
    expect(answered.body.refusal).toMatchObject({ code: 'HAZARD_REFUSED', sentence: { zh: expect.stringContaining('已注销') } })
  })

  it('joined to another hears the answer of that one, and a reward of its own it has none', async () => {
    const [first, second] = [await stage.tip(named), await stage.tip()]
    expect((await stage.read(officer, second.tipId)).alike.map(({ tipId }) => tipId)).toContain(first.tipId)
    await stage.did(second.tipId, [officer, { kind: 'join', intoId: first.tipId }])
    await stage.did(first.tipId, [officer, accept], [inspector, checkTrue()], [officer, answer], [inspector, propose])
    expect((await stage.follow(second)).body).toMatchObject({ state: 'rectifying', together: true, reward: 'none', answer: answer.text })
    const record = await stage.read(officer, first.tipId)
    expect(record.joined.map(({ tipId }) => tipId)).toEqual([second.tipId])
  })

  it('is not decided over a version that somebody else has changed', async () => {
    const { tipId } = await stage.tip()
    await stage.did(tipId, [officer, accept])
    expect(codeOf(await officer.call(routes.actOnTip, { params: { tipId }, body: { action: accept, version: 1 } }))).toBe('VERSION_STALE')
  })
})

describe('letters between the office and somebody it does not know', () => {
  it('go both ways', async () => {
    const tip = await stage.tip()
    await stage.did(tip.tipId, [officer, { kind: 'write', text: '请问是几号楼？' }])
    const wrote = await stage.passerBy().call(routes.writeAsInformant, { body: { ...tip, text: '三号楼东侧' } })
    expect(wrote.body.messages.map(({ from, text }) => [from, text])).toEqual([
      ['office', '请问是几号楼？'],
      ['informant', '三号楼东侧'],
    ])
    const record = await stage.read(officer, tip.tipId)
    expect([record.line.awaitsReply, record.messages.at(-1)]).toMatchObject([true, { from: 'informant', by: null }])
  })
  it('are ten a day at most', async () => {
    const tip = await stage.tip()
    for (let turn = 0; turn < 10; turn += 1)
      expect(codeOf(await stage.passerBy().call(routes.writeAsInformant, { body: { ...tip, text: '请尽快' } }))).toBe('done')
    expect(codeOf(await stage.passerBy().call(routes.writeAsInformant, { body: { ...tip, text: '请尽快' } }))).toBe('MESSAGES_TOO_MANY')
  })
})

describe('numbers of the bulletin', () => {
  it('open exactly what they count', async () => {
    house.setClock('2026-11-10T02:00:00Z')
    const tips = [await stage.tip(named), await stage.tip(), await stage.tip(), await stage.tip()]
    await stage.did(tips[0]!.tipId, [officer, accept], [inspector, checkTrue()])
    await stage.did(tips[1]!.tipId, [officer, { kind: 'decline', text: '不属于本部门职责' }])
    await stage.did(tips[2]!.tipId, [officer, accept])
    house.setClock('2026-11-12T02:00:00Z')
    await stage.did(
      tips[0]!.tipId,
      [officer, answer],
      [inspector, propose],
      [leader, { kind: 'decideReward', agree: true, reason: '同意' }],
    )
    // Two months later, too late.
    house.setClock('2027-02-20T02:00:00Z')
    const [laterOfficer, laterInspector] = [await house.as('county.officer'), await house.as('county.inspector')]
    await stage.did(tips[2]!.tipId, [laterInspector, { kind: 'check', outcome: 'notFound', opinion: '现场无异常' }], [laterOfficer, answer])
    const sums = async (from: string, to: string) => {
      const { rows } = await house.services.database.pool.query<{ figure: string; total: number }>(
        `select figure, sum(change)::integer as total from tips.tally where region_code >= '330114' and region_code < '330115' and day between $1 and $2 group by 1`,
        [from, to],
      )
      return Object.fromEntries(rows.map(({ figure, total }) => [figure, total]))
    }
    const asOfficer = await house.as('county.officer')
    const listed = async (counts: string, from: string, to: string) =>
      (await asOfficer.call(routes.tips, { query: { counts: counts as 'received', from, to, region: '330114' } })).body
    for (const [from, to] of [
      ['2026-11-10', '2026-11-11'],
      ['2026-11-12', '2026-11-12'],
      ['2027-02-01', '2027-02-28'],
      ['2026-11-01', '2027-03-01'],
    ] as const) {
      const told = await sums(from, to)
      for (const figure of ['received', 'decided', 'decidedInTime', 'substantiated', 'rewarded'])
        expect([figure, from, (await listed(figure, from, to)).total]).toEqual([figure, from, told[figure] ?? 0])
      const rewarded = await listed('rewardYuan', from, to)
      expect(rewarded.rows.reduce((sum, { rewardYuan }) => sum + (rewardYuan ?? 0), 0)).toBe(told['rewardYuan'] ?? 0)
    }
    expect(await sums('2026-11-10', '2026-11-12')).toMatchObject({
      received: 4,
      decided: 2,
      decidedInTime: 2,
      substantiated: 1,
      rewarded: 1,
      rewardYuan: 500,
    })
    expect(await sums('2027-02-20', '2027-02-20')).toEqual({ decided: 1 })
    const summary = await asOfficer.call(routes.tipSummary, { query: { counts: 'received', from: '2026-11-10', to: '2026-11-10' } })
    expect(summary.body).toMatchObject({ total: 4, decided: 3, substantiated: 1, rewarded: 1, rewardYuan: 500 })
  })
})

describe('what is owed', () => {
  const owed = async (who: string, tipId: string): Promise<string[]> => {
    const actor = await house.actor(who)
    const rows = await house.done(actor, async (tx) => {
      const found = await tx
        .tables<{ 'tips.owed': { kind: string; record_id: string; owner_role: string } }>()
        .selectFrom('tips.owed')
        .select('kind')
        .where('record_id', '=', tipId)
        .where('owner_role', 'in', [...actor.roles])
        .execute()
      return { ok: true, value: found } as const
    })
    return rows.map(({ kind }) => kind).toSorted()
  }
  it('goes from desk to desk, and never to who may not do it', async () => {
    const { tipId } = await stage.tip(named)
    expect(await owed('county.officer', tipId)).toEqual(['accept'])
    expect(await owed('city.officer', tipId)).toEqual([])
    await stage.did(tipId, [officer, accept])
    expect(await owed('county.inspector', tipId)).toEqual(['check'])
    await stage.did(tipId, [officer, checkTrue()])
    // The officer who checked does not owe the answer.
    expect(await owed('county.officer', tipId)).toEqual([])
    await stage.did(tipId, [leader, answer])
    expect(await owed('county.officer', tipId)).toEqual(['proposeReward'])
    await stage.did(tipId, [officer, propose])
    expect(await owed('county.leader', tipId)).toEqual(['decideReward'])
    await stage.did(tipId, [leader, { kind: 'decideReward', agree: true, reason: '同意' }])
    expect(await owed('county.keeper', tipId)).toEqual(['payReward'])
    const desk = await keeper.get('/api/desk')
    expect(desk.status).toBe(200)
  })
})

describe('an enterprise', () => {
  it('sees no tip, least of all one about itself', async () => {
    const { tipId } = await stage.tip(named)
    await stage.did(tipId, [officer, accept], [inspector, checkTrue()])
    expect((await principal.call(routes.tip, { params: { tipId } })).status).toBe(403)
    const plant = await house.actor('plant.principal')
    const seen = await house.done(
      plant,
      async (tx) =>
        ({
          ok: true,
          value: await tx.tables<{ 'tips.tip': { id: string } }>().selectFrom('tips.tip').select('id').execute(),
        }) as const,
    )
    expect(seen).toEqual([])
    expect((await principal.call(identity.me)).status).toBe(200)
  })
})

describe('the sheet of a poster', () => {
  it.each(['zh', 'en'] as const)('in %s is one page with a code that opens the page for tips', async (language) => {
    const made = await officer.call(routes.addPoster, {
      body: {
        kind: 'gate',
        title: '试验单位大门',
        words: { zh: '看见隐患请扫码', en: 'See a danger? Scan' },
        regionCode: '330114',
        unitId,
      },
    })
    const { id: posterId, code } = made.body
    const sheet = sheetOf(made.body, 'https://anlan.example.cn', language)
    const pdf = await readPdf(await openPrinter()(sheet))
    expect(pdf).toMatchObject({ pages: 1, missingGlyphs: 0, code: `https://anlan.example.cn/tip/${code}` })
    expect(pdf.text).not.toContain('试验单位大门')
    expect((await officer.call(routes.posterSheet, { params: { posterId }, query: { language } })).headers['content-type']).toBe(
      'application/pdf',
    )
  })
})
