import type { Tx } from '../../../platform/database/transaction.ts'
import { dueAt, type Settings } from '../rules/clocks.ts'
import { apply, type TipEvent } from '../rules/events.ts'
import type { Tip } from '../rules/tip.ts'
import { insertEvent, updateTip, type HeldTip } from './tipStore.ts'

/** What the record says of a tip: no words of it, and nothing of who told. */
export const recorded = (tip: Tip) => ({ version: tip.version, state: tip.state, identity: tip.identity })

/** Tells the other rooms and the open screens of a tip. */
export const tellOfTip = (
  tx: Tx,
  type: 'tips.tipReceived' | 'tips.tipChanged',
  tip: Tip,
  kind: TipEvent['kind'],
  regionCode: string,
): void =>
  tx.emit({
    type,
    regionCode,
    organisationId: null,
    record: { kind: 'tip', id: tip.id },
    payload: { tipId: tip.id, kind, version: tip.version, state: tip.state },
  })

/** Writes what happened to a tip, in the transaction of the deed: state, event, record, and what the others are told. */
export const keepEvent = async (
  tx: Tx,
  { tip: before, regionCode }: HeldTip,
  event: TipEvent,
  { action, settings, purpose }: { readonly action: string; readonly settings: Settings; readonly purpose?: string },
): Promise<Tip> => {
  const tip = apply(before, event)
  await updateTip(tx, tip, settings, dueAt(before, settings))
  await insertEvent(tx, tip, event)
  tx.audit({
    action,
    record: { kind: 'tip', id: tip.id },
    regionCode,
    before: recorded(before),
    after: recorded(tip),
    ...(purpose === undefined ? {} : { purpose }),
  })
  tellOfTip(tx, 'tips.tipChanged', tip, event.kind, regionCode)
  return tip
}
