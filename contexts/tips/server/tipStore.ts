import { sql } from 'kysely'
import { publicHolidays } from '../../../kernel/holidays.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { dueAt, forgetIdentityAt, type Settings } from '../rules/clocks.ts'
import type { RewardState } from '../contract/shapes.ts'
import { happenedAt, type TipEvent } from '../rules/events.ts'
import { awaitsReply, decidedAt, type Reward, type Tip } from '../rules/tip.ts'
import type { Needs } from './needs.ts'
import type { TipTables } from './tipTables.ts'

export const tables = (tx: Tx) => tx.tables<TipTables>()

/** A tip with where it counts. */
export type HeldTip = { readonly tip: Tip; readonly regionCode: string; readonly number: string }

/** The limits as the organisation of whoever acts has them; the product itself has none tightened. */
export const settingsFor = async (tx: Tx, { tightenedFor }: Pick<Needs, 'tightenedFor'>): Promise<Settings> => ({
  tightened: await tightenedFor(tx, tx.actor.kind === 'person' ? tx.actor.organisationId : null),
  calendar: publicHolidays,
})

/** The scope stands in the query as well as in row-level security; who sees one organisation alone sees no tip. */
export const tipsInScope = (tx: Tx) => {
  const { lo, hi, organisationId } = tx.actor.scope
  const query = tables(tx).selectFrom('tips.tip as tip').where('tip.region_code', '>=', lo).where('tip.region_code', '<', hi)
  return organisationId === null ? query : query.where(sql<boolean>`false`)
}

export const tipInScope = async (tx: Tx, tipId: string): Promise<HeldTip | undefined> =>
  tipsInScope(tx).select(['tip.tip', 'tip.region_code as regionCode', 'tip.number']).where('tip.id', '=', tipId).executeTakeFirst()

/** The same, locked: one after the other acts on it. */
export const lockTip = async (tx: Tx, tipId: string): Promise<HeldTip | undefined> => {
  // Locked first and read after: what another transaction wrote meanwhile is then seen whole.
  await tipsInScope(tx).select('tip.id').where('tip.id', '=', tipId).forUpdate().execute()
  return tipInScope(tx, tipId)
}

export const historyOf = async (tx: Tx, tipId: string): Promise<readonly TipEvent[]> =>
  (await tables(tx).selectFrom('tips.tip_event').select('event').where('tip_id', '=', tipId).orderBy('version').execute()).map(
    ({ event }) => event,
  )

const rewardState = (reward: Reward | null): RewardState => {
  if (reward === null) return 'none'
  if (reward.paid) return 'paid'
  if (reward.decided) return reward.decided.agree ? 'agreed' : 'refused'
  return 'proposed'
}

const agreedReward = ({ reward }: Tip): { readonly at: string; readonly yuan: number } | null =>
  reward?.decided?.agree ? { at: reward.decided.step.at, yuan: reward.proposed.amountYuan } : null

/** The columns that follow from the tip. */
const columnsOf = (tip: Tip, settings: Settings) => {
  const check = 'check' in tip ? tip.check : null
  const agreed = agreedReward(tip)
  return {
    state: tip.state,
    version: tip.version,
    outcome: check?.outcome ?? null,
    checker_id: check?.step.by.personId ?? null,
    checked_at: check?.step.at ?? null,
    hazard_unit: check?.hazard?.unitId ?? null,
    hazard_id: check?.hazard?.hazardId ?? null,
    due_at: dueAt(tip, settings),
    decided_at: decidedAt(tip),
    named: tip.identity === 'sealed',
    reward_state: rewardState(tip.reward),
    reward_proposer: tip.reward?.proposed.step.by.personId ?? null,
    reward_yuan: agreed?.yuan ?? null,
    rewarded_at: agreed?.at ?? null,
    awaits_reply_since: awaitsReply(tip) ? (tip.messages.at(-1)?.at ?? null) : null,
    joined_into: tip.state === 'joined' ? tip.joined.intoId : null,
    forget_identity_at: forgetIdentityAt(tip, settings),
    tip: JSON.stringify(tip),
  }
}

export type NewTip = { readonly regionCode: string; readonly receiptHash: string; readonly secretHash: string }

const yearOf = (at: string): number => dateInBeijing(Temporal.Instant.from(at)).year

/** `330114-2026-J0007`: county, year, its place in the year. */
const takeNumber = async (tx: Tx, regionCode: string, at: string): Promise<string> => {
  const county = regionCode.slice(0, 6)
  const year = yearOf(at)
  const { rows } = await sql<{ given: number }>`select tips.take_number(${county}, ${year}) as given`.execute(tx.tables())
  return `${county}-${year}-J${String(rows[0]?.given ?? 0).padStart(4, '0')}`
}

/** Writes a tip that has just come; answers its number. */
export const insertTip = async (tx: Tx, tip: Tip, { regionCode, receiptHash, secretHash }: NewTip, settings: Settings): Promise<string> => {
  const { received } = tip
  const number = await takeNumber(tx, regionCode, received.at)
  await tables(tx)
    .insertInto('tips.tip')
    .values({
      ...columnsOf(tip, settings),
      id: tip.id,
      number,
      receipt_hash: receiptHash,
      secret_hash: secretHash,
      recorded_region: regionCode,
      region_code: regionCode,
      poster_id: received.posterId,
      topics: [...received.topics],
      words: received.words,
      place: received.place,
      photos: received.photos.length,
      insider: received.insider,
      received_at: received.at,
      decided_in_time: null,
    })
    .execute()
  return number
}

/** @param wasDueAt by when the decision was due before it was made */
export const updateTip = async (tx: Tx, tip: Tip, settings: Settings, wasDueAt: string | null): Promise<void> => {
  const columns = columnsOf(tip, settings)
  const decided = columns.decided_at
  // Decided at the last moment of the last day is in time (kernel/time: a last day ends at 24:00).
  const inTime = decided === null || wasDueAt === null ? {} : { decided_in_time: decided < wasDueAt }
  await tables(tx)
    .updateTable('tips.tip')
    .set({ ...columns, ...inTime })
    .where('id', '=', tip.id)
    .execute()
}

export const insertEvent = async (tx: Tx, tip: Tip, event: TipEvent): Promise<void> => {
  await tables(tx)
    .insertInto('tips.tip_event')
    .values({
      tip_id: tip.id,
      version: tip.version,
      kind: event.kind,
      person_id: 'step' in event ? event.step.by.personId : null,
      at: happenedAt(event),
      event: JSON.stringify(event),
    })
    .execute()
}

/** Tips that became this hazard, or tell of it. */
export const tipsOfHazard = async (tx: Tx, unitId: string, hazardId: string): Promise<readonly string[]> =>
  (
    await tipsInScope(tx)
      .select('tip.id')
      .where('tip.hazard_unit', '=', unitId)
      .where('tip.hazard_id', '=', hazardId)
      .orderBy('tip.id')
      .execute()
  ).map(({ id }) => id)
