import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Services } from '../database/transaction.ts'
import type { Log } from '../log/log.ts'
import { faultFacts } from '../work/fault.ts'
import { cursorText, parseCursor } from './cursor.ts'
import { openFeed, type FeedEvent } from './feed.ts'
import { closeCodes, type Hint } from './messages.ts'
import { missedHints } from './resume.ts'
import { concerns, openScreen, recheck, type AuthenticateScreen, type Screen } from './screens.ts'
import { isTold, type Topic } from './topics.ts'

export type LiveOptions = {
  /** The HTTP server; upgrades to `/api/live` are answered here. */
  readonly server: Server
  readonly services: Services
  /** The owner's address, for the connection that listens. */
  readonly url: string
  readonly topics: readonly Topic[]
  /** Events after which a session may be no more, or may see something else: its screens are looked at again at once. */
  readonly sessionEvents: readonly string[]
  /** Must not count as use of the session, else an open screen would keep an idle one alive. */
  readonly authenticate: AuthenticateScreen
  readonly log: Log
  readonly rhythm?: Partial<Rhythm>
}

export type Rhythm = {
  /** A screen that has not answered by the next ping is dropped. */
  readonly pingMillis: number
  /** So long at most a screen stays open after its session ended. */
  readonly recheckMillis: number
  /** So long at most when the database cannot be asked. */
  readonly unverifiedMillis: number
  readonly safetyMillis: number
}

const usualRhythm: Rhythm = { pingMillis: 25_000, recheckMillis: 30_000, unverifiedMillis: 120_000, safetyMillis: 5_000 }

/** A browser has a line for each tab; a session with more than this is none of a person's. */
const linesOfOneSession = 20
/** A socket with its queue takes some tens of kilobytes; more screens want more servers. */
const linesAtMost = 5_000

export type LiveFigures = {
  readonly screens: number
  readonly hints: number
  readonly merged: number
  readonly resets: number
  /** Screens that did not answer a ping. */
  readonly dropped: number
  /** False while the feed cannot read; hints are then late, never lost. */
  readonly whole: boolean
}

export type Live = { figures(): LiveFigures; stop(): Promise<void> }

