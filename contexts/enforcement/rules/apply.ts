import type {
  Base,
  Case,
  CaseIn,
  ClosedCase,
  Noticed,
  NoticedCase,
  Opened,
  Outcome,
  Performing,
  Result,
  Service,
  State,
  Statement,
  WeighingCase,
} from './case.ts'
import { undecided } from './case.ts'
import type { CaseEvent, EventOf } from './events.ts'
import type { Step } from './people.ts'

/** What every state has, and nothing of the present one. */
const baseOf = (held: Base): Base => ({
  id: held.id,
  unitId: held.unitId,
  organisationId: held.organisationId,
  authorityId: held.authorityId,
  version: held.version,
  procedure: held.procedure,
  cause: held.cause,
  matter: held.matter,
  party: held.party,
  foundOn: held.foundOn,
  actEndedOn: held.actEndedOn,
  harm: held.harm,
  proposed: held.proposed,
  since: held.since,
  officers: held.officers,
  investigators: held.investigators,
  recusals: held.recusals,
  facts: held.facts,
})

const openedOf = (held: Base & Opened): Base & Opened => ({ ...baseOf(held), opened: held.opened, extensions: held.extensions })

const noticedOf = (held: Base & Noticed): Base & Noticed => ({
  ...openedOf(held),
  notice: held.notice,
  statements: held.statements,
  waived: held.waived,
})

const begun = (event: EventOf<'proposed'> | EventOf<'decidedOnSpot'>, procedure: Base['procedure']): Base => {
  const { caseId, step, unitId, organisationId, cause, matter, party, foundOn, actEndedOn, harm, officers, fact } = event
  return {
    id: caseId,
    unitId,
    organisationId,
    authorityId: step.by.organisationId,
    version: 1,
    procedure,
    cause,
    matter,
    party,
    foundOn,
    actEndedOn,
    harm,
    proposed: step,
    since: step.at,
    officers,
    investigators: officers.map(({ personId }) => personId),
    recusals: [],
    facts: [{ place: 1, step, text: fact.text, happenedOn: null, evidence: fact.evidence, hazard: fact.hazard, struck: null }],
  }
}

const noPerformance = { payments: [], instalments: [], rectified: null, remedies: [], urged: null, court: null } as const

/** The case as it begins: proposed, or decided on the spot and handed over there. */
export const begin = (event: CaseEvent): Case => {
  if (event.kind === 'proposed') return { ...begun(event, 'ordinary'), state: 'proposed' }
  if (event.kind !== 'decidedOnSpot') throw new RangeError('a case begins with being proposed, or is decided on the spot')
  const { step, penalty, receiver } = event
  const servedOn = Temporal.Instant.from(step.at).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  return {
    ...begun(event, 'simple'),
    state: 'served',
    decision: { step, result: 'penalty', penalty, reasons: penalty.discretion.reasons, rectifyBy: null, lateReason: null },
    service: { step, way: 'direct', servedOn, receiver, witness: null },
    ...noPerformance,
  }
}

/** The case in one of these states; an event that says otherwise was never decided by these rules. */
const only = <S extends State>(held: Case, kind: CaseEvent['kind'], states: readonly S[]): CaseIn<S> => {
  if (!(states as readonly State[]).includes(held.state)) throw new RangeError(`${kind} cannot happen to a case that is ${held.state}`)
  return held as CaseIn<S>
}

const closed = (held: Case, outcome: Outcome, closing: Step, reason: string): ClosedCase => ({
  ...baseOf(held),
  state: 'closed',
  outcome,
  closing,
  reason,
  notice: 'notice' in held ? held.notice : null,
  decision: 'decision' in held ? held.decision : null,
  payments: 'payments' in held ? held.payments : [],
  service: 'service' in held ? held.service : null,
})

const outcomeOf: { readonly [Name in Result]: Outcome } = {
  penalty: 'performed',
  noPenalty: 'noPenalty',
  notFounded: 'notFounded',
  handOver: 'handedOver',
}

const weighed = (held: Base & Noticed, since: string, hearing: WeighingCase['hearing']): WeighingCase => ({
  ...noticedOf(held),
  state: 'weighing',
  since,
  hearing,
  review: null,
  discussion: null,
})

const receivedBy = ({ step, way, servedOn, receiver, witness }: EventOf<'served'>): Service => ({ step, way, servedOn, receiver, witness })

