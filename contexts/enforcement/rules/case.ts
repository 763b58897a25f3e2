import type { Cause } from './causes.ts'
import type { Step } from './people.ts'
import type { OtherPenalty, PartyKind } from './penalties.ts'

export const states = [
  'proposed',
  'investigating',
  'noticed',
  'hearingAsked',
  'hearingCalled',
  'weighing',
  'decided',
  'served',
  'closed',
] as const

export type State = (typeof states)[number]

export const outcomes = ['performed', 'noPenalty', 'notFounded', 'handedOver', 'withdrawn', 'notOpened', 'revoked'] as const

/** How a case ended. Nothing is ever deleted. */
export type Outcome = (typeof outcomes)[number]

/** 行政处罚法 art. 42: one who investigates, with the certificate by which he may (执法证). Dates as `2027-06-30`. */
export type Officer = { readonly personId: string; readonly certificateNo: string; readonly validTo: string }

/** Whom the case is against; a person by his name and post. */
export type Party = {
  readonly kind: PartyKind
  readonly name: string
  readonly title: string | null
  /** Where the person is known to the product. */
  readonly personId: string | null
}

/** A hazard's record as it stood when the case cited it: its history up to this version is the proof. */
export type CitedHazard = { readonly hazardId: string; readonly number: string; readonly version: number }

export type Fact = {
  readonly place: number
  readonly step: Step
  readonly text: string
  readonly happenedOn: string | null
  readonly evidence: readonly string[]
  readonly hazard: CitedHazard | null
  /** Found to be wrong: it stays, and counts no more. */
  readonly struck: { readonly step: Step; readonly reason: string } | null
}

/** 行政处罚法 art. 42, 43: somebody asks that an officer stand back. */
export type Recusal = {
  readonly step: Step
  readonly personId: string
  readonly reason: string
  readonly answer: { readonly step: Step; readonly agree: boolean; readonly reason: string } | null
}

/** 行政处罚法 art. 32, 33: how the discretion is used, and why. */
export const discretions = ['usual', 'lighter', 'mitigated', 'heavier'] as const

export type DiscretionKind = (typeof discretions)[number]

export type Discretion = { readonly kind: DiscretionKind; readonly reasons: string }

/** A penalty as intended or decided: by a row of the table of penalties. */
export type Penalty = {
  readonly penaltyKey: string
  readonly fineYuan: number
  readonly others: readonly OtherPenalty[]
  /** The person's income of the year before, where the fine is a share of it. */
  readonly incomeYuan: number | null
  readonly discretion: Discretion
}

export const serviceWays = ['direct', 'left', 'post', 'entrusted', 'electronic', 'publication'] as const

/** 行政处罚法 art. 61 with 民事诉讼法: handed over, left before witnesses, posted, entrusted, electronic by consent, published. */
export type ServiceWay = (typeof serviceWays)[number]

/** A paper that must reach the party. */
export const served = ['notice', 'hearingNotice', 'decision'] as const

export type ServedPaper = (typeof served)[number]

export type Service = {
  readonly step: Step
  readonly way: ServiceWay
  /** The day of receipt, from which the party's periods run. */
  readonly servedOn: string
  readonly receiver: string
  readonly witness: string | null
}

export type Notice = { readonly step: Step; readonly penalty: Penalty; readonly mayBeHeard: boolean; readonly service: Service | null }

/** 行政处罚法 art. 45: what the party says; each is examined and answered. */
export type Statement = {
  readonly place: number
  readonly step: Step
  readonly text: string
  readonly evidence: readonly string[]
  readonly answer: { readonly step: Step; readonly accepted: boolean; readonly reason: string } | null
}

export type HearingCall = {
  readonly step: Step
  /** ISO instant. */
  readonly heldAt: string
  readonly place: string
  readonly presiderId: string
  readonly service: Service | null
}

export type Hearing = HearingCall & {
  readonly held: Step
  readonly opinion: string
  /** 行政处罚法 art. 64 (8): the record, signed by those who were there or with the note that they refused. */
  readonly record: readonly string[]
}

export type Review = { readonly step: Step; readonly opinion: string }
export type Discussion = { readonly step: Step; readonly attendees: readonly string[]; readonly opinion: string }

/** 行政处罚法 art. 57: the four decisions there are. */
export const results = ['penalty', 'noPenalty', 'notFounded', 'handOver'] as const

export type Result = (typeof results)[number]

export type Decision = {
  readonly step: Step
  readonly result: Result
  readonly penalty: Penalty | null
  readonly reasons: string
  /** Until when what was found has to be put right; null where nothing is ordered. */
  readonly rectifyBy: string | null
  readonly lateReason: string | null
}

export type Payment = { readonly step: Step; readonly yuan: number; readonly paidOn: string; readonly receiptNo: string }

/** 行政处罚法 art. 66: more time, or the fine in parts. */
export type Instalments = {
  readonly step: Step
  readonly reason: string
  readonly answer: { readonly step: Step; readonly agree: boolean; readonly dueOn: string | null; readonly reason: string } | null
}

