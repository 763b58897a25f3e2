import { apply, evolve } from './apply.ts'
import { dueOnOf } from './clocks.ts'
import type { HazardEvent } from './events.ts'
import {
  doneAt,
  type Assignee,
  type Evaluation,
  type Five,
  type Found,
  type Hazard,
  type Level,
  type Order,
  type Presence,
  type SelfCheck,
  type Underway,
} from './hazard.ts'
import { basesOf, type Basis, type PaperKind } from './paperBasis.ts'
import { checkOf } from './paperCheck.ts'
import { shownOf, type Shown } from './paperShown.ts'
import type { Tier, Who } from './people.ts'
import { no, type Verdict } from './refusalFacts.ts'

/** An earlier paper of the same hazard. */
export type Answered = {
  readonly kind: 'order' | 'notice'
  readonly by: Who
  readonly at: string
  readonly dueOn: string
  readonly requirement: string
}

/** What stands on every paper. */
type Common = {
  /** The event that it states, by the hazard's version after it. */
  readonly version: number
  readonly check: string
  readonly by: Who
  /** ISO instant: when it was done. */
  readonly at: string
  /** The how manieth of its kind for this hazard; from 1. */
  readonly ordinal: number
  readonly hazardId: string
  readonly unitId: string
  readonly level: Level
  readonly found: Found
  readonly bases: readonly Basis[]
  readonly shown: Shown
  readonly assignee: Assignee | null
  readonly controls: string | null
  /** Of a major hazard: the five as far as they are in place; null for a general one. */
  readonly five: Five | null
}

export type OrderPaper = Common & {
  readonly kind: 'order' | 'notice'
  readonly requirement: string
  readonly dueOn: string
  readonly longerReason: string | null
}

export type ListingPaper = Common & { readonly kind: 'listing'; readonly documentNo: string; readonly dueOn: string; readonly tier: Tier }

export type ReviewPaper = Common & {
  readonly kind: 'review'
  readonly answers: Answered
  readonly round: number
  readonly selfCheck: SelfCheck
  readonly evaluation: Evaluation | null
  readonly presence: Presence
  readonly opinion: string
  readonly passed: boolean
  /** Where it did not pass: the next last day, where the reviewer set one, and whether the place stays out of use. */
  readonly redoOn: string | null
  readonly suspend: boolean
}

export type HazardPaper = OrderPaper | ListingPaper | ReviewPaper

const paperKinds = ['ordered', 'listed', 'reviewed', 'reviewRefused'] as const

type PaperEvent = Extract<HazardEvent, { readonly kind: (typeof paperKinds)[number] }>

/** Whether an event is one that a paper states. */
export const hasPaper = (event: HazardEvent): event is PaperEvent => (paperKinds as readonly string[]).includes(event.kind)

const noFive: Five = { responsibility: null, measures: null, fundsYuan: null, dueOn: null, contingency: null }

/** The order that a review answers; of one that was taken over, the order that the ledger tells of. */
const orderIn = ({ order }: Pick<Underway, 'order'>, history: readonly HazardEvent[]): Pick<Order, 'step' | 'requirement'> =>
  history.findLast((event) => event.kind === 'ordered') ?? order

const paperOfOrder = ({ step }: Pick<Order, 'step'>): 'order' | 'notice' => (step.by.side === 'authority' ? 'order' : 'notice')

const commonOf = (
  before: Hazard,
  after: Hazard,
  event: PaperEvent,
  history: readonly HazardEvent[],
  kind: PaperKind,
  shown: Shown,
): Common => {
  const level = after.level ?? 'general'
  // A review ends the round that stood before it: what it answers is told of the state it found.
  const stood = kind === 'review' ? before : after
  return {
    version: after.version,
    check: checkOf(event),
    by: event.step.by,
    at: doneAt(event.step).toString(),
    ordinal: history.filter((each) => hasPaper(each) && kindOf(each) === kind).length,
    hazardId: after.id,
    unitId: after.unitId,
    level,
    found: after.found,
    bases: basesOf(kind, event.step.by.side === 'authority', level),
    shown: shownOf(shown),
    assignee: 'assignee' in stood ? stood.assignee : null,
    controls: stood.controls?.text ?? null,
    five: level === 'major' ? (('plan' in stood ? stood.plan : null) ?? noFive) : null,
  }
}

const kindOf = (event: PaperEvent): PaperKind => {
  if (event.kind === 'ordered') return paperOfOrder(event)
  return event.kind === 'listed' ? 'listing' : 'review'
}

/**
 * What stands on the paper of an event, drawn from the history up to it and nothing later, so that it is the same whenever
 * it is printed. Refuses PAPER_UNSUITED for an event that has none.
 * @param history everything that happened, oldest first
 * @param version of the event, from 1 to the length of the history
 * @throws RangeError where there is no such version
 */
export const paperAt = (history: readonly HazardEvent[], version: number): Verdict<HazardPaper> => {
  const past = history.slice(0, version)
  const event = history[version - 1]
  if (!event) throw new RangeError(`there is no version ${version}`)
  if (!hasPaper(event)) return no('PAPER_UNSUITED', { kind: event.kind, version })
  const before = evolve(past.slice(0, -1))
  const after = apply(before, event)
  const kind = kindOf(event)
  const found = after.found.evidence
  const common = (shown: Partial<Shown> = {}): Common =>
    commonOf(before, after, event, past, kind, { found, selfCheck: [], review: [], ...shown })
  switch (event.kind) {
    case 'ordered': {
      const { requirement, dueOn, longerReason } = event
      return { ok: true, value: { ...common(), kind: paperOfOrder(event), requirement, dueOn, longerReason } }
    }
    case 'listed': {
      const { documentNo, dueOn, step } = event
      return { ok: true, value: { ...common(), kind: 'listing', documentNo, dueOn, tier: step.by.tier } }
    }
    case 'reviewed':
    case 'reviewRefused': {
      if (before.state !== 'selfChecked' && before.state !== 'applied')
        throw new RangeError(`${event.kind} of a hazard that is ${before.state}`)
      const { presence, opinion, evidence } = event
      const order = orderIn(before, past)
      return {
        ok: true,
        value: {
          ...common({ selfCheck: before.selfCheck.evidence, review: evidence }),
          kind: 'review',
          answers: {
            kind: paperOfOrder(order),
            by: order.step.by,
            at: doneAt(order.step).toString(),
            dueOn: dueOnOf(before),
            requirement: order.requirement,
          },
          round: before.round,
          selfCheck: before.selfCheck,
          evaluation: 'evaluation' in before ? before.evaluation : null,
          presence,
          opinion,
          passed: event.kind === 'reviewed',
          redoOn: event.kind === 'reviewRefused' ? event.redoOn : null,
          suspend: event.kind === 'reviewRefused' && event.suspend,
        },
      }
    }
  }
}
