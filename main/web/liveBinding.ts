import type { QueryClient } from '@tanstack/react-query'
import { sessionEnd, RefusalError } from '../../ui/api.ts'
import { createLiveConnection, roomOfTopic, type LiveConnection, type LiveSocket } from '../../ui/live.ts'
import { refreshRoom } from '../../ui/query.ts'
import { learnServerTime, serverNow } from '../../ui/serverClock.ts'
import { createState } from '../../ui/state.ts'

/** How many hints the server merged since the page was opened; shown, so that nobody takes the screen for complete. */
export const mergedHints = createState(0)

const openSocket = (path: string): LiveSocket => {
  const address = new URL(path, location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  return new WebSocket(address) as unknown as LiveSocket
}

/** Hints of one room that come within this time are answered by asking once. */
const gatherMilliseconds = 250

/** Joins the live connection to the cache: a hint makes the answers of its room stale. */
export const createLive = (client: QueryClient): LiveConnection => {
  const gathered = new Set<string>()
  const gather = (room: string): void => {
    if (gathered.size === 0) {
      setTimeout(() => {
        const rooms = [...gathered]
        gathered.clear()
        for (const each of rooms) void refreshRoom(client, each)
      }, gatherMilliseconds)
    }
    gathered.add(room)
  }
  return createLiveConnection(
    {
      hint: (hint) => gather(roomOfTopic(hint.topic)),
      reset: () => void client.invalidateQueries(),
      merged: (count) => mergedHints.set(mergedHints.get() + count),
      serverTime: (serverTime) => learnServerTime(serverTime),
      signedOut: () =>
        sessionEnd.set(
          new RefusalError(401, {
            code: 'SESSION_ENDED',
            facts: { reason: 'revoked' },
            sentence: { zh: '会话已结束，请重新登录。', en: 'The session has ended. Please sign in again.' },
          }),
        ),
    },
    {
      open: openSocket,
      now: serverNow,
      random: () => Math.random(),
      later: (deed, milliseconds) => {
        const timer = setTimeout(deed, milliseconds)
        return () => clearTimeout(timer)
      },
    },
  )
}

/** Listens to the browser: back on the network or back on the screen, connect at once. Answers how to stop. */
export const followBrowser = (live: LiveConnection): (() => void) => {
  const retry = (): void => {
    if (document.visibilityState === 'visible') live.retryNow()
  }
  window.addEventListener('online', retry)
  document.addEventListener('visibilitychange', retry)
  return () => {
    window.removeEventListener('online', retry)
    document.removeEventListener('visibilitychange', retry)
  }
}
