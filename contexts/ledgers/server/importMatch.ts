import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { LedgerKind } from '../../../platform/ledger.ts'
import { handle } from '../../../platform/http/handler.ts'
import { importRoutes as routes } from '../contract/importRoutes.ts'
import type { ImportView } from '../contract/importShapes.ts'
import { signatureOf } from '../rules/head.ts'
import { afterDeed } from '../rules/importState.ts'
import { correct, faultyKey, type SheetPlan } from '../rules/proposal.ts'
import { tellAdvanced } from './importAdvanced.ts'
import { kindFor, plainKind } from './importKinds.ts'
import { signatureKey } from './importReadJob.ts'
import type { Imports } from './importRoom.ts'
import { dropRows, importOf, lockImport, rememberHead, updateImport, type Import } from './importStore.ts'
import { viewOf } from './importView.ts'

type Wanted = {
  readonly index: number
  readonly taken: boolean
  readonly headRows: readonly number[]
  readonly columns: readonly { readonly place: number; readonly key: string | null }[]
}

const follow = (rows: readonly number[]): boolean =>
  rows.toSorted((one, other) => one - other).every((row, place, all) => place === 0 || row === all[place - 1]! + 1)

const planSheet = async ({ files }: Imports, one: Import, kind: LedgerKind, wanted: Wanted): Promise<Result<SheetPlan>> => {
  const start = await files.start(one.id, wanted.index)
  if (!start) return refuse('IMPORT_SHEET_UNKNOWN', { sheet: wanted.index })
  const known = new Set(start.rows.map(({ row }) => row))
  if (!follow(wanted.headRows) || wanted.headRows.some((row) => !known.has(row)))
    return refuse('IMPORT_HEAD_WRONG', { sheet: start.name, rows: [...wanted.headRows] })
  const plain = plainKind(kind)
  const plan = correct(plain, start, wanted)
  const wrong = faultyKey(plain, plan.columns)
  return wrong === null ? ok(plan) : refuse('IMPORT_COLUMN_WRONG', { sheet: start.name, key: wrong })
}

const remember = async (tx: Tx, one: Import, kind: LedgerKind, { columns }: SheetPlan): Promise<void> => {
  const signature = signatureOf(columns.map(({ heading }) => heading))
  const keys = Object.fromEntries(columns.flatMap(({ place, key }) => (key === null ? [] : [[String(place), key]])))
  await rememberHead(tx, {
    organisationId: one.organisation_id,
    personId: one.person_id,
    signature: signatureKey(signature),
    kind: kind.kind,
    keys,
  })
}

/** A person says how the sheets are read. What was checked by another matching counts no more. */
export const openMatchImport = (imports: Imports) =>
  handle(routes.matchImport, async (tx, { actor, params, body }): Promise<Result<ImportView>> => {
    const { needs } = imports
    const one = await lockImport(tx, params.importId)
    if (!one || one.person_id !== actor.personId) return refuse('RECORD_NOT_FOUND', { kind: 'import', id: params.importId })
    if (one.purged_at !== null) return refuse('IMPORT_FILE_GONE', { purgedAt: one.purged_at })
    const state = afterDeed(one.state, 'match')
    if (!state.ok) return state
    if (one.version !== body.version)
      return refuse('VERSION_STALE', { kind: 'import', id: one.id, expectedVersion: body.version, actualVersion: one.version })
    const kind = kindFor(needs, actor.roles, body.kind)
    if (!kind.ok) return kind
    for (const [choice, value] of Object.entries(body.choices))
      if (!kind.value.choices.find(({ key }) => key === choice)?.values.some(({ key }) => key === value))
        return refuse('IMPORT_CHOICE_UNKNOWN', { choice: `${choice}=${value}` })

    const plans = new Map(one.sheets.map((plan) => [plan.index, plan]))
    for (const wanted of body.sheets) {
      const plan = await planSheet(imports, one, kind.value, wanted)
      if (!plan.ok) return plan
      plans.set(plan.value.index, plan.value)
      if (plan.value.taken && plan.value.headRows.length > 0 && plan.value.missing.length === 0)
        await remember(tx, one, kind.value, plan.value)
    }
    // A sheet that was not spoken of was matched to another kind.
    if (body.kind !== one.kind)
      for (const plan of plans.values())
        if (!body.sheets.some(({ index }) => index === plan.index))
          plans.set(plan.index, { ...plan, taken: false, columns: [], headRows: [], missing: [] })

    await dropRows(tx, one.id)
    await updateImport(tx, one.id, {
      state: state.value,
      kind: body.kind,
      choices: JSON.stringify(body.choices),
      sheets: JSON.stringify([...plans.values()].toSorted((a, b) => a.index - b.index)),
      checked: null,
      total_rows: null,
      version: one.version + 1,
    })
    const after = (await importOf(tx, one.id))!
    tx.audit({
      action: 'ledger.match',
      record: { kind: 'import', id: one.id },
      regionCode: one.region_code,
      organisationId: one.organisation_id,
      after: { kind: body.kind, sheets: after.sheets.filter(({ taken }) => taken).length, fileDigest: one.file_digest },
    })
    tellAdvanced(tx, after)
    return ok(await viewOf(tx, needs, after))
  })
