import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../../kernel/actor.ts'
import { castOf, foundAt } from '../../../main/testing/hazardStory.ts'
import { newIdentityNumber, newPhone, openStage } from '../../../main/testing/stage.ts'
import { testNow, type Caller } from '../../../main/testing/testHouse.ts'
import { routes as hazards } from '../../hazards/contract/index.ts'
import { routes as identity } from '../../identity/contract/index.ts'
import { routes as law } from '../../law/contract/index.ts'
import { exportRoutes as routes } from '../contract/exportRoutes.ts'
import { underwayAtMost } from '../rules/exporting.ts'
import { expireJob } from './exportClear.ts'
import { openExportStage, recordsIn, sheetsIn, type ExportStage } from '../../../main/testing/exportStage.ts'

let stage: ExportStage
let officer: Caller
let inspector: PersonActor
let principal: PersonActor
beforeAll(async () => {
  stage = await openExportStage()
  officer = await stage.house.as('county.officer')
  const cast = await castOf(stage.house)
  inspector = cast.inspector
  principal = cast.principal
  const plant = await stage.house.unit({ regionCode: principal.regionCode, organisationId: principal.organisationId, name: '试验化工厂' })
  const shop = await stage.house.unit({ regionCode: '330114001', organisationId: null, name: '=试验商店' })
  for (let place = 0; place < 6; place += 1)
    await foundAt(stage.house, place % 2 === 0 ? plant : shop, inspector, {
      description: `隐患 ${place}`,
      proposedLevel: place < 2 ? 'major' : 'general',
    })
})
afterAll(() => stage.close())
beforeEach(async () => {
  stage.house.setClock(testNow)
  await stage.house.services.database.pool.query('delete from ledgers.export_part; delete from ledgers.export')
})

