import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { ImportRow, ImportView, PassView } from '../contract/importShapes.ts'
import { deedsIn } from '../rules/importState.ts'
import { sentBefore, type Import } from './importStore.ts'
import type { Counts, Pass } from './importTables.ts'
import type { LedgersNeeds } from './needs.ts'

/** One request carries so much at most: small enough to lose on a bad network, large enough for a fast one. */
export const chunkLimitBytes = 8 * 1024 ** 2

const none: Counts = { taken: 0, present: 0, refused: 0, skipped: 0 }

/** The counts of all sheets together, and how many rows they are. */
export const sumOf = (pass: Pass | null): Counts & { readonly rows: number } =>
  (pass?.sheets ?? []).reduce(
    (sum, sheet) => ({
      rows: sum.rows + sheet.rows,
      taken: sum.taken + sheet.taken,
      present: sum.present + sheet.present,
      refused: sum.refused + sheet.refused,
      skipped: sum.skipped + sheet.skipped,
    }),
    { ...none, rows: 0 },
  )

const passView = (pass: Pass | null): PassView | null =>
  pass && {
    startedAt: pass.startedAt,
    endedAt: pass.endedAt,
    ...sumOf(pass),
    sheets: [...pass.sheets],
    faults: pass.faults.toSorted((one, other) => other.rows - one.rows),
  }

type Names = {
  readonly people: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
  readonly kinds: ReadonlyMap<string, Sentence>
}

/** Names for a page of imports, by one question for each kind. */
export const namesFor = async (tx: Tx, needs: LedgersNeeds, imports: readonly Import[]): Promise<Names> => ({
  people: await needs.peopleNames(tx, [...new Set(imports.map(({ person_id }) => person_id))]),
  organisations: await needs.organisationNames(tx, [...new Set(imports.map(({ organisation_id }) => organisation_id))]),
  kinds: new Map(needs.kinds().map(({ kind, title }) => [kind, title])),
})

const isMine = (tx: Tx, one: Import): boolean => tx.actor.kind === 'person' && tx.actor.personId === one.person_id

/** An import as a list shows it. */
export const rowOf = (tx: Tx, one: Import, names: Names): ImportRow => {
  const { rows, ...counts } = sumOf(one.took ?? one.checked)
  return {
    id: one.id,
    name: one.name,
    sizeBytes: one.size_bytes,
    state: one.state,
    kind: one.kind,
    kindTitle: (one.kind === null ? undefined : names.kinds.get(one.kind)) ?? null,
    madeAt: one.made_at,
    by: { id: one.person_id, name: names.people.get(one.person_id) ?? null },
    organisation: { id: one.organisation_id, name: names.organisations.get(one.organisation_id) ?? null },
    mine: isMine(tx, one),
    totalRows: one.total_rows,
    rowsDone: rows,
    counts,
    stop: one.stop,
  }
}

/** An import as its page shows it. */
export const viewOf = async (tx: Tx, needs: LedgersNeeds, one: Import): Promise<ImportView> => {
  const earlier = await sentBefore(tx, one)
  const names = await namesFor(tx, needs, [one])
  const senders = await needs.peopleNames(tx, [...new Set(earlier.map(({ person_id }) => person_id))])
  return {
    ...rowOf(tx, one, names),
    version: one.version,
    receivedBytes: one.received_bytes,
    chunkLimitBytes,
    format: one.format,
    encoding: one.encoding,
    fileDigest: one.file_digest,
    choices: { ...one.choices },
    sheets: one.sheets.map((sheet) => ({
      ...sheet,
      headRows: [...sheet.headRows],
      columns: sheet.columns.map((column) => ({ ...column })),
      missing: [...sheet.missing],
    })),
    kinds: [...one.kinds],
    check: passView(one.checked),
    take: passView(one.took),
    sentBefore: earlier.map(({ id, person_id, made_at, state, took }) => ({
      importId: id,
      at: made_at,
      by: senders.get(person_id) ?? null,
      state,
      taken: sumOf(took).taken,
    })),
    keepUntil: one.keep_until,
    purgedAt: one.purged_at,
    may: isMine(tx, one) && one.purged_at === null ? [...deedsIn(one.state)] : [],
  }
}
