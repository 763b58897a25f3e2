import type { Tier, Who } from './people.ts'

/** 16号令 art. 3: general (一般) can be put right at once; major (重大) needs a shutdown, time, or lies outside the unit's hands. */
export const levels = ['general', 'major'] as const

export type Level = (typeof levels)[number]

export const states = ['found', 'classified', 'ordered', 'rectifying', 'selfChecked', 'evaluated', 'applied', 'reviewed', 'closed'] as const

export type State = (typeof states)[number]

/** How a hazard came to light. */
export const findings = ['selfCheck', 'expertCheck', 'peerCheck', 'departmentCheck', 'publicReport'] as const

export type Finding = (typeof findings)[number]

/** Who did something, when the person's device says it was done, and when the server had it; ISO instants. */
export type Step = { readonly by: Who; readonly claimedAt: string; readonly receivedAt: string }

/** A place as a device measured it, WGS 84. */
export type Fix = { readonly lng: number; readonly lat: number; readonly accuracyMetres: number }

/** The item of a criteria list that a finding cites, as it stood in its edition. */
export type CitedItem = {
  readonly code: string
  readonly edition: string
  readonly clause: string
  /** The list itself says: whoever finds this has a major hazard. */
  readonly makesMajor: boolean
}

export type Found = {
  readonly step: Step
  /** Whom an old ledger names; `step.by` then only took it over. Absent for what was found here. */
  readonly finder?: string | null
  readonly how: Finding
  readonly description: string
  readonly place: Fix | null
  readonly evidence: readonly string[]
  readonly item: CitedItem | null
  readonly proposedLevel: Level
}

/** The authority that has the hazard in its charge. */
export type Supervisor = { readonly organisationId: string; readonly tier: Exclude<Tier, 'unit'> }

/** A request that somebody else must decide. */
export type Asked = { readonly step: Step; readonly reason: string }

/** 挂牌督办, while it is open. */
export type Listing = {
  readonly step: Step
  readonly tier: Exclude<Tier, 'unit' | 'town'>
  readonly organisationId: string
  readonly documentNo: string
  readonly dueOn: string
}

/**
 * What a person had to do with putting the hazard right, or with closing it while it was still there; whoever is here can
 * never review it.
 */
export const handKinds = ['assignee', 'rectifier', 'selfChecker', 'evaluator', 'applicant', 'falseReviewer', 'falseCloser'] as const

export type HandKind = (typeof handKinds)[number]

export type Hand = { readonly personId: string; readonly as: HandKind }

/** 虚假销号: it was closed as put right and a recheck found it still there. */
export type FalseClosing = {
  /** The recheck of supervision that found it. */
  readonly recheckId: string
  readonly reviewedBy: Who
  readonly closedBy: Who
  readonly closedAt: string
  readonly reopenedAt: string
}

/** How far an old ledger says that a hazard has come. */
export const ledgerStandings = ['open', 'underway', 'rectified', 'closed'] as const

/**
 * What an old ledger says of a hazard that it kept before the product did, in its own words; nobody here saw it. Days are
 * dates in Beijing, names as they are written there.
 */
export type LedgerRecord = {
  readonly importId: string
  readonly sheet: number
  readonly row: number
  /** The number that it has in the ledger. */
  readonly number: string | null
  /** When it was taken over; an ISO instant. */
  readonly takenAt: string
  readonly foundOn: string
  readonly foundBy: string | null
  readonly level: Level | null
  readonly dueOn: string | null
  readonly responsible: string | null
  readonly measures: string | null
  readonly fundsYuan: number | null
  readonly stands: (typeof ledgerStandings)[number]
  readonly rectifiedOn: string | null
  readonly rectification: string | null
  readonly reviewedOn: string | null
  readonly reviewedBy: string | null
  readonly closedOn: string | null
}

export type Base = {
  readonly id: string
  readonly unitId: string
  /** Whose people put it right; null where the unit is a place that no organisation on record answers for. */
  readonly organisationId: string | null
  /** How many events made it. */
  readonly version: number
  readonly found: Found
  /** When the present step's own clock began: the receipt of what began it, since nobody can act on what is not there yet. */
  readonly since: string
  readonly supervisor: Supervisor | null
  /** Interim controls in place till the hazard is gone (16号令 art. 16). */
  readonly controls: { readonly text: string; readonly step: Step } | null
  /** 安全生产法 art. 41, of a major one. */
  readonly reports: { readonly authority: Step | null; readonly staff: (Step & { readonly means: StaffMeans }) | null }
  readonly listing: Listing | null
  readonly softening: Asked | null
  readonly withdrawal: Asked | null
  readonly recurrenceOf: string | null
  /** Each time it was closed as put right and was not; the oldest first. */
  readonly falselyClosed: readonly FalseClosing[]
  readonly hands: readonly Hand[]
  /** Keys of the escalations that were sent. */
  readonly told: readonly string[]
  /** Absent for what was found here. */
  readonly ledger?: LedgerRecord
}

/** 安全生产法 art. 41: the staff (representative) congress, or the notice board. */
export const staffMeans = ['staffCongress', 'noticeBoard'] as const

export type StaffMeans = (typeof staffMeans)[number]

export type Classified = { readonly level: Level; readonly classified: Step }

export type Assignee = { readonly personId: string; readonly organisationId: string }

export type Order = {
  readonly step: Step
  readonly requirement: string
  readonly dueOn: string
}

