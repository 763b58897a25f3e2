import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact, type Tx } from '../../../platform/database/transaction.ts'
import { handle, handleOutside, type RouteHandler } from '../../../platform/http/handler.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { publicRoutes as routes } from '../contract/publicRoutes.ts'
import { dueAt } from '../rules/clocks.ts'
import { messageLimits } from '../rules/flood.ts'
import { followed } from '../rules/follow.ts'
import { readReceipt, readSecret } from '../rules/receipt.ts'
import type { Tip } from '../rules/tip.ts'
import { destroyInformant } from './informantStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { receiptHashes } from './sendTip.ts'
import { lockTip, settingsFor, tables, tipInScope, type HeldTip } from './tipStore.ts'

type Receipt = { readonly number: string; readonly secret: string }

/** After so many wrong words a number rests for an hour: a million of them would take eleven years. */
const mostFailures = 10
const lockMinutes = 60

/** The tip that number and word open together. A wrong word is counted even though the answer is a refusal. */
const heldBy = async (tx: Tx, receipt: Receipt): Promise<Result<HeldTip>> => {
  const number = readReceipt(receipt.number)
  if (!number.ok) return number
  const { receiptHash, secretHash } = receiptHashes(tx, number.value, readSecret(receipt.secret))
  const row = await tables(tx)
    .selectFrom('tips.tip')
    .select(['id', 'secret_hash', 'follow_failures', 'follow_locked_until'])
    .where('receipt_hash', '=', receiptHash)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return refuse('TIP_UNKNOWN', {})
  const { id, follow_failures: failures, follow_locked_until: lockedUntil } = row
  if (lockedUntil !== null && lockedUntil > tx.at) {
    const left = tx.now.until(Temporal.Instant.from(lockedUntil), { largestUnit: 'minute' })
    return refuse('FOLLOW_LOCKED', { minutes: Math.max(1, Math.ceil(left.total('minutes'))) })
  }
  if (row.secret_hash !== secretHash) {
    const last = failures + 1 >= mostFailures
    await setFailures(tx, id, last ? 0 : failures + 1, last ? tx.now.add({ minutes: lockMinutes }) : null)
    tx.keepOnRefusal()
    return refuse('TIP_UNKNOWN', {})
  }
  if (failures > 0 || lockedUntil !== null) await setFailures(tx, id, 0, null)
  const held = await lockTip(tx, id)
  return held ? ok(held) : refuse('TIP_UNKNOWN', {})
}

const setFailures = async (tx: Tx, tipId: string, failures: number, lockedUntil: Temporal.Instant | null): Promise<void> => {
  await tables(tx)
    .updateTable('tips.tip')
    .set({ follow_failures: failures, follow_locked_until: lockedUntil?.toString({ smallestUnit: 'millisecond' }) ?? null })
    .where('id', '=', tipId)
    .execute()
}

const viewOf = async (tx: Tx, needs: Pick<Needs, 'tightenedFor'>, tip: Tip): Promise<RouteOutput<typeof routes.followTip>> => {
  const main = tip.state === 'joined' ? ((await tipInScope(tx, tip.joined.intoId))?.tip ?? null) : null
  const view = followed(tip, main)
  const { steps, messages } = view
  return { ...view, steps: [...steps], messages: [...messages], dueAt: dueAt(main ?? tip, await settingsFor(tx, needs)) }
}

const writtenToday = (tip: Tip, now: Temporal.Instant): number => {
  const since = now.subtract({ hours: 24 }).toString({ smallestUnit: 'millisecond' })
  return tip.messages.filter(({ from, at }) => from === 'informant' && at > since).length
}

/** What whoever holds the receipt may do: look, write, and take his name back. */
export const openFollow = (needs: Needs): readonly RouteHandler[] => [
  handleOutside(routes.followTip, ({ actor, services, body }) =>
    transact(services, { actor }, async (tx) => {
      const held = await heldBy(tx, body)
      return held.ok ? ok(await viewOf(tx, needs, held.value.tip)) : held
    }),
  ),

  handle(routes.writeAsInformant, async (tx, { body }) => {
    const held = await heldBy(tx, body)
    if (!held.ok) return held
    if (writtenToday(held.value.tip, tx.now) >= messageLimits.perDay) return refuse('MESSAGES_TOO_MANY', { perDay: messageLimits.perDay })
    const tip = await keepEvent(
      tx,
      held.value,
      { kind: 'informantWrote', at: tx.at, text: body.text },
      { action: 'tip.informantWrites', settings: await settingsFor(tx, needs) },
    )
    return ok(await viewOf(tx, needs, tip))
  }),

  handle(routes.withdrawName, async (tx, { body }) => {
    const held = await heldBy(tx, body)
    if (!held.ok) return held
    const { identity } = held.value.tip
    if (identity !== 'sealed') return refuse('IDENTITY_NOT_KEPT', { state: identity })
    await destroyInformant(tx, held.value.tip.id)
    const tip = await keepEvent(
      tx,
      held.value,
      { kind: 'identityDestroyed', at: tx.at, because: 'withdrawn' },
      { action: 'tip.destroyIdentity', settings: await settingsFor(tx, needs) },
    )
    return ok(await viewOf(tx, needs, tip))
  }),
]
