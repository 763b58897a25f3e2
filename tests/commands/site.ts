import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect } from 'vitest'
import { routes as identityRoutes } from '../../contexts/identity/contract/index.ts'
import type { Route, RouteCall, RouteOutput } from '../../kernel/contract.ts'
import { evidenceRoutes } from '../../platform/evidence/contract.ts'
import { phonePhoto } from '../../platform/evidence/testFiles.ts'
import { addressOf, killAnlan, startAnlan, stopAnlan, type Anlan } from './anlan.ts'
import { projectFolder } from './installedCopy.ts'

export type Answer<R> = { readonly status: number; readonly body: RouteOutput<R> }

/** The product with its sample on a data folder of its own, reached as its clients reach it, and killed as a power cut would. */
export type Site = {
  readonly folder: string
  signIn(login: string): Promise<{ readonly personId: string; readonly organisationId: string }>
  call<R extends Route>(login: string, route: R, input: RouteCall<R>, key?: string): Promise<Answer<R>>
  /** Uploads a new photo and answers its id. */
  photo(login: string): Promise<string>
  /**
   * Does something across a power cut: server and database are killed, in turn just after the answer and while it is on
   * its way; then they start again, and the same request with the same key is sent once more. The answer to that one.
   */
  across<R extends Route>(login: string, route: R, input: RouteCall<R>): Promise<Answer<R>>
  command(...args: readonly string[]): Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
  stop(): Promise<void>
  remove(): Promise<void>
}

const passwordIn = async (anlan: Anlan): Promise<string> => {
  for (;;) {
    const found = /sample account: (\S+)/.exec(anlan.said().stdout)?.[1]
    if (found !== undefined) return found
    await pause(50)
  }
}

type Input = { readonly params?: Record<string, string>; readonly query?: Record<string, string>; readonly body?: unknown }

export const openSite = async (): Promise<Site> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan-site-'))
  const start = (): Anlan => startAnlan({ from: projectFolder, env: { ANLAN_DATA: folder, ANLAN_SAMPLE: 'on' } })
  let anlan = start()
  let address = await addressOf(anlan)
  const password = await passwordIn(anlan)
  const cookies = new Map<string, string>()
  let deeds = 0
  let photos = 0

  const send = async <R extends Route>(
    login: string,
    route: R,
    input: RouteCall<R>,
    more: { readonly headers?: Record<string, string>; readonly bytes?: Uint8Array<ArrayBuffer> } = {},
  ): Promise<Answer<R>> => {
    const { params = {}, query = {}, body } = input as Input
    const path = route.path.replaceAll(/:([^/]+)/g, (_whole, name: string) => encodeURIComponent(String(params[name])))
    const cookie = cookies.get(login)
    const payload = more.bytes ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await fetch(`${address}${path}?${new URLSearchParams(query).toString()}`, {
      method: route.method,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(payload === undefined ? {} : { 'content-type': more.bytes ? 'application/octet-stream' : 'application/json' }),
        ...more.headers,
      },
      ...(payload === undefined ? {} : { body: payload }),
    })
    for (const set of response.headers.getSetCookie()) cookies.set(login, set.split(';')[0] ?? '')
    const text = await response.text()
    return { status: response.status, body: (text === '' ? null : JSON.parse(text)) as RouteOutput<R> }
  }
  const keyed = (key: string = randomUUID()) => ({ headers: { 'idempotency-key': key } })

  return {
    folder,
    call: (login, route, input, key) => send(login, route, input, keyed(key)),
    signIn: async (login) => {
      const { status } = await send(login, identityRoutes.signIn, { body: { login, password } }, keyed())
      expect([login, status < 300]).toEqual([login, true])
      const { body } = await send(login, identityRoutes.me, {})
      return { personId: body.person.id, organisationId: body.post.organisationId }
    },
    photo: async (login) => {
      const bytes = new Uint8Array(await phonePhoto(320, 240, (photos += 1)))
      const begun = await send(login, evidenceRoutes.beginUpload, { body: { name: '现场.jpg', sizeBytes: bytes.length } }, keyed())
      const { body } = await send(
        login,
        evidenceRoutes.receiveChunk,
        { params: { uploadId: begun.body.uploadId } },
        {
          bytes,
          headers: { 'upload-offset': '0' },
        },
      )
      return body.item?.id ?? expect.fail(`the photo was not taken: ${JSON.stringify(body)}`)
    },
    across: async (login, route, input) => {
      deeds += 1
      const waits = deeds % 2 === 0
      const key = randomUUID()
      const sent = send(login, route, input, keyed(key)).then(
        (answer) => answer,
        () => null,
      )
      if (waits) await sent
      else await pause(4 * (deeds % 8))
      await killAnlan(anlan, folder)
      const first = await sent
      anlan = start()
      address = await addressOf(anlan)
      const second = await send(login, route, input, keyed(key))
      // What was acknowledged stands: the same answer, word for word.
      if (waits) expect(first).not.toBeNull()
      if (first !== null) expect(second).toEqual(first)
      return second
    },
    command: async (...args) => {
      const run = startAnlan({ from: projectFolder, env: { ANLAN_DATA: folder }, args })
      const { code } = await run.ended
      return { code, ...run.said() }
    },
    stop: () => stopAnlan(anlan),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
