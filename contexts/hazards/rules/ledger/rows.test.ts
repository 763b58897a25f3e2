import { describe, expect, it } from 'vitest'
import { rowFacts, soundRows, valuesOf } from '../testing/ledgerRows.ts'
import { creditCodeOf } from '../testing/creditCode.ts'
import { ledgerFaults, type LedgerFaultCode } from './faults.ts'
import { hazardColumns } from './hazardColumns.ts'
import { readHazardRow } from './hazardRow.ts'
import type { RowRead } from './unitRow.ts'
import { unitColumns } from './unitColumns.ts'
import { readUnitRow } from './unitRow.ts'
import { visitColumns } from './visitColumns.ts'
import { readVisitRow } from './visitRow.ts'

type Texts = Readonly<Record<string, string>>

const readers = {
  unit: (texts: Texts) => readUnitRow(valuesOf(texts), rowFacts),
  hazard: (texts: Texts) => readHazardRow(valuesOf(texts), rowFacts),
  ownHazard: (texts: Texts) => readHazardRow(valuesOf(texts), { ...rowFacts, side: 'unit' }),
  visit: (texts: Texts) => readVisitRow(valuesOf(texts), rowFacts),
}

const faultsOf = (read: RowRead<unknown>): readonly string[] =>
  read.ok ? [] : read.faults.map(({ code, column }) => `${code} ${column ?? ''}`)

type Planted = readonly [code: LedgerFaultCode, column: string, kind: keyof typeof readers, change: Texts]

