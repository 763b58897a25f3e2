import { chanceOf, type Chance } from '../../../kernel/chance.ts'
import type { LedgerFaultCode } from '../../../contexts/hazards/rules/ledger/faults.ts'
import type { SheetLayout } from '../../../platform/sheets/layout.ts'
import type { Written } from '../../../platform/sheets/sheet.ts'
import { writeBook } from '../../../platform/sheets/writeBook.ts'
import { plantedCodes, plants, type LedgerLine } from './faults.ts'
import { inBatches, towns, type BureauUnit, type Town } from './units.ts'

export type Planted = { readonly sheet: number; readonly row: number; readonly code: LedgerFaultCode }

export type BureauLedger = { readonly rows: number; readonly planted: readonly Planted[] }

export type BureauLedgerWish = {
  readonly units: readonly BureauUnit[]
  readonly rows: number
  /** Of every so many rows one is faulty: 100 for one in a hundred. */
  readonly faultEvery: number
  readonly seed: string
  /** YYYY-MM-DD; nothing in the ledger lies after it but deadlines. */
  readonly today: string
}

const findings = [
  ['灭火器压力不足，压力表指针在红区', '更换灭火器并挂检查卡'],
  ['配电箱门未跨接，箱内有积灰', '补做跨接并清灰'],
  ['危化品仓库未张贴安全告知牌', '按品种补贴告知牌'],
  ['有限空间入口无警示标志，未上锁', '设标志并上锁管理'],
  ['安全出口被货物堵塞，宽度不足一米', '清理通道并划线'],
  ['车间临时用电线路拖地，无防护套管', '架空并加套管'],
  ['叉车灯光失效，无年检标志', '维修并报检'],
  ['可燃气体报警器未在检定有效期内', '送检并留存证书'],
  ['除尘器泄爆口朝向人员通道', '改造泄爆方向'],
  ['特种作业人员操作证已过复审期', '停岗并安排复审'],
] as const

/** The columns of a sheet, each under its head of one or two rows; towns keep them in an order of their own. */
const columns: readonly {
  readonly head: readonly [string, string | null]
  readonly key: keyof LedgerLine | 'serial' | 'note'
  readonly width: number
}[] = [
  { head: ['隐患编号', null], key: 'number', width: 18 },
  { head: ['企业名称', null], key: 'unit', width: 30 },
  { head: ['统一社会信用代码', null], key: 'uscc', width: 22 },
  { head: ['所属镇街', null], key: 'town', width: 12 },
  { head: ['检查日期', null], key: 'foundOn', width: 12 },
  { head: ['检查人员', null], key: 'foundBy', width: 10 },
  { head: ['检查方式', null], key: 'how', width: 10 },
  { head: ['隐患内容', null], key: 'description', width: 40 },
  { head: ['隐患级别', null], key: 'level', width: 10 },
  { head: ['整改情况', '责任人'], key: 'responsible', width: 10 },
  { head: ['整改情况', '整改措施'], key: 'measures', width: 24 },
  { head: ['整改情况', '整改期限'], key: 'dueOn', width: 12 },
  { head: ['整改情况', '整改资金（万元）'], key: 'funds', width: 12 },
  { head: ['整改情况', '完成时间'], key: 'rectifiedOn', width: 12 },
  { head: ['整改情况', '整改状态'], key: 'state', width: 10 },
  { head: ['复查情况', '复查人'], key: 'reviewedBy', width: 10 },
  { head: ['复查情况', '复查时间'], key: 'reviewedOn', width: 12 },
  { head: ['销号时间', null], key: 'closedOn', width: 12 },
  { head: ['备注', null], key: 'note', width: 12 },
]

const days: ReadonlySet<string> = new Set<keyof LedgerLine>(['foundOn', 'dueOn', 'rectifiedOn', 'reviewedOn', 'closedOn'])
const isDay = /^(\d{4})-(\d{2})-(\d{2})$/

/** How each town writes a day: as a date of the spreadsheet, and in the spellings that are met. */
const spellings: readonly (((day: string) => string) | null)[] = [
  null,
  (day) => day.replace(isDay, (_all, year: string, month: string, date: string) => `${year}.${Number(month)}.${Number(date)}`),
  (day) => day.replace(isDay, (_all, year: string, month: string, date: string) => `${year}年${Number(month)}月${Number(date)}日`),
  (day) => day.replaceAll('-', ''),
  (day) => day.replaceAll('-', '/'),
]

const groupsOf = (order: typeof columns): SheetLayout['merges'] => {
  const merges: { top: number; bottom: number; left: number; right: number }[] = [{ top: 0, bottom: 1, left: 0, right: 0 }]
  for (let left = 0; left < order.length;) {
    const [first, second] = order[left]!.head
    let right = left
    if (second !== null) while (order[right + 1]?.head[0] === first) right += 1
    merges.push(
      second === null ? { top: 0, bottom: 1, left: left + 1, right: left + 1 } : { top: 0, bottom: 0, left: left + 1, right: right + 1 },
    )
    left = right + 1
  }
  return merges
}

