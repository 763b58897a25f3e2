import { lettersOf, rowsAbove, rowsASheet, type SheetLayout } from './layout.ts'
import { serialOfDay } from './numbers.ts'
import type { Written } from './sheet.ts'

/** Stands in fragments where a further sheet begins. XML has no such sign, so no text can bring it. */
export const sheetBreak = '\f'

/** Numbers of the styles in `styles.xml`. */
export const styleOf = { text: 1, number: 2, day: 3, title: 4, head: 5 } as const

/** Units of a cell, as of every spreadsheet program; a longer text is cut. */
const longestText = 32_767

/** Signs that XML has otherwise or not at all, and what reads like an escape. `\p{Cc}`: control characters; `\p{Cs}`: half a pair. */
const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_x[0-9A-Fa-f]{4}_/u
const specials = new RegExp(special, 'gu')

const escapedSign = (sign: string): string => {
  switch (sign) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '"':
      return '&quot;'
    case '\n':
    case '\t':
      return sign
    case '\0':
      return ''
  }
  if (sign.startsWith('_x')) return `_x005F${sign}`
  const unit = sign.charCodeAt(0)
  if (unit >= 0x80 && unit < 0xa0) return sign
  return unit < 0x80 ? `_x${unit.toString(16).toUpperCase().padStart(4, '0')}_` : '\ufffd'
}

/** A text as XML has it; control characters as spreadsheet programs write them. */
export const escapedXml = (text: string): string => (special.test(text) ? text.replace(specials, escapedSign) : text)

const textCell = (reference: string, style: number, text: string): string => {
  const cut = text.length > longestText ? text.slice(0, longestText) : text
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedXml(cut)}</t></is></c>`
}

/** One row of a sheet; `styles` by column. */
export const rowXml = (
  row: number,
  values: readonly Written[],
  looks: readonly ('text' | 'number' | 'day' | 'title' | 'head')[],
  letters: readonly string[],
  height?: number,
): string => {
  let xml = height === undefined ? `<row r="${row}">` : `<row r="${row}" ht="${height}" customHeight="1">`
  for (let column = 0; column < looks.length; column += 1) {
    const value = values[column] ?? null
    const look = looks[column]!
    const reference = `${letters[column]!}${row}`
    if (value === null || value === '') {
      // A cell of a head without its own text carries the frame of its range.
      if (look === 'head' || look === 'title') xml += `<c r="${reference}" s="${styleOf[look]}"/>`
    } else if (typeof value === 'number') {
      if (!Number.isFinite(value)) throw new RangeError('a cell holds a finite number')
      xml +=
        look === 'text' ? textCell(reference, styleOf.text, String(value)) : `<c r="${reference}" s="${styleOf.number}"><v>${value}</v></c>`
    } else {
      const serial = look === 'day' ? serialOfDay(value) : null
      xml +=
        serial === null
          ? textCell(reference, styleOf[look === 'title' || look === 'head' ? look : 'text'], value)
          : `<c r="${reference}" s="${styleOf.day}"><v>${serial}</v></c>`
    }
  }
  return `${xml}</row>`
}

/**
 * Rows of values as a fragment of a sheet, to be kept on the disk and put together by `assembleBook`. `firstIndex`: how many rows
 * of values were written before, from 0; with it a part can be written again after a crash and is the same. Text columns take
 * texts alone; a day column takes `YYYY-MM-DD`, and whatever is none as text.
 */
export const rowsXml = (layout: SheetLayout, rows: readonly (readonly Written[])[], firstIndex: number): string => {
  const perSheet = rowsASheet(layout)
  const above = rowsAbove(layout)
  const looks = layout.columns.map((column) => column.as)
  const letters = layout.columns.map((_, column) => lettersOf(column))
  let xml = ''
  for (const [place, values] of rows.entries()) {
    const index = firstIndex + place
    if (index > 0 && index % perSheet === 0) xml += sheetBreak
    xml += rowXml(above + 1 + (index % perSheet), values, looks, letters)
  }
  return xml
}

/** What stands in a sheet before its rows: widths, the frozen head, titles and heads. */
export const sheetHead = (layout: SheetLayout, selected: boolean): string => {
  const above = rowsAbove(layout)
  const letters = layout.columns.map((_, column) => lettersOf(column))
  const titles = layout.titles ?? []
  const frozen =
    above === 0
      ? ''
      : `<pane ySplit="${above}" topLeftCell="A${above + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
  const columns = layout.columns
    .map(
      ({ width, as }, column) => `<col min="${column + 1}" max="${column + 1}" width="${width}" style="${styleOf[as]}" customWidth="1"/>`,
    )
    .join('')
  const upper = [
    ...titles.map((title, place) =>
      rowXml(
        place + 1,
        [title],
        layout.columns.map(() => 'title' as const),
        letters,
        32,
      ),
    ),
    ...layout.heads.map((head, place) =>
      rowXml(
        titles.length + place + 1,
        head,
        layout.columns.map(() => 'head' as const),
        letters,
      ),
    ),
  ].join('')
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"${selected ? ' tabSelected="1"' : ''}>${frozen}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="16"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>${upper}`
}

/** What stands in a sheet behind its rows: the merged ranges of titles and heads. */
export const sheetFoot = (layout: SheetLayout): string => {
  const titles = layout.titles ?? []
  const last = lettersOf(Math.max(0, layout.columns.length - 1))
  const ranges = [
    ...(layout.columns.length > 1 ? titles.map((_, place) => `A${place + 1}:${last}${place + 1}`) : []),
    ...(layout.merges ?? [])
      .filter(({ top, bottom, left, right }) => bottom > top || right > left)
      .map(
        ({ top, bottom, left, right }) => `${lettersOf(left)}${titles.length + top + 1}:${lettersOf(right)}${titles.length + bottom + 1}`,
      ),
  ]
  const merged =
    ranges.length === 0
      ? ''
      : `<mergeCells count="${ranges.length}">${ranges.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`
  return `</sheetData>${merged}<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape"/></worksheet>`
}
