/** What a table file may be at most; beyond it a file is refused by a code. Tests make them small. */
export type SheetLimits = {
  /** Bytes of one part of the zip when inflated. A full sheet of a million rows and twenty columns has about 1.3 GB. */
  readonly partBytes: number
  /** Bytes of all parts of XML together, so that entries which lie over one another cannot multiply. */
  readonly allBytes: number
  /** Bytes of the parts that are read whole: workbook, relations, styles. */
  readonly wholePartBytes: number
  /** Inflated bytes to packed bytes; a sheet of equal rows reaches about 100, a bomb 1,000. */
  readonly ratio: number
  /** Inflated bytes below which the ratio is not asked: small and empty parts pack well. */
  readonly ratioFromBytes: number
  readonly entries: number
  readonly sheets: number
  readonly rows: number
  readonly columns: number
  /** UTF-16 units of a cell, as of Excel. */
  readonly cellUnits: number
  readonly merges: number
  /** UTF-16 units of the shared texts of a workbook. */
  readonly textUnits: number
  /** How many of those units stay in memory; the rest lies in a nameless file on the disk. */
  readonly textUnitsInMemory: number
  readonly texts: number
}

export const sheetLimits: SheetLimits = {
  partBytes: 2 * 1024 ** 3,
  allBytes: 4 * 1024 ** 3,
  wholePartBytes: 32 * 1024 ** 2,
  ratio: 250,
  ratioFromBytes: 32 * 1024 ** 2,
  entries: 20_000,
  sheets: 255,
  rows: 1_048_576,
  columns: 256,
  cellUnits: 32_767,
  merges: 100_000,
  textUnits: 512 * 1024 ** 2,
  textUnitsInMemory: 16 * 1024 ** 2,
  texts: 16_000_000,
}

/** Rows of a batch. */
export const batchRows = 1_000
