import type { PersonActor } from '../../../kernel/actor.ts'
import { limitOf } from '../../../kernel/law.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import type { ImportView } from '../contract/importShapes.ts'
import { importLimits } from '../rules/importLimits.ts'
import { afterDeed, runs, type ImportDeed } from '../rules/importState.ts'
import { readable } from '../rules/readable.ts'
import { tellAdvanced } from './importAdvanced.ts'
import { kindFor } from './importKinds.ts'
import type { Imports } from './importRoom.ts'
import { dropRows, importOf, lockImport, runningOf, updateImport, type Import } from './importStore.ts'
import type { Pass } from './importTables.ts'
import { sumOf, viewOf } from './importView.ts'

type Ask = { readonly actor: PersonActor; readonly params: { readonly importId: string }; readonly version: number | null }

/** What its person asks of an import, from the same look to the same answer. */
const deed = async (
  { needs }: Imports,
  tx: Tx,
  { actor, params, version }: Ask,
  name: ImportDeed,
  work: (one: Import) => Promise<Result<Parameters<typeof updateImport>[2]>>,
): Promise<Result<ImportView>> => {
  const one = await lockImport(tx, params.importId)
  if (!one || one.person_id !== actor.personId) return refuse('RECORD_NOT_FOUND', { kind: 'import', id: params.importId })
  const state = afterDeed(one.state, name)
  if (!state.ok) return state
  if (version !== null && one.version !== version)
    return refuse('VERSION_STALE', { kind: 'import', id: one.id, expectedVersion: version, actualVersion: one.version })
  if (runs(state.value)) {
    if (one.purged_at !== null) return refuse('IMPORT_FILE_GONE', { purgedAt: one.purged_at })
    const kind = kindFor(needs, actor.roles, one.kind)
    if (!kind.ok) return kind
    const limit = limitOf<number>(importLimits.running, await needs.tightenedFor(tx, one.organisation_id))
    const running = await runningOf(tx, one.organisation_id, one.id)
    if (running >= limit) return refuse('IMPORT_LIMIT_REACHED', { running, limit })
  }
  const change = await work(one)
  if (!change.ok) return change
  await updateImport(tx, one.id, { state: state.value, version: one.version + 1, run: one.run + 1, ...change.value })
  if (runs(state.value)) tx.enqueue({ job: 'ledgers.passImport', payload: { importId: one.id }, key: one.id })
  const after = (await importOf(tx, one.id))!
  const { rows, ...counts } = sumOf(after.took ?? after.checked)
  tx.audit({
    action: `ledger.${name}`,
    record: { kind: 'import', id: one.id },
    regionCode: one.region_code,
    organisationId: one.organisation_id,
    after: { kind: after.kind, fileDigest: after.file_digest, rows, ...counts },
  })
  tellAdvanced(tx, after)
  return ok(await viewOf(tx, needs, after))
}

const begun = (tx: Tx): Pass => ({ startedAt: tx.at, endedAt: null, sheets: [], faults: [] })

/** Check, begin, pause, go on, cancel. */
export const openImportDeeds = (imports: Imports): readonly RouteHandler[] => [
  handle(routes.checkImport, (tx, { actor, params, body }) =>
    deed(imports, tx, { actor, params, version: body.version }, 'check', async (one) => {
      const may = readable(one.sheets, imports.needs.kinds().find(({ kind }) => kind === one.kind)?.columns ?? [])
      if (!may.ok) return may
      await dropRows(tx, one.id)
      return ok({ checked: JSON.stringify(begun(tx)), total_rows: null, at_sheet: 0, at_row: 0, failures: 0, stop: null })
    }),
  ),
  handle(routes.beginTaking, (tx, { actor, params, body }) =>
    deed(imports, tx, { actor, params, version: body.version }, 'begin', async (one) => {
      await dropRows(tx, one.id, 'take')
      return ok({ took: JSON.stringify(begun(tx)), at_sheet: 0, at_row: 0, failures: 0, stop: null })
    }),
  ),
  handle(routes.pauseImport, (tx, { actor, params }) => deed(imports, tx, { actor, params, version: null }, 'pause', async () => ok({}))),
  handle(routes.goOnImport, (tx, { actor, params }) =>
    deed(imports, tx, { actor, params, version: null }, 'goOn', async () =>
      // In the post and the session in which he goes on.
      ok({ stop: null, failures: 0, post_id: actor.postId, session_id: actor.sessionId }),
    ),
  ),
  handle(routes.cancelImport, (tx, { actor, params }) =>
    deed(imports, tx, { actor, params, version: null }, 'cancel', async (one) => {
      // Nothing of it is in: there is nothing to compare it with, so the file goes now and not at the end of its time.
      if (one.took === null) {
        tx.enqueue({ job: 'ledgers.purgeImports', payload: {}, key: 'cancelled' })
        return ok({ keep_until: tx.at, lease_until: null })
      }
      return ok({ took: JSON.stringify({ ...one.took, endedAt: tx.at }), lease_until: null })
    }),
  ),
]