/** Each fault that a row shows by itself, planted in a row with nothing wrong in it. */
const planted: readonly Planted[] = [
  ['CELL_MISSING', 'unitName', 'unit', { unitName: '' }],
  ['CELL_MISSING', 'region', 'unit', { region: '' }],
  ['CELL_MISSING', 'industry', 'unit', { industry: '/' }],
  ['CELL_MISSING', 'description', 'hazard', { description: '' }],
  ['CELL_MISSING', 'foundOn', 'hazard', { foundOn: '' }],
  ['CELL_MISSING', 'on', 'visit', { on: '' }],
  ['CELL_TOO_LONG', 'unitName', 'unit', { unitName: '长'.repeat(101) }],
  ['DAY_UNREADABLE', 'foundOn', 'hazard', { foundOn: '去年' }],
  ['DAY_WITHOUT_YEAR', 'foundOn', 'hazard', { foundOn: '3月5日' }],
  ['DAY_NOT_IN_CALENDAR', 'dueOn', 'hazard', { dueOn: '2026年2月30日' }],
  ['DAY_IN_FUTURE', 'foundOn', 'hazard', { foundOn: '2027-01-01' }],
  ['DAY_IN_FUTURE', 'on', 'visit', { on: '2026-11-25' }],
  ['DAY_TOO_EARLY', 'foundOn', 'hazard', { foundOn: '1989-12-31' }],
  ['NUMBER_UNREADABLE', 'found', 'visit', { found: '三' }],
  ['MONEY_UNREADABLE', 'fundsYuan', 'hazard', { fundsYuan: '若干' }],
  ['POSITION_UNREADABLE', 'lng', 'unit', { lng: 'E120' }],
  ['POSITION_HALF', 'lat', 'unit', { lat: '' }],
  ['POSITION_OUTSIDE_CHINA', 'lng', 'unit', { lng: '30.30', lat: '120.35' }],
  ['CREDIT_CODE_INVALID', 'uscc', 'unit', { uscc: creditCodeOf(7).replace(/.$/, (last) => (last === '0' ? '1' : '0')) }],
  ['CREDIT_CODE_INVALID', 'uscc', 'hazard', { uscc: '9133' }],
  ['KIND_UNKNOWN', 'kind', 'unit', { kind: '飞船' }],
  ['COLOUR_UNKNOWN', 'riskColour', 'unit', { riskColour: '紫' }],
  ['LEVEL_UNKNOWN', 'level', 'hazard', { level: '严重' }],
  ['LEVEL_UNKNOWN', 'isMajor', 'hazard', { isMajor: '也许' }],
  ['STATE_UNKNOWN', 'state', 'hazard', { state: '不详', rectifiedOn: '' }],
  ['STATE_UNKNOWN', 'isClosed', 'hazard', { isClosed: '不详' }],
  ['WAY_UNKNOWN', 'how', 'hazard', { how: '其他' }],
  ['WAY_UNSUITED', 'how', 'visit', { how: '群众举报' }],
  ['RESULT_UNKNOWN', 'result', 'visit', { result: '好' }],
  ['REGION_UNKNOWN', 'region', 'unit', { region: '不存在街道' }],
  ['REGION_UNKNOWN', 'region', 'unit', { region: '339999' }],
  ['REGION_AMBIGUOUS', 'region', 'unit', { region: '城东街道' }],
  ['REGION_ENDED', 'region', 'unit', { region: '下沙街道' }],
  ['OUT_OF_SCOPE', 'region', 'unit', { region: '萧山区' }],
  ['OUT_OF_SCOPE', 'region', 'hazard', { region: '330109' }],
  ['INDUSTRY_UNKNOWN', 'industry', 'unit', { industry: '化工' }],
  ['DESCRIPTION_TOO_SHORT', 'description', 'hazard', { description: '隐患' }],
  ['DUE_BEFORE_FOUND', 'dueOn', 'hazard', { dueOn: '2026-03-04' }],
  ['RECTIFIED_BEFORE_FOUND', 'rectifiedOn', 'hazard', { rectifiedOn: '2026-03-04' }],
  ['REVIEWED_BEFORE_FOUND', 'reviewedOn', 'hazard', { reviewedOn: '2026-03-04', rectifiedOn: '' }],
  ['REVIEWED_BEFORE_RECTIFIED', 'reviewedOn', 'hazard', { reviewedOn: '2026-03-09' }],
  ['CLOSED_BEFORE_FOUND', 'closedOn', 'hazard', { closedOn: '2026-03-04', reviewedOn: '', rectifiedOn: '' }],
  ['CLOSED_BEFORE_REVIEWED', 'closedOn', 'hazard', { closedOn: '2026-03-11' }],
  [
    'MAJOR_WITHOUT_DEADLINE',
    'dueOn',
    'hazard',
    { level: '重大', dueOn: '', state: '整改中', rectifiedOn: '', reviewedOn: '', reviewedBy: '', closedOn: '' },
  ],
  ['LEVEL_MISSING', 'level', 'hazard', { level: '' }],
  ['CLOSED_WITHOUT_REVIEW', 'reviewedBy', 'hazard', { reviewedBy: '' }],
  ['CLOSED_WITHOUT_DAY', 'closedOn', 'hazard', { closedOn: '', reviewedOn: '' }],
  [
    'CLOSED_WITHOUT_RECTIFICATION',
    'rectifiedOn',
    'hazard',
    { state: '已整改', rectifiedOn: '', reviewedOn: '', reviewedBy: '', closedOn: '' },
  ],
  ['STATE_CONTRADICTED', 'state', 'hazard', { state: '未整改' }],
  ['STATE_CONTRADICTED', 'isClosed', 'hazard', { state: '已整改', isClosed: '否' }],
  ['REVIEWER_IS_RECTIFIER', 'reviewedBy', 'hazard', { reviewedBy: '李四' }],
  ['MAJOR_CLOSED_BY_UNIT', 'level', 'ownHazard', { level: '重大' }],
]

const soundOf = (kind: keyof typeof readers): Texts => soundRows[kind === 'ownHazard' ? 'hazard' : kind]

/** What only the register, the record or the file as a whole shows; planted in the tests of the server. */
const elsewhere: ReadonlySet<LedgerFaultCode> = new Set([
  'UNIT_UNKNOWN',
  'UNIT_AMBIGUOUS',
  'UNIT_CLOSED',
  'UNIT_OF_THIS_CODE_OTHERWISE_NAMED',
  'UNIT_REGISTERED_ELSEWHERE',
  'REGION_MISSING',
  'INDUSTRY_MISSING',
  'ITEM_UNKNOWN',
  'LEVEL_BELOW_ITEM',
  'ROW_REPEATED',
  'NUMBER_ON_RECORD_OTHERWISE',
])

