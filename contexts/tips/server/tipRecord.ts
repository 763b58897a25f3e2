import { sql } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { refusals } from '../contract/refusals.ts'
import type { tipRoutes } from '../contract/tipRoutes.ts'
import { possibleActions } from '../rules/decide.ts'
import type { TipEvent } from '../rules/events.ts'
import type { Tip } from '../rules/tip.ts'
import type { Needs } from './needs.ts'
import { tipLineOf } from './tipList.ts'
import { historyOf, tables, tipInScope, tipsInScope } from './tipStore.ts'

type TipRecord = RouteOutput<typeof tipRoutes.tip>

const peopleIn = (tip: Tip, history: readonly TipEvent[]): readonly string[] => [
  ...new Set([
    ...history.flatMap((event) => ('step' in event ? [event.step.by.personId] : [])),
    ...tip.reveals.map(({ by }) => by.personId),
  ]),
]

const likeDays = 14
const likeMost = 8

/** Open tips of the same county about the same things within two weeks: a person decides. */
const alikeOf = async (tx: Tx, tip: Tip, regionCode: string): Promise<TipRecord['alike']> => {
  if (tip.state !== 'received' && tip.state !== 'accepted') return []
  const { topics, at } = tip.received
  const county = regionCode.slice(0, 6)
  return tipsInScope(tx)
    .select(['tip.id as tipId', 'tip.number', 'tip.received_at as receivedAt', 'tip.words', 'tip.state'])
    .where('tip.id', '<>', tip.id)
    .where('tip.state', 'not in', ['joined', 'declined', 'referred'])
    .where(
      sql<boolean>`tip.received_at between ${at}::timestamptz - make_interval(days => ${likeDays}) and ${at}::timestamptz + make_interval(days => ${likeDays})`,
    )
    .where(sql<boolean>`left(tip.region_code, 6) = ${county} and tip.topics && ${[...topics]}::text[]`)
    .orderBy('tip.received_at')
    .limit(likeMost)
    .execute()
}

const joinedTo = (tx: Tx, tipId: string): Promise<TipRecord['joined']> =>
  tipsInScope(tx)
    .select(['tip.id as tipId', 'tip.number', 'tip.received_at as receivedAt', 'tip.words'])
    .where('tip.joined_into', '=', tipId)
    .orderBy('tip.received_at')
    .execute()

const joinedIntoOf = async (tx: Tx, tip: Tip): Promise<TipRecord['joinedInto']> => {
  if (tip.state !== 'joined') return null
  const into = await tipInScope(tx, tip.joined.intoId)
  return into ? { tipId: into.tip.id, number: into.number, state: into.tip.state } : null
}

const hazardOf = async (tx: Tx, { hazardKnown }: Needs, tip: Tip): Promise<TipRecord['hazard']> => {
  const key = 'check' in tip ? tip.check.hazard : null
  return key === null ? null : ((await hazardKnown(tx, key.unitId, key.hazardId)) ?? null)
}

const posterUnitOf = async (tx: Tx, { unitKnown }: Needs, posterId: string | null): Promise<TipRecord['posterUnit']> => {
  if (posterId === null) return null
  const poster = await tables(tx).selectFrom('tips.poster').select('about_unit').where('id', '=', posterId).executeTakeFirst()
  const unit = poster?.about_unit ? await unitKnown(tx, poster.about_unit) : undefined
  return unit ? { unitId: unit.unitId, name: unit.name } : null
}

const rewardOf = ({ reward }: Tip, name: (personId: string) => string): TipRecord['reward'] =>
  reward === null
    ? null
    : {
        ...reward.proposed.basis,
        amountYuan: reward.proposed.amountYuan,
        reason: reward.proposed.reason,
        proposedBy: name(reward.proposed.step.by.personId),
        decided: reward.decided && {
          agree: reward.decided.agree,
          reason: reward.decided.reason,
          by: name(reward.decided.step.by.personId),
          at: reward.decided.step.at,
        },
        paid: reward.paid && { note: reward.paid.note, by: name(reward.paid.step.by.personId), at: reward.paid.step.at },
      }

/** A tip with everything that happened to it and everything that may happen now. Who told is not in it. */
export const tipRecord = async (tx: Tx, needs: Needs, actor: PersonActor, tipId: string): Promise<Result<TipRecord>> => {
  const held = await tipInScope(tx, tipId)
  const line = held && (await tipLineOf(tx, needs, tipId))
  if (!held || !line) return refuse('RECORD_NOT_FOUND', { kind: 'tip', id: tipId })
  const { tip, regionCode } = held
  const history = await historyOf(tx, tipId)
  const people = await needs.peopleNames(tx, peopleIn(tip, history))
  const name = (personId: string): string => people.get(personId) ?? ''
  return ok({
    line,
    position: tip.received.position,
    photoIds: [...tip.received.photos],
    identity: tip.identity,
    reveals: tip.reveals.map(({ by, at }) => ({ personName: name(by.personId), at })),
    history: [...history],
    actions: possibleActions(tip, actor).map(({ action, refusal }) => ({
      action,
      refusal: refusal && { code: refusal.code, facts: { ...refusal.facts }, sentence: sentenceOf(refusals, refusal) },
    })),
    hazard: await hazardOf(tx, needs, tip),
    posterUnit: await posterUnitOf(tx, needs, tip.received.posterId),
    reward: rewardOf(tip, name),
    messages: tip.messages.map(({ from, by, text, at }) => ({ from, by: by && name(by.personId), text, at })),
    joined: await joinedTo(tx, tipId),
    joinedInto: await joinedIntoOf(tx, tip),
    alike: await alikeOf(tx, tip, regionCode),
    people: Object.fromEntries(people),
  })
}