describe('an export holds exactly the rows of the screen', () => {
  it.each([
    ['all', {}],
    ['filtered', { level: 'unclassified', find: '试验' }],
    ['another filter', { region: '330114001' }],
    ['none', { state: 'closed' }],
  ])('hazards, %s', async (_title, query) => {
    const screen = await officer.call(hazards.hazards, { query: { ...query, limit: 500 } as never })
    const { exported, bytes } = await stage.exported(officer, { list: 'hazards.hazards', query })
    const records = await recordsIn(bytes)
    expect(records.map((row) => row['隐患编号'])).toEqual(screen.body.rows.map(({ number }) => number))
    expect(exported).toMatchObject({ state: 'ready', rowsDone: screen.body.total, rowsExpected: screen.body.total })
  })

  it('in the order of the screen', async () => {
    const query = { order: 'stepDue' }
    const screen = await officer.call(hazards.hazards, { query: query as never })
    const { bytes } = await stage.exported(officer, { list: 'hazards.hazards', query })
    expect((await recordsIn(bytes)).map((row) => row['隐患编号'])).toEqual(screen.body.rows.map(({ number }) => number))
  })

  it('within the scope: a plant has its own, another county none', async () => {
    const own = await stage.exported(await stage.house.as('plant.principal'), { list: 'hazards.hazards' })
    expect(new Set((await recordsIn(own.bytes)).map((row) => row['单位名称']))).toEqual(new Set(['试验化工厂']))
    const elsewhere = await openStage(stage.house).actor(['officer'], { regionCode: '330109' })
    expect(await recordsIn((await stage.exported(elsewhere.caller, { list: 'hazards.hazards' })).bytes)).toEqual([])
  })

  it('people with their numbers masked as on the screen', async () => {
    await openStage(stage.house).person({ name: '隐去者', phone: newPhone(), identityNumber: newIdentityNumber() })
    const query = { find: '隐去' }
    const screen = await officer.call(identity.people, { query })
    expect(screen.body.rows.map(({ phone }) => phone)).toEqual([expect.stringContaining('*')])
    const { bytes } = await stage.exported(officer, { list: 'identity.people', query })
    expect((await recordsIn(bytes)).map((row) => [row['姓名'], row['手机（隐去）'], row['身份证号（隐去）']])).toEqual(
      screen.body.rows.map(({ name, phone, identityNumber }) => [name, phone, identityNumber]),
    )
    expect(bytes.toString()).not.toMatch(/1\d{10}|\d{17}[\dX]/)
  })

  it.each([
    'identity.people',
    'identity.organisations',
    'identity.posts',
    'hazards.units',
    'hazards.visits',
    'hazards.campaigns',
    'hazards.figures',
    'hazards.overdue',
    'law.limits',
  ])('%s in each format and language, as many rows as were counted', async (list) => {
    const csv = await stage.exported(officer, { list })
    expect(csv.exported).toMatchObject({ state: 'ready', rowsDone: csv.exported.rowsExpected })
    expect(await recordsIn(csv.bytes)).toHaveLength(csv.exported.rowsDone)
    const xlsx = await stage.exported(officer, { list, format: 'xlsx', language: 'en' })
    const [[head] = []] = await sheetsIn(xlsx.bytes)
    expect(head?.join('')).toMatch(/^[\x20-\x7e’]+$/)
    expect(await recordsIn(xlsx.bytes)).toHaveLength(csv.exported.rowsDone)
    const old = await stage.exported(officer, { list, encoding: 'gb18030' })
    expect(await sheetsIn(old.bytes)).toEqual(await sheetsIn(csv.bytes))
  })

  it('the record of deeds, by its administrator alone', async () => {
    const auditor = await stage.house.as('county.audit')
    const { exported } = await stage.exported(auditor, { list: 'identity.audit', query: { result: 'done' } })
    expect(exported.state).toBe('ready')
    expect(exported.rowsDone).toBeGreaterThan(5)
    expect((await stage.begin(officer, { list: 'identity.audit' })).body.refusal).toMatchObject({
      code: 'ACTION_NOT_GRANTED',
      facts: { action: 'audit.read', grantedTo: ['auditAdmin'] },
    })
  })

  it('lists with a place in their path: the units, the plan and the hazards of a campaign', async () => {
    const made = await officer.call(hazards.addCampaign, {
      body: {
        name: '试验行动',
        kind: 'ordinary',
        from: '2026-11-01',
        to: '2026-12-31',
        goals: '全覆盖',
        checklists: ['general'],
        regionCode: '330114',
      },
    })
    const campaign = made.status === 201 ? made.body.id : ((await officer.call(hazards.campaigns, {})).body.rows[0]?.id ?? '')
    for (const list of ['hazards.targets', 'hazards.registered', 'hazards.assignments']) {
      const begun = await stage.begin(officer, { list, query: { id: campaign } })
      expect([list, begun.status]).toEqual([list, 201])
      expect(begun.body.opens).toBe(`/campaigns/${campaign}`)
    }
    expect((await stage.begin(officer, { list: 'hazards.targets', query: {} })).body.refusal?.code).toBe('EXPORT_FILTER_REFUSED')
  })

  it('no text becomes a formula', async () => {
    const { bytes } = await stage.exported(officer, { list: 'hazards.hazards', query: { find: '试验商店' } })
    expect(bytes.toString()).toContain("'=试验商店")
    const xlsx = await stage.exported(officer, { list: 'hazards.hazards', query: { find: '试验商店' }, format: 'xlsx' })
    expect((await recordsIn(xlsx.bytes))[0]?.['单位名称']).toBe('=试验商店')
  })
})

