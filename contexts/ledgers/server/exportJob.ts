import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import { isUnderway } from '../rules/exporting.ts'
import { clearJob } from './exportClear.ts'
import type { ExportFolder } from './exportFolder.ts'
import { joinExport } from './exportJoin.ts'
import { readPart } from './exportPart.ts'
import { lostOver, scopeOfExport } from './exportRights.ts'
import { exporter, writeJob, type Exporting } from './exportStep.ts'
import { endWithoutFile, exportById } from './exportStore.ts'
import type { ExportProblem } from './exportTables.ts'
import type { LedgersNeeds } from './needs.ts'

/**
 * After so long a large export goes to the end of the queue: three of them at once must not make a small one, or an event,
 * wait longer than this.
 */
const turnMillis = 1_000

/** Less free than this, and no export is begun or goes on: a full disk stops the database. */
export const neededFreeBytes = 1_073_741_824

/** Ends an export that may or can go on no more, and says why. */
const stop = async ({ services, row }: Pick<Exporting, 'services' | 'row'>, problem: ExportProblem): Promise<void> => {
  await transact(services, { actor: exporter }, async (tx) => {
    if (!(await endWithoutFile(tx, row, 'stopped', problem))) return ok(null)
    tx.enqueue({ job: clearJob, payload: { exportId: row.id } })
    tx.audit({
      action: 'export.stop',
      by: { personId: row.person_id, postId: row.post_id },
      record: { kind: 'export', id: row.id },
      regionCode: row.recorded_region,
      organisationId: row.organisation_id,
      before: { state: row.state, rowsDone: row.rows_done },
      after: { state: 'stopped' },
      result: 'refused',
      refusalCode: problem.code,
    })
    tx.emit({
      type: 'ledgers.exportEnded',
      regionCode: row.recorded_region,
      organisationId: row.organisation_id,
      record: { kind: 'export', id: row.id },
      payload: { exportId: row.id },
    })
    return ok(null)
  })
}

/** Where an export stands, and who its maker is by now; null where there is nothing left to do. */
const takeUp = async (services: Services, needs: LedgersNeeds, folder: ExportFolder, exportId: string): Promise<Exporting | null> => {
  const found = await transact(services, { actor: exporter, readOnly: true }, async (tx) => {
    const row = await exportById(tx, exportId)
    if (!row || !isUnderway(row.state)) return ok(null)
    const standing = await needs.standingActor(tx, { personId: row.person_id, postId: row.post_id, sessionId: row.session_id })
    return ok({ row, standing })
  })
  if (!found.ok || found.value === null) return null
  const { row, standing } = found.value
  const list = needs.lists().find((each) => each.list === row.list)
  const lost = !standing ? 'post' : !list ? 'action' : lostOver(needs, list, row, standing)
  if (!standing || !list || lost !== null) {
    await stop({ services, row }, { code: 'EXPORT_RIGHT_LOST', facts: { lost: lost ?? 'action' } })
    return null
  }
  return { services, needs, folder, row, list, actor: { ...standing, scope: scopeOfExport(row) } }
}

const mayFill = async (folder: ExportFolder): Promise<Result<null>> => {
  const freeBytes = await folder.freeBytes()
  return freeBytes < neededFreeBytes ? refuse('EXPORT_DISK_FULL', { freeBytes, neededBytes: neededFreeBytes }) : ok(null)
}

/** One step: a part of the rows, or all parts into one file. False where nothing is left to do. */
const step = async (services: Services, needs: LedgersNeeds, folder: ExportFolder, exportId: string): Promise<boolean> => {
  const exporting = await takeUp(services, needs, folder, exportId)
  if (exporting === null) return false
  const room = await mayFill(folder)
  const done = !room.ok ? room : exporting.row.state === 'joining' ? await joinExport(exporting) : await readPart(exporting)
  if (done.ok) return exporting.row.state !== 'joining'
  await stop(exporting, done.refusal)
  return false
}

/**
 * Writes an export, a turn at a time. What was written and where it stands is on the disk and in the database after each step,
 * so whoever comes next, also after a crash, goes on there.
 */
export const openWriteExport = (needs: LedgersNeeds, folder: ExportFolder): Job => ({
  name: writeJob,
  run: async (services, { exportId }) => {
    if (typeof exportId !== 'string') throw new TypeError('the payload names no export')
    const until = performance.now() + turnMillis
    while (await step(services, needs, folder, exportId)) {
      if (performance.now() < until) continue
      await transact(services, { actor: exporter }, async (tx) => {
        tx.enqueue({ job: writeJob, payload: { exportId }, key: exportId })
        return ok(null)
      })
      return
    }
  },
})
