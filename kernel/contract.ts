import type { z } from 'zod'
import type { Role } from './actor.ts'
import type { RefusalTable, Sentence } from './refusals.ts'
import type { RoomWords } from './words.ts'

/**
 * Which records a route touches, and so what it answers outside the actor's scope:
 * - `all`: reference data that anyone with the action sees whole (regions, law rows);
 * - `own`: only what belongs to the actor in person (sessions, password); another's is 404 RECORD_NOT_FOUND;
 * - `rows`: a list; rows outside the scope are not in it;
 * - `record`: one record named by the path; outside the scope it is 404 RECORD_NOT_FOUND, as if it were not there;
 * - `input`: makes a record at a place named in the body; outside the scope it is 403 OUT_OF_SCOPE.
 */
export type RouteScope = 'all' | 'own' | 'rows' | 'record' | 'input'

/** A stream in or out has no schema: the room parses it itself. */
export type Shape = z.ZodType
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

export type Route<
  Action extends string = string,
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends Shape = Shape,
  Output extends Shape = Shape,
> = {
  readonly method: Method
  /** Fastify's form, e.g. `/api/identity/people/:personId`. */
  readonly path: `/api/${string}`
  readonly summary: Sentence
  /** A key of the contract's actions; or `public` (nobody need sign in), or `signedIn` (anyone who has). */
  readonly action: Action | 'public' | 'signedIn'
  readonly scope: RouteScope
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** `bytes` for a stream in the body; the use case reads it. */
  readonly bodyKind?: 'json' | 'bytes'
  readonly output: Output
  /** `bytes` for a stream out; the output schema then describes nothing. */
  readonly outputKind?: 'json' | 'bytes'
  readonly success: 200 | 201 | 204
  /** Codes beyond those of the doorway. */
  readonly refusals: readonly string[]
  /**
   * How a repeated write stays one: `key` (the default for writes) wants an Idempotency-Key and keeps the answer;
   * `secret` keeps the answer sealed, because it holds a password or a token; `natural` where repeating is harmless
   * or the route guards itself (sign-in, resumable upload).
   */
  readonly repeat?: 'key' | 'secret' | 'natural'
  /** Requests one address may make in a minute; the server's default where absent. */
  readonly perMinute?: number
  /**
   * Of a `public` route whose caller must never be found again: nobody asks whose session it is, the address and the device
   * reach neither the audit nor any table nor the log, and the product acts in the caller's stead.
   */
  readonly nameless?: boolean
}

/** A route of a room, with the types of its schemas kept. */
export const route = <
  Action extends string,
  Output extends Shape,
  Params extends Shape = z.ZodObject<{}>,
  Query extends Shape = z.ZodObject<{}>,
  Body extends Shape = z.ZodObject<{}>,
  OutputKind extends 'json' | 'bytes' = 'json',
>(
  declared: Route<Action, Params, Query, Body, Output> & { readonly outputKind?: OutputKind },
): Route<Action, Params, Query, Body, Output> & { readonly outputKind?: OutputKind } => declared

/** What a route's use case is handed, after the contract has parsed it. */
export type RouteInput<R> =
  R extends Route<string, infer Params, infer Query, infer Body, Shape>
    ? { readonly params: z.output<Params>; readonly query: z.output<Query>; readonly body: z.output<Body> }
    : never

/** What a caller must send. */
export type RouteCall<R> =
  R extends Route<string, infer Params, infer Query, infer Body, Shape>
    ? { readonly params?: z.input<Params>; readonly query?: z.input<Query>; readonly body?: z.input<Body> }
    : never

/** What the route answers. */
export type RouteOutput<R> = R extends Route<string, Shape, Shape, Shape, infer Output> ? z.output<Output> : never

/** A fact that a room tells the others, past tense. */
export type EventShape<Payload extends Shape = Shape> = { readonly type: `${string}.${string}`; readonly payload: Payload }

/** The columns of a view `<room>.owed`: one row for each thing somebody owes. Read by the desk. */
export const owedColumns = [
  'id',
  'kind',
  'region_code',
  'organisation_id',
  'owner_role',
  'owner_person_id',
  'subject',
  'detail',
  'record_kind',
  'record_id',
  'owed_since',
  'step_due_at',
  'law_due_at',
] as const

/** The columns of a view `<room>.region_figure`: changes of a figure by region and day, summed by the desk. */
export const regionFigureColumns = ['figure', 'region_code', 'organisation_id', 'day', 'change'] as const

/** A view in the room's schema that `desk` and `supervision` may read. */
export type PublishedView = {
  readonly name: `${string}.${string}`
  readonly columns: readonly string[]
  /** What the column `kind` (of `.owed`) or `figure` (of `.region_figure`) may hold; each has its words. */
  readonly holds?: readonly string[]
}

/** The only door of a room. */
export type Contract<
  FactsByCode = Record<never, never>,
  Actions extends Record<string, readonly Role[]> = Record<string, readonly Role[]>,
> = {
  readonly room: string
  /** Who may do what; `noun.verb`. Nobody else may: default deny. */
  readonly actions: Actions
  readonly routes: { readonly [name: string]: Route }
  readonly refusals: RefusalTable<FactsByCode>
  readonly events: { readonly [name: string]: EventShape }
  readonly views: readonly PublishedView[]
  /** How the desk speaks of the room; a room that owes nothing, counts nothing and has no pages may do without. */
  readonly words?: RoomWords<Actions>
}
