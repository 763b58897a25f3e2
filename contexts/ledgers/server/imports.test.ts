import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import { csvOf, openImportStage, sendChunk, shown, written, type Cells, type ImportStage } from '../../../main/testing/importStage.ts'

let stage: ImportStage
let officer: Caller
beforeAll(async () => {
  stage = await openImportStage()
  officer = await stage.house.as('county.officer')
})
afterAll(() => stage.close())
beforeEach(async () => {
  await stage.house.services.database.pool.query('truncate planted.record; delete from ledgers.remembered_head; delete from ledgers.import')
})

const head = ['序号', '试验事项', '试验等级', '办结日期']
const row = (number: number, thing: string, grade = '甲', day = '2026-03-01'): Cells => [String(number), thing, grade, day]
const audited = async (importId: string) => {
  const { rows } = await stage.house.services.database.pool.query<{ action: string; after: string }>(
    `select action, after from audit.entry where record_kind = 'import' and record_id = $1 order by at, seq`,
    [importId],
  )
  return rows.map(({ action, after }) => ({ action, after: JSON.parse(after) as Record<string, unknown> }))
}
const download = (importId: string) => officer.call(routes.returnedRows, { params: { importId } })

describe('a ledger is sent', () => {
  it('in chunks that go on where the connection broke, and only its person sends them', async () => {
    const file = await csvOf([head, ...Array.from({ length: 40 }, (_none, place) => row(place, `事${place}`))])
    const begun = await officer.call(routes.beginImport, { body: { name: '../../etc/三月<台账>.csv', sizeBytes: file.length } })
    expect(begun.status).toBe(201)
    expect(begun.body).toMatchObject({ name: '三月_台账_.csv', state: 'uploading', receivedBytes: 0, mine: true, may: ['cancel'] })
    const { id } = begun.body
    expect((await sendChunk(officer, id, 0, file.subarray(0, 300))).body.receivedBytes).toBe(300)
    const early = await sendChunk(officer, id, 500, file.subarray(500))
    expect(early.body.refusal).toMatchObject({ code: 'IMPORT_OFFSET_WRONG', facts: { receivedBytes: 300, sizeBytes: file.length } })
    expect((await sendChunk(officer, id, 300, Buffer.concat([file.subarray(300), Buffer.from('x')]))).body.refusal?.code).toBe(
      'IMPORT_LONGER_THAN_DECLARED',
    )
    expect((await sendChunk(await stage.house.as('county.inspector'), id, 300, file.subarray(300))).body.refusal?.code).toBe(
      'RECORD_NOT_FOUND',
    )
    const whole = await sendChunk(officer, id, 300, file.subarray(300))
    expect(whole.body).toMatchObject({ state: 'reading', receivedBytes: file.length })
    // Its answer was lost, and it is asked for again.
    expect((await sendChunk(officer, id, file.length, Buffer.alloc(0))).body.state).toBe('reading')
    await stage.work(id, 'readImport')
    expect(await stage.view(officer, id)).toMatchObject({
      state: 'waiting',
      format: 'csv',
      encoding: 'utf-8',
      kind: 'planted',
      sheets: [{ taken: true, headRows: [1], missing: [] }],
    })
  })

  it('within its limits', async () => {
    const tooLarge = await officer.call(routes.beginImport, { body: { name: 'a.xlsx', sizeBytes: 201 * 1024 ** 2 } })
    expect(tooLarge.body.refusal).toMatchObject({ code: 'IMPORT_TOO_LARGE' })
    await stage.house.services.database.pool.query(
      `insert into ledgers.import (id, person_id, post_id, session_id, organisation_id, recorded_region, region_code, size_bytes, state, made_at, changed_at, keep_until)
       select gen_random_uuid(), p.person_id, p.id, p.id, p.organisation_id, '330114', '330114', 4095 * 1048576::bigint, 'done', now(), now(), '2027-01-01'
       from identity.post p join identity.account a on a.person_id = p.person_id where a.login = 'county.officer' limit 1`,
    )
    const full = await officer.call(routes.beginImport, { body: { name: 'a.xlsx', sizeBytes: 2 * 1024 ** 2 } })
    expect(full.body.refusal).toMatchObject({ code: 'IMPORT_QUOTA_REACHED' })
  })

  it.each([
    ['a web page under the name of a spreadsheet', '<html><table><tr><td>单位</td></tr></table></html>', 'SHEET_FILE_IS_HTML', '网页'],
    ['a picture', '\u0089PNG', 'SHEET_FILE_UNKNOWN', 'PNG'],
  ])('%s is told as what it is', async (_title, text, code, word) => {
    const sent = await stage.send(
      officer,
      Buffer.from(text, 'latin1').length === text.length ? Buffer.from(text, 'latin1') : Buffer.from(text),
      'a.xlsx',
    )
    expect(sent).toMatchObject({ state: 'unreadable', stop: { code } })
    expect(sent.stop!.sentence.zh).toContain(word)
    expect(sent.may).toEqual([])
  })

  it('twice: told, allowed, and nothing new comes of it', async () => {
    const file = await csvOf([head, row(1, '一'), row(2, '二'), row(3, '三', '丙')])
    const first = await stage.takeIn(officer, await stage.send(officer, file))
    expect(first.take).toMatchObject({ taken: 2, present: 0, refused: 1 })
    const again = await stage.send(officer, file, '换个名字.csv')
    expect(again.sentBefore).toMatchObject([{ importId: first.id, state: 'done', taken: 2 }])
    expect((await stage.takeIn(officer, again)).take).toMatchObject({ taken: 0, present: 2, refused: 1 })
    expect(await stage.records()).toHaveLength(2)
  })
})

