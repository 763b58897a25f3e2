import { sql, type RawBuilder } from 'kysely'
import type { PersonActor, Scope } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Change } from '../rules/trend.ts'
import type { Source } from './sources.ts'

export type OwedRow = {
  readonly room: string
  readonly id: string
  readonly kind: string
  readonly subject: string
  readonly detail: string | null
  readonly level: number | null
  readonly recordKind: string
  readonly recordId: string
  readonly owedSince: string
  readonly stepDueAt: string | null
  readonly lawDueAt: string | null
  readonly total: number
}

const viewOf = ({ schema, view }: Source): RawBuilder<unknown> => sql`${sql.id(schema, view)}`

const union = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(parts, sql` union all `)

/** The scope stands in the query as well as in row-level security, so that a room's index on the range is used. */
const inScope = ({ lo, hi, organisationId }: Scope): RawBuilder<unknown> =>
  organisationId === null
    ? sql`(region_code >= ${lo} and region_code < ${hi})`
    : sql`(region_code >= ${lo} and region_code < ${hi} and organisation_id = ${organisationId}::uuid)`

/**
 * What the actor owes, whatever room it comes from: what names him or her, and what any of the roles in hand owes within
 * the scope. By the earlier of both clocks; each row carries how many there are in all.
 */
export const owedBy = async (tx: Tx, actor: PersonActor, sources: readonly Source[], most: number): Promise<readonly OwedRow[]> => {
  if (sources.length === 0) return []
  const parts = sources.map(
    (source) => sql`
      select ${source.room}::text as room, id::text, kind, subject, detail, ${source.levelled ? sql`level::integer` : sql`null::integer`} as level,
        record_kind, record_id, owed_since, step_due_at, law_due_at
      from ${viewOf(source)}
      where owner_person_id = ${actor.personId}::uuid or (owner_role = any(${[...actor.roles]}::text[]) and ${inScope(actor.scope)})`,
  )
  const { rows } = await sql<OwedRow>`
    select room, id, kind, subject, detail, level, record_kind as "recordKind", record_id as "recordId", owed_since as "owedSince",
      step_due_at as "stepDueAt", law_due_at as "lawDueAt", (count(*) over ())::integer as total
    from (${union(parts)}) as owed
    order by least(step_due_at, law_due_at) nulls last, owed_since, room, id
    limit ${most}`.execute(tx.tables())
  return rows
}

export type FigureChange = Change & { readonly room: string; readonly figure: string }

/**
 * The changes of every figure in scope up to a day, added up by day; what lies on or before `since` comes as one row of
 * that day.
 */
export const figureChanges = async (
  tx: Tx,
  scope: Scope,
  sources: readonly Source[],
  { since, until }: { since: string; until: string },
): Promise<readonly FigureChange[]> => {
  if (sources.length === 0) return []
  const parts = sources.map(
    (source) => sql`
      select ${source.room}::text as room, figure, greatest(day, ${since}::date) as day, change
      from ${viewOf(source)} where ${inScope(scope)} and day <= ${until}::date`,
  )
  const { rows } = await sql<FigureChange>`
    select room, figure, day, sum(change)::double precision as change from (${union(parts)}) as changed group by room, figure, day`.execute(
    tx.tables(),
  )
  return rows
}
