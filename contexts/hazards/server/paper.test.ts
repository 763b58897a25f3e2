import { buffer } from 'node:stream/consumers'
import { Readable } from 'node:stream'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noScope, type PersonActor } from '../../../kernel/actor.ts'
import { regionRange, regionCode } from '../../../kernel/region.ts'
import type { Result } from '../../../kernel/result.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { openTestHazards, type TestHazards } from '../../../main/testing/testHazards.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import { evidenceContract as evidence } from '../../../platform/evidence/contract.ts'
import type { BytesAnswer } from '../../../platform/http/handler.ts'
import { readPdf } from '../../../platform/testing/readPdf.ts'
import { hazardRoutes } from '../contract/hazardRoutes.ts'
import type { SentAction } from '../contract/hazardActions.ts'
import { builtInLibrary } from '../rules/criteria.ts'
import type { Hazard } from '../rules/hazard.ts'
import { checkOf } from '../rules/paperCheck.ts'
import { historyOf } from './hazardStore.ts'
import type { UnitFacts } from './unitStore.ts'

let house: TestHazards
let cast: Cast
let deeds: ReturnType<typeof deedsOf>
let unit: UnitFacts
let general: Hazard
let major: Hazard

/** A real photo, uploaded by somebody through the doorway; each is another. */
let shades = 0
const photo = async (login: string): Promise<string> => {
  shades += 8
  const bytes = await sharp({ create: { width: 800, height: 600, channels: 3, background: { r: shades % 256, g: 120, b: 90 } } })
    .jpeg()
    .toBuffer()
  const caller = await house.as(login)
  const begun = await caller.call(evidence.routes.beginUpload, {
    body: { name: '现场.jpg', sizeBytes: bytes.length, takenAt: '2026-11-24T01:30:00Z' },
  })
  const taken = await caller.call(evidence.routes.receiveChunk, { params: { uploadId: begun.body.uploadId }, body: bytes } as never, {
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': '0' },
  })
  if (!taken.body.item) throw new Error(`the photo was not taken: ${JSON.stringify(taken.body)}`)
  return taken.body.item.id
}

const chem = builtInLibrary.find(({ key }) => key === 'chem20')!
const cited = chem.items.find(({ clause }) => clause === '第十二条') ?? chem.items[11]!
const item = { code: cited.key, edition: chem.edition, clause: cited.clause, makesMajor: cited.makesMajor }

const paperOf = async (
  actor: PersonActor,
  { unitId, id }: Hazard,
  version: number,
  language: 'zh' | 'en' = 'zh',
): Promise<Result<BytesAnswer>> => {
  const handler = house.house.rooms.flatMap(({ routes }) => routes).find(({ route }) => route === (hazardRoutes.hazardPaper as unknown))
  const ask = {
    actor,
    params: { unitId, hazardId: id, version },
    query: { language },
    body: {},
    services: house.services,
    request: { requestId: null, address: null, device: null },
    bytes: Readable.from([]),
    headers: {},
    visitor: 'test',
    setCookie: () => undefined,
  }
  return (await handler!.outsideTransaction!(ask as never)) as Result<BytesAnswer>
}

/** A paper as its reader sees it. */
const read = async (actor: PersonActor, hazard: Hazard, version: number, language: 'zh' | 'en' = 'zh') => {
  const answer = await paperOf(actor, hazard, version, language)
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
  const pdf = await buffer(answer.value.stream)
  return { ...(await readPdf(pdf)), pdf, answer: answer.value }
}

const versionOf = async (hazard: Hazard, kind: string): Promise<number> =>
  1 + (await house.bySystem((tx) => historyOf(tx, hazard.unitId, hazard.id))).findIndex((event) => event.kind === kind)

const numberOf = async ({ id }: Hazard): Promise<string> =>
  (await house.services.database.pool.query<{ number: string }>('select number from hazards.hazard where id = $1', [id])).rows[0]!.number

