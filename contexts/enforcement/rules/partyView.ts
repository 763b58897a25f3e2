import type { Case } from './case.ts'
import type { CaseEvent, EventKind } from './events.ts'

/** Whether the party knows of the case: from the notice on, or from the decision where none was given before. */
export const partySees = (held: Case): boolean => {
  if (held.state === 'closed') return held.decision !== null || held.notice !== null
  return 'notice' in held || 'decision' in held
}

const told: readonly EventKind[] = [
  'decidedOnSpot',
  'notified',
  'served',
  'stated',
  'statementAnswered',
  'hearingAsked',
  'waived',
  'rightsLapsed',
  'hearingCalled',
  'hearingHeld',
  'hearingDropped',
  'recusalAsked',
  'recusalDecided',
  'decided',
  'paid',
  'instalmentsAsked',
  'instalmentsDecided',
  'rectified',
  'remedyNoted',
  'remedyEnded',
  'urged',
  'courtAsked',
  'closed',
]

/** What of a history the party is told: its own deeds and what was done towards it, nothing internal. */
export const partyHistory = (history: readonly CaseEvent[]): readonly CaseEvent[] =>
  history
    .filter(({ kind }) => told.includes(kind))
    // What the one who presided reports to the authority is not the party's to read.
    .map((event) => (event.kind === 'hearingHeld' ? { ...event, opinion: '' } : event))
