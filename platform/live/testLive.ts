import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import type { Actor, PersonActor } from '../../kernel/actor.ts'
import { silentLog } from '../log/log.ts'
import { until, type TestWork } from '../work/testWork.ts'
import { startLive, type Live, type LiveOptions } from './live.ts'
import type { Hint, LiveMessage } from './messages.ts'

export const person = (name: string, change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: `person-${name}`,
  sessionId: `session-${name}`,
  postId: `post-${name}`,
  organisationId: 'o1',
  regionCode: '330114',
  roles: ['officer'],
  scope: { lo: '330114', hi: '330115', organisationId: null },
  ...change,
})

/** A server with live hints, and the sessions that a test lets live or end. */
export type TestLive = {
  readonly live: Live
  readonly sessions: Map<string, Actor>
  /** What the look at a session costs, or that it fails. */
  lookFails: boolean
  readonly address: string
  stop(): Promise<void>
}

export const openTestLive = async (work: TestWork, options: Partial<LiveOptions> = {}): Promise<TestLive> => {
  const server: Server = createServer((_request, response) => response.end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const sessions = new Map<string, Actor>()
  const authenticate = (request: IncomingMessage): Promise<Actor | null> =>
    opened.lookFails
      ? Promise.reject(new Error('the database is away'))
      : Promise.resolve(sessions.get(request.headers.cookie ?? '') ?? null)
  const live = await startLive({
    server,
    services: work.services,
    url: work.url,
    topics: [{ event: 'gate.opened' }, { event: 'gate.closed' }, { event: 'work.alarmRaised', roles: ['systemAdmin'], anywhere: true }],
    sessionEvents: ['identity.sessionEnded'],
    authenticate,
    log: silentLog(),
    ...options,
    rhythm: { pingMillis: 3_600_000, recheckMillis: 3_600_000, ...options.rhythm },
  })
  const opened: TestLive = {
    live,
    sessions,
    lookFails: false,
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await live.stop()
      server.close()
      await once(server, 'close')
    },
  }
  return opened
}

/** A screen as a browser opens it. */
export type TestScreen = {
  readonly messages: LiveMessage[]
  readonly closeCode: () => number | null
  hints(): readonly Hint[]
  /** `kind/id` of the records that hints named, in order. */
  records(): readonly string[]
  /** Of the latest message that carries one. */
  cursor(): string
  readonly socket: WebSocket
  /** Breaks the line without a word. */
  cut(): Promise<void>
}

export const openScreenAt = async (
  { address }: Pick<TestLive, 'address'>,
  {
    cookie,
    after,
    origin = `http://${address}`,
    path = '/api/live',
    autoPong = true,
  }: { cookie?: string; after?: string; origin?: string | null; path?: string; autoPong?: boolean } = {},
): Promise<TestScreen> => {
  const messages: LiveMessage[] = []
  let code: number | null = null
  const socket = new WebSocket(`ws://${address}${path}${after === undefined ? '' : `?after=${after}`}`, {
    autoPong,
    ...(origin === null ? {} : { origin }),
    headers: cookie === undefined ? {} : { cookie },
  })
  socket.on('message', (data: Buffer) => messages.push(JSON.parse(data.toString('utf8')) as LiveMessage))
  socket.on('close', (closeCode) => {
    code = closeCode
  })
  const hints = (): readonly Hint[] => messages.flatMap((message) => ('hint' in message ? [message.hint] : []))
  await once(socket, 'open')
  socket.on('error', () => undefined)
  return {
    messages,
    socket,
    closeCode: () => code,
    hints,
    records: () => hints().map(({ record }) => `${record?.kind}/${record?.id}`),
    cursor: () => {
      const found = messages
        .flatMap((message) =>
          'hint' in message
            ? [message.hint.cursor]
            : 'hello' in message
              ? [message.hello.cursor]
              : 'reset' in message
                ? [message.reset.cursor]
                : [],
        )
        .at(-1)
      if (found === undefined) throw new Error('no message yet')
      return found
    },
    async cut() {
      socket.terminate()
      await until(() => code !== null)
    },
  }
}
