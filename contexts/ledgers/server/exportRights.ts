import type { PersonActor } from '../../../kernel/actor.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import { rightLost } from '../rules/exporting.ts'
import type { ExportRow } from './exportStore.ts'
import type { LedgersNeeds } from './needs.ts'

/** The scope under which an export was begun. */
export const scopeOfExport = ({ scope_lo: lo, scope_hi: hi, scope_organisation_id: organisationId }: ExportRow): PersonActor['scope'] => ({
  lo,
  hi,
  organisationId,
})

/** Why a post may no longer have what it exported, judged by what it may do now; null where it may. */
export const lostOver = (
  { actionsOf }: Pick<LedgersNeeds, 'actionsOf'>,
  list: ExportList,
  row: ExportRow,
  actor: PersonActor,
): 'action' | 'scope' | null =>
  rightLost({ action: list.action, scope: scopeOfExport(row) }, { actions: actionsOf(actor.roles), scope: actor.scope })