/** Reconsideration or lawsuit: performance goes on, the surcharge stands still (行政处罚法 art. 73). */
export type Remedy = {
  readonly step: Step
  readonly kind: 'reconsideration' | 'lawsuit'
  readonly filedOn: string
  readonly ended: { readonly step: Step; readonly endedOn: string; readonly outcome: 'upheld' | 'revoked' } | null
}

export type Base = {
  readonly id: string
  readonly unitId: string
  /** Whose people speak for the unit; null where the unit is a place that no organisation on record answers for. */
  readonly organisationId: string | null
  readonly authorityId: string
  /** How many events made it. */
  readonly version: number
  readonly procedure: 'ordinary' | 'simple'
  readonly cause: Cause
  /** What it is about, in one line (案由). */
  readonly matter: string
  readonly party: Party
  /** When it came to the authority's knowledge, and when the act ended; null while it goes on (行政处罚法 art. 36). */
  readonly foundOn: string
  readonly actEndedOn: string | null
  /** It touches life, health or financial safety and did harm. */
  readonly harm: boolean
  readonly proposed: Step
  readonly since: string
  readonly officers: readonly Officer[]
  /** Everybody who ever investigated: none of them reviews, presides or decides alone. */
  readonly investigators: readonly string[]
  readonly recusals: readonly Recusal[]
  readonly facts: readonly Fact[]
}

export type Opened = {
  readonly opened: Step
  readonly extensions: readonly { readonly step: Step; readonly toOn: string; readonly reason: string }[]
}

export type Noticed = Opened & {
  readonly notice: Notice
  readonly statements: readonly Statement[]
  /** The party said that it will say no more and wants no hearing. */
  readonly waived: Step | null
}

export type HearingRequest = { readonly step: Step; readonly reason: string }

export type Weighed = Noticed & {
  readonly hearing: Hearing | null
  readonly review: Review | null
  readonly discussion: Discussion | null
}

export type DecidedMore = { readonly decision: Decision; readonly service: Service | null }

export type Performing = {
  readonly decision: Decision
  readonly service: Service
  readonly payments: readonly Payment[]
  readonly instalments: readonly Instalments[]
  readonly rectified: { readonly step: Step; readonly opinion: string; readonly evidence: readonly string[] } | null
  readonly remedies: readonly Remedy[]
  /** 行政强制法 art. 54: called upon before the court is asked. */
  readonly urged: Step | null
  readonly court: Step | null
}

type InState<S extends State, More = unknown> = Base & { readonly state: S } & More

export type ProposedCase = InState<'proposed'>
export type InvestigatingCase = InState<
  'investigating',
  Opened & { readonly proposal: { readonly step: Step; readonly penalty: Penalty } | null }
>
export type NoticedCase = InState<'noticed', Noticed>
export type HearingAskedCase = InState<'hearingAsked', Noticed & { readonly request: HearingRequest }>
export type HearingCalledCase = InState<'hearingCalled', Noticed & { readonly request: HearingRequest; readonly call: HearingCall }>
export type WeighingCase = InState<'weighing', Weighed>
export type DecidedCase = InState<'decided', DecidedMore>
export type ServedCase = InState<'served', Performing>
export type ClosedCase = InState<
  'closed',
  {
    readonly outcome: Outcome
    readonly closing: Step
    readonly reason: string
    readonly notice: Notice | null
    readonly decision: Decision | null
    readonly payments: readonly Payment[]
    readonly service: Service | null
  }
>

/** One case, from being proposed to being closed. A decision without a notice, a notice without facts: neither can be written. */
export type Case =
  | ProposedCase
  | InvestigatingCase
  | NoticedCase
  | HearingAskedCase
  | HearingCalledCase
  | WeighingCase
  | DecidedCase
  | ServedCase
  | ClosedCase

export type CaseIn<S extends State> = Extract<Case, { readonly state: S }>

export const openStates = [
  'proposed',
  'investigating',
  'noticed',
  'hearingAsked',
  'hearingCalled',
  'weighing',
  'decided',
  'served',
] as const

/** States in which nothing is decided yet. */
export const undecided = ['investigating', 'noticed', 'hearingAsked', 'hearingCalled', 'weighing'] as const

/** Facts that count. */
export const standingFacts = ({ facts }: Pick<Base, 'facts'>): readonly Fact[] => facts.filter(({ struck }) => struck === null)

/** The request for an officer to stand back that waits for its answer. */
export const pendingRecusal = ({ recusals }: Pick<Base, 'recusals'>): Recusal | null =>
  recusals.find(({ answer }) => answer === null) ?? null

/** The request for more time to pay that waits for its answer. */
export const pendingInstalments = ({ instalments }: Pick<Performing, 'instalments'>): Instalments | null =>
  instalments.find(({ answer }) => answer === null) ?? null

/** The day by which the fine is to be paid where more time was granted; null where the law's term counts. */
export const grantedDueOn = ({ instalments }: Pick<Performing, 'instalments'>): string | null =>
  instalments.findLast(({ answer }) => answer?.agree === true)?.answer?.dueOn ?? null
