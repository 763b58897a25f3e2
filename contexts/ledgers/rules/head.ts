import { isReturnHeading, plainHeading } from './headings.ts'
import { looksLikeData, type Row } from './sniff.ts'

/** One to three rows that head a sheet, and the headings they make for each column from the first on. */
export type Head = { readonly rows: readonly number[]; readonly headings: readonly string[] }

/** Heads stand within so many rows that have any value. */
const lookedAt = 30

const textAt = (row: Row, place: number): string => row.cells[place]?.text.trim() ?? ''

/**
 * The headings that rows make together. In the upper rows of a file without merged cells a group is named over its first column
 * alone, so an empty cell takes the name at its left where there is something below it. Equal parts count once.
 */
export const headingsOf = (rows: readonly Row[]): readonly string[] => {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const last = rows.length - 1
  const parts = rows.map((row, level) => {
    let group = ''
    return Array.from({ length: width }, (_none, place) => {
      const text = textAt(row, place)
      if (level === last) return text
      if (text !== '') {
        group = text
        return text
      }
      const below = rows.slice(level + 1).some((lower) => textAt(lower, place) !== '')
      return below ? group : ''
    })
  })
  return Array.from({ length: width }, (_none, place) => {
    const joined: string[] = []
    for (const level of parts) {
      const part = (level[place] ?? '').replaceAll(/\s+/g, ' ').trim()
      if (part !== '' && joined.at(-1) !== part) joined.push(part)
    }
    return joined.join('/')
  })
}

const distinct = (row: Row): number =>
  new Set(row.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text.trim()] : []))).size

/** A row of which a part is a heading, not a title over all columns and not a row of data. */
const mayHead = (row: Row): boolean => {
  const texts = row.cells.flatMap((cell) => (cell && cell.text.trim() !== '' ? [cell.text.trim()] : []))
  return distinct(row) >= 2 && texts.filter(looksLikeData).length * 3 <= texts.length
}

/** An upper row names groups: one name stands over several columns that differ below. */
const groups = (upper: Row, lower: Row): boolean => {
  const width = Math.max(upper.cells.length, lower.cells.length)
  let name = ''
  for (let place = 0; place < width; place += 1) {
    const above = textAt(upper, place)
    const below = textAt(lower, place)
    const before = textAt(lower, place - 1)
    if (place > 0 && (above === name || above === '') && name !== '' && below !== '' && before !== '' && below !== before) return true
    if (above !== '') name = above
  }
  return false
}

/** Every head that the first rows of a sheet may have, the upper ones first. */
export const headsIn = (rows: readonly Row[]): readonly Head[] => {
  const looked = rows.slice(0, lookedAt)
  const heads: Head[] = []
  for (const [place, row] of looked.entries()) {
    if (!mayHead(row)) continue
    const stack = [row]
    heads.push({ rows: [row.row], headings: headingsOf(stack) })
    for (const next of looked.slice(place + 1, place + 3)) {
      const above = stack.at(-1)!
      if (next.row !== above.row + 1 || distinct(next) < 2 || !groups(above, next)) break
      stack.push(next)
      heads.push({ rows: stack.map((one) => one.row), headings: headingsOf(stack) })
    }
  }
  return heads
}

/** By what a head is known again: its headings as they are compared, without columns that the product added. */
export const signatureOf = (headings: readonly string[]): string =>
  headings
    .filter((heading) => !isReturnHeading(heading))
    .map(plainHeading)
    .join('|')
    .replace(/\|+$/, '')
