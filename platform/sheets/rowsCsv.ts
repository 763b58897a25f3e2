import { guarded } from './csvGuard.ts'
import { encoded } from './gb18030.ts'
import type { SheetLayout } from './layout.ts'
import type { Encoding, Written } from './sheet.ts'

const field = (value: Written): string => {
  if (value === null) return ''
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new RangeError('a cell holds a finite number')
    return String(value)
  }
  // NUL would make the file look like a program.
  const text = guarded(value.includes('\0') ? value.replaceAll('\0', '') : value)
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const line = (columns: number, values: readonly Written[]): string => {
  let text = ''
  for (let column = 0; column < columns; column += 1) text += (column === 0 ? '' : ',') + field(values[column] ?? null)
  return `${text}\r\n`
}

/** What stands before the rows of a .csv: in UTF-8 its mark, by which Excel knows it, and the heads with merged headings in each of their cells. */
export const csvHead = (layout: SheetLayout, encoding: Encoding): Buffer => {
  const heads = layout.heads.map((head) => [...head])
  for (const { top, bottom, left, right } of layout.merges ?? []) {
    const heading = heads[top]?.[left] ?? null
    for (const row of heads.slice(top, bottom + 1)) for (let column = left; column <= right; column += 1) row[column] = heading
  }
  const text = heads.map((head) => line(layout.columns.length, head)).join('')
  return encoded(encoding === 'utf-8' ? `\ufeff${text}` : text, encoding)
}

/** Rows of values as a fragment of a .csv: the head and fragments one after another are the file. No text is taken for a formula. */
export const rowsCsv = (layout: SheetLayout, rows: readonly (readonly Written[])[], encoding: Encoding): Buffer =>
  encoded(rows.map((values) => line(layout.columns.length, values)).join(''), encoding)
