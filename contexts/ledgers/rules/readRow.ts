import { isReturnHeading, isSerialHeading } from './headings.ts'
import type { Cell, Cells } from './sniff.ts'

/** Why a row below the head is no record. */
export type Skipped = 'total' | 'note' | 'head' | 'empty'

export type ReadRow =
  | { readonly kind: 'record'; readonly values: Readonly<Record<string, Cell>> }
  | { readonly kind: 'skipped'; readonly why: Skipped }

/** The columns of a sheet, as far as reading its rows needs them. */
export type Layout = {
  /** In the order of their keys, so that the values of a row are told in one order; `parts`: what a repetition of the head holds there. */
  readonly taken: readonly { readonly place: number; readonly key: string; readonly parts: ReadonlySet<string> }[]
  /** Columns that are read as nothing: the number of the row, what the product added. */
  readonly idle: ReadonlySet<number>
}

const blanks = /\s+/g

const partsOf = (heading: string): ReadonlySet<string> => {
  const whole = heading.replaceAll(blanks, '')
  return new Set([whole, ...whole.split('/')])
}

export const layoutOf = (
  columns: readonly { readonly place: number; readonly heading: string; readonly key: string | null }[],
): Layout => ({
  taken: columns
    .flatMap(({ place, key, heading }) => (key === null ? [] : [{ place, key, parts: partsOf(heading) }]))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
  idle: new Set(
    columns.filter(({ key, heading }) => key === null && (isSerialHeading(heading) || isReturnHeading(heading))).map(({ place }) => place),
  ),
})

const total = /^(?:合计|总计|小计|共计|累计|本页合计|本页小计|total|subtotal|sum)(?![a-z])/i
const note =
  /^(?:注|备注|说明|填表说明|填报说明|填报单位|填报人|填表人|制表人|制表|审核人|审核|审批|复核|负责人签字|单位负责人|主管领导|联系人|联系电话|填报日期|填报时间|制表日期|note)(?:[0-9一二三]?\s*[:：、.]|$)/i

/** Whether a row repeats the head, as printed ledgers do on each page. */
const repeats = ({ taken }: Layout, cells: Cells): boolean => {
  let same = 0
  for (const { place, parts } of taken) {
    const cell = cells[place]
    if (!cell || cell.text === '') continue
    if (!parts.has(cell.text.replaceAll(blanks, ''))) return false
    same += 1
  }
  return same >= 2
}

/**
 * What a row below the head is. A row is passed over only where it is plainly no record; one that could be a record with faults
 * is read as one, so that it comes back and is not lost.
 */
export const readRow = (layout: Layout, cells: Cells): ReadRow => {
  const texts: string[] = []
  let first = ''
  for (const [place, cell] of cells.entries()) {
    if (!cell || cell.text === '') continue
    if (first === '') first = cell.text
    if (!layout.idle.has(place)) texts.push(cell.text)
  }
  const values: Record<string, Cell> = {}
  let found = 0
  for (const { place, key } of layout.taken) {
    const cell = cells[place]
    if (!cell || cell.text === '') continue
    values[key] = cell
    found += 1
  }
  const why = noRecord(layout, cells, { first: first.replaceAll(blanks, ''), texts, found })
  return why === null ? { kind: 'record', values } : { kind: 'skipped', why }
}

type Looks = { readonly first: string; readonly texts: readonly string[]; readonly found: number }

/** Rows of ledgers have many columns; totals, notes and empty rows few that differ. */
const mostOfNote = 6

const noRecord = (layout: Layout, cells: Cells, { first, texts, found }: Looks): Skipped | null => {
  // "合计" stands in the column of numbers too.
  if (first.length <= 12 && total.test(first)) return 'total'
  if (texts.length === 0 && /^\d*$/.test(first)) return 'empty'
  if (repeats(layout, cells)) return 'head'
  const different = new Set(texts).size
  if (different <= mostOfNote && note.test(first)) return 'note'
  // A note merged over the columns holds one text in each of them; one that is not merged stands alone.
  if (different === 1 && texts.length >= 3) return 'note'
  // Values only where nothing is read: a remark beside the table.
  return found === 0 ? 'note' : null
}
