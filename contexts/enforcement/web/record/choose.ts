import type { ActionKind } from '../../rules/actions.ts'
import type { State } from '../../rules/case.ts'
import type { AnyRecord } from './record.ts'

export type Refused = { readonly kind: ActionKind; readonly refusal: NonNullable<AnyRecord['actions'][number]['refusal']> }

export type Choice = {
  /** What to do next, the first by Enter. */
  readonly next: readonly ActionKind[]
  readonly others: readonly ActionKind[]
  readonly refused: readonly Refused[]
  /** What does not belong to this state at all. */
  readonly irrelevant: readonly Refused[]
}

/** Codes that say no more than that the case stands elsewhere, or that nothing waits. */
const elsewhere: ReadonlySet<string> = new Set(['CASE_STATE_WRONG', 'NO_REQUEST_WAITING', 'REQUEST_WAITING', 'SERVED_ALREADY'])

/** What carries a case on from each state, by whoever may. */
const steps: { readonly [S in State]: readonly ActionKind[] } = {
  proposed: ['approveOpening', 'refuseOpening'],
  investigating: ['notify', 'proposePenalty', 'addFact'],
  noticed: ['confirmReceipt', 'askHearing', 'state', 'serve', 'closeRights'],
  hearingAsked: ['callHearing'],
  hearingCalled: ['confirmReceipt', 'holdHearing', 'serve'],
  weighing: ['reviewLegally', 'discuss', 'decide'],
  decided: ['confirmReceipt', 'serve', 'close'],
  served: ['decideInstalments', 'recordPayment', 'recordRectified', 'close', 'askInstalments'],
  closed: [],
}

/** Requests come before everything else. */
const answers: readonly ActionKind[] = ['decideRecusal', 'answerStatement']

/** The actions of a record as its page shows them: what is next, what else is possible, what is refused and why. */
export const chooseActions = (state: State, actions: AnyRecord['actions']): Choice => {
  const wanted = [...answers, ...steps[state]]
  const open = actions.filter(({ refusal }) => refusal === null).map(({ action }) => action)
  const next = wanted.filter((kind) => open.includes(kind)).slice(0, 2)
  const refused = actions.flatMap(({ action: kind, refusal }) => (refusal === null ? [] : [{ kind, refusal }]))
  return {
    next,
    others: open.filter((kind) => !next.includes(kind)),
    refused: refused.filter(({ refusal }) => !elsewhere.has(refusal.code)),
    irrelevant: refused.filter(({ refusal }) => elsewhere.has(refusal.code)),
  }
}
