/** What a tip is about, as the public page offers it; the words of the informant say the rest. */
export const topics = [
  'exitBlocked',
  'fireEquipment',
  'electricity',
  'gas',
  'chemicals',
  'height',
  'machine',
  'building',
  'flood',
  'unlicensed',
  'concealedAccident',
  'other',
] as const

export type Topic = (typeof topics)[number]

export const states = ['received', 'accepted', 'checked', 'answered', 'declined', 'referred', 'joined'] as const

export type State = (typeof states)[number]

/** What a check came to: true and a hazard now; true and on record already; not found; nothing of work safety. */
export const outcomes = ['true', 'known', 'notFound', 'outside'] as const

export type Outcome = (typeof outcomes)[number]

/** Where the person of a deed is on record; the informant and the product itself are nobody. */
export type Who = { readonly personId: string; readonly organisationId: string }

/** Who did something and when the server had it; ISO instant. */
export type Step = { readonly by: Who; readonly at: string }

/** A place as a phone measured it, WGS 84, given by consent. */
export type Fix = { readonly lng: number; readonly lat: number; readonly accuracyMetres: number }

/** A hazard of the register, by its two keys. */
export type HazardKey = { readonly unitId: string; readonly hazardId: string }

export type Received = {
  readonly at: string
  readonly topics: readonly Topic[]
  readonly words: string
  /** The place in the informant's words; empty where the poster says it all. */
  readonly place: string
  readonly posterId: string | null
  readonly position: Fix | null
  readonly photos: readonly string[]
  /** Works at the place: 应急〔2020〕69号 has rules of its own for them. */
  readonly insider: boolean
}

/** Whose name is sealed: nobody's, the informant's, or one that was destroyed. */
export const identities = ['none', 'sealed', 'destroyed'] as const

export type IdentityState = (typeof identities)[number]

export type Message = { readonly from: 'informant' | 'office'; readonly by: Who | null; readonly text: string; readonly at: string }

export type Check = {
  readonly step: Step
  readonly outcome: Outcome
  readonly opinion: string
  /** Of `true` and `known`. */
  readonly hazard: HazardKey | null
}

/** What is rewarded, which decides by which clause (安监总财〔2018〕19号). */
export const rewardKinds = ['major', 'concealed', 'general', 'none'] as const

export type RewardKind = (typeof rewardKinds)[number]

/** Grades of an accident (国务院令第493号 art. 3). */
export const accidentGrades = ['general', 'larger', 'major', 'gravest'] as const

export type AccidentGrade = (typeof accidentGrades)[number]

export type RewardBasis = {
  readonly kind: RewardKind
  /** Of `major`: the fine that was imposed; 0 while none is. */
  readonly fineYuan: number
  /** Of `concealed`: deaths that had been hidden and were proven, and the grade of the accident. */
  readonly deaths: number
  readonly grade: AccidentGrade
}

export type Reward = {
  readonly proposed: { readonly step: Step; readonly basis: RewardBasis; readonly amountYuan: number; readonly reason: string }
  readonly decided: { readonly step: Step; readonly agree: boolean; readonly reason: string } | null
  readonly paid: { readonly step: Step; readonly note: string } | null
}

export type Base = {
  readonly id: string
  /** How many events made it. */
  readonly version: number
  readonly received: Received
  readonly identity: IdentityState
  /** How often the identity was looked at, and by whom. */
  readonly reveals: readonly Step[]
  readonly messages: readonly Message[]
  /** When the hazard that it became was closed. */
  readonly hazardClosedAt: string | null
  readonly reward: Reward | null
}

type Accepted = { readonly accepted: Step; readonly extended: (Step & { readonly reason: string }) | null }

export type ReceivedTip = Base & { readonly state: 'received' }
export type AcceptedTip = Base & Accepted & { readonly state: 'accepted' }
export type CheckedTip = Base & Accepted & { readonly state: 'checked'; readonly check: Check }
export type AnsweredTip = Base &
  Accepted & { readonly state: 'answered'; readonly check: Check; readonly answer: Step & { readonly text: string } }
export type DeclinedTip = Base & { readonly state: 'declined'; readonly declined: Step & { readonly text: string } }
export type ReferredTip = Base & { readonly state: 'referred'; readonly referred: Step & { readonly to: string; readonly text: string } }
/** Tells of the same thing as another, and goes the way of that one. */
export type JoinedTip = Base & { readonly state: 'joined'; readonly joined: Step & { readonly intoId: string } }

/** One tip, from its receipt to its answer. One that was checked cannot be answered by its checker. */
export type Tip = ReceivedTip | AcceptedTip | CheckedTip | AnsweredTip | DeclinedTip | ReferredTip | JoinedTip

/** When the tip was decided: answered, declined, or referred to whom it concerns. Null while it is not; a joined one follows. */
export const decidedAt = (tip: Tip): string | null => {
  switch (tip.state) {
    case 'answered':
      return tip.answer.at
    case 'declined':
      return tip.declined.at
    case 'referred':
      return tip.referred.at
    default:
      return null
  }
}

/** Everybody who had a part in deciding a tip, who therefore never sees the informant's name. */
export const handsOf = (tip: Tip): readonly string[] => {
  const steps: (Step | null)[] = [
    'accepted' in tip ? tip.accepted : null,
    'extended' in tip ? tip.extended : null,
    'check' in tip ? tip.check.step : null,
    'answer' in tip ? tip.answer : null,
    'declined' in tip ? tip.declined : null,
    'referred' in tip ? tip.referred : null,
    'joined' in tip ? tip.joined : null,
    tip.reward?.proposed.step ?? null,
    tip.reward?.decided?.step ?? null,
  ]
  return [...new Set(steps.flatMap((step) => (step ? [step.by.personId] : [])))]
}

/** Whether the last word in the letters is the informant's. */
export const awaitsReply = ({ messages }: Base): boolean => messages.at(-1)?.from === 'informant'
