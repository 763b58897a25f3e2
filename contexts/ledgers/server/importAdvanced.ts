import type { Tx } from '../../../platform/database/transaction.ts'
import type { ImportState } from '../rules/importState.ts'
import type { Import } from './importStore.ts'
import { sumOf } from './importView.ts'

/** Tells the open screens that an import stands elsewhere now. */
export const tellAdvanced = (
  tx: Tx,
  one: Pick<Import, 'id' | 'region_code' | 'organisation_id' | 'took' | 'checked'> & { readonly state: ImportState },
): void =>
  tx.emit({
    type: 'ledgers.importAdvanced',
    regionCode: one.region_code,
    organisationId: one.organisation_id,
    record: { kind: 'import', id: one.id },
    payload: { importId: one.id, state: one.state, rows: sumOf(one.took ?? one.checked).rows },
  })
