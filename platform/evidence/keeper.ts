import type { Tightened } from '../../kernel/law.ts'
import type { Result } from '../../kernel/result.ts'
import type { Tx } from '../database/transaction.ts'
import type { ContentHash, EvidenceStores } from './store.ts'

/** What every use case here works with. */
export type Keeper = {
  readonly stores: EvidenceStores
  /** The limits an organisation has tightened; none where nobody answers for it. */
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  /** Uploads being taken in just now on this server: a retry waits for the same end instead of beginning a second one. */
  readonly takingIn: Map<string, Promise<Result<unknown>>>
  /** Photos whose copies are being drawn just now on this server. */
  readonly drawing: Map<ContentHash, Promise<Result<null>>>
}

/** Does work once at a time for each key; who comes meanwhile gets the same answer. */
export const onceAtATime = <Value>(running: Map<string, Promise<Value>>, key: string, work: () => Promise<Value>): Promise<Value> => {
  const before = running.get(key)
  if (before) return before
  const now = work().finally(() => running.delete(key))
  running.set(key, now)
  return now
}
