import { randomUUIDv7 } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import type { Confidence, LawRow, Tighten } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { routes } from '../contract/index.ts'
import type { HeldRow } from '../rules/limitRows.ts'
import type { LawTables } from './tables.ts'

const tables = (tx: Tx) => tx.tables<LawTables>()

/** A limit at its present revision, with its last vouch and how many in scope tightened it. */
export type LimitRow = {
  readonly key: string
  readonly revision: number
  readonly standard: string
  readonly edition: string
  readonly clause: string
  readonly inForceFrom: string
  readonly inForceTo: string | null
  readonly confidence: Confidence
  readonly value: LawRow['value']
  readonly unit: string
  readonly tighten: Tighten
  readonly strictest: number | null
  readonly zh: string
  readonly en: string
  readonly usedIn: string[]
  readonly retiredAt: string | null
  readonly vouchedBy: string | null
  readonly vouchedAt: string | null
  readonly vouchedSource: string | null
  readonly tightenedBy: number
}

const none = sql``

/** A text for LIKE that holds what was typed, and nothing of it as a wildcard. */
const containing = (find: string): string => `%${find.replaceAll(/[%_\\]/g, String.raw`\$&`)}%`

const shown = async (tx: Tx, narrowed: RawBuilder<unknown>): Promise<LimitRow[]> => {
  const { lo, hi, organisationId } = tx.actor.scope
  const ofOne = organisationId === null ? none : sql`and organisation_id = ${organisationId}::uuid`
  const { rows } = await sql<LimitRow>`
    select row.key, row.revision, row.standard, row.edition, row.clause, row.in_force_from as "inForceFrom", row.in_force_to as "inForceTo",
      row.confidence, row.value, row.unit, row.tighten, row.strictest, row.zh, row.en, row.used_in as "usedIn", row.used_to as "retiredAt",
      vouched.person_id as "vouchedBy", vouched.at as "vouchedAt", vouched.source as "vouchedSource",
      coalesce(tightened.organisations, 0)::integer as "tightenedBy"
    from law.limit as row
    left join lateral (
      select person_id, at, source from law.vouched
      where vouched.key = row.key and vouched.revision = row.revision order by at desc, id desc limit 1
    ) as vouched on true
    left join (
      select key, count(*) as organisations from law.tightened
      where ended_at is null and region_code >= ${lo} and region_code < ${hi} ${ofOne} group by key
    ) as tightened on tightened.key = row.key
    where not exists (select from law.limit as newer where newer.key = row.key and newer.revision > row.revision) ${narrowed}
    order by row.key`.execute(tx.tables())
  return rows
}

type Query = RouteInput<typeof routes.limits>['query']

/** The limits that match, at their present revision. */
export const listLimits = async (tx: Tx, query: Query): Promise<LimitRow[]> => {
  const { find, standard, confidence, tightened, unvouched, retired } = query
  const text = find === undefined || find === '' ? null : containing(find)
  return shown(
    tx,
    sql`
      and row.used_to is ${retired ? sql`not null` : sql`null`}
      ${standard === undefined ? none : sql`and row.standard = ${standard}`}
      ${confidence === undefined ? none : sql`and row.confidence = ${confidence}`}
      ${tightened ? sql`and tightened.organisations > 0` : none}
      ${unvouched ? sql`and vouched.at is null` : none}
      ${text === null ? none : sql`and (row.key ilike ${text} or row.zh ilike ${text} or row.en ilike ${text} or row.standard ilike ${text} or row.clause ilike ${text})`}`,
  )
}

export const findLimit = async (tx: Tx, key: string): Promise<LimitRow | undefined> => (await shown(tx, sql`and row.key = ${key}`))[0]

/** What limits are called, by key. */
export const limitNames = async (tx: Tx, keys: readonly string[]): Promise<ReadonlyMap<string, Sentence>> => {
  if (keys.length === 0) return new Map()
  const rows = await tables(tx)
    .selectFrom('law.limit')
    .distinctOn('key')
    .select(['key', 'zh', 'en'])
    .where('key', 'in', keys)
    .orderBy('key')
    .orderBy('revision', 'desc')
    .execute()
  return new Map(rows.map(({ key, zh, en }) => [key, { zh, en }]))
}

