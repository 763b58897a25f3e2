import { isMainThread, parentPort } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import { openTypesetter } from './typesetter.ts'

/** What a thread is asked and what it answers. */
export type Order = { readonly id: number; readonly paper: Paper }
export type Printed = { readonly id: number } & ({ readonly pdf: Uint8Array } | { readonly fault: Error })

if (!isMainThread && parentPort) {
  const port = parentPort
  const opening = openTypesetter()
  port.on('message', ({ id, paper }: Order) => {
    void opening
      .then((set) => set(paper))
      .then(
        (pdf) => port.postMessage({ id, pdf } satisfies Printed),
        (fault: Error) => port.postMessage({ id, fault } satisfies Printed),
      )
  })
}
