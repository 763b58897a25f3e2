import type { Hint, LiveMessage } from './messages.ts'

/** The end of a line that leads to the screen. */
export type Pipe = {
  /** Bytes handed over that the network has not taken yet. */
  readonly bufferedAmount: number
  /** Calls `done` when the network has taken it, or never will. */
  send(text: string, done: () => void): void
}

/** One screen's line. A slow one holds up nobody, and is told what it missed. */
export type Line = {
  /** The first words, and what was missed before; hints that came meanwhile follow. */
  begin(hello: { readonly cursor: string; readonly serverTime: string }, missed: readonly Hint[] | 'reset', cursor: string): void
  push(hint: Hint): void
  /** Everything is to be asked for again; what waits is left out. */
  reset(cursor: string): void
  /** Nothing happened, and the line lives; left out where words still wait in the pipe. */
  beat(serverTime: string): void
  readonly counts: { readonly hints: number; readonly merged: number; readonly resets: number }
}

export type LineLimits = {
  /** Beyond so much in the pipe, hints wait and make way for later ones of the same record. */
  readonly bytesInPipe: number
  /** Beyond so many waiting records, the screen asks again for everything. */
  readonly recordsWaiting: number
}

export const usualLimits: LineLimits = { bytesInPipe: 64 * 1024, recordsWaiting: 1_000 }

const keyOf = ({ topic, record }: Hint): string => JSON.stringify([topic, record?.kind, record?.id])

export const openLine = (pipe: Pipe, { bytesInPipe, recordsWaiting }: LineLimits = usualLimits): Line => {
  // In the order of their latest push: the cursor that the screen holds must never pass a hint that still waits.
  const waiting = new Map<string, Hint>()
  const counts = { hints: 0, merged: 0, resets: 0 }
  let begun = false
  let untold = 0
  let resetAt: string | null = null

  const say = (message: LiveMessage): void => pipe.send(JSON.stringify(message), flow)

  const flow = (): void => {
    if (!begun) return
    if (resetAt !== null && pipe.bufferedAmount < bytesInPipe) {
      const cursor = resetAt
      resetAt = null
      counts.resets += 1
      say({ reset: { cursor } })
    }
    while (waiting.size > 0 && pipe.bufferedAmount < bytesInPipe) {
      if (untold > 0) {
        const count = untold
        untold = 0
        say({ merged: { count } })
      }
      const [first] = waiting
      if (first === undefined) return
      const [key, hint] = first
      waiting.delete(key)
      counts.hints += 1
      say({ hint })
    }
  }

  const put = (hint: Hint): boolean => {
    const key = keyOf(hint)
    const merged = waiting.delete(key)
    waiting.set(key, hint)
    return merged
  }

  const reset = (cursor: string): void => {
    waiting.clear()
    untold = 0
    resetAt = cursor
    flow()
  }

  const beat = (serverTime: string): void => {
    if (begun && pipe.bufferedAmount < bytesInPipe) say({ beat: { serverTime } })
  }

  return {
    counts,
    beat,
    begin(hello, missed, cursor) {
      const meanwhile = [...waiting.values()]
      waiting.clear()
      begun = true
      say({ hello })
      if (missed === 'reset') reset(cursor)
      else if (resetAt === null) for (const hint of missed) put(hint)
      for (const hint of meanwhile) put(hint)
      flow()
    },
    push(hint) {
      // While a reset waits, what it makes the screen ask for again holds this change too.
      if (resetAt !== null) {
        resetAt = hint.cursor
        return
      }
      if (put(hint) && begun) {
        untold += 1
        counts.merged += 1
      }
      if (waiting.size > recordsWaiting) reset(hint.cursor)
      else flow()
    },
    reset,
  }
}
