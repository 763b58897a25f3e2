import type { HazardEvent } from '../../rules/events.ts'
import type { Hazard, Step } from '../../rules/hazard.ts'
import { stepOf, type StepKind } from '../../rules/clocks.ts'

/** A stop of the loop: who walked it, and when; nothing yet where it lies ahead. */
export type Stop = { readonly step: StepKind | 'found' | 'withdrawn' | 'entered'; readonly by: Step | null }

/** A turning back: from one stop to an earlier one. */
export type Turn = { readonly from: number; readonly to: number; readonly at: string; readonly personId: string; readonly reason: string }

export type Track = { readonly stops: readonly Stop[]; readonly present: number; readonly turns: readonly Turn[] }

const general = ['found', 'classify', 'order', 'start', 'rectify', 'review', 'close'] as const
const major = ['found', 'classify', 'order', 'start', 'rectify', 'evaluate', 'applyForReview', 'review', 'close'] as const

/** The event that ends each stop. */
const ends: { readonly [Name in StepKind | 'found']: HazardEvent['kind'] } = {
  found: 'found',
  classify: 'classified',
  order: 'ordered',
  start: 'started',
  rectify: 'selfChecked',
  evaluate: 'evaluated',
  applyForReview: 'reviewApplied',
  review: 'reviewed',
  close: 'closed',
}

/** The loop of a hazard: seven stops of a general one, nine of a major one, and every time it was turned back. */
export const trackOf = (hazard: Hazard, history: readonly HazardEvent[]): Track => {
  const whole: readonly (typeof major)[number][] = (hazard.level ?? hazard.found.proposedLevel) === 'major' ? major : general
  const last = (kind: HazardEvent['kind']): Step | null => {
    const event = history.findLast((each) => each.kind === kind)
    return event === undefined || event.kind === 'escalated' ? null : event.step
  }
  const turns = history.flatMap((event): readonly Turn[] => {
    if (event.kind === 'reopened')
      return [
        {
          from: whole.indexOf('close'),
          to: whole.indexOf('rectify'),
          at: event.step.claimedAt,
          personId: event.step.by.personId,
          reason: event.reason,
        },
      ]
    if (event.kind !== 'reviewRefused' && event.kind !== 'evaluationFailed') return []
    const from = whole.indexOf(event.kind === 'reviewRefused' ? 'review' : 'evaluate')
    const { step, opinion } = event
    return from < 0 ? [] : [{ from, to: whole.indexOf('rectify'), at: step.claimedAt, personId: step.by.personId, reason: opinion }]
  })
  const walkedIn = (names: readonly (typeof major)[number][]): readonly (typeof major)[number][] =>
    names.filter((name) => last(ends[name]) !== null)
  const [first] = history
  // What a ledger tells was not walked here: its taking over stands for all of it.
  const before: readonly Stop[] = first?.kind === 'entered' ? [{ step: 'entered', by: first.step }] : []
  if (hazard.state === 'closed' && hazard.outcome === 'foundInError') {
    const walked = walkedIn(whole)
    const stops = [
      ...before,
      ...walked.map((step): Stop => ({ step, by: last(ends[step]) })),
      { step: 'withdrawn' as const, by: hazard.closing },
    ]
    return { stops, present: stops.length, turns: turns.filter(({ from }) => from < walked.length) }
  }
  const waits = stepOf(hazard)
  const present = waits === null ? whole.length : whole.indexOf(waits)
  if (before.length > 0) {
    const shown = [...walkedIn(whole.slice(0, present)), ...whole.slice(present)]
    const left = whole.length - shown.length
    const moved = ({ from, to, ...turn }: Turn): Turn => ({ ...turn, from: from - left + 1, to: Math.max(to - left + 1, 0) })
    const stops = [...before, ...shown.map((step, index): Stop => ({ step, by: index < present - left ? last(ends[step]) : null }))]
    return { stops, present: present - left + 1, turns: turns.map(moved) }
  }
  return { stops: whole.map((step, index) => ({ step, by: index < present ? last(ends[step]) : null })), present, turns }
}