const servedOnce = (held: Case, event: EventOf<'served'>): Case => {
  const service = receivedBy(event)
  if (event.paper === 'notice') {
    const open = only(held, 'served', ['noticed'])
    return { ...open, since: event.step.at, notice: { ...open.notice, service } }
  }
  if (event.paper === 'hearingNotice') {
    const open = only(held, 'served', ['hearingCalled'])
    return { ...open, call: { ...open.call, service } }
  }
  const open = only(held, 'served', ['decided'])
  return { ...baseOf(open), state: 'served', since: event.step.at, decision: open.decision, service, ...noPerformance }
}

const withAnswer = (
  statements: readonly Statement[],
  { step, place, accepted, reason }: EventOf<'statementAnswered'>,
): readonly Statement[] => statements.map((each) => (each.place === place ? { ...each, answer: { step, accepted, reason } } : each))

const recused = (held: CaseIn<(typeof undecided)[number]>, event: EventOf<'recusalDecided'>): Case => {
  const { step, agree, reason, personId, replacement } = event
  const recusals = held.recusals.map((each) => (each.answer === null ? { ...each, answer: { step, agree, reason } } : each))
  if (!agree) return { ...held, recusals }
  const officers = [...held.officers.filter((each) => each.personId !== personId), ...(replacement === null ? [] : [replacement])]
  return { ...held, recusals, officers, investigators: [...new Set([...held.investigators, ...officers.map((each) => each.personId)])] }
}

const performed = (
  held: Case,
  event: CaseEvent & {
    readonly kind: 'paid' | 'instalmentsAsked' | 'instalmentsDecided' | 'rectified' | 'remedyNoted' | 'urged' | 'courtAsked'
  },
): Case => {
  const open = only(held, event.kind, ['served'])
  const { step } = event
  const set = (more: Partial<Performing>, since = open.since): Case => ({ ...open, ...more, since })
  switch (event.kind) {
    case 'paid':
      return set({ payments: [...open.payments, { step, yuan: event.yuan, paidOn: event.paidOn, receiptNo: event.receiptNo }] }, step.at)
    case 'instalmentsAsked':
      return set({ instalments: [...open.instalments, { step, reason: event.reason, answer: null }] })
    case 'instalmentsDecided': {
      const answer = { step, agree: event.agree, dueOn: event.dueOn, reason: event.reason }
      return set({ instalments: open.instalments.map((each) => (each.answer === null ? { ...each, answer } : each)) })
    }
    case 'rectified':
      return set({ rectified: { step, opinion: event.opinion, evidence: event.evidence } }, step.at)
    case 'remedyNoted':
      return set({ remedies: [...open.remedies, { step, kind: event.remedy, filedOn: event.filedOn, ended: null }] })
    case 'urged':
      return set({ urged: step })
    case 'courtAsked':
      return set({ court: step })
  }
}