beforeAll(async () => {
  house = await openTestHazards()
  house.setClock(testNow)
  deeds = deedsOf(house)
  cast = await castOf(house)
  const { inspector, principal, safety, worker, city } = cast
  unit = await house.unit({ regionCode: principal.regionCode, organisationId: principal.organisationId, name: '浙江堃㛃化工有限公司' })
  await house.services.database.pool.query(
    `update hazards.unit set uscc = '91330100MA27XYZ123', address = '钱塘区临江街道红十五路 9 号', responsible_person_id = $2 where unit_id = $1`,
    [unit.unitId, principal.personId],
  )
  general = await did(
    house,
    await foundAt(house, unit, inspector, {
      item: { ...item, makesMajor: false },
      evidence: [await photo('county.inspector'), await photo('county.inspector')],
    }),
    [inspector, deeds.general],
    [inspector, deeds.order(worker)],
    [worker, deeds.start],
    [worker, { ...((await deeds.selfCheck(worker)) as object), evidence: [await photo('plant.worker')] } as SentAction],
    [
      inspector,
      {
        ...((await deeds.fail(inspector)) as object),
        redoOn: '2026-12-08',
        suspend: true,
        evidence: [await photo('county.inspector')],
      } as SentAction,
    ],
  )
  major = await did(
    house,
    await foundAt(house, unit, safety, { proposedLevel: 'major' }),
    [safety, deeds.major],
    [principal, deeds.order(worker)],
    [city, { kind: 'list', documentNo: '杭安委督〔2026〕7号', dueOn: '2026-12-30' }],
  )
})
afterAll(() => house.close())

