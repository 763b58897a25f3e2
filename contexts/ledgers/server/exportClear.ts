import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import { isUnderway, listedDays } from '../rules/exporting.ts'
import type { ExportFolder } from './exportFolder.ts'
import { deleteParts, expiredExports, exportById, forgetExports, moveOn, type ExportRow } from './exportStore.ts'

export const clearJob = 'ledgers.clearExport'
export const expireJob = 'ledgers.expireExports'

/** So many at once, that no transaction is long. */
const batch = 100

const inJob = async <Value>(services: Services, name: string, work: (tx: Tx) => Promise<Value>): Promise<Value> => {
  const done = await transact(services, { actor: systemActor(name) }, async (tx) => ok(await work(tx)))
  if (!done.ok) throw new Error(`${name} was refused: ${done.refusal.code}`)
  return done.value
}

/** Whether anything of the export is still wanted on the disk. */
const isKept = (row: ExportRow | undefined): boolean => row !== undefined && (isUnderway(row.state) || row.state === 'ready')

/** Takes away what an export left, unless it is under way or its file still lies there to be taken. */
export const clearExport = async (services: Services, folder: ExportFolder, exportId: string): Promise<void> => {
  const kept = await inJob(services, clearJob, async (tx) => {
    const row = await exportById(tx, exportId)
    if (row && !isKept(row)) await deleteParts(tx, exportId)
    return isKept(row)
  })
  if (!kept) await folder.drop(exportId)
}

const expire = async (tx: Tx): Promise<number> => {
  const rows = await expiredExports(tx, batch)
  for (const row of rows) {
    await moveOn(tx, row, { state: 'expired' })
    tx.audit({
      action: 'export.expire',
      record: { kind: 'export', id: row.id },
      regionCode: row.recorded_region,
      organisationId: row.organisation_id,
      before: { state: 'ready', sha256: row.sha256 },
      after: { state: 'expired' },
    })
  }
  return rows.length
}

/** Files that have lain their time go, and so does what a crash or a cancelled export left behind. */
export const expireExports = async (services: Services, folder: ExportFolder): Promise<void> => {
  while ((await inJob(services, expireJob, expire)) > 0);
  for (const exportId of await folder.held()) await clearExport(services, folder, exportId)
  await inJob(services, expireJob, (tx) =>
    forgetExports(tx, tx.now.subtract({ hours: 24 * listedDays }).toString({ smallestUnit: 'millisecond' })),
  )
}

export const openClearJobs = (folder: ExportFolder): readonly Job[] => [
  {
    name: clearJob,
    run: async (services, { exportId }) => {
      if (typeof exportId !== 'string') throw new TypeError('the payload names no export')
      await clearExport(services, folder, exportId)
    },
  },
  { name: expireJob, timetable: '47 * * * *', run: (services) => expireExports(services, folder) },
]
