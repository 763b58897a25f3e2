import { isReturnHeading, isSerialHeading } from './headings.ts'
import type { Cell, Cells } from './sniff.ts'

/** Why a row below the head is no record. */
export type Skipped = 'total' | 'note' | 'head' | 'empty'

export type ReadRow =
  | { readonly kind: 'record'; readonly values: Readonly<Record<string, Cell>> }
  | { readonly kind: 'skipped'; readonly why: Skipped }

/** The columns of a sheet, as far as reading its rows needs them. */
export type Layout = {
  readonly taken: readonly { readonly place: number; readonly key: string; readonly heading: string }[]
  /** Columns that are read as nothing: the number of the row, what the product added. */
  readonly idle: ReadonlySet<number>
  readonly headings: readonly string[]
}

export const layoutOf = (
  columns: readonly { readonly place: number; readonly heading: string; readonly key: string | null }[],
): Layout => ({
  taken: columns.flatMap(({ place, key, heading }) => (key === null ? [] : [{ place, key, heading }])),
  idle: new Set(
    columns.filter(({ key, heading }) => key === null && (isSerialHeading(heading) || isReturnHeading(heading))).map(({ place }) => place),
  ),
  headings: columns.map(({ heading }) => heading),
})

const total = /^(?:合计|总计|小计|共计|累计|本页合计|本页小计|total|subtotal|sum)(?![a-z])/i
const note =
  /^(?:注|备注|说明|填表说明|填报说明|填报单位|填报人|填表人|制表人|制表|审核人|审核|审批|复核|负责人签字|单位负责人|主管领导|联系人|联系电话|填报日期|填报时间|制表日期|note)(?:[0-9一二三]?\s*[:：、.]|$)/i

const blanks = /\s+/g

/** Whether a row repeats the head, as printed ledgers do on each page. */
const repeats = ({ taken }: Layout, cells: Cells): boolean => {
  let same = 0
  for (const { place, heading } of taken) {
    const text = cells[place]?.text.replaceAll(blanks, '') ?? ''
    if (text === '') continue
    const whole = heading.replaceAll(blanks, '')
    if (text !== whole && !whole.split('/').includes(text)) return false
    same += 1
  }
  return same >= 2
}

/**
 * What a row below the head is. A row is passed over only where it is plainly no record; one that could be a record with faults
 * is read as one, so that it comes back and is not lost.
 */
export const readRow = (layout: Layout, cells: Cells): ReadRow => {
  const values: Record<string, Cell> = {}
  let found = 0
  for (const { place, key } of layout.taken) {
    const cell = cells[place]
    if (!cell || cell.text.trim() === '') continue
    values[key] = cell
    found += 1
  }
  const texts = cells.flatMap((cell, place) => (cell && cell.text.trim() !== '' && !layout.idle.has(place) ? [cell.text.trim()] : []))
  // "合计" stands in the column of numbers too.
  const first = cells.find((cell) => cell && cell.text.trim() !== '')?.text.replaceAll(blanks, '') ?? ''
  if (total.test(first) && first.length <= 12) return { kind: 'skipped', why: 'total' }
  if (note.test(first) && new Set(texts).size <= 6) return { kind: 'skipped', why: 'note' }
  if (texts.length === 0) return { kind: 'skipped', why: /^\d*$/.test(first) ? 'empty' : 'note' }
  const alone = new Set(texts).size === 1
  // A note merged over the columns holds one text in each of them; one that is not merged stands alone.
  if (alone && texts.length >= 3) return { kind: 'skipped', why: 'note' }
  if (repeats(layout, cells)) return { kind: 'skipped', why: 'head' }
  // Values only where nothing is read: a remark beside the table.
  if (found === 0) return { kind: 'skipped', why: 'note' }
  return { kind: 'record', values }
}
