import { setTimeout as pause } from 'node:timers/promises'
import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { LedgerKind } from '../../../platform/ledger.ts'
import type { Job } from '../../../platform/work/work.ts'
import { stopNames } from '../contract/importNames.ts'
import { tellAdvanced } from './importAdvanced.ts'
import { kindFor } from './importKinds.ts'
import type { Imports } from './importRoom.ts'
import { importOf, keepRows, lockImport, takePlace, updateImport, type Import } from './importStore.ts'
import type { Pass, PassName, Stop } from './importTables.ts'
import { sumOf } from './importView.ts'
import type { Records, SheetOrder } from './ledgerOrders.ts'
import { readRecords } from './ledgerReader.ts'
import { afterBatch, keptOf } from './passCounts.ts'

/** Rows of a batch, each a transaction. */
export const rowsPerBatch = 500

/** Ledgers that the whole product works on at a time: two leave the worker a hand for what cannot wait. */
const places = 2

/** A worker that was killed loses its place after this. */
const leaseSeconds = 60

/** Screens are told, and the post of its person is looked at, that often. */
const lookMillis = 1_000

/** After so many faults of the program at one place it stops and waits for its person. */
const mostFailures = 5

const worker = systemActor('ledgers.passImport')

/** How a batch is refused whose turn it is no more: another worker goes on, or its person paused. Nobody reads it. */
const superseded = 'SUPERSEDED'

type Place = { readonly sheet: number; readonly row: number }

class Stopped extends Error {
  readonly stop: Stop
  constructor(stop: Stop) {
    super(stop.code)
    this.stop = stop
  }
}

/**
 * Checks the rows of a file, or takes them in. Each batch is one transaction under the scope and the name of whoever began it, in
 * his post as it stands then; in it stand the records, how far the file is done, and the rows that were not taken. So whatever
 * ends this process, the next one goes on at the next row, and a second one that begins too early finds that it is not its turn.
 */
export const passImportJob = (imports: Imports): Job => ({
  name: 'ledgers.passImport',
  run: async (services, payload) => {
    const importId = String(payload['importId'])
    const one = await begin(services, importId)
    if (one === null) return
    try {
      await passThrough(imports, services, one)
    } catch (error) {
      if (error instanceof Stopped) await stop(services, one, error.stop)
      else if (!(await countFailure(services, one))) throw error
    }
  },
})

/** The import as it stands, with a place to work on it; null where there is nothing to do or no place is free now. */
const begin = async (services: Services, importId: string): Promise<Import | null> => {
  const begun = await transact(services, { actor: worker }, async (tx): Promise<Result<Import | null>> => {
    const one = await importOf(tx, importId)
    if (!one || (one.state !== 'checking' && one.state !== 'taking')) return ok(null)
    if (await takePlace(tx, importId, places, leaseUntil(tx))) return ok(one)
    const runAt = tx.now.add({ seconds: 3 }).toString({ smallestUnit: 'millisecond' })
    tx.enqueue({ job: 'ledgers.passImport', payload: { importId }, key: importId, runAt })
    return ok(null)
  })
  return begun.ok ? begun.value : null
}

const leaseUntil = (tx: Tx): string => tx.now.add({ seconds: leaseSeconds }).toString({ smallestUnit: 'millisecond' })

/** The sheets that are still to come, each below what is done. */
const ordersOf = ({ sheets, at_sheet, at_row }: Pick<Import, 'sheets' | 'at_sheet' | 'at_row'>): readonly SheetOrder[] =>
  sheets
    .filter(({ taken, index }) => taken && index >= at_sheet)
    .map(({ index, headRows, columns }) => ({
      index,
      after: Math.max(headRows.at(-1) ?? 0, index === at_sheet ? at_row : 0),
      columns,
    }))

