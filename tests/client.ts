import { randomUUID } from 'node:crypto'
import { routes as identity } from '../contexts/identity/contract/index.ts'
import type { Route, RouteCall, RouteOutput } from '../kernel/contract.ts'
import { evidenceRoutes } from '../platform/evidence/contract.ts'

export type Answer<R> = { readonly status: number; readonly body: RouteOutput<R> }

/** Somebody at the API as another system reaches it; the session's cookie is kept from answer to call. */
export type Client = {
  /** @param key the Idempotency-Key; a new one where absent. */
  call<R extends Route>(route: R, input: RouteCall<R>, key?: string): Promise<Answer<R>>
  signIn(login: string, password: string): Promise<Answer<typeof identity.signIn>>
  /** Uploads a file and answers what was made of it. */
  upload(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<string>
  /** A chunk of a resumable upload, from this byte on. */
  sendChunk<R extends Route>(route: R, input: RouteCall<R>, offset: number, bytes: Uint8Array<ArrayBuffer>): Promise<Answer<R>>
  /** What a route answers in bytes. */
  download<R extends Route>(route: R, input: RouteCall<R>): Promise<Uint8Array<ArrayBuffer>>
}

type Input = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** @param address asked anew for each call, because a start after a power cut may take another port. */
export const openClient = (address: () => string): Client => {
  let cookie: string | undefined
  const ask = async <R extends Route>(
    route: R,
    input: RouteCall<R>,
    headers: Readonly<Record<string, string>>,
    bytes?: Uint8Array<ArrayBuffer>,
  ): Promise<Response> => {
    const { params = {}, query = {}, body } = input as Input
    const path = route.path.replaceAll(/:([^/]+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
    const asked = new URLSearchParams(query).toString()
    const payload = bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    const origin = address()
    const response = await fetch(`${origin}${path}${asked === '' ? '' : `?${asked}`}`, {
      method: route.method,
      headers: {
        origin,
        ...(cookie === undefined ? {} : { cookie }),
        ...(payload === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    for (const set of response.headers.getSetCookie()) cookie = set.split(';')[0]
    return response
  }
  const send = async <R extends Route>(
    route: R,
    input: RouteCall<R>,
    headers: Readonly<Record<string, string>>,
    bytes?: Uint8Array<ArrayBuffer>,
  ): Promise<Answer<R>> => {
    const response = await ask(route, input, headers, bytes)
    const text = await response.text()
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as RouteOutput<R> }
  }
  const sendChunk: Client['sendChunk'] = (route, input, offset, bytes) => send(route, input, { 'upload-offset': String(offset) }, bytes)
  const call: Client['call'] = (route, input, key = randomUUID()) => send(route, input, { 'idempotency-key': key })
  return {
    call,
    signIn: (login, password) => call(identity.signIn, { body: { login, password } }),
    upload: async (name, bytes) => {
      const { body: begun } = await call(evidenceRoutes.beginUpload, { body: { name, sizeBytes: bytes.length } })
      const { uploadId } = begun
      const { body } = await sendChunk(evidenceRoutes.receiveChunk, { params: { uploadId } }, 0, bytes)
      if (!body.item) throw new Error(`the file was not taken: ${JSON.stringify(body)}`)
      return body.item.id
    },
    sendChunk,
    download: async (route, input) => {
      const response = await ask(route, input, {})
      if (!response.ok) throw new Error(`the file was not given: ${response.status} ${await response.text()}`)
      return new Uint8Array(await response.arrayBuffer())
    },
  }
}
