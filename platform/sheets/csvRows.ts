import { batchRows, type SheetLimits } from './limits.ts'
import { fault } from './refusals.ts'
import { unguarded } from './csvGuard.ts'
import type { Cell, SheetRow } from './sheet.ts'

export type Separator = ',' | ';' | '\t'

/** Which separator parts the first lines: the one that parts most lines of the beginning into the same number of fields. */
export const tellSeparator = (beginning: string): Separator => {
  const bare = beginning.replace(/"(?:[^"]|"")*"/g, '')
  const declared = /^sep=([,;\t])/.exec(bare)
  if (declared !== null) return declared[1] as Separator
  const lines = bare
    .split(/\r\n|\n|\r/)
    .slice(0, 50)
    .filter((line) => line.trim() !== '')
  let best: Separator = ','
  let bestScore = 0
  for (const separator of [',', '\t', ';'] as const) {
    const counts = new Map<number, number>()
    for (const line of lines) {
      const count = line.split(separator).length - 1
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1)
    }
    const score = Math.max(0, ...counts.values())
    if (score > bestScore) {
      best = separator
      bestScore = score
    }
  }
  return best
}

const quote = 34
const lineFeed = 10
const carriageReturn = 13

/** Reads the rows of a .csv in batches (RFC 4180, with any line's end); see `Book.rows`. */
export const readCsvRows = async function* (
  texts: AsyncIterable<string>,
  separator: Separator,
  after: number,
  sheet: string,
  limits: SheetLimits,
): AsyncGenerator<readonly SheetRow[]> {
  const mark = separator.charCodeAt(0)
  const batch: SheetRow[] = []
  let row = 1
  let cells: (Cell | null)[] = []
  let some = false
  let rest = ''
  let from = 0

  const endField = (text: string): void => {
    const shown = unguarded(text)
    if (shown === '') {
      if (cells.length < limits.columns) cells.push(null)
      return
    }
    if (cells.length >= limits.columns) throw fault('SHEET_TOO_WIDE', { sheet, row, limit: limits.columns })
    if (shown.length > limits.cellUnits) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
    cells.push({ text: shown })
    some = true
  }
  const endRow = (): void => {
    if (some) {
      if (row > limits.rows) throw fault('SHEET_TOO_MANY_ROWS', { sheet, limit: limits.rows })
      while (cells.at(-1) === null) cells.pop()
      if (row > after) batch.push({ row, cells })
    }
    row += 1
    cells = []
    some = false
  }

  /** Eats whole fields; a field that has not ended is seen again with what comes. */
  const eat = (data: string, last: boolean): void => {
    let at = from
    const length = data.length
    while (at < length) {
      if (data.charCodeAt(at) === quote) {
        let end = at
        let doubled = false
        for (;;) {
          end = data.indexOf('"', end + 1)
          if (end < 0 || (end + 1 >= length && !last)) {
            if (last) throw fault('SHEET_QUOTE_OPEN', { row })
            if (length - at > limits.cellUnits * 3) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
            from = at
            return
          }
          if (data.charCodeAt(end + 1) !== quote) break
          doubled = true
          end += 1
        }
        // What stands between the closing quote and the separator belongs to the field, as spreadsheet programs read it.
        let stop = end + 1
        while (
          stop < length &&
          data.charCodeAt(stop) !== mark &&
          data.charCodeAt(stop) !== lineFeed &&
          data.charCodeAt(stop) !== carriageReturn
        )
          stop += 1
        if (!last && stop + 1 >= length) {
          if (length - at > limits.cellUnits * 3) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
          from = at
          return
        }
        const inner = data.slice(at + 1, end)
        endField((doubled ? inner.replaceAll('""', '"') : inner) + data.slice(end + 1, stop))
        at = stop
      } else {
        let stop = at
        let code = 0
        while (stop < length) {
          code = data.charCodeAt(stop)
          if (code === mark || code === lineFeed || code === carriageReturn) break
          stop += 1
        }
        if (!last && stop + 1 >= length) {
          if (length - at > limits.cellUnits * 3) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
          from = at
          return
        }
        endField(stop === at ? '' : data.slice(at, stop))
        at = stop
      }
      const code = data.charCodeAt(at)
      if (code === carriageReturn) {
        endRow()
        at += data.charCodeAt(at + 1) === lineFeed ? 2 : 1
      } else if (code === lineFeed) {
        endRow()
        at += 1
      } else at += 1
    }
    from = length
  }

  let first = true
  for await (const text of texts) {
    let data = rest === '' ? text : rest.slice(from) + text
    if (first && data.length > 0) {
      first = false
      if (data.startsWith('\ufeff')) data = data.slice(1)
      const declared = /^sep=[,;\t]\r?\n/.exec(data)
      if (declared !== null) {
        data = data.slice(declared[0].length)
        row = 2
      }
    }
    from = 0
    eat(data, false)
    rest = from === data.length ? '' : data
    while (batch.length >= batchRows) yield batch.splice(0, batchRows)
  }
  const data = rest.slice(from)
  from = 0
  eat(data, true)
  endRow()
  if (batch.length > 0) yield batch
}
