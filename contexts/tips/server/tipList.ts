import { sql, type RawBuilder } from 'kysely'
import type { RouteInput, RouteOutput } from '../../../kernel/contract.ts'
import { ok, type Result } from '../../../kernel/result.ts'
import { cursorOf, readCursor } from '../../../platform/database/page.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { tipRoutes } from '../contract/tipRoutes.ts'
import type { Needs } from './needs.ts'
import { isOverdue, narrowedTips, type TipFilter } from './tipFilter.ts'

export type TipLine = RouteOutput<typeof tipRoutes.tips>['rows'][number]
type Row = Omit<TipLine, 'regionName'>
type Part = RawBuilder<unknown>

const columns = (tx: Tx): Part => sql`
  tip.id as "tipId", tip.number, tip.received_at as "receivedAt", tip.state, tip.topics, tip.words, tip.place, tip.region_code as "regionCode",
  poster.title as "posterTitle", tip.photos, tip.named, tip.insider, tip.due_at as "dueAt", ${isOverdue(tx)} as overdue,
  tip.decided_at as "decidedAt", tip.outcome, tip.reward_state as reward, (tip.tip #>> '{reward,proposed,amountYuan}')::integer as "rewardYuan",
  tip.awaits_reply_since is not null as "awaitsReply", tip.joined_into as "joinedInto", tip.version`

const from = sql`from tips.tip left join tips.poster on poster.id = tip.poster_id`

const named = async (tx: Tx, { regionNames }: Pick<Needs, 'regionNames'>, rows: readonly Row[]): Promise<TipLine[]> => {
  const names = await regionNames(tx, [...new Set(rows.map(({ regionCode }) => regionCode))])
  return rows.map((row) => ({ ...row, regionName: names.get(row.regionCode) ?? { zh: row.regionCode, en: row.regionCode } }))
}

/** One tip in scope, as a list shows it. */
export const tipLineOf = async (tx: Tx, needs: Pick<Needs, 'regionNames'>, tipId: string): Promise<TipLine | undefined> => {
  const { rows } = await sql<Row>`select ${columns(tx)} ${from} where ${narrowedTips(tx, {})} and tip.id = ${tipId}::uuid`.execute(
    tx.tables(),
  )
  return (await named(tx, needs, rows))[0]
}

type Query = RouteInput<typeof tipRoutes.tips>['query']

const orderings = {
  received: {
    by: sql`tip.received_at desc, tip.id desc`,
    keyOf: ({ receivedAt }: Row): string => receivedAt,
    after: (key: string, id: string) => sql`(tip.received_at, tip.id) < (${key}::timestamptz, ${id}::uuid)`,
  },
  due: {
    by: sql`tip.due_at asc nulls last, tip.id asc`,
    keyOf: ({ dueAt }: Row): string => dueAt ?? '',
    after: (key: string, id: string) =>
      key === ''
        ? sql`tip.due_at is null and tip.id > ${id}::uuid`
        : sql`((tip.due_at, tip.id) > (${key}::timestamptz, ${id}::uuid) or tip.due_at is null)`,
  },
} as const

/** How many tips a filter leaves in scope. */
export const countTips = async (tx: Tx, filter: TipFilter): Promise<number> => {
  const { rows } = await sql<{ total: number }>`select count(*) as total ${from} where ${narrowedTips(tx, filter)}`.execute(tx.tables())
  return rows[0]?.total ?? 0
}

type Page = RouteOutput<typeof tipRoutes.tips>

/** A page of tips in the order asked for. */
export const pageOfTips = async (
  tx: Tx,
  needs: Pick<Needs, 'regionNames'>,
  { after, limit, order, ...filter }: Query,
): Promise<Omit<Page, 'total'>> => {
  const ordering = orderings[order]
  const [name, key = '', id = ''] = readCursor(after, 3) ?? []
  const sound = name === order && (key === '' ? order === 'due' : !Number.isNaN(Date.parse(key)))
  const { rows } = await sql<Row>`
    select ${columns(tx)} ${from} where ${narrowedTips(tx, filter)} ${sound ? sql`and ${ordering.after(key, id)}` : sql``}
    order by ${ordering.by} limit ${limit + 1}`.execute(tx.tables())
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: await named(tx, needs, page),
    next: rows.length > limit && last ? cursorOf([order, ordering.keyOf(last), last.tipId]) : null,
  }
}

/** The same with the exact total of the filter. */
export const listTips = async (tx: Tx, needs: Pick<Needs, 'regionNames'>, query: Query): Promise<Result<Page>> =>
  ok({ ...(await pageOfTips(tx, needs, query)), total: await countTips(tx, query) })

/** What a whole list comes to. */
export const summariseTips = async (tx: Tx, filter: TipFilter): Promise<Result<RouteOutput<typeof tipRoutes.tipSummary>>> => {
  const { rows } = await sql<RouteOutput<typeof tipRoutes.tipSummary>>`
    select count(*) as total,
      count(*) filter (where tip.state = 'received') as "toAccept",
      count(*) filter (where tip.state = 'accepted') as "toCheck",
      count(*) filter (where tip.state = 'checked') as "toAnswer",
      count(*) filter (where ${isOverdue(tx)}) as overdue,
      count(*) filter (where tip.awaits_reply_since is not null) as "toReply",
      count(*) filter (where tip.decided_at is not null) as decided,
      count(*) filter (where tip.decided_at is not null and tip.outcome in ('true', 'known')) as substantiated,
      count(*) filter (where tip.rewarded_at is not null and tip.reward_yuan > 0) as rewarded,
      coalesce(sum(tip.reward_yuan) filter (where tip.rewarded_at is not null), 0)::double precision as "rewardYuan"
    ${from} where ${narrowedTips(tx, filter)}`.execute(tx.tables())
  const [row] = rows
  if (!row) throw new Error('a count has a row')
  return ok(row)
}