describe('its columns are matched', () => {
  const strange = [
    ['甲列', '乙列', '丙列'],
    ['一', '甲', '2026-01-01'],
    ['二', '乙', '2026-01-02'],
  ]

  it('by a person, and remembered for the organisation alone', async () => {
    const sent = await stage.send(officer, await csvOf(strange))
    expect(sent).toMatchObject({ kind: null, sheets: [{ taken: false, headRows: [] }] })
    const params = { importId: sent.id }
    const refused = await officer.call(routes.checkImport, { params, body: { version: sent.version } })
    expect(refused.body.refusal).toMatchObject({ code: 'IMPORT_KIND_UNKNOWN' })
    const start = await officer.call(routes.sheetStart, { params: { importId: sent.id, sheet: 0 }, query: { rows: 2 } })
    expect(start.body.rows).toEqual([
      { row: 1, cells: ['甲列', '乙列', '丙列'] },
      { row: 2, cells: ['一', '甲', '2026-01-01'] },
    ])
    const columns = [
      { place: 0, key: 'thing' },
      { place: 1, key: 'grade' },
    ]
    const sheets = [{ index: 0, taken: true, headRows: [1], columns }]
    const matched = await officer.call(routes.matchImport, {
      params,
      body: { version: sent.version, kind: 'planted', choices: { origin: 'other' }, sheets },
    })
    expect(matched.body).toMatchObject({ state: 'waiting', kind: 'planted', choices: { origin: 'other' }, sheets: [{ missing: [] }] })
    expect((await stage.takeIn(officer, matched.body)).take).toMatchObject({ taken: 2 })

    const next = await stage.send(officer, await csvOf([['四月台账', '四月台账', '四月台账'], strange[0]!, ['三', '甲', '2026-04-01']]))
    expect(next).toMatchObject({ kind: 'planted', sheets: [{ taken: true, remembered: true, headRows: [2], missing: [] }] })
    const elsewhere = await stage.house.as('city.officer')
    expect(await stage.send(elsewhere, await csvOf(strange))).toMatchObject({ kind: null, sheets: [{ remembered: false }] })
  })

  it.each([
    ['an unknown kind', { kind: 'none' }, 'IMPORT_KIND_UNKNOWN'],
    ['an unknown choice', { choices: { origin: 'none' } }, 'IMPORT_CHOICE_UNKNOWN'],
    ['a sheet that is not there', { sheets: [{ index: 7, taken: true, headRows: [1], columns: [] }] }, 'IMPORT_SHEET_UNKNOWN'],
    ['a head outside the file', { sheets: [{ index: 0, taken: true, headRows: [50], columns: [] }] }, 'IMPORT_HEAD_WRONG'],
    ['a head of rows apart', { sheets: [{ index: 0, taken: true, headRows: [1, 3], columns: [] }] }, 'IMPORT_HEAD_WRONG'],
    [
      'one key at two columns',
      {
        sheets: [
          {
            index: 0,
            taken: true,
            headRows: [1],
            columns: [
              { place: 0, key: 'thing' },
              { place: 1, key: 'thing' },
            ],
          },
        ],
      },
      'IMPORT_COLUMN_WRONG',
    ],
    ['what somebody else changed meanwhile', { version: 1 }, 'VERSION_STALE'],
  ])('not with %s', async (_title, change, code) => {
    const sent = await stage.send(officer, await csvOf(strange))
    const answer = await officer.call(routes.matchImport, {
      params: { importId: sent.id },
      body: { version: sent.version, kind: 'planted', sheets: [], ...change },
    })
    expect(answer.body.refusal?.code).toBe(code)
  })

  it('a ledger without a head, without a sheet, without a needed column is refused with what is to be done', async () => {
    const sent = await stage.send(officer, await csvOf(strange))
    const params = { importId: sent.id }
    const match = async (version: number, sheet: object) =>
      (
        await officer.call(routes.matchImport, {
          params,
          body: { version, kind: 'planted', sheets: [{ index: 0, headRows: [], columns: [], ...sheet } as never] },
        })
      ).body.version
    const check = async (version: number) => (await officer.call(routes.checkImport, { params, body: { version } })).body.refusal
    const first = await match(sent.version, { taken: false })
    expect((await check(first))?.sentence.zh).toBe('工作表“csv”没有找到表头。请指定表头所在的行，或不导入这张表。')
    const second = await match(first, { taken: true })
    expect((await check(second))?.code).toBe('IMPORT_HEAD_MISSING')
    const third = await match(second, { taken: true, headRows: [1] })
    expect((await check(third))?.sentence.zh).toBe('工作表“csv”缺少必需的栏目：试验事项、试验等级。请指定对应的列。')
    const fourth = await match(third, { taken: false, headRows: [1] })
    expect((await check(fourth))?.code).toBe('IMPORT_NO_SHEET')
  })
})

