import type { LawRow } from '../../../kernel/law.ts'

/** A row as the law table holds it: a revision stays for ever, the next one takes its place. */
export type HeldRow = LawRow & { readonly revision: number; readonly retired: boolean }

/** What the program's rows change in the law table. */
export type Revision = {
  readonly added: readonly LawRow[]
  /** The limit itself changed: value, clause, edition, range or confidence. Whoever vouched for the former did not vouch for this. */
  readonly revised: readonly LawRow[]
  /** The limit stands; only its words or the places that use it changed. */
  readonly reworded: readonly LawRow[]
  /** Keys that the program no longer has. */
  readonly retired: readonly string[]
}

const substance = ({ standard, edition, clause, inForceFrom, inForceTo, confidence, value, unit, tighten, strictest }: LawRow): string =>
  JSON.stringify([standard, edition, clause, inForceFrom, inForceTo, confidence, value, unit, tighten, strictest ?? null])

const wording = ({ zh, en, usedIn }: LawRow): string => JSON.stringify([zh, en, usedIn])

/** What must be written so that the table says what the program's rows say. A row that comes back is a new revision. */
export const revisionBetween = (held: readonly HeldRow[], rows: readonly LawRow[]): Revision => {
  const heldByKey = new Map(held.map((row) => [row.key, row]))
  const keys = new Set(rows.map(({ key }) => key))
  const known = rows.flatMap((row) => {
    const before = heldByKey.get(row.key)
    return before ? [{ row, before, same: !before.retired && substance(before) === substance(row) }] : []
  })
  return {
    added: rows.filter(({ key }) => !heldByKey.has(key)),
    revised: known.filter(({ same }) => !same).map(({ row }) => row),
    reworded: known.filter(({ row, before, same }) => same && wording(before) !== wording(row)).map(({ row }) => row),
    retired: held.filter(({ key, retired }) => !retired && !keys.has(key)).map(({ key }) => key),
  }
}

/** What is wrong with the rows as the program has them; each is a bug and stops the start. */
export const rowFaults = (rows: readonly LawRow[]): readonly string[] => {
  const seen = new Set<string>()
  return rows.flatMap((row) => {
    const { key, standard, edition, clause, inForceFrom, inForceTo, value, strictest, tighten, zh, en } = row
    const faults: string[] = []
    if (seen.has(key)) faults.push(`${key} stands twice`)
    seen.add(key)
    if (!/^[a-z][A-Za-z0-9]*(\.[A-Za-z0-9]+)+$/.test(key)) faults.push(`${key} is no key: room, then what is limited, with dots between`)
    if ([standard, edition, clause, zh, en].some((text) => text.trim() === ''))
      faults.push(`${key} lacks its standard, edition, clause or a sentence`)
    if (inForceTo !== null && inForceTo <= inForceFrom) faults.push(`${key} ends before it begins`)
    if (typeof value === 'number' && !Number.isFinite(value)) faults.push(`${key} has no finite value`)
    if (typeof value === 'string' && tighten !== 'never') faults.push(`${key} is a text, of which none is stricter than another`)
    if (
      strictest !== undefined &&
      (typeof value !== 'number' || tighten === 'never' || (tighten === 'lower' ? strictest > value : strictest < value))
    )
      faults.push(`${key} names a strictest value that is looser than its own`)
    return faults
  })
}