describe('whoever may, and nobody else', () => {
  it('only its maker sees, takes and calls it off', async () => {
    const { exported } = await stage.exported(officer, { list: 'law.limits' })
    const other = await stage.house.as('county.inspector')
    const params = { exportId: exported.id }
    for (const asked of [routes.oneExport, routes.exportFile, routes.cancelExport])
      expect((await other.call(asked, { params })).body.refusal?.code).toBe('RECORD_NOT_FOUND')
    expect((await other.call(routes.exports)).body).toMatchObject({ rows: [], total: 0 })
    expect((await officer.call(routes.exports)).body).toMatchObject({ rows: [{ id: exported.id }], total: 1, next: null })
  })

  it('a post that lost the right, or whose scope became narrower, is refused the file', async () => {
    const somebody = await openStage(stage.house).actor(['officer'], { regionCode: '330100', scopeRegion: '330100' })
    const { exported } = await stage.exported(somebody.caller, { list: 'hazards.hazards' })
    const set = (text: string) =>
      stage.house.services.database.pool.query(`update identity.post set ${text} where id = $1`, [somebody.postId])
    expect((await stage.download(somebody.caller, exported.id)).status).toBe(200)
    await set(`scope_region = '330114'`)
    expect((await stage.download(somebody.caller, exported.id)).body.refusal).toMatchObject({
      code: 'EXPORT_RIGHT_LOST',
      facts: { lost: 'scope' },
    })
    await set(`scope_region = '330100', roles = '{guard}'`)
    expect((await stage.download(somebody.caller, exported.id)).body.refusal).toMatchObject({
      code: 'EXPORT_RIGHT_LOST',
      facts: { lost: 'action' },
    })
  })

  it('an export under way stops when its post ends', async () => {
    const somebody = await openStage(stage.house).actor(['officer'])
    const begun = await stage.begin(somebody.caller, { list: 'hazards.hazards' })
    await stage.house.services.database.pool.query(`update identity.post set ends_on = '2026-11-23' where id = $1`, [somebody.postId])
    await stage.job('ledgers.writeExport', { exportId: begun.body.id })
    const { rows } = await stage.house.services.database.pool.query<{ state: string; problem: unknown }>(
      'select state, problem from ledgers.export where id = $1',
      [begun.body.id],
    )
    expect(rows).toEqual([{ state: 'stopped', problem: { code: 'EXPORT_RIGHT_LOST', facts: { lost: 'post' } } }])
    expect(await stage.audited(begun.body.id)).toMatchObject([{ action: 'export.make' }, { action: 'export.stop', result: 'refused' }])
  })

  it.each([
    ['a list that is not there', { list: 'nothing.here' }, 'EXPORT_LIST_UNKNOWN'],
    ['a filter that the list refuses', { list: 'hazards.hazards', query: { industry: '9999' } }, 'EXPORT_FILTER_REFUSED'],
    ['a filter of a wrong form', { list: 'hazards.hazards', query: { level: 'huge' } }, 'EXPORT_FILTER_REFUSED'],
    ['a phone number as a filter', { list: 'identity.people', query: { find: '139 0000 1234' } }, 'EXPORT_FILTER_PERSONAL'],
  ])('%s', async (_title, asked, code) => {
    const answer = await stage.begin(officer, asked as Parameters<typeof stage.begin>[1])
    expect(answer.body.refusal?.code).toBe(code)
    expect(answer.body.refusal?.sentence.zh).not.toBe('')
  })

  it('so many at a time', async () => {
    for (let count = 0; count < underwayAtMost; count += 1) expect((await stage.begin(officer, { list: 'law.limits' })).status).toBe(201)
    expect((await stage.begin(officer, { list: 'law.limits' })).body.refusal).toMatchObject({
      code: 'EXPORTS_TOO_MANY',
      facts: { underway: 5 },
    })
  })

  it('tells which lists the post may export', async () => {
    const guard = await openStage(stage.house).actor(['guard'])
    const lists = (await guard.caller.call(routes.exportLists)).body.rows.map(({ list }) => list)
    expect(lists).toContain('law.limits')
    expect(lists).not.toContain('identity.people')
  })
})

