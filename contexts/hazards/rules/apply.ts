import { begin, isBeginning, supervisorOf } from './begin.ts'
import type { DeedEvent, EventOf, HazardEvent } from './events.ts'
import { doneAt, openStates, pendingExtension } from './hazard.ts'
import type { Base, Extension, Hand, HandKind, Hazard, HazardIn, State, Underway } from './hazard.ts'

export { begin } from './begin.ts'

/** What every state has, and nothing of the present one. */
const baseOf = (hazard: Base): Base => ({
  id: hazard.id,
  unitId: hazard.unitId,
  organisationId: hazard.organisationId,
  version: hazard.version,
  found: hazard.found,
  since: hazard.since,
  supervisor: hazard.supervisor,
  controls: hazard.controls,
  reports: hazard.reports,
  listing: hazard.listing,
  softening: hazard.softening,
  withdrawal: hazard.withdrawal,
  recurrenceOf: hazard.recurrenceOf,
  falselyClosed: hazard.falselyClosed,
  hands: hazard.hands,
  told: hazard.told,
  ...(hazard.ledger === undefined ? {} : { ledger: hazard.ledger }),
})

const underwayOf = (hazard: Base & Underway): Base & Underway => ({
  ...baseOf(hazard),
  level: hazard.level,
  classified: hazard.classified,
  order: hazard.order,
  assignee: hazard.assignee,
  deadlines: hazard.deadlines,
  extensions: hazard.extensions,
  plan: hazard.plan,
  round: hazard.round,
})

const withHands = (hands: readonly Hand[], as: HandKind, people: readonly string[]): readonly Hand[] => [
  ...hands,
  ...[...new Set(people)]
    .filter((personId) => !hands.some((hand) => hand.personId === personId && hand.as === as))
    .map((personId) => ({ personId, as })),
]

const answered = (extensions: readonly Extension[], outcome: Extension['outcome']): readonly Extension[] =>
  extensions.map((extension) => (extension.outcome === 'pending' ? { ...extension, outcome } : extension))

/** A new round of work: after a refused review or a failed evaluation. */
const again = (hazard: Base & Underway, receivedAt: string, redoOn: string | null): HazardIn<'rectifying'> => ({
  ...underwayOf(hazard),
  state: 'rectifying',
  since: receivedAt,
  round: hazard.round + 1,
  redoOn,
})

/**
 * A false closing undone: the work begins anew, under the legal clock that never stopped, and who reviewed and closed it
 * then may do neither again.
 */
const reopened = (hazard: HazardIn<'closed'>, { step, recheckId }: EventOf<'reopened'>): HazardIn<'rectifying'> => {
  if (hazard.outcome !== 'rectified') throw new RangeError(`a hazard that was closed as ${hazard.outcome} is not reopened`)
  const { review, closing } = hazard
  const [reviewedBy, closedBy] = [review.step.by, closing.by]
  const hands = withHands(withHands(hazard.hands, 'falseReviewer', [reviewedBy.personId]), 'falseCloser', [closedBy.personId])
  const closedAt = doneAt(closing).toString({ smallestUnit: 'millisecond' })
  return {
    ...again(hazard, step.receivedAt, null),
    hands,
    falselyClosed: [...hazard.falselyClosed, { recheckId, reviewedBy, closedBy, closedAt, reopenedAt: step.receivedAt }],
  }
}

/** The hazard in one of these states; an event that says otherwise was never decided by these rules. */
const only = <S extends State>(hazard: Hazard, kind: HazardEvent['kind'], states: readonly S[]): HazardIn<S> => {
  if (!(states as readonly State[]).includes(hazard.state))
    throw new RangeError(`${kind} cannot happen to a hazard that is ${hazard.state}`)
  return hazard as HazardIn<S>
}

const beforeSelfCheck = ['classified', 'ordered', 'rectifying'] as const
const working = ['ordered', 'rectifying'] as const
const levelled = ['classified', 'ordered', 'rectifying', 'selfChecked', 'evaluated', 'applied', 'reviewed'] as const

const raised = (hazard: HazardIn<'classified' | 'ordered' | 'rectifying' | 'selfChecked'>, receivedAt: string): Hazard =>
  hazard.state === 'classified'
    ? { ...hazard, level: 'major' }
    : { ...underwayOf(hazard), level: 'major', state: 'ordered', since: receivedAt, round: hazard.round + 1 }

