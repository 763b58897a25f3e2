import type { RefusalOf } from '../../../kernel/refusals.ts'
import type { Result as Answer } from '../../../kernel/result.ts'
import type { ActionKind } from './actions.ts'
import type { Result, ServedPaper, State } from './case.ts'
import type { OtherPenalty, PartyKind } from './penalties.ts'

/** A deed at a case, or one of the two that begin it. */
export type Doing = ActionKind | 'propose' | 'decideOnSpot'

/** What a deed needs and did not get. */
export type MissingPart =
  | 'matter'
  | 'party'
  | 'title'
  | 'text'
  | 'reason'
  | 'reasons'
  | 'evidence'
  | 'receiver'
  | 'witness'
  | 'opinion'
  | 'record'
  | 'attendees'
  | 'place'
  | 'income'
  | 'receiptNo'
  | 'penalty'
  | 'replacement'
  | 'dueOn'

/** Whose deed it is. */
export type Needed = 'enforcer' | 'leader' | 'investigator' | 'otherEnforcer' | 'presider' | 'party' | 'partyOrInvestigator'

/** The facts of every refusal of a case. */
export type CaseFacts = {
  CASE_STATE_WRONG: { action: ActionKind; state: State; expected: readonly State[] }
  CASE_NOT_YOURS: { action: Doing; needed: Needed }
  CASE_INCOMPLETE: { action: Doing; missing: readonly MissingPart[] }
  OFFICERS_TOO_FEW: { given: number; least: number }
  OFFICER_TWICE: { personId: string }
  CERTIFICATE_INVALID: { personId: string; certificateNo: string; validTo: string; today: string }
  OFFICER_INTERESTED: { personId: string }
  INVESTIGATOR_BARRED: { action: Doing; personId: string }
  RECUSAL_PENDING: { action: ActionKind; personId: string }
  NO_SUCH_OFFICER: { personId: string }
  NO_SUCH_ENTRY: { of: 'fact' | 'statement'; place: number }
  ENTRY_ANSWERED: { of: 'fact' | 'statement'; place: number }
  REQUEST_WAITING: { action: ActionKind }
  NO_REQUEST_WAITING: { action: ActionKind }
  TIME_LIMIT_PASSED: { actEndedOn: string; foundOn: string; years: number }
  DAY_UNSUITED: { action: Doing; day: string; problem: 'future' | 'past' | 'tooEarly' | 'tooLate'; bound: string }
  FACTS_MISSING: { action: Doing }
  PENALTY_UNKNOWN: { penaltyKey: string }
  PENALTY_WHO_WRONG: { penaltyKey: string; who: PartyKind; party: PartyKind }
  FINE_OUT_OF_RANGE: { fineYuan: number; lowest: number; highest: number; mitigated: boolean }
  PENALTY_EMPTY: { penaltyKey: string }
  OTHER_PENALTY_UNKNOWN: { other: OtherPenalty; penaltyKey: string }
  SIMPLE_TOO_MUCH: { fineYuan: number; most: number; party: PartyKind }
  PROPOSAL_MISSING: { action: ActionKind }
  SERVED_ALREADY: { paper: ServedPaper; servedOn: string }
  NOTHING_TO_SERVE: { paper: ServedPaper }
  NOT_SERVED: { action: ActionKind; paper: ServedPaper }
  CONSENT_MISSING: { paper: ServedPaper }
  HEARING_NOT_DUE: { fineYuan: number; leastYuan: number }
  RIGHTS_LAPSED: { action: ActionKind; dueOn: string }
  RIGHTS_RUNNING: { dueOn: string }
  WAIVED_ALREADY: { action: ActionKind }
  HEARING_TOO_SOON: { heldOn: string; earliestOn: string; workingDays: number }
  HEARING_NOT_YET: { heldAt: string }
  STATEMENT_UNANSWERED: { places: readonly number[] }
  REVIEW_MISSING: { action: ActionKind }
  REVIEWED_ALREADY: { action: ActionKind }
  DISCUSSION_MISSING: Record<never, never>
  HEAVIER_THAN_NOTICED: { fineYuan: number; noticedYuan: number; others: readonly OtherPenalty[] }
  OTHER_CLAUSE_THAN_NOTICED: { penaltyKey: string; noticedKey: string }
  DECISION_LATE: { dueOn: string }
  TERM_GONE_BY: { dueOn: string }
  TERM_UNSUITED: { toOn: string; dueOn: string; latestOn: string }
  RESULT_UNSUITED: { result: Result; penalty: boolean }
  PAID_TOO_MUCH: { yuan: number; outstandingYuan: number }
  NOT_PERFORMED: { outstandingYuan: number; rectified: boolean; remedyOpen: boolean }
  NOT_OVERDUE: { dueOn: string; outstandingYuan: number }
  REMEDY_OPEN: { action: ActionKind }
  COURT_TOO_SOON: { from: string; because: 'notUrged' | 'urged' | 'remedies' }
  CASE_PAPER_UNSUITED: { kind: string; version: number }
}

export type CaseRefusal = RefusalOf<CaseFacts>

/** What a rule of the case answers. */
export type Verdict<Value> = Answer<Value, CaseRefusal>

/** The answer of a rule that refuses; the facts belong to the code. */
export const no = <Code extends keyof CaseFacts>(
  code: Code,
  facts: CaseFacts[Code],
): { readonly ok: false; readonly refusal: CaseRefusal } => ({
  ok: false,
  // A code and its own facts are one member of the union; the compiler can't see it through the index.
  refusal: { code, facts } as unknown as CaseRefusal,
})