const next = (held: Case, event: CaseEvent): Case => {
  const { kind, step } = event
  switch (event.kind) {
    case 'proposed':
    case 'decidedOnSpot':
      throw new RangeError('a case begins once')
    case 'opened':
      return {
        ...baseOf(only(held, kind, ['proposed'])),
        state: 'investigating',
        since: step.at,
        opened: step,
        extensions: [],
        proposal: null,
      }
    case 'openingRefused':
      return closed(only(held, kind, ['proposed']), 'notOpened', step, event.reason)
    case 'officersReplaced': {
      const open = only(held, kind, ['investigating'])
      const ids = event.officers.map(({ personId }) => personId)
      return { ...open, officers: event.officers, investigators: [...new Set([...open.investigators, ...ids])] }
    }
    case 'recusalAsked': {
      const open = only(held, kind, undecided)
      return { ...open, recusals: [...open.recusals, { step, personId: event.personId, reason: event.reason, answer: null }] }
    }
    case 'recusalDecided':
      return recused(only(held, kind, undecided), event)
    case 'factAdded': {
      const open = only(held, kind, ['investigating'])
      const { text, happenedOn, evidence, hazard } = event
      return { ...open, facts: [...open.facts, { place: open.facts.length + 1, step, text, happenedOn, evidence, hazard, struck: null }] }
    }
    case 'factStruck': {
      const open = only(held, kind, ['investigating'])
      const struck = { step, reason: event.reason }
      return { ...open, facts: open.facts.map((each) => (each.place === event.place ? { ...each, struck } : each)) }
    }
    case 'penaltyProposed':
      return { ...only(held, kind, ['investigating']), proposal: { step, penalty: event.penalty } }
    case 'notified': {
      const notice = { step, penalty: event.penalty, mayBeHeard: event.mayBeHeard, service: null }
      const noticed: NoticedCase = {
        ...openedOf(only(held, kind, ['investigating'])),
        state: 'noticed',
        since: step.at,
        notice,
        statements: [],
        waived: null,
      }
      return noticed
    }
    case 'served':
      return servedOnce(held, event)
    case 'stated': {
      const open = only(held, kind, ['noticed', 'hearingAsked', 'hearingCalled', 'weighing'])
      const { text, evidence } = event
      return { ...open, statements: [...open.statements, { place: open.statements.length + 1, step, text, evidence, answer: null }] }
    }
    case 'statementAnswered': {
      const open = only(held, kind, ['noticed', 'hearingAsked', 'hearingCalled', 'weighing'])
      return { ...open, statements: withAnswer(open.statements, event) }
    }
    case 'hearingAsked':
      return { ...noticedOf(only(held, kind, ['noticed'])), state: 'hearingAsked', since: step.at, request: { step, reason: event.reason } }
    case 'waived': {
      const open = only(held, kind, ['noticed'])
      return weighed({ ...open, waived: step }, step.at, null)
    }
    case 'rightsLapsed':
      return weighed(only(held, kind, ['noticed']), step.at, null)
    case 'hearingCalled': {
      const open = only(held, kind, ['hearingAsked', 'hearingCalled'])
      const { heldAt, place, presiderId } = event
      return {
        ...noticedOf(open),
        state: 'hearingCalled',
        since: step.at,
        request: open.request,
        call: { step, heldAt, place, presiderId, service: null },
      }
    }
    case 'hearingHeld': {
      const open = only(held, kind, ['hearingCalled'])
      return weighed(open, step.at, { ...open.call, held: step, opinion: event.opinion, record: event.record })
    }
    case 'hearingDropped':
      return weighed(only(held, kind, ['hearingAsked', 'hearingCalled']), step.at, null)
    case 'reviewed':
      return { ...only(held, kind, ['weighing']), review: { step, opinion: event.opinion } }
    case 'returned':
      return { ...openedOf(only(held, kind, ['weighing'])), state: 'investigating', since: step.at, proposal: null }
    case 'discussed':
      return { ...only(held, kind, ['weighing']), discussion: { step, attendees: event.attendees, opinion: event.opinion } }
    case 'extended': {
      const open = only(held, kind, undecided)
      return { ...open, extensions: [...open.extensions, { step, toOn: event.toOn, reason: event.reason }] }
    }
    case 'decided': {
      const open = only(held, kind, ['investigating', 'weighing'])
      const { result, penalty, reasons, rectifyBy, lateReason } = event
      return {
        ...baseOf(open),
        state: 'decided',
        since: step.at,
        decision: { step, result, penalty, reasons, rectifyBy, lateReason },
        service: null,
      }
    }
    case 'remedyEnded': {
      const open = only(held, kind, ['served'])
      const ended = { step, endedOn: event.endedOn, outcome: event.outcome }
      const remedies = open.remedies.map((each) => (each.ended === null ? { ...each, ended } : each))
      return event.outcome === 'revoked' ? closed(open, 'revoked', step, '') : { ...open, remedies }
    }
    case 'withdrawn':
      return closed(only(held, kind, ['proposed', ...undecided]), 'withdrawn', step, event.reason)
    case 'closed': {
      const open = only(held, kind, ['decided', 'served'])
      return closed(open, outcomeOf[open.decision.result], step, event.reason)
    }
    default:
      return performed(held, event)
  }
}

/**
 * The case after an event.
 * @throws RangeError for an event that these rules never decided
 */
export const apply = (held: Case, event: CaseEvent): Case => ({ ...next(held, event), version: held.version + 1 })

/** The case that a whole history makes, oldest first. */
export const evolve = (history: readonly CaseEvent[]): Case => {
  const [first, ...rest] = history
  if (first === undefined) throw new RangeError('there is no case without a beginning')
  return rest.reduce(apply, begin(first))
}
