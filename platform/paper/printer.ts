import { Worker } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import type { Order, Printed } from './press.ts'

/** Prints papers as PDF beside the thread that serves requests. */
export type Print = (paper: Paper) => Promise<Uint8Array>

type Waiting = { readonly done: (pdf: Uint8Array) => void; readonly failed: (fault: Error) => void }

/** Without work for this long the thread ends and gives back the 60 MB that its faces take. */
const idleMillis = 60_000

/**
 * A printer with a thread of its own: to set a page takes some 80 ms of pure computing, during which nothing else would be
 * served. The thread starts with the first paper, ends when nothing came for a minute, and holds no process open.
 */
export const openPrinter = (idleAfterMillis = idleMillis): Print => {
  const waiting = new Map<number, Waiting>()
  let press: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let last = 0

  const rest = (): void => {
    press?.unref()
    idle = setTimeout(() => {
      const resting = press
      press = undefined
      void resting?.terminate()
    }, idleAfterMillis)
    idle.unref()
  }
  const start = (): Worker => {
    const started = new Worker(new URL('./press.ts', import.meta.url))
    started.on('message', (printed: Printed) => {
      const one = waiting.get(printed.id)
      waiting.delete(printed.id)
      if (waiting.size === 0) rest()
      if ('pdf' in printed) one?.done(printed.pdf)
      else one?.failed(printed.fault)
    })
    started.on('error', (fault: Error) => {
      if (press === started) press = undefined
      const lost = [...waiting.values()]
      waiting.clear()
      for (const { failed } of lost) failed(fault)
    })
    return started
  }
  return (paper) =>
    new Promise((done, failed) => {
      clearTimeout(idle)
      last += 1
      waiting.set(last, { done, failed })
      press ??= start()
      press.ref()
      press.postMessage({ id: last, paper } satisfies Order)
    })
}