/** A day set for the end of rectification; the last of them is in force. */
export type DeadlineSet = { readonly dueOn: string; readonly by: Who; readonly cause: 'order' | 'extension' | 'listing' }

export type Extension = {
  readonly step: Step
  readonly toOn: string
  readonly reason: string
  readonly interimControls: string
  readonly outcome: 'pending' | 'granted' | 'refused' | 'lapsed'
}

/** 五落实: who, what, money, by when, and what if it goes wrong meanwhile (16号令 art. 15). */
export const fiveItems = ['responsibility', 'measures', 'funds', 'timeLimit', 'contingency'] as const

export type FiveItem = (typeof fiveItems)[number]

export type Five = {
  readonly responsibility: string | null
  readonly measures: string | null
  readonly fundsYuan: number | null
  readonly dueOn: string | null
  readonly contingency: string | null
}

export type Underway = Classified & {
  readonly order: Order
  /** Null where it was taken over from a ledger, until somebody here is given the work. */
  readonly assignee: Assignee | null
  readonly deadlines: readonly DeadlineSet[]
  readonly extensions: readonly Extension[]
  readonly plan: Five | null
  /** How often the work was begun: 1, and one more after each refused review, failed evaluation or raised level. */
  readonly round: number
}

export type SelfCheck = {
  readonly step: Step
  readonly rectifiedBy: readonly string[]
  readonly description: string
  readonly evidence: readonly string[]
  readonly costYuan: number | null
}

export type Evaluation = {
  readonly step: Step
  /** 16号令 art. 18: the unit's own technicians and experts, or a qualified body. */
  readonly by: 'ownExperts' | 'qualifiedBody'
  readonly body: string
  readonly opinion: string
  readonly evidence: readonly string[]
}

export type Application = { readonly step: Step; readonly evidence: readonly string[] }

/** How the reviewer showed to have been there. */
export type Presence =
  | { readonly kind: 'position'; readonly position: Fix; readonly distanceMetres: number | null }
  | { readonly kind: 'reason'; readonly reason: string }

export type Review = {
  readonly step: Step
  readonly presence: Presence
  readonly opinion: string
  readonly evidence: readonly string[]
}

type InState<S extends State, More = unknown> = Base & { readonly state: S } & More

export type FoundHazard = InState<'found', { readonly level: null }>
export type ClassifiedHazard = InState<'classified', Classified>
export type OrderedHazard = InState<'ordered', Underway>
/** `redoOn`: the day the reviewer set for this round; null in the first, and where none was set. */
export type RectifyingHazard = InState<'rectifying', Underway & { readonly redoOn: string | null }>
export type SelfCheckedHazard = InState<'selfChecked', Underway & { readonly selfCheck: SelfCheck }>
export type EvaluatedHazard = InState<
  'evaluated',
  Underway & { readonly level: 'major'; readonly selfCheck: SelfCheck; readonly evaluation: Evaluation }
>
export type AppliedHazard = InState<
  'applied',
  Underway & {
    readonly level: 'major'
    readonly selfCheck: SelfCheck
    readonly evaluation: Evaluation
    readonly application: Application
  }
>
export type ReviewedHazard = InState<'reviewed', Underway & { readonly selfCheck: SelfCheck; readonly review: Review }>
export type RectifiedHazard = InState<
  'closed',
  Underway & { readonly outcome: 'rectified'; readonly selfCheck: SelfCheck; readonly review: Review; readonly closing: Step }
>
/** There was no hazard: asked by one, confirmed by another. It stays on the record. */
export type WithdrawnHazard = InState<
  'closed',
  {
    readonly outcome: 'foundInError'
    readonly level: Level | null
    readonly order: Order | null
    readonly deadlines: readonly DeadlineSet[]
    readonly asked: Asked
    readonly closing: Step
  }
>

/** It was closed before the product had it: that rests on the ledger alone, and on nobody's review here. */
export type LedgerClosedHazard = InState<
  'closed',
  {
    readonly outcome: 'closedInLedger'
    readonly level: Level
    readonly ledger: LedgerRecord
    readonly closing: Step
  }
>

/**
 * One hazard, from being found to being closed. One of the product's own loop that is closed without a review by somebody
 * else cannot be written.
 */
export type Hazard =
  | FoundHazard
  | ClassifiedHazard
  | OrderedHazard
  | RectifyingHazard
  | SelfCheckedHazard
  | EvaluatedHazard
  | AppliedHazard
  | ReviewedHazard
  | RectifiedHazard
  | WithdrawnHazard
  | LedgerClosedHazard

export type HazardIn<S extends State> = Extract<Hazard, { readonly state: S }>

/** States in which somebody still owes something. */
export const openStates = ['found', 'classified', 'ordered', 'rectifying', 'selfChecked', 'evaluated', 'applied', 'reviewed'] as const

/** Whether the hazard was found from outside, so that an authority orders and reviews. */
export const foundByAuthority = ({ found }: Base): boolean => found.how === 'departmentCheck' || found.how === 'publicReport'

/** When something was done: what the device claims, but never later than the server had it. */
export const doneAt = ({ claimedAt, receivedAt }: Step): Temporal.Instant => {
  const claimed = Temporal.Instant.from(claimedAt)
  const received = Temporal.Instant.from(receivedAt)
  return Temporal.Instant.compare(claimed, received) < 0 ? claimed : received
}

/** The request for more time that waits for its answer. */
export const pendingExtension = (hazard: Pick<Underway, 'extensions'>): Extension | null =>
  hazard.extensions.find(({ outcome }) => outcome === 'pending') ?? null
