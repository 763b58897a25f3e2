import { createState, type State } from './state.ts'

/*
 * One connection tells what changed ("hints"); the answer to a hint is always to ask again over HTTP, so a hint
 * lost or doubled does no harm. The cursor of the last hint is where a new connection goes on.
 */

export type Hint = {
  readonly cursor: string
  /** `room.whatHappened` */
  readonly topic: string
  readonly record?: { readonly kind: string; readonly id: string } | undefined
}

export type LiveState =
  | { readonly phase: 'off' }
  | { readonly phase: 'connecting'; readonly lostSince: number | null }
  | { readonly phase: 'live'; readonly since: number; readonly heardAt: number }
  | { readonly phase: 'lost'; readonly lostSince: number; readonly retryAt: number; readonly failures: number }

/** The part of a WebSocket that is used here, so that a test can play one. */
export type LiveSocket = {
  onopen: (() => void) | null
  onmessage: ((event: { readonly data: unknown }) => void) | null
  onclose: ((event: { readonly code: number }) => void) | null
  close: () => void
}

export type LiveDeeds = {
  readonly hint: (hint: Hint) => void
  /** What was read may be old without a hint having said so: ask again for everything. */
  readonly reset: () => void
  /** The server sent the latest of several hints under load. */
  readonly merged: (count: number) => void
  readonly serverTime: (serverTime: string) => void
  /** The server closed because the session has ended. */
  readonly signedOut: () => void
}

export type LiveWorld = {
  readonly open: (path: string) => LiveSocket
  readonly now: () => number
  readonly random: () => number
  /** Runs the deed after that time; answers how to call it off. */
  readonly later: (deed: () => void, milliseconds: number) => () => void
}

/** The close code by which the server says that the session has ended; every other one is worth another attempt. */
const sessionEndedCode = 4401
const longestWaitMilliseconds = 30_000
/**
 * A page hears nothing of the pings below its socket. Where the server also beats (every 25 s), a line without a word
 * for longer than this is dead, whatever TCP believes.
 */
const silenceMilliseconds = 60_000

/** 1, 2, 4 … 30 s, spread over its upper half so that a county's screens do not come back at one instant. */
export const waitMilliseconds = (failures: number, random: number): number =>
  Math.min(1_000 * 2 ** failures, longestWaitMilliseconds) * (0.5 + random / 2)

type Message = {
  readonly hello?: { readonly cursor: string | number; readonly serverTime: string }
  readonly hint?: {
    readonly cursor: string | number
    readonly topic: string
    readonly record?: { readonly kind: string; readonly id: string }
  }
  readonly reset?: { readonly cursor: string | number }
  readonly merged?: { readonly count: number }
  /** Sent now and then so that a page can tell a quiet line from a dead one. */
  readonly beat?: { readonly serverTime: string }
}

export type LiveConnection = {
  readonly state: State<LiveState>
  readonly start: () => void
  readonly stop: () => void
  /** Connects at once instead of waiting (the person asked, or the network came back). */
  readonly retryNow: () => void
}

/** The live connection of a page: connects, listens, and comes back after a loss from the last cursor. */
export const createLiveConnection = (deeds: LiveDeeds, world: LiveWorld): LiveConnection => {
  const state = createState<LiveState>({ phase: 'off' })
  let socket: LiveSocket | null = null
  let cursor: string | null = null
  let failures = 0
  let lostSince: number | null = null
  let beats = false
  let callOffRetry: (() => void) | null = null
  let callOffSilence: (() => void) | null = null

  const watchSilence = (): void => {
    callOffSilence?.()
    callOffSilence = beats ? world.later(() => lose(), silenceMilliseconds) : null
  }

  const letGo = (): void => {
    callOffRetry?.()
    callOffSilence?.()
    callOffRetry = null
    callOffSilence = null
    if (!socket) return
    socket.onopen = null
    socket.onmessage = null
    socket.onclose = null
    socket.close()
    socket = null
  }

  const connect = (): void => {
    letGo()
    state.set({ phase: 'connecting', lostSince })
    socket = world.open(cursor === null ? '/api/live' : `/api/live?after=${encodeURIComponent(cursor)}`)
    socket.onmessage = ({ data }) => hear(data)
    socket.onclose = ({ code }) => {
      if (code === sessionEndedCode) {
        stop()
        deeds.signedOut()
      } else lose()
    }
    beats = false
  }

  const lose = (): void => {
    letGo()
    lostSince ??= world.now()
    const wait = waitMilliseconds(failures, world.random())
    failures += 1
    state.set({ phase: 'lost', lostSince, retryAt: world.now() + wait, failures })
    callOffRetry = world.later(connect, wait)
  }

  const hear = (data: unknown): void => {
    const message = messageIn(data)
    if (!message) return
    const { hello, hint, reset, merged, beat } = message
    beats ||= beat !== undefined
    watchSilence()
    if (hello) {
      deeds.serverTime(hello.serverTime)
      // What was read before the first greeting may have changed before it, and no hint will tell.
      if (cursor === null) {
        cursor = String(hello.cursor)
        deeds.reset()
      }
      failures = 0
      lostSince = null
    }
    if (beat) deeds.serverTime(beat.serverTime)
    if (hint) {
      cursor = String(hint.cursor)
      deeds.hint({ cursor, topic: hint.topic, ...(hint.record ? { record: hint.record } : {}) })
    }
    if (reset) {
      cursor = String(reset.cursor)
      deeds.reset()
    }
    if (merged) deeds.merged(merged.count)
    const now = world.now()
    const before = state.get()
    state.set({ phase: 'live', since: before.phase === 'live' ? before.since : now, heardAt: now })
  }

  const stop = (): void => {
    letGo()
    cursor = null
    failures = 0
    lostSince = null
    state.set({ phase: 'off' })
  }

  return {
    state,
    start: () => {
      if (state.get().phase === 'off') connect()
    },
    stop,
    retryNow: () => {
      if (state.get().phase === 'lost') connect()
    },
  }
}

/** Anything else than a known message is left unheard: an old page must survive a newer server. */
const messageIn = (data: unknown): Message | null => {
  if (typeof data !== 'string') return null
  try {
    const message: unknown = JSON.parse(data)
    return typeof message === 'object' && message !== null ? message : null
  } catch {
    return null
  }
}

/** The room a topic comes from: `identity` of `identity.personCreated`. */
export const roomOfTopic = (topic: string): string => topic.slice(0, topic.indexOf('.'))
