import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../../../platform/database/transaction.ts'
import { summed, type Delta, type Figure, type FigureKey } from '../rules/figures.ts'

const keys = sql`figure, region_code, industry_code, campaign_id, period, level, state, registered`

/**
 * Writes what a transaction changed: one row for each distinct key (measured: 1.2 times the write in batches of 1,000,
 * where a row for each delta is 2.5 times). Hand it all deltas of the transaction at once where that can be.
 */
export const writeDeltas = async (tx: Tx, deltas: readonly Delta[]): Promise<void> => {
  const rows = summed(deltas).map(({ figure, regionCode, industryCode, campaignId, period, level, state, registered, change }) => ({
    figure,
    region_code: regionCode,
    industry_code: industryCode,
    campaign_id: campaignId,
    period,
    level,
    state,
    registered,
    change,
  }))
  if (rows.length === 0) return
  // As JSON and not as parameters: a batch of a ledger changes two thousand figures, and their 18,000 parameters took the
  // process longer than PostgreSQL takes to write them.
  await sql`
    insert into hazards.figure_delta (${keys}, change)
    select ${keys}, change from json_populate_recordset(null::hazards.figure_delta, ${JSON.stringify(rows)}::json)`.execute(tx.tables())
}

/**
 * Adds up to `most` deltas into the rollup, in one statement: a reader sees each delta either still there or folded, never
 * both. Two that fold at once take different deltas, and rows of the rollup in the same order.
 * @returns how many deltas were folded
 */
export const foldDeltas = async (tx: Tx, most: number): Promise<number> => {
  const { rows } = await sql<{ folded: number }>`
    with taken as (
      delete from hazards.figure_delta where id in (select id from hazards.figure_delta order by id limit ${most} for update skip locked)
      returning ${keys}, change
    ), folded as (
      insert into hazards.figure_rollup (${keys}, total)
      select ${keys}, sum(change) from taken group by ${keys} order by region_code, figure, industry_code, campaign_id, period, level, state, registered
      on conflict on constraint figure_rollup_key do update set total = figure_rollup.total + excluded.total
    )
    select count(*) as folded from taken`.execute(tx.tables())
  return rows[0]?.folded ?? 0
}

/** Rollup and what is not folded yet, under one snapshot: exact at once. */
const present = sql`(
  select ${keys}, total as change from hazards.figure_rollup
  union all select ${keys}, change from hazards.figure_delta
) as present`

/** Every figure in scope by its whole key; for the comparison with the records. */
export const allFigures = async (tx: Tx): Promise<readonly Delta[]> => {
  const { rows } = await sql<Delta>`
    select figure, region_code as "regionCode", industry_code as "industryCode", campaign_id as "campaignId", period, level, state, registered,
      sum(change)::bigint as change
    from ${present} group by ${keys} having sum(change) <> 0`.execute(tx.tables())
  return rows
}

export type FigureQuery = {
  readonly figures: readonly string[]
  readonly lo: string
  readonly hi: string
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly campaignId?: string | undefined
  readonly level?: string | undefined
  readonly state?: string | undefined
}

const none = sql``

/** A unit checked counts once for each month and once for each campaign: the one or the other is asked for, never their sum. */
const narrowed = ({ figures, lo, hi, from, until, campaignId, level, state }: FigureQuery): RawBuilder<unknown> => sql`
  where figure = any(${[...figures]}::text[]) and region_code >= ${lo} and region_code < ${hi}
  ${from === undefined ? none : sql`and (period is null or period >= ${from})`}
  ${until === undefined ? none : sql`and (period is null or period <= ${until})`}
  ${campaignId === undefined ? sql`and (figure <> 'unitsChecked' or period is not null)` : sql`and campaign_id = ${campaignId}::uuid and (figure <> 'unitsChecked' or period is null)`}
  ${level === undefined ? none : sql`and level = ${level}`}
  ${state === undefined ? none : sql`and state = ${state}`}`

export type Grouping = { readonly regionDigits: number; readonly by: readonly ('period' | 'level' | 'state' | 'industry')[] }

export type FigureRow = {
  readonly figure: Figure
  readonly region: string
  readonly period: string | null
  readonly level: FigureKey['level']
  readonly state: FigureKey['state']
  readonly industryCode: string | null
  readonly total: number
}

/** Sums by the first digits of the region and by the dimensions asked for; what is not asked for is null. */
export const sumFigures = async (tx: Tx, query: FigureQuery, { regionDigits, by }: Grouping): Promise<readonly FigureRow[]> => {
  const shown = (name: Grouping['by'][number], column: string): RawBuilder<unknown> =>
    by.includes(name) ? sql.ref(column) : sql`null::text`
  const { rows } = await sql<FigureRow>`
    select figure, region, period, level, state, industry as "industryCode", sum(change)::bigint as total from (
      select figure, left(region_code, ${regionDigits}) as region, ${shown('period', 'period')} as period, ${shown('level', 'level')} as level,
        ${shown('state', 'state')} as state, ${shown('industry', 'industry_code')} as industry, change
      from ${present} ${narrowed(query)}
    ) as narrowed
    group by figure, region, period, level, state, industry having sum(change) <> 0
    order by region collate "C", figure, period, level, state, industry`.execute(tx.tables())
  return rows
}

export type OverdueRow = {
  readonly region: string
  readonly level: NonNullable<FigureKey['level']>
  readonly overdue: number
  readonly running: number
  readonly closed: number
  readonly closedDays: number
}

/** What is not put right yet, overdue on a day or not, and the days that closing took; counted by due day, never flagged. */
export const overdueByRegion = async (
  tx: Tx,
  {
    lo,
    hi,
    campaignId,
    today,
    regionDigits,
  }: Pick<FigureQuery, 'lo' | 'hi' | 'campaignId'> & { readonly today: string; readonly regionDigits: number },
): Promise<readonly OverdueRow[]> => {
  const { rows } = await sql<OverdueRow>`
    select left(region_code, ${regionDigits}) as region, level,
      coalesce(sum(change) filter (where figure = 'due' and period < ${today}), 0)::bigint as overdue,
      coalesce(sum(change) filter (where figure = 'due'), 0)::bigint as running,
      coalesce(sum(change) filter (where figure = 'closed'), 0)::bigint as closed,
      coalesce(sum(change) filter (where figure = 'closedDays'), 0)::bigint as "closedDays"
    from ${present} ${narrowed({ figures: ['due', 'closed', 'closedDays'], lo, hi, campaignId })}
    group by 1, 2 order by 1, 2`.execute(tx.tables())
  return rows.filter(({ running, closed }) => running !== 0 || closed !== 0)
}
