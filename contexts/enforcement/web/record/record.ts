import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/routes.ts'
import type { Case } from '../../rules/case.ts'
import type { CaseEvent, EventKind, EventOf } from '../../rules/events.ts'

/** A case with everything that happened and everything that may happen, as the server tells its authority. */
export type CaseRecord = RouteOutput<typeof routes.caseRecord>
/** The same as its party is told it. */
export type OwnRecord = RouteOutput<typeof routes.ownCase>
/** Either. */
export type AnyRecord = CaseRecord | OwnRecord

export const heldOf = (record: AnyRecord): Case | null => ('held' in record ? record.held : null)

/** The last event of a kind; undefined where there is none. */
export const lastOf = <Kind extends EventKind>(history: readonly CaseEvent[], kind: Kind): EventOf<Kind> | undefined =>
  history.findLast((event) => event.kind === kind) as EventOf<Kind> | undefined
