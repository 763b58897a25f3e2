import type { PersonActor } from '../../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { dateInBeijing } from '../../../../kernel/time.ts'
import type { Tx } from '../../../../platform/database/transaction.ts'
import type { RowFault, RowOutcome } from '../../../../platform/ledger.ts'
import { actions } from '../../contract/actions.ts'
import { faultOf, type LedgerWrong } from '../../rules/ledger/faults.ts'
import type { HazardRowFacts } from '../../rules/ledger/hazardRow.ts'
import { placeReader } from '../../rules/ledger/place.ts'
import type { LedgerNeeds } from './ledgerNeeds.ts'

/** A row that is not taken in, with everything that is wrong with it. */
export const refused = (...faults: readonly RowFault[]): RowOutcome => ({ kind: 'refused', faults })

export const refusedFor = (column: string | null, wrong: LedgerWrong): RowOutcome => refused(faultOf(column, wrong))

/** What the rows of one import are read by: the day, the importer's side, and how places are read within his scope. */
export const rowFactsOf = (tx: Tx, needs: LedgerNeeds): HazardRowFacts => ({
  today: dateInBeijing(tx.now).toString(),
  place: placeReader({ called: needs.regionsCalled, byCode: needs.regionCalled }, tx.actor.scope),
  side: tx.actor.scope.organisationId === null ? 'authority' : 'unit',
})

type Action = keyof typeof actions

/** Whoever imports, if he or she may do all of this now; whole batches are taken long after the import began. */
export const importerOf = ({ actor }: Tx, ...asked: readonly Action[]): Result<PersonActor> => {
  if (actor.kind !== 'person') throw new RangeError('a ledger is taken in by a person')
  const missing = asked.find((action) => !actions[action].some((role) => actor.roles.includes(role)))
  return missing === undefined ? ok(actor) : refuse('ACTION_NOT_GRANTED', { action: missing, grantedTo: actions[missing] })
}