describe('责令限期整改指令书', () => {
  it('names issuer, unit, facts, clauses, demand, remedies, signatures and service; every sign is drawn', async () => {
    const number = await numberOf(general)
    const paper = await read(cast.inspector, general, await versionOf(general, 'ordered'))
    for (const said of [
      '责令限期整改指令书',
      `责改〔2026〕${number}号`,
      '打印件（副本）',
      '浙江堃㛃化工有限公司：',
      '91330100MA27XYZ123',
      '钱塘区临江街道红十五路9号',
      '可燃气体报警器失效',
      '东经120.50000°，北纬30.30000°（WGS84，精度±5米）',
      item.edition,
      item.clause,
      '一般隐患',
      '依据《中华人民共和国安全生产法》第四十一条、第六十五条第一款第三项和《安全生产事故隐患排查治理暂行规定》第十五条',
      '责令你单位于2026年12月1日前（含当日）',
      '停用该区域',
      '60日内依法申请行政复议',
      '6个月内依法向人民法院提起行政诉讼',
      '证件号码',
      '被检查单位负责人（签名）',
      '送达方式',
      '收件人（签名）',
      '2026年11月24日',
      '整改前（发现时）',
      `《${chem.title.zh}》（${item.edition}）${item.clause}：`,
      `在https://anlan.example.cn按隐患编号查找`,
    ])
      expect(paper.text).toContain(said)
    expect(paper.text.match(/检查人员（签名）/g)).toHaveLength(2)
    expect(paper.missingGlyphs).toBe(0)
    expect(paper.pictures).toBe(2)
    expect(paper.text).not.toMatch(/undefined|null|NaN|\[object/)
  })

  it('is small, comes as a PDF under its own name, and its code opens the record at that step', async () => {
    const version = await versionOf(general, 'ordered')
    const paper = await read(cast.inspector, general, version)
    const event = (await house.bySystem((tx) => historyOf(tx, general.unitId, general.id)))[version - 1]!
    expect(paper.pdf.length).toBeLessThan(300_000)
    expect(paper.answer).toMatchObject({ mediaType: 'application/pdf', lengthBytes: paper.pdf.length })
    expect(paper.answer.fileName).toMatch(/^责令限期整改指令书 .*号\.pdf$/)
    expect(paper.title).toBe(paper.answer.fileName?.replace('.pdf', ''))
    expect(paper.code).toBe(`https://anlan.example.cn/hazards/${general.unitId}/${general.id}?version=${version}&check=${checkOf(event)}`)
    expect(paper.text).toContain(`校验值${checkOf(event)}`)
  })

  it('is the same file a year later, whatever the register says by then', async () => {
    const version = await versionOf(general, 'ordered')
    const { pdf } = await read(cast.inspector, general, version)
    await house.services.database.pool.query(`update hazards.unit set name = '改名后的公司', address = '别处' where unit_id = $1`, [
      unit.unitId,
    ])
    house.setClock('2027-11-24T02:00:00Z')
    const later = await read(cast.inspector, general, version)
    house.setClock(testNow)
    await house.services.database.pool.query(
      `update hazards.unit set name = '浙江堃㛃化工有限公司', address = '钱塘区临江街道红十五路 9 号' where unit_id = $1`,
      [unit.unitId],
    )
    expect(later.text).not.toContain('改名后的公司')
    expect(Buffer.compare(later.pdf, pdf)).toBe(0)
  })

  it('speaks English too', async () => {
    const paper = await read(cast.inspector, general, await versionOf(general, 'ordered'), 'en')
    for (const said of [
      'Ordertorectifywithinatimelimit',
      'WorkSafetyLaw(2021),art.41,art.65(1)3',
      'Order16(2007),art.15',
      '2026-12-01',
      'generalhazard',
    ])
      expect(paper.text).toContain(said)
    expect(paper.missingGlyphs).toBe(0)
  })
})

describe('整改复查意见书', () => {
  it('says what it answers, what was done and seen, and what is required now', async () => {
    const number = await numberOf(general)
    const paper = await read(cast.inspector, general, await versionOf(general, 'reviewRefused'))
    for (const said of [
      '整改复查意见书',
      `复查〔2026〕${number}号`,
      `责改〔2026〕${number}号，2026年11月24日`,
      '已更换',
      '800元',
      '未标定',
      '距隐患部位0米',
      '整改不合格',
      '2026年12月8日',
      '停止使用相关场所',
      '整改前（发现时）',
      '整改后（自查）',
      '复查时',
    ])
      expect(paper.text).toContain(said)
    expect(paper.pictures).toBe(4)
    expect(paper.missingGlyphs).toBe(0)
  })
})

describe('隐患整改通知单 and 挂牌督办通知书 of a major hazard', () => {
  it('the unit’s own notice has the five, and neither remedies nor inspectors', async () => {
    const paper = await read(cast.principal, major, await versionOf(major, 'ordered'))
    for (const said of ['隐患整改通知单', '重大隐患', '五落实', '责任', '预案', '（治理开始前由单位落实）', '签发人（签名）'])
      expect(paper.text).toContain(said)
    expect(paper.text).not.toContain('行政复议')
    expect(paper.text).not.toContain('检查人员（签名）')
  })
  it('the listing stands under its own number', async () => {
    const paper = await read(cast.city, major, await versionOf(major, 'listed'))
    for (const said of ['重大隐患挂牌督办通知书', '杭安委督〔2026〕7号', '2026年12月30日', '市级督办']) expect(paper.text).toContain(said)
    expect(paper.missingGlyphs).toBe(0)
  })
})

describe('who may have it', () => {
  it('steps without a paper say so', async () => {
    expect(await paperOf(cast.inspector, general, 1)).toMatchObject({
      refusal: { code: 'PAPER_UNSUITED', facts: { kind: 'found', version: 1 } },
    })
  })
  it('a step that never was, and a hazard out of scope, are not there', async () => {
    expect(await paperOf(cast.inspector, general, 99)).toMatchObject({ refusal: { code: 'RECORD_NOT_FOUND' } })
    const elsewhere = { ...cast.inspector, scope: { ...noScope, ...regionRange(regionCode('330782')) } }
    expect(await paperOf(elsewhere, general, await versionOf(general, 'ordered'))).toMatchObject({ refusal: { code: 'RECORD_NOT_FOUND' } })
  })
  it('the unit reads the city’s listing with its issuer named, though it does not see the city', async () => {
    const paper = await read(cast.worker, major, await versionOf(major, 'listed'))
    expect(paper.text).toMatch(/杭州市.*局/)
  })
})
