import { faultyHeading, isReturnHeading, reasonHeading } from './headings.ts'
import type { Row } from './sniff.ts'

/** A column of a file that goes back, as it looks. */
export type ReturnColumn = {
  readonly place: number
  readonly heading: string
  readonly key: string | null
  readonly width: number
  readonly as: 'text' | 'number' | 'day'
}

type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

export type ReturnedHead = {
  readonly columns: readonly { readonly width: number; readonly as: 'text' | 'number' | 'day' }[]
  readonly heads: readonly (readonly (string | null)[])[]
  readonly merges: readonly Merge[]
}

/** The columns that stay: reasons of an earlier sending go. */
const staying = (columns: readonly ReturnColumn[]): readonly ReturnColumn[] => columns.filter(({ heading }) => !isReturnHeading(heading))

/** Cells that hold one text side by side, or in the head one below the other, were one merged cell, and are one again. */
const merged = (grid: readonly (readonly (string | null)[])[], mayFall: (row: number) => boolean) => {
  const width = Math.max(0, ...grid.map((row) => row.length))
  const cells = grid.map((row) => Array.from({ length: width }, (_none, place) => row[place] ?? null))
  const covered = new Set<string>()
  const merges: Merge[] = []
  for (const [top, row] of cells.entries())
    for (let left = 0; left < width; left += 1) {
      const text = row[left] ?? null
      if (text === null || covered.has(`${top}:${left}`)) continue
      const free = (line: number, place: number): boolean => cells[line]?.[place] === text && !covered.has(`${line}:${place}`)
      let right = left
      while (right + 1 < width && free(top, right + 1)) right += 1
      let bottom = top
      while (
        mayFall(bottom + 1) &&
        mayFall(top) &&
        Array.from({ length: right - left + 1 }, (_none, place) => left + place).every((place) => free(bottom + 1, place))
      )
        bottom += 1
      if (right === left && bottom === top) continue
      merges.push({ top, bottom, left, right })
      for (let line = top; line <= bottom; line += 1) for (let place = left; place <= right; place += 1) covered.add(`${line}:${place}`)
    }
  const heads = cells.map((row, line) =>
    row.map((text, place) =>
      covered.has(`${line}:${place}`) && !merges.some(({ top, left }) => top === line && left === place) ? null : text,
    ),
  )
  return { heads, merges }
}

/** What stands above the rows: titles and head as they were sent, and two columns more. */
export const returnedHead = (above: readonly Row[], headRows: readonly number[], columns: readonly ReturnColumn[]): ReturnedHead => {
  const stay = staying(columns)
  const grid = above.map(({ cells }) => stay.map(({ place }) => cells[place]?.text ?? null))
  const { heads, merges } = merged(grid, (line) => headRows.includes(above[line]?.row ?? 0))
  const first = above.findIndex(({ row }) => headRows.includes(row))
  const last = above.length - 1
  const added = heads.map((row, line) => [...row, ...(line === first ? [reasonHeading, faultyHeading] : [null, null])])
  const own = [stay.length, stay.length + 1].map((place) => ({ top: first, bottom: last, left: place, right: place }))
  return {
    columns: [...stay.map(({ width, as }) => ({ width, as })), { width: 60, as: 'text' }, { width: 24, as: 'text' }],
    heads: added,
    merges: first >= 0 && last > first ? [...merges, ...own] : merges,
  }
}

const day = (serial: number): string => {
  const date = Temporal.PlainDate.from('1899-12-30').add({ days: Math.floor(serial) })
  const minutes = Math.round((serial - Math.floor(serial)) * 1440)
  return minutes === 0
    ? date.toString()
    : `${date.toString()} ${Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 }).toString({ smallestUnit: 'minute' })}`
}

/** A row as it stood, with why it came back and which of its columns are at fault. */
export const returnedRow = (
  row: Row,
  columns: readonly ReturnColumn[],
  faults: readonly { readonly column: string | null; readonly sentence: { readonly zh: string; readonly en: string } }[],
  language: 'zh' | 'en',
): readonly (string | number | null)[] => {
  const values = staying(columns).map(({ place, as }) => {
    const cell = row.cells[place]
    if (!cell) return null
    if (cell.serial !== undefined) return day(cell.serial)
    return as === 'number' && /^-?\d{1,15}(?:\.\d+)?$/.test(cell.text) ? Number(cell.text) : cell.text
  })
  const sentences = [...new Set(faults.map(({ sentence }) => sentence[language]))]
  const headings = new Set(
    faults.flatMap(({ column }) => (column === null ? [] : columns.filter(({ key }) => key === column).map(({ heading }) => heading))),
  )
  return [...values, sentences.join(language === 'zh' ? '；' : '; '), [...headings].join('、') || null]
}
