import type { z } from 'zod'
import type { Route, RouteOutput, Shape } from '../kernel/contract.ts'
import type { Sentence } from '../kernel/refusals.ts'
import { createState } from './state.ts'

/** A part of the input may be left out where every field of it may. */
type Part<Name extends string, S extends Shape> =
  Record<never, never> extends z.input<S> ? { readonly [Key in Name]?: z.input<S> } : { readonly [Key in Name]: z.input<S> }

/** What a call of this route must be handed: path parameters, query, body, each as its schema takes it. */
export type CallInput<R> =
  R extends Route<string, infer Params, infer Query, infer Body, Shape>
    ? Part<'params', Params> & Part<'query', Query> & Part<'body', Body>
    : never

/** The input of a call whose route is not known to the compiler. */
export type AnyInput = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown }

export type CallOptions = {
  /** The Idempotency-Key; the same for every attempt of one deed. Made by `call` where absent. */
  readonly key?: string
  readonly signal?: AbortSignal
  /** The stream of a route whose `bodyKind` is `bytes`. */
  readonly bytes?: Blob
  /** What such a route reads from the head of the request, e.g. `Upload-Offset`. */
  readonly headers?: Readonly<Record<string, string>>
}

/** The server answered with a refusal: a code, its facts, and what to tell the person. */
export class RefusalError extends Error {
  override readonly name = 'RefusalError'
  readonly status: number
  readonly code: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly sentence: Sentence

  constructor(status: number, refusal: { code: string; facts: Readonly<Record<string, unknown>>; sentence: Sentence }) {
    super(`${refusal.code}: ${refusal.sentence.en}`)
    this.status = status
    this.code = refusal.code
    this.facts = refusal.facts
    this.sentence = refusal.sentence
  }
}

/** The server failed: a fault of the product, written to its log under this id. */
export class ServerFault extends Error {
  override readonly name = 'ServerFault'
  readonly status: number
  readonly faultId: string | null

  constructor(status: number, faultId: string | null) {
    super(`The server failed with ${status}${faultId === null ? '' : `, fault ${faultId}`}`)
    this.status = status
    this.faultId = faultId
  }
}

/** No answer came: the network, or the server, is gone. Whether a write arrived is not known. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
  /** By the clock of this browser, in milliseconds since 1970. */
  readonly since: number

  constructor(cause: unknown) {
    super('No answer from the server', { cause })
    this.since = Date.now()
  }
}

/** The address of a call, its path parameters filled and the query appended; for links and pictures too. */
export const addressOf = <R extends Route>(route: R, input: Pick<CallInput<R> & AnyInput, 'params' | 'query'>): string =>
  addressFrom(route, input)

const addressFrom = (route: Route, input: AnyInput): string => {
  const params = (input.params ?? {}) as Readonly<Record<string, string | number | undefined>>
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === '') throw new Error(`${route.path} needs the parameter ${name}`)
    return encodeURIComponent(String(value))
  })
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Readonly<Record<string, unknown>>)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null) query.append(name, String(each))
    }
  }
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The last refusal that ended the session; the frame around all pages follows it. */
export const sessionEnd = createState<RefusalError | null>(null)

/** Whether the refusal says that nobody is signed in any more; the frame then asks for a sign-in. */
export const endsSession = (refusal: RefusalError): boolean => refusal.code === 'SIGN_IN_REQUIRED' || refusal.code === 'SESSION_ENDED'

/** The input may be left out where the route takes none. */
export type CallArguments<R> =
  Record<never, never> extends CallInput<R> ? [input?: CallInput<R>, options?: CallOptions] : [input: CallInput<R>, options?: CallOptions]

/**
 * Calls a route of the server.
 * Throws `RefusalError` where the server refuses, `ServerFault` where it fails, `ConnectionLost` where no answer comes,
 * and the `AbortError` of the browser where `signal` ends it.
 */
export const call = async <R extends Route>(route: R, ...[input, options]: CallArguments<R>): Promise<RouteOutput<R>> =>
  (await ask(route, input ?? {}, options)) as RouteOutput<R>

/** As `call`, for code that has checked the input's shape already. */
export const ask = async (route: Route, input: AnyInput, options: CallOptions = {}): Promise<unknown> => {
  const response = await send(route, input, options)
  if (!response.ok) throw await refusalIn(response)
  if (route.outputKind === 'bytes') return answered(response.blob())
  return response.status === 204 ? undefined : answered(response.json())
}

/** A fresh key for one deed, to be handed to every attempt of it. */
export const newKey = (): string => crypto.randomUUID()

const send = async (route: Route, input: AnyInput, options: CallOptions): Promise<Response> => {
  const headers = new Headers({ ...options.headers, Accept: 'application/json' })
  const request: RequestInit = { method: route.method, headers, credentials: 'same-origin' }
  if (options.signal) request.signal = options.signal
  if (route.method !== 'GET' && (route.repeat ?? 'key') !== 'natural') {
    headers.set('Idempotency-Key', options.key ?? newKey())
  }
  if (options.bytes) {
    headers.set('Content-Type', options.bytes.type === '' ? 'application/octet-stream' : options.bytes.type)
    request.body = options.bytes
  } else if (input.body !== undefined) {
    headers.set('Content-Type', 'application/json')
    request.body = JSON.stringify(input.body)
  }
  return answered(fetch(addressFrom(route, input), request))
}

/** A broken connection, told apart from a deliberate end. */
const answered = async <Value>(waiting: Promise<Value>): Promise<Value> => {
  try {
    return await waiting
  } catch (problem) {
    if (problem instanceof DOMException && problem.name === 'AbortError') throw problem
    throw new ConnectionLost(problem)
  }
}

type Answer = { readonly refusal?: ConstructorParameters<typeof RefusalError>[1]; readonly fault?: { readonly id?: string } }

const refusalIn = async (response: Response): Promise<RefusalError | ServerFault> => {
  const answer = await answerIn(response)
  if (answer.refusal) {
    const refusal = new RefusalError(response.status, answer.refusal)
    if (endsSession(refusal)) sessionEnd.set(refusal)
    return refusal
  }
  return new ServerFault(response.status, answer.fault?.id ?? null)
}

/** A proxy in between answers in its own words, which say nothing here. */
const answerIn = async (response: Response): Promise<Answer> => {
  try {
    const answer: unknown = await response.json()
    return typeof answer === 'object' && answer !== null ? answer : {}
  } catch {
    return {}
  }
}
