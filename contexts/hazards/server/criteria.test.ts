import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteCall } from '../../../kernel/contract.ts'
import { openRegisterStage, told, type RegisterStage } from '../../../main/testing/registerStage.ts'
import type { Caller } from '../../../main/testing/testHouse.ts'
import { routes } from '../contract/index.ts'
import { builtInLibrary } from '../rules/criteria.ts'

let register: RegisterStage
let inspector: Caller
let administrator: Caller
beforeAll(async () => {
  register = await openRegisterStage()
  inspector = (await register.actor(['inspector', 'officer'])).caller
  administrator = (await register.actor(['systemAdmin'])).caller
})
afterAll(() => register.house.close())

type List = NonNullable<RouteCall<typeof routes.addChecklist>['body']>
const list = (fields: Partial<List> = {}): List => ({
  key: 'planted',
  edition: '2026',
  title: { zh: '试验检查表', en: 'Planted list' },
  sector: 'general',
  purpose: 'routine',
  inForceFrom: '2026-01-01',
  source: '试验',
  confidence: 'low',
  appliesTo: {},
  items: [{ key: 'planted.1', clause: '1', zh: '缺灭火器', en: 'No extinguisher', makesMajor: false, confidence: 'low', appliesTo: {} }],
  ...fields,
})
const enter = async (fields: Partial<List> = {}) => told(await administrator.call(routes.addChecklist, { body: list(fields) }))

describe('the criteria library', () => {
  it('shows every list of the program, and those in force on a day', async () => {
    const all = await inspector.call(routes.checklists)
    expect(all.body).toHaveLength(builtInLibrary.length)
    const old = await inspector.call(routes.checklists, { query: { on: '2018-01-01', sector: 'chemical' } })
    expect(old.body.map(({ key }) => key)).toContain('chem20')
    expect(old.body.every(({ inForceFrom }) => inForceFrom <= '2018-01-01')).toBe(true)
  })

  it('安监总管三〔2017〕121号: an item is found with its clause, and what is no item is refused', async () => {
    expect(told(await inspector.call(routes.checklistItem, { params: { key: 'chem20.05' } }))).toMatchObject({
      item: { key: 'chem20.05', makesMajor: true },
      checklist: { key: 'chem20' },
    })
    expect(told(await inspector.call(routes.checklistItem, { params: { key: 'chem20.99' } }))).toMatchObject({
      status: 422,
      code: 'ITEM_UNKNOWN',
    })
    expect(told(await inspector.call(routes.checklist, { params: { key: 'chem20' } }))).toMatchObject({ key: 'chem20' })
    expect(told(await inspector.call(routes.checklist, { params: { key: 'chem20' }, query: { on: '1999-01-01' } }))).toMatchObject({
      code: 'CHECKLIST_UNKNOWN',
    })
  })

  it('gives a unit the lists for its kind, industry and tags', async () => {
    const keys = async (unitId: string) => (await inspector.call(routes.unitChecklists, { params: { unitId } })).body.map(({ key }) => key)
    const chemical = await keys(await register.unit(inspector, { industryCode: '2614', tags: ['hazardousChemicals'] }))
    expect(chemical).toContain('chem20')
    const village = await keys(await register.unit(inspector, { industryCode: 'S', kind: 'village' }))
    expect(village).not.toContain('chem20')
    const { status } = await inspector.call(routes.unitChecklists, { params: { unitId: '00000000-0000-4000-8000-000000000001' } })
    expect(status).toBe(404)
  })
})

describe('an administrator enters an edition', () => {
  it('which counts from its first day, where the one before it ends', async () => {
    expect(await enter()).toMatchObject({ key: 'planted', edition: '2026' })
    expect(await enter({ edition: '2027', inForceFrom: '2027-01-01' })).toMatchObject({ edition: '2027' })
    const on = async (day: string) => told(await inspector.call(routes.checklist, { params: { key: 'planted' }, query: { on: day } }))
    expect(await on('2026-12-31')).toMatchObject({ edition: '2026', inForceTo: '2027-01-01' })
    expect(await on('2027-01-01')).toMatchObject({ edition: '2027', inForceTo: null })
    const [entry] = await register.stage.rows(`select action from audit.entry where record_id = 'planted@2027'`)
    expect(entry).toEqual({ action: 'criteria.add' })
  })

  it.each([
    ['without a text in both languages', { key: 'bad', items: [{ ...list().items[0]!, key: 'bad.1', en: '' }] }, 'TEXT_MISSING'],
    ['with an item that is another list’s', { key: 'bad' }, 'ITEM_KEY_FOREIGN'],
    ['for an industry that is none', { appliesTo: { industries: ['9999'] } }, 'INDUSTRY_UNKNOWN'],
    ['that ends before it begins', { inForceTo: '2025-01-01' }, 'RANGE_EMPTY'],
    [
      'that is there already',
      { key: 'chem20', edition: builtInLibrary[0]!.edition, inForceFrom: '2030-01-01', items: [] },
      'EDITION_TWICE',
    ],
  ] as const)('not one %s', async (_what, fields, code) => {
    const refused = await enter(fields as Partial<List>)
    expect(refused).toMatchObject({ status: 422, code: 'CHECKLIST_FAULTY' })
    expect((refused as { facts: { faults: { code: string }[] } }).facts.faults.map((fault) => fault.code)).toContain(code)
  })

  it('and nobody else', async () => {
    expect(told(await inspector.call(routes.addChecklist, { body: list({ key: 'other' }) }))).toMatchObject({
      status: 403,
      code: 'ACTION_NOT_GRANTED',
    })
  })
})
