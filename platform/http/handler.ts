import type { Readable } from 'node:stream'
import type { Actor, PersonActor } from '../../kernel/actor.ts'
import type { Route, RouteInput, RouteOutput } from '../../kernel/contract.ts'
import type { Result } from '../../kernel/result.ts'
import type { RequestFacts } from '../audit/entry.ts'
import type { Services, Tx } from '../database/transaction.ts'

/** A cookie of the answer. `maxAgeSeconds: 0` clears it. HttpOnly, SameSite=Strict and Path=/ always. */
export type Cookie = { readonly name: string; readonly value: string; readonly maxAgeSeconds: number }

/** A stream as an answer. The name is what the browser saves the file as. */
export type BytesAnswer = {
  readonly stream: Readable
  readonly mediaType: string
  readonly lengthBytes?: number
  readonly fileName?: string
  /** 206 for a part of the stream. */
  readonly status?: 200 | 206
  /** Further headers, e.g. of a range. */
  readonly headers?: Readonly<Record<string, string>>
  /** Strong validator; the same content has the same tag. */
  readonly tag?: string
}

type ActorOf<R extends Route> = R['action'] extends 'public' ? Actor : PersonActor

/** What a use case is handed: the parsed input, who asks, and where the answer may leave cookies. */
export type Ask<R extends Route> = RouteInput<R> & {
  readonly actor: ActorOf<R>
  readonly request: RequestFacts
  readonly services: Services
  /** The request's body for a `bytes` route; empty otherwise. */
  readonly bytes: Readable
  /** Request headers a `bytes` route needs (offset, range); lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** A mark of the caller's address that stands nowhere and means nothing after this process: to count requests by. */
  readonly visitor: string
  setCookie(cookie: Cookie): void
}

type AnswerOf<R extends Route> = NonNullable<R['outputKind']> extends 'bytes' ? BytesAnswer : RouteOutput<R>

export type InTransaction<R extends Route> = (tx: Tx, ask: Ask<R>) => Promise<Result<AnswerOf<R>>>
export type OutsideTransaction<R extends Route> = (ask: Ask<R>) => Promise<Result<AnswerOf<R>>>

/** A route joined to its use case. */
export type RouteHandler = {
  readonly route: Route
  readonly inTransaction?: InTransaction<Route>
  readonly outsideTransaction?: OutsideTransaction<Route>
}

/** The usual way: the use case runs in the transaction of the request, under the scope of the actor. */
export const handle = <R extends Route>(route: R, inTransaction: InTransaction<R>): RouteHandler =>
  ({ route, inTransaction }) as unknown as RouteHandler

/**
 * For slow work that must not hold a connection (password hashing, streams):
 * the use case opens its own transactions with `transact`.
 */
export const handleOutside = <R extends Route>(route: R, outsideTransaction: OutsideTransaction<R>): RouteHandler =>
  ({ route, outsideTransaction }) as unknown as RouteHandler