describe('rows of a ledger', () => {
  it.each(['unit', 'hazard', 'visit'] as const)('a sound row of a %s ledger has no fault', (kind) => {
    expect(faultsOf(readers[kind](soundRows[kind]))).toEqual([])
  })

  it.each(planted)('%s at %s of a row of %s: %o', (code, column, kind, change) => {
    expect(faultsOf(readers[kind]({ ...soundOf(kind), ...change }))).toEqual([`${code} ${column}`])
  })

  it('every fault of the table is planted, here or on the server', () => {
    const here = new Set<string>([...planted.map(([code]) => code), ...elsewhere])
    expect(Object.keys(ledgerFaults).filter((code) => !here.has(code))).toEqual([])
    expect(Object.keys(ledgerFaults).length).toBeGreaterThanOrEqual(20)
  })

  it('each sentence is whole in both languages', () => {
    const told = planted.flatMap(([, , kind, change]) => {
      const read = readers[kind]({ ...soundOf(kind), ...change })
      return read.ok ? [] : read.faults.map(({ sentence }) => sentence)
    })
    expect(told.filter(({ zh, en }) => /undefined|null|NaN|\[object/.test(zh + en) || !zh.endsWith('。') || !/[.)]$/.test(en))).toEqual([])
  })

  it('tells everything that is wrong with a row at once', () => {
    const read = readers.hazard({ ...soundRows.hazard, unitName: '', level: '严重', how: '其他', fundsYuan: '若干' })
    expect(faultsOf(read)).toHaveLength(4)
  })
})

describe('how far along a hazard is', () => {
  const stands = (change: Texts): string => {
    const read = readers.hazard({ ...soundRows.hazard, ...change })
    return read.ok ? read.entry.said.stands : faultsOf(read).join()
  }
  const nothingAfter = { rectifiedOn: '', reviewedBy: '', reviewedOn: '', closedOn: '' }

  it.each([
    ['by its word', { state: '整改中', ...nothingAfter }, 'underway'],
    ['nothing told: not put right', { state: '', ...nothingAfter }, 'open'],
    ['a day of rectification alone', { state: '', reviewedBy: '', reviewedOn: '', closedOn: '' }, 'rectified'],
    ['put right and reviewed by somebody on a day: closed, though no column says so', { state: '已整改', closedOn: '' }, 'closed'],
    ['put right and not closed, by a column of its own', { state: '已整改', isClosed: '否', closedOn: '' }, 'rectified'],
    ['a sentence of what was done, beside its day', { state: '换上了新的', reviewedBy: '', reviewedOn: '', closedOn: '' }, 'rectified'],
  ] as const)('%s', (_title, change, expected) => {
    expect(stands(change)).toBe(expected)
  })

  it('closed on the day of the review, where no other is told', () => {
    const read = readers.hazard({ ...soundRows.hazard, closedOn: '' })
    expect(read.ok && read.entry.said.closedOn).toBe('2026-03-12')
  })

  it('the level stands in a column of its own or behind a yes', () => {
    const level = (change: Texts) => {
      const read = readers.hazard({ ...soundRows.hazard, ...change })
      return read.ok ? read.entry.said.level : faultsOf(read)
    }
    expect([level({ level: '', isMajor: '是' }), level({ level: '', isMajor: '否' }), level({ level: '重大事故隐患' })]).toEqual([
      'major',
      'general',
      'major',
    ])
  })

  it('funds of a column in 万元 are yuan', () => {
    const read = readers.hazard({ ...soundRows.hazard, fundsYuan: '', fundsTenThousandYuan: '1.2' })
    expect(read.ok && read.entry.said.fundsYuan).toBe(12_000)
  })

  it('two who review, one of whom put it right, are not the rectifier alone', () => {
    expect(stands({ reviewedBy: '李四、王五' })).toBe('closed')
  })
})

describe('columns', () => {
  it.each([
    ['unit', unitColumns],
    ['hazard', hazardColumns],
    ['visit', visitColumns],
  ] as const)('no heading of the %s ledger stands for two columns', (_kind, columns) => {
    const headings = columns.flatMap(({ label, headings: more }) => [label.zh, ...more])
    expect(headings.filter((heading, index) => headings.indexOf(heading) !== index)).toEqual([])
    expect(headings.every((heading) => heading.trim() !== '')).toBe(true)
  })
})