const listed = (hazard: HazardIn<(typeof levelled)[number]>, event: EventOf<'listed'>): Hazard => {
  const { step, documentNo, dueOn } = event
  const { tier, organisationId } = step.by
  if (tier === 'unit' || tier === 'town') throw new RangeError(`a hazard is listed by a county or above, not by a ${tier}`)
  const listing = { step, tier, organisationId, documentNo, dueOn }
  if (hazard.state === 'classified') return { ...hazard, listing }
  const inForce = hazard.deadlines.at(-1)
  const sooner = inForce !== undefined && dueOn < inForce.dueOn
  return { ...hazard, listing, deadlines: sooner ? [...hazard.deadlines, { dueOn, by: step.by, cause: 'listing' }] : hazard.deadlines }
}

const next = (hazard: Hazard, event: DeedEvent): Hazard => {
  const { kind, step } = event
  switch (event.kind) {
    case 'found':
    case 'entered':
      throw new RangeError('a hazard begins once')
    case 'classified': {
      const found = only(hazard, kind, ['found'])
      return { ...baseOf(found), state: 'classified', since: step.receivedAt, level: event.level, classified: step }
    }
    case 'levelRaised':
      return raised(only(hazard, kind, [...beforeSelfCheck, 'selfChecked']), step.receivedAt)
    case 'softeningAsked':
      return { ...only(hazard, kind, beforeSelfCheck), softening: { step, reason: event.reason } }
    case 'softened':
      return { ...only(hazard, kind, beforeSelfCheck), level: 'general', softening: null }
    case 'softeningRefused':
      return { ...only(hazard, kind, beforeSelfCheck), softening: null }
    case 'ordered': {
      const { assignee, requirement, dueOn, controls } = event
      const classified = only(hazard, kind, ['classified'])
      return {
        ...classified,
        state: 'ordered',
        since: step.receivedAt,
        supervisor: classified.supervisor ?? supervisorOf(step.by),
        controls: controls === null ? classified.controls : { text: controls, step },
        order: { step, requirement, dueOn },
        assignee,
        deadlines: [{ dueOn, by: step.by, cause: 'order' }],
        extensions: [],
        plan: null,
        round: 1,
        hands: withHands(classified.hands, 'assignee', [assignee.personId]),
      }
    }
    case 'controlled':
      return { ...only(hazard, kind, openStates), controls: { text: event.controls, step } }
    case 'reported': {
      const { reports } = hazard
      return {
        ...only(hazard, kind, levelled),
        reports: event.to === 'authority' ? { ...reports, authority: step } : { ...reports, staff: { ...step, means: event.means } },
      }
    }
    case 'planned':
      return { ...only(hazard, kind, ['ordered']), plan: event.five }
    case 'started':
      return { ...underwayOf(only(hazard, kind, ['ordered'])), state: 'rectifying', since: step.receivedAt, redoOn: null }
    case 'extensionAsked': {
      const { toOn, reason, interimControls } = event
      const open = only(hazard, kind, working)
      return {
        ...open,
        controls: { text: interimControls, step },
        extensions: [...open.extensions, { step, toOn, reason, interimControls, outcome: 'pending' }],
      }
    }
    case 'extensionGranted': {
      const open = only(hazard, kind, working)
      return {
        ...open,
        extensions: answered(open.extensions, 'granted'),
        deadlines: [...open.deadlines, { dueOn: event.toOn, by: step.by, cause: 'extension' }],
      }
    }
    case 'extensionRefused': {
      const open = only(hazard, kind, working)
      return { ...open, extensions: answered(open.extensions, 'refused') }
    }
    case 'transferred': {
      const open = only(hazard, kind, working)
      return { ...open, assignee: event.to, hands: withHands(open.hands, 'assignee', [event.to.personId]) }
    }
    case 'handedOver':
      return { ...only(hazard, kind, openStates), supervisor: event.to }
    case 'selfChecked': {
      const { rectifiedBy, description, evidence, costYuan } = event
      const open = underwayOf(only(hazard, kind, ['rectifying']))
      const hands = withHands(withHands(open.hands, 'rectifier', rectifiedBy), 'selfChecker', [step.by.personId])
      return {
        ...open,
        state: 'selfChecked',
        since: step.receivedAt,
        hands,
        softening: null,
        extensions: answered(open.extensions, 'lapsed'),
        selfCheck: { step, rectifiedBy, description, evidence, costYuan },
      }
    }
    case 'evaluated': {
      const { by, body, opinion, evidence, evaluators } = event
      const checked = only(hazard, kind, ['selfChecked'])
      return {
        ...checked,
        state: 'evaluated',
        level: 'major',
        since: step.receivedAt,
        hands: withHands(checked.hands, 'evaluator', [step.by.personId, ...evaluators]),
        evaluation: { step, by, body, opinion, evidence },
      }
    }
    case 'evaluationFailed': {
      const checked = only(hazard, kind, ['selfChecked'])
      return again(
        { ...checked, hands: withHands(checked.hands, 'evaluator', [step.by.personId, ...event.evaluators]) },
        step.receivedAt,
        null,
      )
    }
    case 'reviewApplied': {
      const evaluated = only(hazard, kind, ['evaluated'])
      return {
        ...evaluated,
        state: 'applied',
        since: step.receivedAt,
        hands: withHands(evaluated.hands, 'applicant', [step.by.personId]),
        application: { step, evidence: event.evidence },
      }
    }
    case 'reviewed': {
      const { presence, opinion, evidence } = event
      const checked = only(hazard, kind, ['selfChecked', 'applied'])
      return {
        ...underwayOf(checked),
        state: 'reviewed',
        since: step.receivedAt,
        supervisor: checked.supervisor ?? supervisorOf(step.by),
        selfCheck: checked.selfCheck,
        review: { step, presence, opinion, evidence },
      }
    }
    case 'reviewRefused':
      return again(only(hazard, kind, ['selfChecked', 'applied']), step.receivedAt, event.redoOn)
    case 'closed': {
      const reviewed = only(hazard, kind, ['reviewed'])
      return {
        ...underwayOf(reviewed),
        state: 'closed',
        since: step.receivedAt,
        outcome: 'rectified',
        withdrawal: null,
        selfCheck: reviewed.selfCheck,
        review: reviewed.review,
        closing: step,
      }
    }
    case 'reopened':
      return reopened(only(hazard, kind, ['closed']), event)
    case 'listed':
      return listed(only(hazard, kind, levelled), event)
    case 'listingLifted':
      return { ...only(hazard, kind, levelled), listing: null }
    case 'recurrenceLinked':
      return { ...only(hazard, kind, openStates), recurrenceOf: event.earlier.hazardId }
    case 'withdrawalAsked':
      return { ...only(hazard, kind, openStates), withdrawal: { step, reason: event.reason } }
    case 'withdrawn': {
      const open = only(hazard, kind, openStates)
      if (open.withdrawal === null) throw new RangeError('nobody asked to withdraw the hazard')
      const order = 'order' in open ? open : { order: null, deadlines: [] }
      return {
        ...baseOf(open),
        state: 'closed',
        since: step.receivedAt,
        outcome: 'foundInError',
        level: open.level,
        order: order.order,
        deadlines: order.deadlines,
        withdrawal: null,
        softening: null,
        asked: open.withdrawal,
        closing: step,
      }
    }
    case 'withdrawalRefused':
      return { ...only(hazard, kind, openStates), withdrawal: null }
  }
}

/**
 * The hazard after an event that these rules decided. Screens and server keep the state by it; a state row holds what it
 * returns.
 * @throws RangeError for an event that cannot happen to the hazard as it is: a bug
 */
export const apply = (hazard: Hazard, event: HazardEvent): Hazard => {
  if (event.hazardId !== hazard.id) throw new RangeError(`an event of ${event.hazardId} is not one of ${hazard.id}`)
  const after = event.kind === 'escalated' ? { ...hazard, told: [...hazard.told, event.escalation.key] } : next(hazard, event)
  return { ...after, version: hazard.version + 1 }
}

/**
 * The hazard that its whole history makes; what a state row says can be proved by it.
 * @throws RangeError where the events do not begin a hazard, or do not follow each other
 */
export const evolve = (events: readonly HazardEvent[]): Hazard => {
  const [first, ...rest] = events
  if (!isBeginning(first)) throw new RangeError('a hazard begins with being found, or with being taken over from a ledger')
  return rest.reduce(apply, begin(first))
}

/** The request for more time that waits, where the hazard is in a state that can have one. */
export const extensionAskedOf = (hazard: Hazard): Extension | null => ('extensions' in hazard ? pendingExtension(hazard) : null)
