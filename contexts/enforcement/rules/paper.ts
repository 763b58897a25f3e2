import { apply, begin, evolve } from './apply.ts'
import { standingFacts, type Case, type Fact, type Officer, type Penalty } from './case.ts'
import { rightsDeadline } from './clocks.ts'
import type { Settings } from './actions.ts'
import type { CaseEvent, EventKind, EventOf } from './events.ts'
import { checkOf } from './paperCheck.ts'
import { penaltyRow, type PenaltyRow } from './penalties.ts'
import type { Step } from './people.ts'
import { no, type Verdict } from './refusalFacts.ts'

/** 立案审批表, 行政处罚告知书, 听证通知书, 行政处罚决定书 (and its kin), 送达回证, 结案审批表. */
export const paperKinds = ['opening', 'notice', 'hearingNotice', 'decision', 'receipt', 'closing'] as const

export type PaperKind = (typeof paperKinds)[number]

const kindByEvent: { readonly [Kind in EventKind]?: PaperKind } = {
  opened: 'opening',
  notified: 'notice',
  hearingCalled: 'hearingNotice',
  decided: 'decision',
  decidedOnSpot: 'decision',
  served: 'receipt',
  closed: 'closing',
}

/** The paper that states an event; null where it has none. */
export const paperOf = ({ kind }: Pick<CaseEvent, 'kind'>): PaperKind | null => kindByEvent[kind] ?? null

export type CasePaper = {
  readonly kind: PaperKind
  /** The event that it states, by the case's version after it. */
  readonly version: number
  readonly check: string
  readonly step: Step
  readonly held: Case
  readonly event: CaseEvent
  /** The how manieth of its kind in this case, from 1. */
  readonly ordinal: number
  readonly officers: readonly Officer[]
  readonly facts: readonly Fact[]
  readonly penalty: Penalty | null
  readonly row: PenaltyRow | null
  /** What was said against it and how each was answered, up to this paper. */
  readonly statements: readonly { readonly text: string; readonly accepted: boolean; readonly reason: string }[]
  /** When a hearing was held, its ISO instant; null for none. */
  readonly heardAt: string | null
  readonly notice: EventOf<'notified'> | null
  readonly decision: EventOf<'decided'> | EventOf<'decidedOnSpot'> | null
  readonly paid: readonly EventOf<'paid'>[]
  /** The last day to ask for a hearing, where the notice was served already. */
  readonly rightsDueOn: string | null
}

const penaltyOf = (event: CaseEvent, held: Case): Penalty | null => {
  if (event.kind === 'notified' || event.kind === 'decidedOnSpot' || event.kind === 'decided') return event.penalty
  return 'decision' in held ? (held.decision?.penalty ?? null) : 'notice' in held ? (held.notice?.penalty ?? null) : null
}

const last = <Kind extends EventKind>(past: readonly CaseEvent[], kind: Kind): EventOf<Kind> | null =>
  (past.findLast((event) => event.kind === kind) as EventOf<Kind> | undefined) ?? null

/**
 * What stands on the paper of an event, drawn from the history up to it and nothing later, so that it is the same whenever
 * it is printed. Refuses CASE_PAPER_UNSUITED for an event that has none.
 * @param history everything that happened, oldest first
 * @param version of the event, from 1 to the length of the history
 * @throws RangeError where there is no such version
 */
export const paperAt = (history: readonly CaseEvent[], version: number, settings: Settings): Verdict<CasePaper> => {
  const past = history.slice(0, version)
  const event = history[version - 1]
  if (!event) throw new RangeError(`there is no version ${version}`)
  const kind = paperOf(event)
  if (kind === null) return no('CASE_PAPER_UNSUITED', { kind: event.kind, version })
  const held = version === 1 ? begin(event) : apply(evolve(past.slice(0, -1)), event)
  const penalty = penaltyOf(event, held)
  const stated = past.filter((each): each is EventOf<'stated'> => each.kind === 'stated')
  const answered = past.filter((each): each is EventOf<'statementAnswered'> => each.kind === 'statementAnswered')
  return {
    ok: true,
    value: {
      kind,
      version,
      check: checkOf(event),
      step: event.step,
      held,
      event,
      ordinal: past.filter((each) => paperOf(each) === kind).length,
      officers: held.officers,
      facts: standingFacts(held),
      penalty,
      row: (penalty && penaltyRow(penalty.penaltyKey)) ?? null,
      statements: answered.map(({ place, accepted, reason }) => ({ text: stated[place - 1]?.text ?? '', accepted, reason })),
      heardAt: last(past, 'hearingHeld') && (last(past, 'hearingCalled')?.heldAt ?? null),
      notice: last(past, 'notified'),
      decision: last(past, 'decided') ?? last(past, 'decidedOnSpot'),
      paid: past.filter((each): each is EventOf<'paid'> => each.kind === 'paid'),
      rightsDueOn: held.state === 'noticed' ? (rightsDeadline(held, settings)?.lastDay?.toString() ?? null) : null,
    },
  }
}

/** Which papers of a history the party may have: those that were served to it, and their receipts. */
export const papersOfParty = (history: readonly CaseEvent[]): readonly number[] => {
  const served = (paper: string, after: number): boolean =>
    history.some((event, at) => at > after && event.kind === 'served' && event.paper === paper)
  return history.flatMap((event, at) => {
    const kind = paperOf(event)
    if (event.kind === 'decidedOnSpot' || kind === 'receipt') return [at + 1]
    if (kind === 'notice' || kind === 'hearingNotice' || kind === 'decision') return served(kind, at) ? [at + 1] : []
    return []
  })
}
