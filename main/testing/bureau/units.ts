import { chanceOf } from '../../../kernel/chance.ts'
import { creditCode } from '../../../contexts/identity/server/sample/numbers.ts'
import { writeBook } from '../../../platform/sheets/writeBook.ts'
import { rowsASheet, type SheetLayout } from '../../../platform/sheets/layout.ts'
import type { Written } from '../../../platform/sheets/sheet.ts'

/** The towns of a county, as its ledgers name them. */
export const towns = ['下沙街道', '白杨街道', '河庄街道', '义蓬街道', '新湾街道', '临江街道', '前进街道'] as const

export type Town = (typeof towns)[number]

/** A unit that exists in a test's ledgers alone. */
export type BureauUnit = {
  readonly name: string
  readonly uscc: string
  readonly town: Town
  readonly industry: string
  readonly address: string
}

const firsts = '锦恒瑞泰宏盛嘉禾信达永昌明德金鼎东源华晟凯润天成远航立新博创佳宇顺兴卓越安邦广润'
const trades = [
  ['化工', '2614'],
  ['新材料', '2651'],
  ['纺织', '1751'],
  ['机械', '3484'],
  ['包装', '2239'],
  ['食品', '1411'],
  ['五金', '3351'],
  ['塑胶', '2927'],
] as const

/** Units with names and credit codes of their own; the same seed makes the same ones. */
export const bureauUnits = (count: number, seed: string): readonly BureauUnit[] => {
  const chance = chanceOf(`${seed} units`)
  const names = new Set<string>()
  const codes = new Set<string>()
  const units: BureauUnit[] = []
  while (units.length < count) {
    const [trade, industry] = chance.pick(trades)
    const own = Array.from({ length: 4 }, () => chance.pick([...firsts])).join('')
    const name = `杭州${own}${trade}有限公司`
    const uscc = creditCode(chance, '330114')
    if (names.has(name) || codes.has(uscc)) continue
    names.add(name)
    codes.add(uscc)
    const town = towns[units.length % towns.length]!
    units.push({ name, uscc, town, industry, address: `${town}江东${units.length + 1}号` })
  }
  return units
}

/** A batch at a time, so that a book of any length is written with flat memory. */
export const inBatches = function* <Item>(items: Iterable<Item>, size = 1_000): Generator<Item[]> {
  let batch: Item[] = []
  for (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}

const layout: SheetLayout = {
  name: '监管对象',
  columns: [6, 32, 22, 16, 12, 30].map((width) => ({ width, as: 'text' as const })),
  titles: ['钱塘区安全生产监管对象台账', '填报单位：钱塘区应急管理局'],
  heads: [['序号', '企业名称', '统一社会信用代码', '所属镇街', '国民经济行业代码', '详细地址']],
}

/** Writes the register of the units as a bureau keeps it. */
export const writeUnitRegister = async (path: string, units: readonly BureauUnit[]): Promise<void> => {
  if (units.length > rowsASheet(layout)) throw new RangeError('more units than one sheet takes')
  const rows = units.map(({ name, uscc, town, industry, address }, at): readonly Written[] => [
    String(at + 1),
    name,
    uscc,
    town,
    industry,
    address,
  ])
  await writeBook(path, { format: 'xlsx', sheets: [{ layout, rows: inBatches(rows) }] })
}
