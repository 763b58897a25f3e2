/** How surely a row is known: from the official text (high), from good sources (medium), or only as a default (low). */
export type Confidence = 'high' | 'medium' | 'low'

/** Which way an enterprise may move a limit: only ever towards more safety. */
export type Tighten = 'lower' | 'higher' | 'never'

/**
 * One limit taken from a law or a standard. Rows live beside the rules that use them, are collected into
 * the law table at the start, and reach rules as facts, so that an enterprise's tightened value counts.
 */
export type LawRow<Value extends number | string | boolean = number | string | boolean> = {
  /** Room and limit, e.g. `identity.lockout.failures`. */
  readonly key: string
  readonly standard: string
  readonly edition: string
  readonly clause: string
  readonly inForceFrom: string
  /** Exclusive; null while in force. */
  readonly inForceTo: string | null
  readonly confidence: Confidence
  readonly value: Value
  /** UCUM-like unit, e.g. `min`, `h`, `d`, `m`, `%vol`; empty for a count or a yes. */
  readonly unit: string
  readonly tighten: Tighten
  /**
   * The strictest value that people can live with: a session that ends after 0 minutes would lock out also the one who
   * could change it. Absent where any value works.
   */
  readonly strictest?: number
  readonly zh: string
  readonly en: string
  /** The actions or rules that read the row, so that the page can say where it is used. */
  readonly usedIn: readonly string[]
}

/** What an enterprise tightened, by key of the row. */
export type Tightened = ReadonlyMap<string, number | string | boolean>

/** Nothing tightened: the rows as they stand. */
export const asWritten: Tightened = new Map()

type Movable = Pick<LawRow, 'value' | 'tighten' | 'strictest'>

/** Whether a value is no stricter than people can live with. */
export const withinUse = ({ tighten, strictest }: Movable, value: number | string | boolean): boolean =>
  strictest === undefined || typeof value !== 'number' || (tighten === 'lower' ? value >= strictest : value <= strictest)

/** Whether a value is at least as strict as the row, and no stricter than works, so that an enterprise may set it. */
export const tightens = (row: Movable, value: number | string | boolean): boolean => {
  if (typeof value !== typeof row.value || !withinUse(row, value)) return false
  if (row.tighten === 'never') return value === row.value
  if (typeof value === 'boolean') return value || !row.value
  return row.tighten === 'lower' ? value <= row.value : value >= row.value
}

/** The value in force: the tightened one where it is stricter, else the row's own. */
export const limitOf = <Value extends number | string | boolean>(row: LawRow<Value>, tightened: Tightened): Value => {
  const value = tightened.get(row.key)
  return value !== undefined && tightens(row, value) ? (value as Value) : row.value
}
