import { setTimeout as pause } from 'node:timers/promises'
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { Result } from '../../kernel/result.ts'
import { appendAudit, appendHistory, type Deeds } from '../audit/append.ts'
import type { AuditEntry, RequestFacts } from '../audit/entry.ts'
import type { Secrets } from '../secrets/secrets.ts'
import { sendWork, type Event, type JobCall } from '../work/outbox.ts'
import type { Database } from './pool.ts'

/** What every transaction of the server is opened with. */
export type Services = {
  readonly database: Database
  readonly secrets: Secrets
  /** The one clock of the product; tests set it. */
  readonly clock: () => Temporal.Instant
}

/**
 * One transaction under the scope of one actor: state, audit, events and jobs are written together or not at all.
 * Row-level security sees the scope through settings that end with the transaction.
 */
export type Tx = {
  readonly actor: Actor
  readonly now: Temporal.Instant
  /** The time of `now` as the database and the API write it. */
  readonly at: string
  readonly secrets: Secrets
  /** The query builder, typed by the room's own tables. */
  tables<Tables>(): Kysely<Tables>
  /** Puts a deed on the record; every write must. */
  audit(entry: AuditEntry): void
  /** Tells the other rooms and the open screens, once the transaction stands. */
  emit(event: Event): void
  /** Leaves work for later. */
  enqueue(job: JobCall): void
  /** Lets what was written stand although the answer is a refusal (a counted failure of sign-in). */
  keepOnRefusal(): void
  /** How many deeds are on the record so far. */
  readonly deeds: number
}

export type TransactionOptions = {
  readonly actor: Actor
  readonly readOnly?: boolean
  readonly request?: RequestFacts
}

const nowhere: RequestFacts = { requestId: null, address: null, device: null }

/** Settings take only literals. Scopes are made of codes and ids, so anything else is a bug, or an attack. */
const literal = (text: string): string => {
  if (!/^[0-9A-Za-z:_-]*$/.test(text)) throw new RangeError('a scope setting holds a character that no code or id has')
  return `'${text}'`
}

/**
 * SET LOCAL with literals, never set_config(): only SET LOCAL reaches the workers of a cluster,
 * and a session that was given back to the pool carries nothing over.
 */
const scopeStatements = (actor: Actor): string =>
  [
    'set local role anlan_app',
    `set local anlan.lo = ${literal(actor.scope.lo)}`,
    `set local anlan.hi = ${literal(actor.scope.hi)}`,
    `set local anlan.organisation_id = ${literal(actor.scope.organisationId ?? '')}`,
    `set local anlan.person_id = ${literal(actor.kind === 'person' ? actor.personId : '')}`,
    // Whose post it is, however wide its scope: what one department owes is not on the desk of the one beside it.
    `set local anlan.acting_organisation_id = ${literal(actor.kind === 'person' ? actor.organisationId : '')}`,
  ].join('; ')

class Rollback extends Error {
  readonly result: Result<never>
  constructor(result: Result<never>) {
    super('rolled back because the answer is a refusal')
    this.result = result
  }
}

/**
 * Deadlock, serialization failure, and a unique value that somebody else has just taken between the look and the deed:
 * the work was rolled back whole and may be done again, and then the look finds what is taken.
 */
const mayRepeat = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001' || error.code === '23505')

/**
 * Runs a piece of work in one transaction. A refusal rolls everything back, unless the work asked to keep it.
 * A throw rolls back and is thrown on. After a conflict with another transaction the work is done again, three times at most.
 */
export const transact = async <Value>(
  services: Services,
  options: TransactionOptions,
  work: (tx: Tx) => Promise<Result<Value>>,
): Promise<Result<Value>> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await services.database.kysely.transaction().execute((trx) => inside(services, options, trx, work))
    } catch (error) {
      if (error instanceof Rollback) return error.result
      if (attempt === 3 || !mayRepeat(error)) throw error
      // At once it could be back before the other has woken, take its row again, and meet it in the same deadlock.
      await pause(20 * attempt + Math.random() * 20)
    }
  }
}

