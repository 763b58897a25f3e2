import { batchRows, type SheetLimits } from './limits.ts'
import { columnOf, fillMerges, type Merge } from './merges.ts'
import { plain, plainNumber, serialOf, serialOfIso, shownDate, type NumberLook } from './numbers.ts'
import { fault } from './refusals.ts'
import { escapedUnits, unescaped, type SharedTexts } from './sharedTexts.ts'
import type { Cell, SheetRow } from './sheet.ts'
import type { Workbook } from './workbook.ts'
import { attributeOf, readXml } from './xml.ts'
import { textsOf, type Parts } from './zip.ts'

export type SheetSource = {
  readonly parts: Parts
  readonly part: string
  readonly sheet: string
  readonly workbook: Workbook
  readonly texts: SharedTexts
  readonly merges: readonly Merge[]
  readonly limits: SheetLimits
}

/** A number as its style shows it. */
const numberCell = (value: string, look: NumberLook, from1904: boolean): Cell => {
  const text = plainNumber(value)
  if (text === null) return { text: value }
  switch (look.as) {
    case 'plain':
      return { text }
    case 'padded':
      return { text: /^\d+$/.test(text) ? text.padStart(look.digits, '0') : text }
    case 'percent':
      return { text: `${(Number(text) * 100).toFixed(look.decimals)}%` }
    case 'date': {
      const serial = serialOf(Number(text), from1904)
      const shown = shownDate(serial, look.tokens, look.clock12)
      return shown === null || shown === '' ? { text } : { text: shown, serial }
    }
  }
}

/** Reads the rows of a sheet in batches; see `Book.rows`. Ends with a SheetFault where the part cannot be read. */
export const readSheetRows = async function* (source: SheetSource, after: number): AsyncGenerator<readonly SheetRow[]> {
  const { part, sheet, workbook, texts, limits } = source
  const damaged = (problem: string) => fault('SHEET_FILE_DAMAGED', { part, problem })
  const fill = fillMerges(source.merges)
  const batch: SheetRow[] = []
  let row = 0
  let cells: (Cell | null)[] = []
  let column = -1
  let type = ''
  let look: NumberLook = plain
  let value = ''
  let inData = false
  let inCell = false
  let inValue = false
  let aids = 0

  const cellOf = (): Cell | null => {
    switch (type) {
      case 's': {
        const cell = /^\d{1,9}$/.test(value) ? texts.at(Number(value)) : undefined
        if (cell === undefined) throw damaged('shared text')
        return cell
      }
      case 'b':
        return value === '' ? null : { text: value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE' }
      case 'inlineStr':
      case 'str': {
        const text = unescaped(value).trim()
        return text === '' ? null : { text }
      }
      case 'e':
        return value === '' ? null : { text: value }
      case 'd': {
        const serial = serialOfIso(value)
        if (serial === null) return value.trim() === '' ? null : { text: value.trim() }
        return { text: look.as === 'date' ? (shownDate(serial, look.tokens, look.clock12) ?? value) : value, serial }
      }
      default: {
        const number = value.trim()
        return number === '' ? null : numberCell(number, look, workbook.from1904)
      }
    }
  }

  const endCell = (): void => {
    inCell = false
    const cell = value === '' ? null : cellOf()
    if (cell === null) return
    if (column >= limits.columns) throw fault('SHEET_TOO_WIDE', { sheet, row, limit: limits.columns })
    if (cell.text.length > limits.cellUnits) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
    while (cells.length < column) cells.push(null)
    cells[column] = cell
  }

  const reader = readXml(part, {
    open: (tag, attributes) => {
      if (!inData) {
        if (tag === 'sheetData') inData = true
        return
      }
      if (tag === 'c' && !inCell) {
        inCell = true
        const reference = attributeOf(attributes, 'r', part)
        if (reference === null) column += 1
        else {
          let letters = 0
          while (letters < reference.length && reference.charCodeAt(letters) > 57) letters += 1
          const at = columnOf(reference.slice(0, letters))
          if (letters === 0 || letters > 3 || at <= column) throw damaged('cell order')
          column = at
        }
        type = attributeOf(attributes, 't', part) ?? ''
        const style = attributeOf(attributes, 's', part)
        look = style === null ? plain : (workbook.looks[Number(style)] ?? plain)
        value = ''
      } else if (tag === 'row') {
        const number = attributeOf(attributes, 'r', part)
        const at = number === null ? row + 1 : Number(number)
        if (!Number.isInteger(at) || at <= row || inCell) throw damaged('row order')
        if (at > limits.rows) throw fault('SHEET_TOO_MANY_ROWS', { sheet, limit: limits.rows })
        row = at
        cells = []
        column = -1
      } else if (tag === 'v') inValue = inCell && type !== 'inlineStr'
      else if (tag === 't') inValue = inCell && type === 'inlineStr' && aids === 0
      else if (tag === 'rPh') aids += 1
    },
    close: (tag) => {
      if (!inData) return
      if (tag === 'c') endCell()
      else if (tag === 'v' || tag === 't') inValue = false
      else if (tag === 'row') {
        fill(row, cells)
        if (row > after && cells.some((cell) => cell !== null)) batch.push({ row, cells })
      } else if (tag === 'rPh') aids -= 1
      else if (tag === 'sheetData') inData = false
    },
    text: (piece) => {
      if (!inValue) return
      value = value === '' ? piece : value + piece
      if (value.length > limits.cellUnits * escapedUnits) throw fault('SHEET_CELL_TOO_LONG', { sheet, row, limit: limits.cellUnits })
    },
  })

  for await (const text of textsOf(source.parts.chunks(part, limits.partBytes))) {
    reader.feed(text)
    while (batch.length >= batchRows) yield batch.splice(0, batchRows)
  }
  reader.end()
  if (batch.length > 0) yield batch
}