describe('its rows are taken in', () => {
  const columns = [6, 20, 20, 12, 12].map((width) => ({ width, as: 'text' as const }))
  const layout = (name: string) => ({
    name,
    titles: [`${name}试验台账`],
    columns,
    heads: [
      ['序号', '试验事项', '办理情况', null, '试验等级'],
      [null, null, '试验责任人', '办结日期', null],
    ],
    merges: [
      { top: 0, bottom: 1, left: 0, right: 0 },
      { top: 0, bottom: 1, left: 1, right: 1 },
      { top: 0, bottom: 0, left: 2, right: 3 },
      { top: 0, bottom: 1, left: 4, right: 4 },
    ],
  })
  const book = () =>
    written({
      format: 'xlsx',
      sheets: [
        {
          layout: layout('下沙街道'),
          rows: [
            [
              ['1', '甲一', '张三', '2026-03-01', '甲'],
              ['2', null, '李四', '2026-03-02', '丙'],
              ['合计', '2', null, null, null],
              ['注：以上属实', null, null, null, null],
            ],
          ],
        },
        { layout: { name: '说明', columns, heads: [] }, rows: [[['本表由街道填报']]] },
        {
          layout: layout('白杨街道'),
          rows: [
            [
              ['1', '乙一', '王五', '2026-03-03', '乙'],
              ['2', '乙二', '赵六', '2026-03-04', '丁'],
            ],
          ],
        },
      ],
    })

  it('sheet by sheet, counted; what was passed over is told; every step is on the record with the digest of the file', async () => {
    const sent = await stage.send(officer, await book(), '三月.xlsx', 4096)
    expect(sent.sheets.map(({ name, taken, headRows }) => [name, taken, headRows])).toEqual([
      ['下沙街道', true, [2, 3]],
      ['说明', false, []],
      ['白杨街道', true, [2, 3]],
    ])
    const params = { importId: sent.id }
    await officer.call(routes.checkImport, { params, body: { version: sent.version } })
    await stage.work(sent.id)
    const checked = await stage.view(officer, sent.id)
    expect(checked).toMatchObject({
      state: 'checked',
      totalRows: 6,
      check: { taken: 2, present: 0, refused: 2, skipped: 2, rows: 6 },
      take: null,
    })
    expect(await stage.records()).toEqual([])
    expect(checked.check!.faults.map(({ code, column, rows }) => [code, column, rows])).toEqual([
      ['GRADE_UNKNOWN', 'grade', 2],
      ['THING_MISSING', 'thing', 1],
    ])
    await officer.call(routes.beginTaking, { params, body: { version: checked.version } })
    await stage.work(sent.id)
    const done = await stage.view(officer, sent.id)
    expect(done).toMatchObject({ state: 'done', take: { taken: 2, present: 0, refused: 2, skipped: 2 }, may: [] })
    expect(done.take!.sheets).toEqual([
      { index: 0, rows: 4, taken: 1, present: 0, refused: 1, skipped: 2 },
      { index: 2, rows: 2, taken: 1, present: 0, refused: 1, skipped: 0 },
    ])
    const me = (await stage.records())[0]!.person_id
    expect(me).toBe(done.by.id)

    const rows = await officer.call(routes.importRows, { params, query: { limit: 3 } })
    expect(rows.body.rows.map(({ sheet, row: at, outcome, faults }) => [sheet, at, outcome, faults[0]!.code])).toEqual([
      [0, 5, 'refused', 'THING_MISSING'],
      [0, 6, 'skipped', 'total'],
      [0, 7, 'skipped', 'note'],
    ])
    const rest = await officer.call(routes.importRows, { params, query: { limit: 3, after: rows.body.next! } })
    expect(rest.body).toMatchObject({ rows: [{ sheet: 2, row: 5, outcome: 'refused' }], next: null })

    const deeds = await audited(sent.id)
    expect(deeds.map(({ action }) => action)).toEqual([
      'ledger.upload',
      'ledger.upload',
      'ledger.match',
      'ledger.check',
      'ledger.end',
      'ledger.begin',
      'ledger.end',
    ])
    expect(deeds.at(-1)!.after).toMatchObject({ pass: 'take', fileDigest: done.fileDigest, taken: 2, refused: 2 })
  })

  it('and what was refused goes back in its layout, is mended, and is sent as it is', async () => {
    const done = await stage.takeIn(officer, await stage.send(officer, await book(), '三月.xlsx'))
    const back = await download(done.id)
    expect(back.status).toBe(200)
    expect(decodeURIComponent(String(back.headers['content-disposition']))).toContain('三月-退回.xlsx')
    const file = back.raw
    const { sheets } = await shown(file)
    expect(sheets.map(({ name }) => name)).toEqual(['下沙街道', '白杨街道'])
    expect(sheets[0]!.rows).toEqual([
      Array.from({ length: 5 }, () => '下沙街道试验台账'),
      ['序号', '试验事项', '办理情况', '办理情况', '试验等级', '退回原因', '有误列'],
      ['序号', '试验事项', '试验责任人', '办结日期', '试验等级', '退回原因', '有误列'],
      ['2', null, '李四', '2026-03-02', '丙', '缺事项名称；等级须为甲或乙', '试验事项、试验等级'],
    ])

    const again = await stage.send(officer, file, '三月-退回.xlsx')
    expect(again.sheets.map(({ taken, missing }) => [taken, missing])).toEqual([
      [true, []],
      [true, []],
    ])
    expect((await stage.takeIn(officer, again)).take).toMatchObject({ taken: 0, refused: 2 })
    const mended = await csvOf([
      [...head.slice(0, 2), '试验责任人', '办结日期', '试验等级', '退回原因', '有误列'],
      ['2', '甲二', '李四', '2026-03-02', '甲', '缺事项名称；等级须为甲或乙', '试验事项、试验等级'],
    ])
    expect((await stage.takeIn(officer, await stage.send(officer, mended))).take).toMatchObject({ taken: 1, refused: 0 })
    expect((await stage.records()).map(({ thing }) => thing).toSorted()).toEqual(['乙一', '甲一', '甲二'])
  })

  it('of a .csv in GB18030 they go back in GB18030', async () => {
    const done = await stage.takeIn(officer, await stage.send(officer, await csvOf([head, row(1, '𠮷祥'), row(2, '二', '丙')], 'gb18030')))
    expect(done).toMatchObject({ encoding: 'gb18030', take: { taken: 1, refused: 1 } })
    expect((await stage.records())[0]!.thing).toBe('𠮷祥')
    expect(await shown((await download(done.id)).raw)).toEqual({
      format: 'csv',
      encoding: 'gb18030',
      sheets: [
        {
          name: 'csv',
          rows: [
            [...head, '退回原因', '有误列'],
            ['2', '二', '丙', '2026-03-01', '等级须为甲或乙', '试验等级'],
          ],
        },
      ],
    })
    await stage.house.services.database.pool.query('delete from ledgers.import_row')
  })

  it('where none was refused there is nothing to go back', async () => {
    const done = await stage.takeIn(officer, await stage.send(officer, await csvOf([head, row(1, '一'), row(2, '二')])))
    expect((await officer.call(routes.returnedRows, { params: { importId: done.id } })).body).toMatchObject({
      refusal: { code: 'IMPORT_NOTHING_RETURNED' },
    })
  })
})
