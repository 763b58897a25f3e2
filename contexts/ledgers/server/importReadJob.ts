import { createHash } from 'node:crypto'
import { systemActor } from '../../../kernel/actor.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { Job } from '../../../platform/work/work.ts'
import type { Proposal, Remembered } from '../rules/proposal.ts'
import { tellAdvanced } from './importAdvanced.ts'
import { kindsFor, plainKind } from './importKinds.ts'
import type { Imports } from './importRoom.ts'
import { importOf, lockImport, rememberedHeads, updateImport, type Import } from './importStore.ts'
import type { Stop } from './importTables.ts'
import type { Starts } from './ledgerOrders.ts'
import { proposeBeside, readStarts } from './ledgerReader.ts'

/** So many rows of a sheet are looked at to find its head and what its columns hold; a person chooses among them too. */
export const startRows = 60

/** The head of a table by which it is known again, short enough for a key. */
export const signatureKey = (signature: string): string => createHash('sm3').update(signature).digest('hex')

const reader = systemActor('ledgers.readImport')

/** Finds out what a file is, which of its sheets are ledgers, and what their columns are; then a person has a look. */
export const readImportJob = (imports: Imports): Job => ({
  name: 'ledgers.readImport',
  run: async (services, payload) => {
    const importId = String(payload['importId'])
    const found = await transact(services, { actor: reader, readOnly: true }, async (tx) => ok(await importOf(tx, importId)))
    if (!found.ok || found.value?.state !== 'reading') return
    const one = found.value
    const starts = await readStarts(imports.files.path(one.id), startRows)
    if (!starts.ok) {
      const { code, sentence } = starts.refusal.facts as { code: string; sentence: Stop['sentence'] }
      await settle(services, one, async (tx) => {
        await updateImport(tx, one.id, { state: 'unreadable', stop: JSON.stringify({ code, sentence }), version: one.version + 1 })
      })
      return
    }
    for (const sheet of starts.value.sheets) await imports.files.keepStart(one.id, sheet)
    const proposal = await proposalFor(imports, services, one, starts.value)
    await settle(services, one, async (tx) => {
      await updateImport(tx, one.id, {
        state: 'waiting',
        format: starts.value.format,
        encoding: starts.value.encoding,
        kind: proposal.kind,
        kinds: JSON.stringify(proposal.kinds),
        sheets: JSON.stringify(proposal.sheets),
        version: one.version + 1,
      })
    })
  },
})

/** Writes what became of it, unless it was cancelled meanwhile. */
const settle = async (services: Services, { id, organisation_id, region_code, file_digest }: Import, work: (tx: Tx) => Promise<void>) => {
  await transact(services, { actor: reader }, async (tx): Promise<Result<null>> => {
    const now = await lockImport(tx, id)
    if (now?.state !== 'reading') return ok(null)
    await work(tx)
    const after = await importOf(tx, id)
    tx.audit({
      action: 'ledger.match',
      record: { kind: 'import', id },
      regionCode: region_code,
      organisationId: organisation_id,
      after: { state: after!.state, kind: after!.kind, fileDigest: file_digest },
    })
    tellAdvanced(tx, after!)
    return ok(null)
  })
}

/** By the kinds that whoever sent it may import now, and as his organisation corrected such heads before. */
const proposalFor = async ({ needs }: Imports, services: Services, one: Import, starts: Starts): Promise<Proposal> => {
  const asked = await transact(services, { actor: reader, readOnly: true }, async (tx) =>
    ok(await needs.standingActor(tx, { personId: one.person_id, postId: one.post_id, sessionId: one.session_id })),
  )
  const actor = asked.ok ? asked.value : undefined
  if (!actor) return proposeBeside([], starts.sheets, new Map())
  const byKey = new Map(starts.signatures.map((signature) => [signatureKey(signature), signature]))
  const known = await transact(services, { actor, readOnly: true }, async (tx) =>
    ok(await rememberedHeads(tx, one.organisation_id, [...byKey.keys()])),
  )
  const remembered = new Map<string, Remembered>(
    (known.ok ? known.value : []).map(({ signature, kind, keys }) => [byKey.get(signature)!, { kind, keys }]),
  )
  return proposeBeside(kindsFor(needs, actor.roles).map(plainKind), starts.sheets, remembered)
}
