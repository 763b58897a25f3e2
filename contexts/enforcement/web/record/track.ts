import type { Outcome, State } from '../../rules/case.ts'
import type { CaseEvent, EventKind } from '../../rules/events.ts'
import type { Step } from '../../rules/people.ts'

/** A stop of the loop: the state it leads to, by which step it was reached; null where it lies ahead. */
export type Stop = { readonly state: State; readonly by: Step | null }

export type Track = {
  readonly stops: readonly Stop[]
  readonly present: number
  /** Times that the legal review sent it back. */
  readonly turns: readonly {
    readonly from: number
    readonly to: number
    readonly at: string
    readonly personId: string
    readonly reason: string
  }[]
}

const usual: readonly State[] = ['proposed', 'investigating', 'noticed', 'weighing', 'decided', 'served', 'closed']
const heard: readonly State[] = [
  'proposed',
  'investigating',
  'noticed',
  'hearingAsked',
  'hearingCalled',
  'weighing',
  'decided',
  'served',
  'closed',
]
const spot: readonly State[] = ['served', 'closed']

/** The events of which one begins each state. */
const begins: { readonly [S in State]: readonly EventKind[] } = {
  proposed: ['proposed'],
  investigating: ['opened'],
  noticed: ['notified'],
  hearingAsked: ['hearingAsked'],
  hearingCalled: ['hearingCalled'],
  weighing: ['waived', 'rightsLapsed', 'hearingHeld', 'hearingDropped'],
  decided: ['decided'],
  served: ['served', 'decidedOnSpot'],
  closed: ['closed', 'withdrawn', 'openingRefused', 'remedyEnded'],
}

/** Steps of which the party is told nothing. */
const internal: readonly State[] = ['proposed', 'investigating']

/**
 * The course of a case: with the hearing where one was asked for, cut short where it ended before its time; for the party
 * without what is internal.
 */
export const trackOf = (state: State, outcome: Outcome | null, history: readonly CaseEvent[], ofParty: boolean): Track => {
  const reached = (each: State): Step | null => {
    const event = history.findLast((one) => begins[each].includes(one.kind) && (one.kind !== 'served' || one.paper === 'decision'))
    return event?.step ?? null
  }
  const onSpot = history.some(({ kind }) => kind === 'decidedOnSpot')
  const every = onSpot ? spot : history.some(({ kind }) => kind === 'hearingAsked') ? heard : usual
  const whole = ofParty ? every.filter((each) => !internal.includes(each)) : every
  const cut = outcome !== null && outcome !== 'performed' && outcome !== 'revoked'
  const stops = cut ? whole.filter((each) => each === 'closed' || reached(each) !== null) : whole
  const at = stops.indexOf(state)
  const turns = history.flatMap((event) => {
    if (event.kind !== 'returned') return []
    const { step, opinion } = event
    return [
      { from: stops.indexOf('weighing'), to: stops.indexOf('investigating'), at: step.at, personId: step.by.personId, reason: opinion },
    ]
  })
  const present = state === 'closed' ? stops.length : at
  return {
    stops: stops.map((each, index) => ({ state: each, by: index <= at ? reached(each) : null })),
    present,
    turns: turns.filter(({ from, to }) => from >= 0 && to >= 0),
  }
}
