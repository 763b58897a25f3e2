import type { IncomingMessage } from 'node:http'
import type { WebSocket } from 'ws'
import type { Actor, PersonActor } from '../../kernel/actor.ts'
import type { Log } from '../log/log.ts'
import { faultFacts } from '../work/fault.ts'
import type { FeedEvent } from './feed.ts'
import { openLine, type Line } from './line.ts'
import { closeCodes } from './messages.ts'

/** One open screen: whose it is, and its line. */
export type Screen = {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  readonly line: Line
  actor: PersonActor
  /** When the session was last seen to be alive, on the process's own clock. */
  verifiedAtMillis: number
  /** Answered the last ping. */
  answers: boolean
}

/** Who stands behind a request; null for nobody, or no longer. A throw means that it could not be found out. */
export type AuthenticateScreen = (request: IncomingMessage) => Promise<Actor | null>

export const openScreen = (socket: WebSocket, request: IncomingMessage, actor: PersonActor): Screen => ({
  socket,
  request,
  actor,
  verifiedAtMillis: performance.now(),
  answers: true,
  line: openLine({
    get bufferedAmount() {
      return socket.bufferedAmount
    },
    // An error is told by the close of the socket.
    send: (text, done) => socket.send(text, () => done()),
  }),
})

/**
 * Looks again whether the sessions behind these screens live, once for each session. A screen whose session ended is
 * closed; one whose scope or roles changed asks again for everything; one whose session could not be looked at for
 * `unverifiedMillis` is closed, so that an outage of the database lets nobody look on.
 */
export const recheck = async (
  screens: Iterable<Screen>,
  {
    authenticate,
    cursor,
    unverifiedMillis,
    log,
  }: { readonly authenticate: AuthenticateScreen; readonly cursor: () => string; readonly unverifiedMillis: number; readonly log: Log },
): Promise<void> => {
  for (const [, ofSession] of Map.groupBy(screens, ({ request }) => request.headers.cookie)) {
    const [first] = ofSession
    if (first === undefined) continue
    let actor: Actor | null
    try {
      actor = await authenticate(first.request)
    } catch (error) {
      log.warn({ fault: faultFacts(error) }, 'a session behind a screen could not be looked at')
      for (const { socket, verifiedAtMillis } of ofSession)
        if (performance.now() - verifiedAtMillis > unverifiedMillis) socket.close(closeCodes.tryLater, 'the session could not be looked at')
      continue
    }
    for (const screen of ofSession) {
      if (actor?.kind !== 'person') {
        screen.socket.close(closeCodes.sessionEnded, 'the session ended')
        continue
      }
      screen.verifiedAtMillis = performance.now()
      const changed = JSON.stringify([screen.actor.scope, screen.actor.roles]) !== JSON.stringify([actor.scope, actor.roles])
      screen.actor = actor
      if (changed) screen.line.reset(cursor())
    }
  }
}

/** Whether an event that ends sessions may have ended this one: it names its session, person, post or organisation, or nobody. */
export const concerns = ({ record }: FeedEvent, { actor }: Screen): boolean =>
  record === null || [actor.sessionId, actor.personId, actor.postId, actor.organisationId].includes(record.id)
