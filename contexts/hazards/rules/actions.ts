import type { HolidayCalendar } from '../../../kernel/time.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { Assignee, CitedItem, Evaluation, Finding, Five, Fix, Level, StaffMeans, Supervisor } from './hazard.ts'
import type { Person } from './people.ts'

/** What each action says beyond who and when. Days are dates in Beijing (`2026-12-01`), money in yuan, evidence by its ids. */
export type ActionDetails = {
  /** Fixes the level. */
  classify: { readonly level: Level; readonly reason: string | null }
  /** Makes a general hazard a major one. */
  raise: { readonly reason: string }
  askSoftening: { readonly reason: string }
  decideSoftening: { readonly agree: boolean; readonly reason: string | null }
  order: {
    readonly assignee: Assignee | null
    readonly requirement: string
    readonly dueOn: string
    /** Why it takes longer than usual. */
    readonly longerReason: string | null
    readonly interimControls: string | null
  }
  control: { readonly controls: string }
  report:
    | { readonly to: 'authority'; readonly evidence: readonly string[] }
    | { readonly to: 'staff'; readonly means: StaffMeans; readonly evidence: readonly string[] }
  plan: { readonly five: Five }
  start: unknown
  askExtension: { readonly toOn: string; readonly reason: string; readonly interimControls: string }
  decideExtension: { readonly grant: true; readonly toOn: string } | { readonly grant: false; readonly reason: string }
  /** To another person or organisation that puts it right. */
  transfer: { readonly to: Assignee; readonly reason: string }
  /** To another authority that has it in charge. */
  handOver: { readonly to: Supervisor; readonly reason: string }
  selfCheck: {
    readonly rectifiedBy: readonly string[]
    readonly description: string
    readonly evidence: readonly string[]
    readonly costYuan: number | null
  }
  evaluate: {
    readonly by: Evaluation['by']
    readonly body: string
    /** Those evaluators who are people of the product. */
    readonly evaluators: readonly string[]
    readonly opinion: string
    readonly passed: boolean
    readonly evidence: readonly string[]
  }
  applyForReview: { readonly evidence: readonly string[] }
  review: {
    readonly opinion: string
    readonly evidence: readonly string[]
    /** Why no position could be had; counts for a general hazard alone. */
    readonly noPositionReason: string | null
  } & ({ readonly passed: true } | { readonly passed: false; readonly redoOn: string | null; readonly suspend: boolean })
  close: unknown
  list: { readonly documentNo: string; readonly dueOn: string }
  lift: { readonly reason: string | null }
  linkRecurrence: {
    readonly earlier: { readonly hazardId: string; readonly unitId: string; readonly foundAt: string }
    readonly reason: string
  }
  askWithdrawal: { readonly reason: string }
  decideWithdrawal: { readonly agree: boolean; readonly reason: string | null }
}

export type ActionKind = keyof ActionDetails

export type ActionOf<Kind extends ActionKind> = { readonly kind: Kind } & ActionDetails[Kind]

/** One thing a person wants to do to a hazard. */
export type Action = { readonly [Kind in ActionKind]: ActionOf<Kind> }[ActionKind]

/** A hazard that somebody comes upon. */
export type NewFinding = {
  readonly hazardId: string
  readonly unitId: string
  readonly organisationId: string | null
  readonly how: Finding
  readonly description: string
  readonly evidence: readonly string[]
  readonly item: CitedItem | null
  readonly proposedLevel: Level
}

/** By what the limits are read: what was tightened, and the days off that are known. */
export type Settings = { readonly tightened: Tightened; readonly calendar: HolidayCalendar }

/** Around a deed: who, when by his or her device, where, and the limits in force. The server's own moment is `now`. */
export type DeedFacts = Settings & {
  readonly person: Person
  /** ISO instant. A deed without signal claims an earlier moment than `now`. */
  readonly claimedAt: string
  readonly position: Fix | null
}
