import type { ActionKind, ActionOf, DeedFacts, NewFinding } from './actions.ts'
import { control, handOver, linkRecurrence, report, transfer } from './deeds/duties.ts'
import { incomplete, stepBy, type Deed } from './deeds/deed.ts'
import { askExtension, decideExtension } from './deeds/extension.ts'
import { askSoftening, classify, decideSoftening, raise } from './deeds/level.ts'
import { lift, list } from './deeds/listing.ts'
import { order, plan, start } from './deeds/order.ts'
import { applyForReview, close, evaluate, review, selfCheck } from './deeds/review.ts'
import { askWithdrawal, decideWithdrawal } from './deeds/withdrawal.ts'
import type { EventOf, HazardEvent } from './events.ts'
import type { Hazard } from './hazard.ts'
import type { HazardRefusal, Verdict } from './refusalFacts.ts'

const deeds: { readonly [Kind in ActionKind]: Deed<Kind> } = {
  classify,
  raise,
  askSoftening,
  decideSoftening,
  order,
  control,
  report,
  plan,
  start,
  askExtension,
  decideExtension,
  transfer,
  handOver,
  selfCheck,
  evaluate,
  applyForReview,
  review,
  close,
  list,
  lift,
  linkRecurrence,
  askWithdrawal,
  decideWithdrawal,
}

/** Every action there is, in the order of the loop. */
export const actionKinds = Object.keys(deeds) as readonly ActionKind[]

/**
 * What becomes of an action: the event, or why not. The same function greys a button out in the browser and decides on the
 * server; `now` is the moment of receipt there.
 */
export const decide = <Kind extends ActionKind>(
  hazard: Hazard,
  action: ActionOf<Kind>,
  facts: DeedFacts,
  now: Temporal.Instant,
): Verdict<HazardEvent> => deeds[action.kind].decide(hazard, action, facts, now)

/** Somebody comes upon a hazard. An item of a criteria list that makes it major leaves no other proposal. */
export const find = (finding: NewFinding, facts: DeedFacts, now: Temporal.Instant): Verdict<EventOf<'found'>> => {
  const { hazardId, unitId, organisationId, how, description, evidence, item, proposedLevel } = finding
  // A citizen may have no photo; everybody else stands before it with a camera.
  const refusal = incomplete('find', how === 'publicReport' ? { description } : { description, evidence })
  if (refusal !== null) return { ok: false, refusal }
  const step = stepBy(facts, now)
  const level = item?.makesMajor === true ? 'major' : proposedLevel
  const found = { step, how, description, place: facts.position, evidence, item, proposedLevel: level }
  return { ok: true, value: { kind: 'found', hazardId, step, unitId, organisationId, found } }
}

/** One action that a person might do now: open, or greyed out with the reason. */
export type PossibleAction = { readonly action: ActionKind; readonly refusal: HazardRefusal | null }

/** All actions, each with why this person may not do it to this hazard now, null where he may. */
export const possibleActions = (hazard: Hazard, facts: DeedFacts, now: Temporal.Instant): readonly PossibleAction[] =>
  actionKinds.map((action) => ({ action, refusal: deeds[action].may(hazard, facts, now) }))
