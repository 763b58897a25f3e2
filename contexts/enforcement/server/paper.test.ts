import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { Result } from '../../../kernel/result.ts'
import { beginningOf, caseBegun, didOnCase, largeFine, officersOf } from '../../../main/testing/caseStory.ts'
import { castOf, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import type { BytesAnswer } from '../../../platform/http/handler.ts'
import { readPdf } from '../../../platform/testing/readPdf.ts'
import { routes } from '../contract/routes.ts'
import type { Case } from '../rules/case.ts'
import type { EventKind } from '../rules/events.ts'
import { checkOf } from '../rules/paperCheck.ts'
import { historyOf } from './caseStore.ts'

let house: TestHazards
let cast: Cast
let held: Case

const paperOf = async (
  actor: PersonActor,
  version: number,
  language: 'zh' | 'en' = 'zh',
  route: unknown = routes.casePaper,
): Promise<Result<BytesAnswer>> => {
  const handler = house.house.rooms.flatMap(({ routes: handlers }) => handlers).find((each) => each.route === route)
  const ask = {
    actor,
    params: { unitId: held.unitId, caseId: held.id, version },
    query: { language },
    body: {},
    services: house.services,
    request: { requestId: null, address: null, device: null },
    bytes: Readable.from([]),
    headers: {},
    setCookie: () => undefined,
  }
  return (await handler!.outsideTransaction!(ask as never)) as Result<BytesAnswer>
}

const read = async (version: number, language: 'zh' | 'en' = 'zh') => {
  const answer = await paperOf(cast.officer, version, language)
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
  const pdf = await buffer(answer.value.stream)
  return { ...(await readPdf(pdf)), pdf, answer: answer.value }
}

const history = () => house.bySystem((tx) => historyOf(tx, held.unitId, held.id))
const versionOf = async (kind: EventKind): Promise<number> => 1 + (await history()).findIndex((event) => event.kind === kind)
const beijing = (text: string): void => house.setClock(Temporal.Instant.from(`${text}:00+08:00`))

beforeAll(async () => {
  house = await openTestHazards()
  house.setClock(testNow)
  cast = await castOf(house)
  const reviewer = await house.actor('county.reviewer')
  const unit = await house.unit({
    regionCode: cast.principal.regionCode,
    organisationId: cast.principal.organisationId,
    name: '浙江堃㛃化工有限公司',
  })
  await house.services.database.pool.query(
    `update hazards.unit set uscc = '91330100MA27XYZ123', address = '钱塘区临江街道红十五路 9 号', responsible_person_id = $2 where unit_id = $1`,
    [unit.unitId, cast.principal.personId],
  )
  const hazard = await foundAt(house, unit, cast.inspector)
  const { inspector, officer, leader, principal } = cast
  held = await caseBegun(
    house,
    inspector,
    unit.unitId,
    beginningOf(officersOf(inspector.personId, reviewer.personId), {
      fact: { text: '隐患台账未如实记录', evidence: [await house.photo(inspector)], hazardId: hazard.id },
    }),
  )
  held = await didOnCase(
    house,
    held,
    [leader, { kind: 'approveOpening' }],
    [inspector, { kind: 'proposePenalty', penalty: largeFine }],
    [inspector, { kind: 'notify' }],
  )
  held = await didOnCase(
    house,
    held,
    [principal, { kind: 'confirmReceipt', paper: 'notice' }],
    [principal, { kind: 'state', text: '台账已补正', evidence: [] }],
    [principal, { kind: 'askHearing', reason: '处罚过重' }],
    [reviewer, { kind: 'answerStatement', place: 1, accepted: false, reason: '补正不影响违法事实的认定' }],
    [officer, { kind: 'callHearing', heldAt: '2026-12-08T01:30:00Z', place: '区应急管理局三楼会议室', presiderId: officer.personId }],
    [principal, { kind: 'confirmReceipt', paper: 'hearingNotice' }],
  )
  beijing('2026-12-08T11:00')
  held = await didOnCase(
    house,
    held,
    [officer, { kind: 'holdHearing', opinion: '内部意见：建议维持', record: [await house.photo(officer)] }],
    [officer, { kind: 'reviewLegally', passed: true, opinion: '合法' }],
    [leader, { kind: 'discuss', attendees: [leader.personId, officer.personId], opinion: '同意' }],
    [
      leader,
      {
        kind: 'decide',
        result: 'penalty',
        penalty: { ...largeFine, fineYuan: 60_000 },
        reasons: '事实清楚，证据确凿',
        rectifyBy: '2026-12-31',
        lateReason: null,
      },
    ],
    [principal, { kind: 'confirmReceipt', paper: 'decision' }],
    [cast.inspector, { kind: 'recordPayment', yuan: 60_000, paidOn: '2026-12-08', receiptNo: '浙财 0001' }],
    [cast.inspector, { kind: 'recordRectified', opinion: '已补正', evidence: [await house.photo(cast.inspector)] }],
    [cast.inspector, { kind: 'close', reason: '执行完毕' }],
  )
})
afterAll(() => house.close())

describe('the papers of a case say what the law demands of each', () => {
  it.each([
    [
      'opened',
      [
        '立案审批表',
        '立〔2026〕',
        '未如实记录事故隐患排查治理情况',
        '隐患台账未如实记录',
        '330114-2026-',
        '11330114001',
        '11330114002',
        '第五十四条',
        '第六十条',
      ],
    ],
    [
      // 行政处罚法 art. 44, 45, 63, 64.
      'notified',
      [
        '行政处罚告知书',
        '罚告〔2026〕',
        '浙江堃㛃化工有限公司：',
        '91330100MA27XYZ123',
        '第九十七条第五项',
        '第四十一条第二款',
        '罚款80,000元',
        '首次查处',
        '陈述和申辩',
        '不因陈述申辩给予更重的处罚',
        '5个工作日内要求举行听证',
      ],
    ],
    [
      'hearingCalled',
      ['行政处罚听证通知书', '听通〔2026〕', '2026年12月8日09时30分', '区应急管理局三楼会议室', '第六十四条', '申请回避', '视为放弃'],
    ],
    [
      // 行政处罚法 art. 59: party, facts and evidence, kinds and basis, performance, remedies, authority and day.
      'decided',
      [
        '行政处罚决定书',
        '罚〔2026〕',
        '浙江堃㛃化工有限公司：',
        '钱塘区临江街道红十五路9号',
        '隐患台账未如实记录',
        '证据材料1件',
        '第九十七条第五项',
        '罚款60,000元',
        '15日内',
        '百分之三',
        '不超过罚款的数额',
        '60日内申请行政复议',
        '6个月内',
        '不停止执行',
        '台账已补正',
        '不予采纳',
        '2026年12月8日',
        '印章',
        '2026年12月31日',
      ],
    ],
    ['closed', ['结案审批表', '结〔2026〕', '60,000元', '浙财0001', '处罚执行完毕', '执行完毕']],
  ] as const)('%s', async (kind, said) => {
    const version = await versionOf(kind)
    const paper = await read(version)
    for (const words of said) expect(paper.text).toContain(words)
    expect(paper.missingGlyphs).toBe(0)
    expect(paper.text).not.toMatch(/undefined|null|NaN|\[object/)
    expect(paper.text).not.toContain('内部意见')
    const check = checkOf((await history())[version - 1]!)
    expect(paper.code).toBe(`https://anlan.example.cn/cases/${held.unitId}/${held.id}?version=${version}&check=${check}`)
    expect(paper.text).toContain(`校验值${check}`)
  })

  it('送达回证 of what was confirmed online says so (行政处罚法 art. 61)', async () => {
    const paper = await read(await versionOf('served'))
    for (const words of ['送达回证', '送回〔2026〕', '行政处罚告知书', '电子送达', '在系统内确认收到，并同意电子送达', '2026年11月24日'])
      expect(paper.text).toContain(words)
  })

  it('each speaks English too', async () => {
    for (const [kind, words] of [
      ['opened', 'Approvaloftheopeningofacase'],
      ['notified', 'Noticeofanintendedadministrativepenalty'],
      ['hearingCalled', 'Calltothehearing'],
      ['decided', 'Decisiononanadministrativepenalty'],
      ['served', 'Acknowledgementofservice'],
      ['closed', 'Approvaloftheclosingofacase'],
    ] as const) {
      const paper = await read(await versionOf(kind), 'en')
      expect(paper.text).toContain(words)
      expect(paper.missingGlyphs).toBe(0)
    }
  })

  it('is the same file a year later, whatever the register says by then', async () => {
    const version = await versionOf('decided')
    const { pdf } = await read(version)
    await house.services.database.pool.query(
      `update hazards.unit set name = '改名后的公司', address = '别处', uscc = null where unit_id = $1`,
      [held.unitId],
    )
    house.setClock('2027-12-08T02:00:00Z')
    const later = await read(version)
    expect(later.text).not.toContain('改名后的公司')
    expect(Buffer.compare(later.pdf, pdf)).toBe(0)
    expect(later.pdf.length).toBeLessThan(300_000)
  })
})

describe('who may have it', () => {
  it('the party has what was served to it, and nothing internal', async () => {
    const own = async (kind: EventKind) => paperOf(cast.principal, await versionOf(kind), 'zh', routes.ownPaper)
    for (const kind of ['notified', 'hearingCalled', 'decided', 'served'] as const) expect((await own(kind)).ok).toBe(true)
    for (const kind of ['opened', 'closed'] as const) expect(await own(kind)).toMatchObject({ refusal: { code: 'RECORD_NOT_FOUND' } })
  })
  it('steps without a paper say so, and one that never was is not there', async () => {
    expect(await paperOf(cast.officer, 1)).toMatchObject({ refusal: { code: 'CASE_PAPER_UNSUITED', facts: { kind: 'proposed' } } })
    expect(await paperOf(cast.officer, 99)).toMatchObject({ refusal: { code: 'RECORD_NOT_FOUND' } })
  })
})
