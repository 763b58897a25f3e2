import { randomUUIDv7 } from 'node:crypto'
import type { PersonActor } from '../../kernel/actor.ts'
import type { Result } from '../../kernel/result.ts'
import type { LedgerKind, LedgerRow, RowOutcome } from '../../platform/ledger.ts'
import { sm3Hex } from '../../platform/secrets/sm.ts'
import type { TestHazards } from './testHazards.ts'

/** A ledger of the house as tests hand rows to it. */
export type LedgerStage = {
  /** The next row of a file, as the columns were matched. */
  row(values: Readonly<Record<string, string>>): LedgerRow
  /** Takes rows in, in one transaction; another import each time unless one is named. */
  take(rows: readonly LedgerRow[], more?: TakeOptions): Promise<readonly RowOutcome[]>
  /** The same, where a refusal may be the answer. */
  tried(rows: readonly LedgerRow[], more?: TakeOptions): Promise<Result<readonly RowOutcome[]>>
}

export type TakeOptions = {
  readonly by?: PersonActor
  readonly importId?: string
  readonly dryRun?: boolean
  readonly choices?: Readonly<Record<string, string>>
}

export const ledgerOf = (house: TestHazards, kind: string): LedgerKind => {
  const ledger = house.house.rooms.flatMap(({ ledgers = [] }) => ledgers).find((each) => each.kind === kind)
  if (ledger === undefined) throw new Error(`the house has no ledger ${kind}`)
  return ledger
}

/** Sets a ledger up for tests; `officer` imports where nobody else is named. */
export const ledgerStage = (house: TestHazards, kind: string, officer: PersonActor): LedgerStage => {
  const ledger = ledgerOf(house, kind)
  let number = 1
  const tried: LedgerStage['tried'] = (rows, { by = officer, importId = randomUUIDv7(), dryRun = false, choices = {} } = {}) =>
    house.told(by, (tx) => ledger.take(tx, { importId, dryRun, choices }, rows))
  return {
    row: (values) => {
      number += 1
      const cells = Object.fromEntries(Object.entries(values).map(([key, text]) => [key, { text }]))
      return { sheet: 0, row: number, digest: sm3Hex(JSON.stringify(values)), values: cells }
    },
    tried,
    take: async (rows, more) => {
      const answer = await tried(rows, more)
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
      return answer.value
    },
  }
}

/** What became of a row in a word: its outcome, or the codes of its faults with their columns. */
export const outcomeOf = (outcome: RowOutcome | undefined): string => {
  if (outcome === undefined) return 'nothing'
  if (outcome.kind !== 'refused') return outcome.kind
  return outcome.faults.map(({ code, column }) => (column === null ? code : `${code} ${column}`)).join(', ')
}
