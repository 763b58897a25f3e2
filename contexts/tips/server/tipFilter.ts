import { sql, type RawBuilder } from 'kysely'
import type { RouteInput } from '../../../kernel/contract.ts'
import { regionCode, regionRange } from '../../../kernel/region.ts'
import { containing } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { TallyFigure } from '../contract/shapes.ts'
import type { tipRoutes } from '../contract/tipRoutes.ts'

export type TipFilter = RouteInput<typeof tipRoutes.tipSummary>['query']

type Part = RawBuilder<unknown>

export const isOverdue = (tx: Tx): Part => sql`coalesce(tip.due_at <= ${tx.at}::timestamptz, false)`

const open = sql`(tip.state in ('received', 'accepted', 'checked'))`

/** A day in Beijing as a range of moments, so that an index serves it. */
const startOf = (day: string): Part => sql`${day}::date::timestamp at time zone 'Asia/Shanghai'`

/** Which records each figure of `tips.tally` counts, and by which moment. */
const counted: { readonly [Figure in TallyFigure]: { readonly at: Part; readonly which: Part } } = {
  received: { at: sql`tip.received_at`, which: sql`true` },
  decided: { at: sql`tip.decided_at`, which: sql`tip.decided_at is not null` },
  decidedInTime: { at: sql`tip.decided_at`, which: sql`coalesce(tip.decided_in_time, false)` },
  substantiated: { at: sql`tip.decided_at`, which: sql`tip.decided_at is not null and tip.outcome in ('true', 'known')` },
  rewarded: { at: sql`tip.rewarded_at`, which: sql`tip.rewarded_at is not null and tip.reward_yuan > 0` },
  rewardYuan: { at: sql`tip.rewarded_at`, which: sql`tip.rewarded_at is not null and tip.reward_yuan > 0` },
}

const holds = (find: string): Part => {
  const text = containing(find)
  return sql`(tip.words ilike ${text} or tip.place ilike ${text} or tip.number ilike ${text})`
}

/** How each filter narrows; the compiler finds one that is missing. */
const narrowing = (
  tx: Tx,
  { counts = 'received' }: TipFilter,
): { readonly [Name in keyof TipFilter]-?: (asked: NonNullable<TipFilter[Name]>) => Part } => {
  const flag =
    (truth: Part) =>
    (asked: boolean): Part =>
      asked ? truth : sql`not ${truth}`
  return {
    region: (code) => {
      const { lo, hi } = regionRange(regionCode(code))
      return sql`tip.region_code >= ${lo} and tip.region_code < ${hi}`
    },
    state: (state) => sql`tip.state = ${state}`,
    topic: (topic) => sql`${topic} = any(tip.topics)`,
    outcome: (outcome) => sql`tip.outcome = ${outcome}`,
    posterId: (id) => sql`tip.poster_id = ${id}::uuid`,
    open: flag(open),
    overdue: flag(isOverdue(tx)),
    awaitsReply: flag(sql`(tip.awaits_reply_since is not null)`),
    reward: (state) => sql`tip.reward_state = ${state}`,
    counts: (figure) => counted[figure].which,
    from: (day) => sql`${counted[counts].at} >= ${startOf(day)}`,
    to: (day) => sql`${counted[counts].at} < ${startOf(day)} + interval '1 day'`,
    find: (find) => (find === '' ? sql`true` : holds(find)),
  }
}

/** The condition of a filter, within the scope; who sees one organisation alone sees no tip. */
export const narrowedTips = (tx: Tx, filter: TipFilter): Part => {
  const { lo, hi, organisationId } = tx.actor.scope
  const scope = organisationId === null ? sql`tip.region_code >= ${lo} and tip.region_code < ${hi}` : sql`false`
  const ways = narrowing(tx, filter) as Readonly<Record<string, (asked: unknown) => Part>>
  const parts = Object.entries(ways).flatMap(([name, way]) => {
    const asked = (filter as Readonly<Record<string, unknown>>)[name]
    return asked === undefined ? [] : [way(asked)]
  })
  return sql.join([scope, ...parts], sql` and `)
}
