import type { ActionKind, ActionOf, DeedFacts } from './actions.ts'
import { evolve } from './apply.ts'
import { decide } from './decide.ts'
import type { EventKind, HazardEvent } from './events.ts'
import type { Hazard } from './hazard.ts'
import { no, type MeanwhileDeed, type Verdict } from './refusalFacts.ts'

/**
 * What would make an action another than its person meant, though the state still allows it: who self-checked the first
 * round did not self-check the second; who reviewed one self-check did not see the next.
 */
const changesMeaning: { readonly [Kind in ActionKind]?: readonly EventKind[] } = {
  start: ['levelRaised', 'reviewRefused', 'evaluationFailed', 'reopened'],
  selfCheck: ['reviewRefused', 'evaluationFailed', 'levelRaised', 'reopened'],
  evaluate: ['selfChecked', 'evaluationFailed', 'reopened'],
  applyForReview: ['evaluated', 'selfChecked'],
  review: ['selfChecked', 'reviewApplied', 'levelRaised', 'softened'],
  close: ['reviewed', 'levelRaised'],
  askExtension: ['extensionGranted', 'extensionRefused', 'listed', 'reviewRefused', 'evaluationFailed', 'reopened'],
  decideExtension: ['extensionAsked', 'listed', 'reopened'],
  decideSoftening: ['softeningAsked', 'levelRaised'],
  decideWithdrawal: ['withdrawalAsked'],
  transfer: ['transferred', 'reopened'],
  handOver: ['handedOver'],
  plan: ['planned', 'levelRaised'],
  control: ['controlled'],
  lift: ['listed'],
}

const deedsAmong = (events: readonly HazardEvent[]): readonly MeanwhileDeed[] =>
  events.flatMap((event) =>
    event.kind === 'escalated'
      ? []
      : [{ kind: event.kind, personId: event.step.by.personId, claimedAt: event.step.claimedAt, receivedAt: event.step.receivedAt }],
  )

/** What the person had before him: how many of the hazard's events, and all of them as the server has them now, oldest first. */
export type Seen = { readonly baseVersion: number; readonly history: readonly HazardEvent[] }

/**
 * What becomes of an action that was done over an older version of the hazard, perhaps without signal: it counts if it is
 * still possible now and still means the same; else its person is told who did what meanwhile. What was refused then too
 * is refused for its own reason. The present never moves back: who arrives later is later, whatever the device's clock
 * says, and the claimed moment stays on the record.
 */
export const merge = <Kind extends ActionKind>(
  hazard: Hazard,
  { baseVersion, history }: Seen,
  action: ActionOf<Kind>,
  facts: DeedFacts,
  now: Temporal.Instant,
): Verdict<HazardEvent> => {
  const kind: ActionKind = action.kind
  const verdict = decide(hazard, action, facts, now)
  const deeds = deedsAmong(history.slice(baseVersion))
  if (deeds.length === 0) return verdict
  if (!verdict.ok) {
    const then = decide(evolve(history.slice(0, baseVersion)), action, facts, now)
    return !then.ok && then.refusal.code === verdict.refusal.code
      ? verdict
      : no('CHANGED_MEANWHILE', { action: kind, deeds, because: verdict.refusal.code })
  }
  const breaking = changesMeaning[kind] ?? []
  return deeds.some((deed) => breaking.includes(deed.kind)) ? no('CHANGED_MEANWHILE', { action: kind, deeds, because: null }) : verdict
}
