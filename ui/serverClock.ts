import { createContext, use, useEffect, useState } from 'react'
import { createState, useStateOf } from './state.ts'

/*
 * Deadlines run by the server's clock, because a phone's clock may be wrong by hours.
 * The offset is learnt from every answer that carries `serverTime`.
 */
const offsetMilliseconds = createState(0)

/** Learns the server's clock from an ISO instant it has just sent. */
export const learnServerTime = (serverTime: string, receivedAt: number = Date.now()): void => {
  const told = Date.parse(serverTime)
  if (Number.isNaN(told)) throw new Error(`Not an instant: ${serverTime}`)
  const offset = told - receivedAt
  // Below a second the difference is the network's; following it would make clocks tremble.
  if (Math.abs(offset - offsetMilliseconds.get()) >= 1_000) offsetMilliseconds.set(offset)
}

/** The server's present instant, in milliseconds since 1970. */
export const serverNow = (): number => Date.now() + offsetMilliseconds.get()

/** Holds the clock of everything inside at one instant: a replay, a printed page, the gallery. */
export const FrozenNow = createContext<number | null>(null)

/** The server's present instant, renewed on every whole period; one timer a period for the whole page. */
export const useNow = (everyMilliseconds = 1_000): number => {
  const frozen = use(FrozenNow)
  useStateOf(offsetMilliseconds)
  const [, beat] = useState(0)
  useEffect(() => (frozen === null ? follow(everyMilliseconds, () => beat((count) => count + 1)) : undefined), [everyMilliseconds, frozen])
  return frozen ?? serverNow()
}

type Ticker = { readonly listeners: Set<() => void>; timer: ReturnType<typeof setTimeout> }
const tickers = new Map<number, Ticker>()

const follow = (everyMilliseconds: number, listener: () => void): (() => void) => {
  const running = tickers.get(everyMilliseconds)
  if (running) {
    running.listeners.add(listener)
  } else {
    const listeners = new Set([listener])
    const plan = (): ReturnType<typeof setTimeout> =>
      setTimeout(
        () => {
          ticker.timer = plan()
          for (const each of listeners) each()
        },
        everyMilliseconds - (serverNow() % everyMilliseconds),
      )
    const ticker: Ticker = { listeners, timer: plan() }
    tickers.set(everyMilliseconds, ticker)
  }
  return () => {
    const ticker = tickers.get(everyMilliseconds)
    if (!ticker) return
    ticker.listeners.delete(listener)
    if (ticker.listeners.size > 0) return
    clearTimeout(ticker.timer)
    tickers.delete(everyMilliseconds)
  }
}
