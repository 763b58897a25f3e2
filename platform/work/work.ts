import type { Result } from '../../kernel/result.ts'
import type { Services, Tx } from '../database/transaction.ts'
import type { Event } from './outbox.ts'

/** An event as a listener receives it. */
export type StoredEvent = Event & { readonly id: string; readonly at: string }

/** Hears one kind of event, once per event, in a transaction of its own. */
export type Listener = {
  /** Unique over the product: `room.deed`. */
  readonly name: string
  readonly event: string
  readonly run: (tx: Tx, event: StoredEvent) => Promise<Result<void>>
}

/** Work that the worker does later or on a timetable. */
export type Job = {
  /** Unique over the product: `room.deed`. */
  readonly name: string
  /** A crontab line in UTC, for work that comes back by itself. */
  readonly timetable?: string
  readonly run: (services: Services, payload: Record<string, unknown>) => Promise<void>
}