/** The order of the columns of a town: groups stay together, and begin elsewhere in each. */
const orderOf = (sheet: number): typeof columns => {
  const at = [0, 9, 4, 17][sheet % 4]!
  return [...columns.slice(at), ...columns.slice(0, at)]
}

const layoutOf = (town: Town, sheet: number): SheetLayout => {
  const order = orderOf(sheet)
  const seen = new Set<string>()
  const tops = order.map(({ head: [first, second] }) => {
    if (second !== null && seen.has(first)) return null
    seen.add(first)
    return first
  })
  return {
    name: town,
    titles: [`钱塘区${town}安全生产隐患排查治理台账`, `填报单位：${town}　　　　填报人：应急消防管理站`],
    columns: [
      { width: 6, as: 'number' },
      ...order.map(({ key, width }) => ({ width, as: days.has(key) ? ('day' as const) : ('text' as const) })),
    ],
    heads: [
      ['序号', ...tops],
      [null, ...order.map(({ head: [, second] }) => second)],
    ],
    merges: groupsOf(order)!,
  }
}

/** Rows of a sheet above its first row of values. */
const above = 4

const dayAfter = (day: string, after: number): string => Temporal.PlainDate.from(day).add({ days: after }).toString()

const goodLine = (chance: Chance, unit: BureauUnit, number: string, today: string): LedgerLine => {
  const foundOn = dayAfter(today, -chance.integer(40, 900))
  const [description, measures] = chance.pick(findings)
  const fate = chance.fraction()
  const major = chance.integer(1, 100) === 1
  const done = fate < 0.86
  return {
    number,
    unit: unit.name,
    uscc: unit.uscc,
    town: unit.town,
    foundOn,
    foundBy: chance.pick(['王检查', '李巡查', '陈网格', '赵执法']),
    how: chance.pick(['部门检查', '专家检查', '网格巡查', '专项检查']),
    description: `${chance.integer(1, 60)}号点位${description}`,
    level: major ? '重大事故隐患' : chance.pick(['一般隐患', '一般']),
    responsible: chance.pick(['孙主管', '钱厂长', '吴安全']),
    measures,
    dueOn: dayAfter(foundOn, 30),
    funds: chance.integer(1, 4) === 1 ? String(chance.integer(1, 300) / 10) : '',
    rectifiedOn: done ? dayAfter(foundOn, chance.integer(1, 20)) : '',
    state: done ? chance.pick(['已整改', '已销号']) : chance.pick(['整改中', '未整改']),
    reviewedBy: done ? '周复查' : '',
    reviewedOn: done ? dayAfter(foundOn, chance.integer(21, 28)) : '',
    closedOn: done ? dayAfter(foundOn, chance.integer(29, 35)) : '',
  }
}

/**
 * Writes a ledger of hazards as the towns of a county keep it: a sheet a town with a title, a head of two rows with merged
 * cells, columns and spellings of days in the town's own way, a total and a note at the end; and plants faults of every kind.
 */
export const writeHazardLedger = async (
  path: string,
  { units, rows, faultEvery, seed, today }: BureauLedgerWish,
): Promise<BureauLedger> => {
  const planted: Planted[] = []
  let written = 0
  const linesOf = function* (town: Town, sheet: number): Generator<readonly Written[]> {
    const chance = chanceOf(`${seed} ${town}`)
    const own = units.filter((unit) => unit.town === town)
    const order = orderOf(sheet)
    const spell = spellings[sheet % spellings.length]!
    const cells = (serial: number, line: LedgerLine): readonly Written[] => [
      serial,
      ...order.map(({ key }) => {
        const text = key === 'serial' || key === 'note' ? '' : line[key]
        if (text === '') return null
        return days.has(key) && spell !== null && isDay.test(text) ? spell(text) : text
      }),
    ]
    const wanted = Math.floor(rows / towns.length) + (sheet < rows % towns.length ? 1 : 0)
    let before: LedgerLine | null = null
    for (let at = 0; at < wanted; at += 1) {
      let line = goodLine(chance, own[at % own.length]!, `${sheet + 1}-${String(at + 1).padStart(6, '0')}`, today)
      if (at % faultEvery === faultEvery - 1) {
        const code = plantedCodes[Math.floor(at / faultEvery) % plantedCodes.length]!
        if (code !== 'ROW_REPEATED') line = plants[code]!(line, chance)
        else if (before !== null) line = before
        planted.push({ sheet, row: above + at + 1, code })
      } else before = line
      written += 1
      yield cells(at + 1, line)
    }
    yield ['合计', ...order.map(() => null)].map((cell, column) => (column === 1 ? `${wanted}条` : cell))
    yield ['注：本表按月报送，逾期未改的须写明原因。', ...order.map(() => null)]
  }
  await writeBook(path, {
    format: 'xlsx',
    sheets: towns.map((town, sheet) => ({ layout: layoutOf(town, sheet), rows: inBatches(linesOf(town, sheet)) })),
  })
  return { rows: written, planted }
}
