import type { SheetLimits } from './limits.ts'
import { fault } from './refusals.ts'
import type { Cell } from './sheet.ts'
import type { Parts } from './zip.ts'

/** A merged range; columns from 0, rows from 1, ends included. */
export type Merge = { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }

const pattern = /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\$?([A-Za-z]{1,3})\$?(\d{1,7}):\$?([A-Za-z]{1,3})\$?(\d{1,7})["']/g

/** Columns from 0. */
export const columnOf = (letters: string): number => {
  let column = 0
  for (let i = 0; i < letters.length; i += 1) column = column * 26 + ((letters.charCodeAt(i) | 32) - 96)
  return column - 1
}

/**
 * Finds the merged ranges of a sheet. They stand behind its rows, so the part is inflated once more for them, and only searched
 * for the word: 300 MB/s, where reading it is a tenth of that. Checks the checksum of the part before any row is handed out.
 */
export const readMerges = async (parts: Parts, part: string, sheet: string, limits: SheetLimits): Promise<readonly Merge[]> => {
  const merges: Merge[] = []
  const seen = new Set<string>()
  const keep = 200
  let tail = Buffer.alloc(0)
  for await (const chunk of parts.chunks(part, limits.partBytes)) {
    const head = tail.length === 0 ? chunk : Buffer.concat([tail, chunk.subarray(0, keep)])
    for (const piece of head === chunk ? [chunk] : [head, chunk]) {
      if (!piece.includes('mergeCell')) continue
      for (const found of piece.toString('latin1').matchAll(pattern)) {
        const [, left = '', top = '', right = '', bottom = ''] = found
        const name = `${left}${top}:${right}${bottom}`
        if (seen.has(name)) continue
        seen.add(name)
        if (seen.size > limits.merges) throw fault('SHEET_TOO_MANY_MERGES', { sheet, limit: limits.merges })
        const merge = {
          top: Number(top),
          bottom: Number(bottom),
          left: columnOf(left),
          right: Math.min(columnOf(right), limits.columns - 1),
        }
        if (merge.top >= 1 && merge.bottom >= merge.top && merge.right >= merge.left) merges.push(merge)
      }
    }
    tail = Buffer.from(chunk.subarray(Math.max(0, chunk.length - keep)))
  }
  return merges.sort((a, b) => a.top - b.top || a.left - b.left)
}

/**
 * Puts the value of a merged range into each of its cells, row by row from above. A range that overlaps one still open is no
 * spreadsheet's and is left alone, so that a row costs its columns and no more.
 */
export const fillMerges = (merges: readonly Merge[]) => {
  let next = 0
  let open: { readonly merge: Merge; value: Cell | null; started: boolean }[] = []
  return (row: number, cells: (Cell | null)[]): void => {
    if (open.length === 0 && (next >= merges.length || merges[next]!.top > row)) return
    open = open.filter(({ merge }) => merge.bottom >= row)
    while (next < merges.length && merges[next]!.top <= row) {
      const merge = merges[next]!
      next += 1
      if (merge.bottom < row || open.some(({ merge: other }) => merge.left <= other.right && merge.right >= other.left)) continue
      open.push({ merge, value: null, started: false })
    }
    for (const range of open) {
      const { top, left, right } = range.merge
      if (!range.started) {
        // Where the first row of the range is not in the file, it has no value.
        range.value = row === top ? (cells[left] ?? null) : null
        range.started = true
      }
      if (range.value === null) continue
      while (cells.length <= right) cells.push(null)
      for (let column = left; column <= right; column += 1) cells[column] = range.value
    }
  }
}