/** What a piece of work leaves to be written when it is done. */
type Left = Deeds & { readonly events: readonly Event[]; readonly jobs: readonly JobCall[] }

// Work first, audit last: the head of an audit chain is locked for the shortest time.
const writeLeft = async (trx: Transaction<unknown>, left: Left): Promise<void> => {
  await sendWork(trx, left)
  await appendAudit(trx, left)
}

const inside = async <Value>(
  { secrets, clock }: Services,
  { actor, readOnly = false, request = nowhere }: TransactionOptions,
  trx: Transaction<unknown>,
  work: (tx: Tx) => Promise<Result<Value>>,
  leave: (left: Left) => Promise<void> = (left) => writeLeft(trx, left),
): Promise<Result<Value>> => {
  await sql.raw(`${readOnly ? 'set transaction read only; ' : ''}${scopeStatements(actor)}`).execute(trx)
  const now = clock()
  const at = now.toString({ smallestUnit: 'millisecond' })
  const entries: AuditEntry[] = []
  const events: Event[] = []
  const jobs: JobCall[] = []
  let keep = false
  const result = await work({
    actor,
    now,
    at,
    secrets,
    tables: <Tables>() => trx as unknown as Kysely<Tables>,
    audit: (entry) => void entries.push(entry),
    emit: (event) => void events.push(event),
    enqueue: (job) => void jobs.push(job),
    keepOnRefusal: () => {
      keep = true
    },
    get deeds() {
      return entries.length
    },
  })
  if (!result.ok && !keep) throw new Rollback(result)
  await leave({ entries, actor, request, at, secrets, events, jobs })
  return result
}

/** One deed of a history: by whom and at which instant. */
export type DeedBy = { readonly actor: Actor; readonly at: Temporal.Instant }

/** Does one deed of a history and answers its value. */
export type Tell = <Value>(by: DeedBy, work: (tx: Tx) => Promise<Result<Value>>) => Promise<Value>

/** So many deeds after which the planner is told what is there now. */
const deedsPerLook = 300

/**
 * A history that the product itself writes (the sample): many deeds, each by its own actor at its own instant, in one
 * transaction of the database, so that a crash leaves all of it or nothing. A refusal would be a fault of the history, and
 * throws. The audit is written at the end, each deed at its instant and in the order told; the other rooms are told then, too,
 * for before nobody could hear it. Both together take a fifth of what they take deed by deed.
 * @param tables that grow while it is written: nothing else would tell the planner, and a join of 300 rows took a second
 */
export const transactHistory = <Value>(
  services: Services,
  tables: readonly string[],
  write: (tell: Tell) => Promise<Value>,
): Promise<Value> =>
  services.database.kysely.transaction().execute(async (trx) => {
    const history: Left[] = []
    let told = 0
    const value = await write(async ({ actor, at }, work) => {
      told += 1
      // As whoever began the transaction: only the owner of a table may look at all of it.
      if (told % deedsPerLook === 0) await sql.raw(`set local role none; analyze ${tables.join(', ')}`).execute(trx)
      const mustPass: typeof work = async (tx) => {
        const result = await work(tx)
        if (result.ok) return result
        throw new Error(`a deed of the history was refused: ${result.refusal.code} ${JSON.stringify(result.refusal.facts)}`)
      }
      const answer = await inside({ ...services, clock: () => at }, { actor }, trx, mustPass, async (left) => void history.push(left))
      if (!answer.ok) throw new Error(`a deed of the history was refused: ${answer.refusal.code}`)
      return answer.value
    })
    const at = services.clock().toString({ smallestUnit: 'millisecond' })
    await sendWork(trx, { events: history.flatMap(({ events }) => events), jobs: history.flatMap(({ jobs }) => jobs), at })
    await appendHistory(trx, history)
    return value
  })