describe('the file', () => {
  it('has the checksums that are shown, and a download that broke off goes on', async () => {
    const { exported, bytes } = await stage.exported(officer, { list: 'identity.organisations', format: 'xlsx' })
    const hash = (name: string, value: Buffer = bytes, form: 'hex' | 'base64' = 'hex'): string =>
      createHash(name).update(value).digest(form)
    expect(exported.file).toMatchObject({ sizeBytes: bytes.length, sha256: hash('sha256'), sm3: hash('sm3') })
    expect(exported.file?.checksumLine).toBe(`${hash('sha256')}  ${exported.file?.name}`)
    expect(exported.file?.name).toBe('组织-20261124-1000.xlsx')
    const half = Math.floor(bytes.length / 2)
    const first = await stage.download(officer, exported.id, { range: `bytes=0-${half - 1}` })
    expect(first.status).toBe(206)
    expect(first.headers).toMatchObject({
      etag: `"${hash('sha256')}"`,
      'accept-ranges': 'bytes',
      'content-range': `bytes 0-${half - 1}/${bytes.length}`,
      'repr-digest': `sha-256=:${hash('sha256', bytes, 'base64')}:, sm3=:${hash('sm3', bytes, 'base64')}:`,
    })
    const rest = await stage.download(officer, exported.id, { range: `bytes=${half}-`, 'if-range': String(first.headers['etag']) })
    expect(hash('sha256', Buffer.concat([first.bytes, rest.bytes]))).toBe(exported.file?.sha256)
    const changed = await stage.download(officer, exported.id, { range: `bytes=${half}-`, 'if-range': '"another"' })
    expect([changed.status, changed.bytes.length]).toEqual([200, bytes.length])
    expect((await stage.download(officer, exported.id, { 'if-none-match': String(first.headers['etag']) })).status).toBe(304)
    expect((await stage.download(officer, exported.id, { range: `bytes=${bytes.length}-` })).body.refusal?.code).toBe(
      'EXPORT_RANGE_UNSATISFIABLE',
    )
  })

  it('each step is on the record with list, filters, rows and checksum; what was typed is sealed', async () => {
    const { exported } = await stage.exported(officer, { list: 'hazards.hazards', query: { level: 'unclassified', find: '试验' } })
    const told = await stage.audited(exported.id)
    expect(told).toMatchObject([
      { action: 'export.make', after: { list: 'hazards.hazards', query: { level: 'unclassified' }, rowsExpected: 6 } },
      {
        action: 'export.finish',
        after: { query: { level: 'unclassified' }, rows: 6, sha256: exported.file?.sha256, sm3: exported.file?.sm3 },
      },
      { action: 'export.download', after: { sha256: exported.file?.sha256, range: null } },
    ])
    expect(JSON.stringify(told)).not.toContain('试验')
  })

  it('goes after seven days, and its row a month later', async () => {
    const { exported } = await stage.exported(officer, { list: 'law.limits' })
    expect(exported.expiresAt).toBe('2026-12-01T02:00:00.000Z')
    await stage.job(expireJob)
    expect((await stage.download(officer, exported.id)).status).toBe(200)
    stage.house.setClock('2026-12-01T02:00:00Z')
    const later = await stage.house.as('county.officer')
    await stage.job(expireJob)
    expect((await stage.download(later, exported.id)).body.refusal?.code).toBe('EXPORT_EXPIRED')
    expect((await later.call(routes.exports)).body.rows).toMatchObject([{ id: exported.id, state: 'expired' }])
    stage.house.setClock('2026-12-25T02:00:00Z')
    await stage.job(expireJob)
    expect((await (await stage.house.as('county.officer')).call(routes.exports)).body.total).toBe(0)
  })

  it('is not there before it is ready, nor after it was called off', async () => {
    const begun = await stage.begin(officer, { list: 'law.limits' })
    expect((await stage.download(officer, begun.body.id)).body.refusal).toMatchObject({
      code: 'EXPORT_NOT_READY',
      facts: { state: 'waiting' },
    })
    const params = { exportId: begun.body.id }
    expect((await officer.call(routes.cancelExport, { params })).body.state).toBe('cancelled')
    await stage.job('ledgers.writeExport', params)
    expect((await stage.view(officer, begun.body.id)).state).toBe('cancelled')
    expect((await officer.call(routes.cancelExport, { params })).body.refusal?.code).toBe('EXPORT_ENDED')
  })
})

it('the list of limits is the one that the law room answers', async () => {
  const { bytes } = await stage.exported(officer, { list: 'law.limits', query: { find: '隐患' } })
  const screen = await officer.call(law.limits, { query: { find: '隐患' } })
  expect((await recordsIn(bytes)).map((row) => row['编号'])).toEqual(screen.body.rows.map(({ key }) => key))
})