/** How many limits stand on each standard, used ones alone. */
export const standardsInUse = async (tx: Tx): Promise<{ standard: string; limits: number }[]> =>
  tables(tx)
    .selectFrom('law.limit')
    .select(['standard', sql<number>`count(*)::integer`.as('limits')])
    .where('used_to', 'is', null)
    .groupBy('standard')
    .orderBy('standard')
    .execute()

/** Every revision of a limit, the newest first. */
export const revisionsOf = async (tx: Tx, key: string) =>
  tables(tx)
    .selectFrom('law.limit')
    .select([
      'revision',
      'standard',
      'edition',
      'clause',
      'in_force_from as inForceFrom',
      'in_force_to as inForceTo',
      'confidence',
      'value',
      'unit',
      'used_from as usedFrom',
      'used_to as usedTo',
    ])
    .where('key', '=', key)
    .orderBy('revision', 'desc')
    .execute()

export const insertVouch = async (tx: Tx, actor: PersonActor, row: { key: string; revision: number; source: string }): Promise<void> => {
  await tables(tx)
    .insertInto('law.vouched')
    .values({ ...row, id: randomUUIDv7(), person_id: actor.personId, post_id: actor.postId, at: tx.at })
    .execute()
}

/** Every vouch for a limit, of any revision, the newest first. */
export const vouchesOf = async (tx: Tx, key: string, most: number) =>
  tables(tx)
    .selectFrom('law.vouched')
    .select(['person_id as personId', 'at', 'source'])
    .where('key', '=', key)
    .orderBy('at', 'desc')
    .limit(most)
    .execute()

/** Every key at its latest revision. One server at a time looks and writes: the lock is held until the transaction ends. */
export const lockHeldRows = async (tx: Tx): Promise<HeldRow[]> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('law.limit', 0))`.execute(tx.tables())
  const rows = await tables(tx).selectFrom('law.limit').distinctOn('key').selectAll().orderBy('key').orderBy('revision', 'desc').execute()
  return rows.map(({ in_force_from, in_force_to, used_in, used_to, used_from: _since, strictest, ...row }) => ({
    ...row,
    ...(strictest === null ? {} : { strictest }),
    inForceFrom: in_force_from,
    inForceTo: in_force_to,
    usedIn: used_in,
    retired: used_to !== null,
  }))
}

/** Writes a revision: the first of a key, or the one after the last. */
export const insertRevisions = async (tx: Tx, rows: readonly (LawRow & { readonly revision: number })[]): Promise<void> => {
  if (rows.length === 0) return
  await tables(tx)
    .insertInto('law.limit')
    .values(
      rows.map((row) => ({
        key: row.key,
        revision: row.revision,
        standard: row.standard,
        edition: row.edition,
        clause: row.clause,
        in_force_from: row.inForceFrom,
        in_force_to: row.inForceTo,
        confidence: row.confidence,
        value: JSON.stringify(row.value),
        unit: row.unit,
        tighten: row.tighten,
        strictest: row.strictest ?? null,
        zh: row.zh,
        en: row.en,
        used_in: [...row.usedIn],
        used_from: tx.at,
        used_to: null,
      })),
    )
    .execute()
}

/** The program ends its use of these keys' present revisions. */
export const endRevisions = async (tx: Tx, keys: readonly string[]): Promise<void> => {
  if (keys.length === 0) return
  await tables(tx).updateTable('law.limit').set({ used_to: tx.at }).where('key', 'in', keys).where('used_to', 'is', null).execute()
}

export const rewordLimit = async (tx: Tx, { key, zh, en, usedIn }: LawRow): Promise<void> => {
  await tables(tx)
    .updateTable('law.limit')
    .set({ zh, en, used_in: [...usedIn] })
    .where('key', '=', key)
    .where('used_to', 'is', null)
    .execute()
}
