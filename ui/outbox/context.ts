import { createContext, use } from 'react'
import { useStateOf } from '../state.ts'
import type { Box } from './box.ts'
import type { Outbox, OutboxState } from './engine.ts'
import type { Owner } from './records.ts'

/** What the phone keeps, and what it sends. */
export type Pocket = { readonly owner: Owner; readonly box: Box; readonly outbox: Outbox }

/** Filled by the pocket's frame. */
export const PocketContext = createContext<Pocket | null>(null)

/** The phone's box and outbox; throws outside the pocket. */
export const usePocket = (): Pocket => {
  const pocket = use(PocketContext)
  if (!pocket) throw new Error('No outbox: this part belongs on a page of the pocket')
  return pocket
}

/** What waits to be sent, followed. */
export const useOutboxState = (): OutboxState => useStateOf(usePocket().outbox.state)
