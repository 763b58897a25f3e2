import type { PersonActor } from '../../../kernel/actor.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { LedgerKind } from '../../../platform/ledger.ts'
import type { LedgersNeeds } from './needs.ts'

/** What whoever sends ledgers must have besides the action of the kind. */
export const importAction = 'ledger.import'

/** The kinds that a post may import. */
export const kindsFor = (needs: LedgersNeeds, roles: PersonActor['roles']): readonly LedgerKind[] => {
  const may = needs.actionsOf(roles)
  return needs.kinds().filter(({ action }) => may.includes(action))
}

/** A kind by its key, for a post that may import it. */
export const kindFor = (needs: LedgersNeeds, roles: PersonActor['roles'], key: string | null): Result<LedgerKind> => {
  const kind = needs.kinds().find((one) => one.kind === key)
  if (!kind) return refuse('IMPORT_KIND_UNKNOWN', { kind: key ?? '' })
  return needs.actionsOf(roles).includes(kind.action) ? ok(kind) : refuse('IMPORT_KIND_NOT_GRANTED', { kind: kind.title })
}

/** A kind as the rules see it: data that goes to another thread. */
export const plainKind = ({ kind, columns }: LedgerKind) => ({
  kind,
  columns: columns.map(({ key, label, headings, needed, looks }) => ({
    key,
    label,
    headings: [...headings],
    needed,
    looks: { as: looks.as },
  })),
})
