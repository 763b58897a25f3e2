import { systemActor } from '../../../kernel/actor.ts'
import type { LawRow } from '../../../kernel/law.ts'
import { countryCode } from '../../../kernel/region.ts'
import { ok } from '../../../kernel/result.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import { revisionBetween, rowFaults } from '../rules/limitRows.ts'
import { endRevisions, insertRevisions, lockHeldRows, rewordLimit } from './limitStore.ts'

/**
 * Brings the law table to the rows that this program's rules use. Writes nothing when they say the same; a limit that
 * changed gets a new revision, and one that the program lost stays with its end.
 * @throws Error when two rows have one key, or a row cannot be right
 */
export const syncLimits = async (services: Services, rows: readonly LawRow[]): Promise<void> => {
  const faults = rowFaults(rows)
  if (faults.length > 0) throw new Error(`the law rows of the program are not right: ${faults.join('; ')}`)
  await transact(services, { actor: systemActor('law.sync') }, async (tx) => {
    const held = await lockHeldRows(tx)
    const { added, revised, reworded, retired } = revisionBetween(held, rows)
    const last = new Map(held.map(({ key, revision }) => [key, revision]))
    await endRevisions(tx, [...retired, ...revised.map(({ key }) => key)])
    await insertRevisions(
      tx,
      [...added, ...revised].map((row) => ({ ...row, revision: (last.get(row.key) ?? 0) + 1 })),
    )
    for (const row of reworded) await rewordLimit(tx, row)
    if (added.length + revised.length + reworded.length + retired.length === 0) return ok(null)
    const keysOf = (changed: readonly LawRow[]): string[] => changed.map(({ key }) => key)
    tx.audit({
      action: 'limit.revise',
      record: { kind: 'lawTable', id: 'law.limit' },
      regionCode: countryCode,
      after: { added: keysOf(added), revised: keysOf(revised), reworded: keysOf(reworded), retired },
    })
    tx.emit({
      type: 'law.limitsRevised',
      regionCode: '',
      payload: { added: added.length, revised: revised.length, retired: retired.length },
    })
    return ok(null)
  })
}
