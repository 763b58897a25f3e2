import type { ActionDetails } from './actions.ts'
import type { Assignee, Evaluation, Five, Found, LedgerRecord, Level, Presence, StaffMeans, Step, Supervisor } from './hazard.ts'
import type { Tier } from './people.ts'

type NoMore = Record<never, never>

/** What each event says beyond which hazard, who and when. */
export type EventDetails = {
  found: { readonly unitId: string; readonly organisationId: string | null; readonly found: Found }
  /** 录入: taken over from an old ledger, with all that it says; `step` is the taking over. */
  entered: {
    readonly unitId: string
    readonly organisationId: string | null
    readonly how: Found['how']
    readonly description: string
    readonly place: Found['place']
    readonly item: Found['item']
    readonly ledger: LedgerRecord
  }
  classified: { readonly level: Level; readonly reason: string | null }
  levelRaised: { readonly reason: string }
  softeningAsked: { readonly reason: string }
  softened: { readonly askedBy: string; readonly reason: string }
  softeningRefused: { readonly reason: string }
  ordered: {
    readonly assignee: Assignee
    readonly requirement: string
    readonly dueOn: string
    readonly longerReason: string | null
    readonly controls: string | null
  }
  controlled: { readonly controls: string }
  reported:
    | { readonly to: 'authority'; readonly evidence: readonly string[] }
    | { readonly to: 'staff'; readonly means: StaffMeans; readonly evidence: readonly string[] }
  planned: { readonly five: Five }
  started: NoMore
  extensionAsked: ActionDetails['askExtension']
  extensionGranted: { readonly toOn: string }
  extensionRefused: { readonly reason: string }
  transferred: ActionDetails['transfer']
  handedOver: { readonly to: Supervisor; readonly reason: string }
  selfChecked: ActionDetails['selfCheck']
  evaluated: {
    readonly by: Evaluation['by']
    readonly body: string
    readonly evaluators: readonly string[]
    readonly opinion: string
    readonly evidence: readonly string[]
  }
  evaluationFailed: EventDetails['evaluated']
  reviewApplied: { readonly evidence: readonly string[] }
  reviewed: { readonly presence: Presence; readonly opinion: string; readonly evidence: readonly string[] }
  reviewRefused: EventDetails['reviewed'] & { readonly redoOn: string | null; readonly suspend: boolean }
  closed: NoMore
  reopened: {
    /** The recheck of supervision that found it still there. */
    readonly recheckId: string
    readonly reason: string
  }
  listed: { readonly documentNo: string; readonly dueOn: string }
  listingLifted: { readonly reason: string | null }
  recurrenceLinked: ActionDetails['linkRecurrence']
  withdrawalAsked: { readonly reason: string }
  withdrawn: { readonly reason: string | null }
  withdrawalRefused: { readonly reason: string }
}

export type DeedKind = keyof EventDetails

export type EventOf<Kind extends DeedKind> = { readonly kind: Kind; readonly hazardId: string; readonly step: Step } & EventDetails[Kind]

/** What somebody did to a hazard. */
export type DeedEvent = { readonly [Kind in DeedKind]: EventOf<Kind> }[DeedKind]

/** A late step told to a tier. */
export type Escalation = {
  /** Hazard, what is owed, round and requests so far, tier: told once each. */
  readonly key: string
  readonly owed: string
  readonly tier: Tier
  /** When it became this tier's to know. */
  readonly since: string
  readonly dueAt: string
}

/** What the product itself did: it told somebody. */
export type EscalatedEvent = { readonly kind: 'escalated'; readonly hazardId: string; readonly at: string; readonly escalation: Escalation }

/** Everything that ever happens to a hazard. Nothing is taken back; a correction is an event of its own. */
export type HazardEvent = DeedEvent | EscalatedEvent

export type EventKind = HazardEvent['kind']
