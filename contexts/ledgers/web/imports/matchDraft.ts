import type { MatchingInput, SheetView } from '../../contract/importShapes.ts'

/** A sheet as a person wants it read. */
export type WantedSheet = MatchingInput['sheets'][number]

/** A sheet as it is matched at present. */
export const wantedOf = ({ index, taken, headRows, columns }: SheetView): WantedSheet => ({
  index,
  taken,
  headRows: [...headRows],
  columns: columns.map(({ place, key }) => ({ place, key })),
})

/** A column is read as `key`, which leaves the column where it stood; null: it is not taken. */
export const withKey = (sheet: WantedSheet, place: number, key: string | null): WantedSheet => ({
  ...sheet,
  columns: sheet.columns.map((column) =>
    column.place === place ? { place, key } : column.key === key && key !== null ? { place: column.place, key: null } : column,
  ),
})

/** Another head: what its columns are is proposed anew. */
export const withHead = (sheet: WantedSheet, headRows: readonly number[]): WantedSheet => ({
  ...sheet,
  taken: true,
  headRows: [...headRows],
  columns: [],
})

const mostHeadRows = 3

/** The head after a press on a row: beside the head it grows, at its ends it shrinks, elsewhere it moves there. */
export const toggledHead = (headRows: readonly number[], row: number): readonly number[] => {
  const sorted = headRows.toSorted((one, other) => one - other)
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return [row]
  if (row === first || row === last) return sorted.length === 1 ? sorted : sorted.filter((each) => each !== row)
  if (sorted.length < mostHeadRows && (row === first - 1 || row === last + 1)) return [...sorted, row].toSorted((one, other) => one - other)
  return [row]
}

/** How many rows a head may have that begins at `first`, of the rows that are there. */
export const headLengths = (rows: readonly number[], first: number): readonly number[] =>
  Array.from({ length: mostHeadRows }, (_, more) => more + 1).filter((length) =>
    Array.from({ length }, (_, more) => first + more).every((row) => rows.includes(row)),
  )

/** The other sheets that are taken, have the same heading unmatched and lack the column: there it is meant too. */
export const alsoNamed = (sheets: readonly SheetView[], except: number, heading: string, key: string): readonly WantedSheet[] =>
  sheets.flatMap((sheet) => {
    if (sheet.index === except || !sheet.taken || sheet.columns.some((column) => column.key === key)) return []
    const same = sheet.columns.filter((column) => column.heading === heading && column.key === null)
    return same.length === 1 ? [withKey(wantedOf(sheet), same[0]!.place, key)] : []
  })

/** The letters of a column as spreadsheets name it: A, B … Z, AA. */
export const lettersOf = (place: number): string =>
  place < 26 ? String.fromCodePoint(65 + place) : lettersOf(Math.floor(place / 26) - 1) + lettersOf(place % 26)