/** Two batches are underway at most: one is read and judged while the one before is written. */
const passThrough = async ({ needs, files }: Imports, services: Services, begun: Import): Promise<void> => {
  let at: Place = { sheet: begun.at_sheet, row: begun.at_row }
  let looked = Number.NEGATIVE_INFINITY
  let actor: PersonActor | null = null
  let underway: Promise<Result<unknown>> = Promise.resolve(ok(null))
  try {
    for await (const read of readRecords(files.path(begun.id), ordersOf(begun), rowsPerBatch)) {
      if (!read.ok) {
        if (!(await stood(needs, underway))) return
        const { code, sentence } = read.refusal.facts as { code: string; sentence: Sentence }
        throw new Stopped({ code, sentence })
      }
      const batch = read.value
      const now = performance.now()
      const lookNow = now - looked >= lookMillis
      if (lookNow || actor === null) {
        actor = await actorOf(needs, services, begun)
        looked = now
      }
      const before = underway
      const from = at
      underway = transact(services, { actor }, (tx) => step(needs, tx, begun, from, batch, { tellNow: lookNow, before }))
      underway.catch(toldBelow)
      if (!(await stood(needs, before))) return
      at = { sheet: batch.sheet, row: batch.last }
      // Requests that came meanwhile are answered before the next batch.
      await pause(0)
    }
    if (!(await stood(needs, underway))) return
  } finally {
    // Whoever goes on after this finds no batch of it still underway.
    await underway.catch(toldBelow)
  }
  await transact(services, { actor: await actorOf(needs, services, begun) }, (tx) => end(tx, begun, at))
}

/** A batch that fell is met where it is waited for; this keeps it from being met sooner. */
const toldBelow = (): void => undefined

/** Whether a batch stands; false where another worker goes on instead. A refusal of its kind stops the import. */
const stood = async (needs: Imports['needs'], batch: Promise<Result<unknown>>): Promise<boolean> => {
  const done = await batch
  if (done.ok) return true
  if (done.refusal.code === superseded) return false
  throw new Stopped({ code: done.refusal.code, sentence: needs.sentenceOf(done.refusal) })
}

/** Whoever began it, as his post stands now; without it the import stops and can be taken up again by him. */
const actorOf = async (needs: Imports['needs'], services: Services, one: Import): Promise<PersonActor> => {
  const asked = await transact(services, { actor: worker, readOnly: true }, async (tx) =>
    ok(await needs.standingActor(tx, { personId: one.person_id, postId: one.post_id, sessionId: one.session_id })),
  )
  const actor = asked.ok ? asked.value : undefined
  if (!actor) throw new Stopped({ code: 'POST_ENDED', sentence: stopNames.POST_ENDED })
  return actor
}

const passOf = (state: Import['state']): PassName => (state === 'checking' ? 'check' : 'take')

/** Whether the import is still where this worker left it; another start of it, or a pause, takes it over. */
const stands = (now: Import | undefined, begun: Import, at: Place): now is Import =>
  now !== undefined && now.state === begun.state && now.run === begun.run && now.at_sheet === at.sheet && now.at_row === at.row

const kindOf = (needs: Imports['needs'], tx: Tx, one: Import): Result<LedgerKind> => {
  const roles = tx.actor.kind === 'person' ? tx.actor.roles : []
  const kind = kindFor(needs, roles, one.kind)
  const may = needs.actionsOf(roles).includes('ledger.import')
  return kind.ok && may ? kind : refuse('ACTION_LOST', {})
}

