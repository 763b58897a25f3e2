import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import { importLimits } from '../rules/importLimits.ts'
import type { Imports } from './importRoom.ts'
import { dropRows, lockDue, updateImport } from './importStore.ts'

/** So many at once, that no transaction is long. */
const batch = 20

/**
 * Takes ledgers away whose time is over, and with them the rows that were sent back: both hold personal data. What stays is
 * that they were sent, by whom, their digest and their counts. An upload that nobody ended goes whole.
 */
export const purgeImportsJob = ({ files }: Imports): Job => ({
  name: 'ledgers.purgeImports',
  // A quiet hour: 02:40 in Beijing.
  timetable: '40 18 * * *',
  run: async (services) => {
    for (;;) {
      const done = await transact(services, { actor: systemActor('ledgers.purgeImports') }, async (tx) => {
        const unfinished = tx.now.subtract({ hours: 24 * importLimits.unfinishedDays.value }).toString({ smallestUnit: 'millisecond' })
        const due = await lockDue(tx, unfinished, batch)
        for (const one of due) {
          // While the row is held, so that no chunk can come meanwhile.
          await files.remove(one.id)
          await dropRows(tx, one.id)
          const ended = ['done', 'cancelled', 'unreadable'].includes(one.state)
          await updateImport(tx, one.id, {
            name: null,
            purged_at: tx.at,
            lease_until: null,
            ...(ended ? {} : { state: 'cancelled', run: one.run + 1, version: one.version + 1 }),
          })
          tx.audit({
            action: 'ledger.purge',
            record: { kind: 'import', id: one.id },
            regionCode: one.region_code,
            organisationId: one.organisation_id,
            before: { fileDigest: one.file_digest, sizeBytes: one.size_bytes },
            after: { rule: importLimits.keepDays.key },
          })
        }
        return ok(due.length)
      })
      if (!done.ok || done.value === 0) return
    }
  },
})