/** Opens the live hints: a WebSocket at `/api/live`, resumed by `?after=cursor`. Throws when the database cannot be reached. */
export const startLive = async (options: LiveOptions): Promise<Live> => {
  const { server, services, url, topics, sessionEvents, authenticate, log } = options
  const rhythm = { ...usualRhythm, ...options.rhythm }
  const screens = new Set<Screen>()
  const closed = { hints: 0, merged: 0, resets: 0, dropped: 0 }
  let coming = 0
  let stopping = false

  const lookAgain = (some: Iterable<Screen>): Promise<void> =>
    recheck(some, { authenticate, cursor: here, unverifiedMillis: rhythm.unverifiedMillis, log })
  const topicOf = new Map(topics.map((topic) => [topic.event, topic]))
  const feed = await openFeed(url, {
    types: [...new Set([...topicOf.keys(), ...sessionEvents])],
    safetyMillis: rhythm.safetyMillis,
    log,
    onEvents: (events) => {
      for (const event of lastOfEach(events)) tell(event)
      const ending = events.filter(({ type }) => sessionEvents.includes(type))
      if (ending.length > 0) void lookAgain([...screens].filter((screen) => ending.some((event) => concerns(event, screen))))
    },
  })
  const here = (): string => cursorText(feed.cursor())

  const tell = (event: FeedEvent): void => {
    const topic = topicOf.get(event.type)
    if (topic === undefined) return
    const hint: Hint = { cursor: cursorText(event.cursor), topic: event.type, ...(event.record === null ? {} : { record: event.record }) }
    for (const { actor, line } of screens) if (isTold(actor, topic, event)) line.push(hint)
  }

  const admit = async (socket: WebSocket, request: IncomingMessage): Promise<void> => {
    socket.on('error', (error) => log.debug({ fault: faultFacts(error) }, 'a line broke'))
    socket.on('message', () => socket.close(closeCodes.spoke, 'nothing is to be said here'))
    try {
      const actor = await authenticate(request)
      // After the handshake, because a browser tells its page nothing of a handshake that failed.
      if (actor?.kind !== 'person') return socket.close(closeCodes.sessionEnded, 'sign in first')
      if ([...screens].filter((screen) => screen.actor.sessionId === actor.sessionId).length >= linesOfOneSession)
        return socket.close(closeCodes.tooManyLines, 'too many lines of one session')
      if (socket.readyState !== socket.OPEN) return
      const screen = openScreen(socket, request, actor)
      // In the list before it looks back, so that nothing falls between what was missed and what comes.
      enter(screen)
      const after = new URL(request.url ?? '', 'http://here').searchParams.get('after')
      const cursor = after === null ? null : parseCursor(after)
      const start = here()
      const missed =
        after === null ? [] : cursor === null ? 'reset' : ((await missedHints(services.database, cursor, actor, topics)) ?? 'reset')
      const hello = {
        cursor: after !== null && missed !== 'reset' ? after : start,
        serverTime: services.clock().toString({ smallestUnit: 'millisecond' }),
      }
      screen.line.begin(hello, missed, start)
    } catch (error) {
      log.warn({ fault: faultFacts(error) }, 'a screen could not be let in')
      socket.close(closeCodes.tryLater, 'try again later')
    }
  }

  const enter = (screen: Screen): void => {
    screens.add(screen)
    screen.socket.on('pong', () => {
      screen.answers = true
    })
    screen.socket.on('close', () => {
      screens.delete(screen)
      closed.hints += screen.line.counts.hints
      closed.merged += screen.line.counts.merged
      closed.resets += screen.line.counts.resets
    })
  }

  const sockets = new WebSocketServer({ noServer: true, clientTracking: true, perMessageDeflate: false, maxPayload: 1024 })
  const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if ((request.url ?? '').split('?')[0] !== '/api/live') {
      // Nobody else would answer, and a caller without an answer waits.
      if (server.listenerCount('upgrade') === 1) turnAway(socket, '404 Not Found')
      return
    }
    if (!ownOrigin(request)) return turnAway(socket, '403 Forbidden')
    if (stopping || screens.size + coming >= linesAtMost) return turnAway(socket, '503 Service Unavailable')
    sockets.handleUpgrade(request, socket, head, (opened) => {
      coming += 1
      void admit(opened, request).finally(() => {
        coming -= 1
      })
    })
  }
  server.on('upgrade', upgrade)

  const pings = setInterval(() => {
    for (const screen of screens) {
      if (screen.answers) {
        screen.answers = false
        screen.socket.ping()
        screen.line.beat(services.clock().toString({ smallestUnit: 'millisecond' }))
      } else {
        closed.dropped += 1
        screen.socket.terminate()
      }
    }
  }, rhythm.pingMillis)
  let checking = false
  const checks = setInterval(() => {
    if (checking) return
    checking = true
    void lookAgain(screens).finally(() => {
      checking = false
    })
  }, rhythm.recheckMillis)

  return {
    figures: () => {
      const open = [...screens].map(({ line }) => line.counts)
      const sum = (name: 'hints' | 'merged' | 'resets'): number => open.reduce((total, counts) => total + counts[name], closed[name])
      return {
        screens: screens.size,
        hints: sum('hints'),
        merged: sum('merged'),
        resets: sum('resets'),
        dropped: closed.dropped,
        whole: feed.whole,
      }
    },
    async stop() {
      stopping = true
      server.off('upgrade', upgrade)
      clearInterval(pings)
      clearInterval(checks)
      for (const socket of sockets.clients) socket.close(closeCodes.serverStops, 'the server stops')
      await allClosed(sockets)
      await feed.close()
    },
  }
}

/** A record changed five times in one reading is one change to a screen. */
const lastOfEach = (events: readonly FeedEvent[]): readonly FeedEvent[] => {
  const last = new Map<string, FeedEvent>()
  for (const event of events) {
    const key = JSON.stringify([event.type, event.regionCode, event.organisationId, event.record])
    last.delete(key)
    last.set(key, event)
  }
  return [...last.values()]
}

/** A browser always says where a page that opens a line comes from; another site's page must not get one with our cookie. */
const ownOrigin = ({ headers: { origin, host } }: IncomingMessage): boolean =>
  origin !== undefined && URL.canParse(origin) && new URL(origin).host === host

const turnAway = (socket: Duplex, status: string): void => {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}

/** Two seconds for a polite end; a screen that has gone away would hold up the stop. */
const allClosed = (sockets: WebSocketServer): Promise<void> =>
  new Promise((resolve) => {
    const impatient = setTimeout(() => {
      for (const socket of sockets.clients) socket.terminate()
    }, 2_000)
    sockets.close(() => {
      clearTimeout(impatient)
      resolve()
    })
  })