/** One batch: its records, how far the file is done, and what was not taken stand together or not at all. */
const step = async (
  needs: Imports['needs'],
  tx: Tx,
  begun: Import,
  at: Place,
  batch: Records,
  { tellNow, before }: { readonly tellNow: boolean; readonly before: Promise<Result<unknown>> },
): Promise<Result<null>> => {
  const kind = kindOf(needs, tx, begun)
  if (!kind.ok) throw new Stopped({ code: 'ACTION_LOST', sentence: stopNames.ACTION_LOST })
  const name = passOf(begun.state)
  const turn = async (): Promise<void> => {
    const former = await before
    if (!former.ok) throw new Error('the batch before did not come to stand')
  }
  const { id: importId, choices } = begun
  const outcomes =
    batch.rows.length === 0 ? ok([]) : await kind.value.take(tx, { importId, choices, dryRun: name === 'check', turn }, batch.rows)
  if (!outcomes.ok) return outcomes
  await turn()
  const one = await lockImport(tx, importId)
  if (!stands(one, begun, at)) return refuse(superseded, {})
  const soFar = (name === 'check' ? one.checked : one.took)!
  const pass = afterBatch(soFar, batch, outcomes.value)
  await keepRows(tx, one.id, name, keptOf(name, sumOf(soFar), batch, outcomes.value))
  const text = JSON.stringify(pass)
  await updateImport(tx, one.id, {
    at_sheet: batch.sheet,
    at_row: batch.last,
    failures: 0,
    lease_until: leaseUntil(tx),
    ...(name === 'check' ? { checked: text } : { took: text }),
  })
  if (tellNow) tellAdvanced(tx, { ...one, ...(name === 'check' ? { checked: pass } : { took: pass }) })
  return ok(null)
}

/** The whole file was read. */
const end = async (tx: Tx, begun: Import, at: Place): Promise<Result<null>> => {
  const one = await lockImport(tx, begun.id)
  if (!stands(one, begun, at)) return ok(null)
  const checks = one.state === 'checking'
  const pass: Pass = { ...(checks ? one.checked! : one.took!), endedAt: tx.at }
  const state = checks ? ('checked' as const) : ('done' as const)
  const { rows, ...counts } = sumOf(pass)
  await updateImport(tx, one.id, {
    state,
    version: one.version + 1,
    lease_until: null,
    ...(checks ? { checked: JSON.stringify(pass), total_rows: rows } : { took: JSON.stringify(pass) }),
  })
  tx.audit({
    action: 'ledger.end',
    record: { kind: 'import', id: one.id },
    regionCode: one.region_code,
    organisationId: one.organisation_id,
    after: { pass: passOf(one.state), kind: one.kind, fileDigest: one.file_digest, rows, ...counts },
  })
  tellAdvanced(tx, { ...one, state, ...(checks ? { checked: pass } : { took: pass }) })
  return ok(null)
}

/** It stops with a reason; what is in stays. A check that cannot go on is to be begun anew. */
const stop = async (services: Services, begun: Import, why: Stop): Promise<void> => {
  await transact(services, { actor: worker }, async (tx): Promise<Result<null>> => {
    const one = await lockImport(tx, begun.id)
    if (!one || one.state !== begun.state || one.run !== begun.run) return ok(null)
    const state = one.state === 'checking' ? ('waiting' as const) : ('stopped' as const)
    await updateImport(tx, one.id, { state, stop: JSON.stringify(why), version: one.version + 1, lease_until: null })
    const { rows, ...counts } = sumOf(one.took)
    tx.audit({
      action: 'ledger.stop',
      record: { kind: 'import', id: one.id },
      regionCode: one.region_code,
      organisationId: one.organisation_id,
      after: { reason: why.code, fileDigest: one.file_digest, rows, ...counts },
    })
    tellAdvanced(tx, { ...one, state })
    return ok(null)
  })
}

/** Counts a fault of the program; the fifth at one place stops the import. Answers whether it did. */
const countFailure = async (services: Services, begun: Import): Promise<boolean> => {
  const counted = await transact(services, { actor: worker }, async (tx): Promise<Result<number>> => {
    const one = await lockImport(tx, begun.id)
    if (!one || one.run !== begun.run) return ok(0)
    await updateImport(tx, one.id, { failures: one.failures + 1 })
    return ok(one.failures + 1)
  })
  if (!counted.ok || counted.value < mostFailures) return false
  await stop(services, begun, { code: 'FAULT', sentence: stopNames.FAULT })
  return true
}
