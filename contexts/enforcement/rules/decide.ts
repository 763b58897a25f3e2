import type { ActionKind, ActionOf, DeedFacts } from './actions.ts'
import type { Case } from './case.ts'
import { decideCase, discuss, extend, reviewLegally } from './deeds/decision.ts'
import type { Deed } from './deeds/deed.ts'
import { addFact, notify, proposePenalty, strikeFact } from './deeds/inquiry.ts'
import { askRecusal, decideRecusal, replaceOfficers } from './deeds/officers.ts'
import { approveOpening, refuseOpening, withdraw } from './deeds/opening.ts'
import {
  askCourt,
  askInstalments,
  close,
  decideInstalments,
  endRemedy,
  noteRemedy,
  recordPayment,
  recordRectified,
  urge,
} from './deeds/performance.ts'
import { answerStatement, askHearing, callHearing, closeRights, dropHearing, holdHearing, state, waive } from './deeds/rights.ts'
import { confirmReceipt, serve } from './deeds/service.ts'
import type { CaseEvent } from './events.ts'
import type { CaseRefusal, Verdict } from './refusalFacts.ts'

export { decideOnSpot, propose } from './deeds/opening.ts'

const deeds: { readonly [Kind in ActionKind]: Deed<Kind> } = {
  approveOpening,
  refuseOpening,
  replaceOfficers,
  askRecusal,
  decideRecusal,
  addFact,
  strikeFact,
  proposePenalty,
  notify,
  serve,
  confirmReceipt,
  state,
  answerStatement,
  askHearing,
  waive,
  closeRights,
  callHearing,
  holdHearing,
  dropHearing,
  reviewLegally,
  discuss,
  extend,
  decide: decideCase,
  recordPayment,
  askInstalments,
  decideInstalments,
  recordRectified,
  noteRemedy,
  endRemedy,
  urge,
  askCourt,
  withdraw,
  close,
}

/** Every action there is, in the order of a case. */
export const actionKinds = Object.keys(deeds) as readonly ActionKind[]

/** What the party itself may do. */
export const partyActions = [
  'confirmReceipt',
  'state',
  'askHearing',
  'waive',
  'dropHearing',
  'askRecusal',
  'askInstalments',
  'noteRemedy',
] as const satisfies readonly ActionKind[]

/**
 * What becomes of an action: the event, or why not. The same function greys a button out in the browser and decides on the
 * server; `now` is the server's moment.
 */
export const decide = <Kind extends ActionKind>(
  held: Case,
  action: ActionOf<Kind>,
  facts: DeedFacts,
  now: Temporal.Instant,
): Verdict<CaseEvent> => deeds[action.kind].decide(held, action, facts, now)

/** One action that a person might do now: open, or greyed out with the reason. */
export type PossibleAction = { readonly action: ActionKind; readonly refusal: CaseRefusal | null }

/** All actions, each with why this person may not do it to this case now, null where he may. */
export const possibleActions = (held: Case, facts: DeedFacts, now: Temporal.Instant): readonly PossibleAction[] =>
  actionKinds.map((action) => ({ action, refusal: deeds[action].may(held, facts, now) }))
