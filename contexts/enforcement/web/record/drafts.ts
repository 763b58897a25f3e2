import { paperToServe } from '../../rules/deeds/service.ts'
import type { SentAction, SentPartyAction } from '../../contract/caseActions.ts'
import type { ActionKind } from '../../rules/actions.ts'
import type { Case, Officer, Result, ServedPaper, ServiceWay } from '../../rules/case.ts'

import { noOfficer, officersOf } from '../OfficerFields.tsx'
import { draftOfPenalty, emptyPenalty, penaltyOf, yuanOf, type PenaltyDraft } from '../penaltyDraft.ts'
import { heldOf, type AnyRecord } from './record.ts'

/** Everything that the form of an action may hold, as typed. */
export type Draft = {
  readonly reason: string
  readonly text: string
  readonly opinion: string
  readonly reasons: string
  readonly lateReason: string
  readonly place: string
  readonly receiver: string
  readonly witness: string
  readonly receiptNo: string
  readonly yuan: string
  readonly happenedOn: string
  readonly heldOn: string
  readonly heldAt: string
  readonly toOn: string
  readonly rectifyBy: string
  readonly servedOn: string
  readonly paidOn: string
  readonly dueOn: string
  readonly filedOn: string
  readonly endedOn: string
  readonly evidence: readonly string[]
  readonly record: readonly string[]
  readonly hazardId: string
  readonly presiderId: string
  readonly officerId: string
  readonly fact: string
  readonly statement: string
  readonly answer: 'yes' | 'no'
  readonly way: ServiceWay
  readonly result: Result
  readonly remedy: 'reconsideration' | 'lawsuit'
  readonly outcome: 'upheld' | 'revoked'
  readonly attendees: readonly string[]
  readonly officers: readonly Officer[]
  readonly replacement: Officer
  readonly penalty: PenaltyDraft
}

export type FieldName = keyof Draft

const penaltyIn = (held: Case | null): PenaltyDraft => {
  if (held === null) return emptyPenalty
  if ('proposal' in held && held.proposal !== null) return draftOfPenalty(held.proposal.penalty)
  return 'notice' in held && held.notice !== null ? draftOfPenalty(held.notice.penalty) : emptyPenalty
}

/** What stands in the form when it opens. `today` is a day in Beijing. */
export const draftOf = (record: AnyRecord, today: string): Draft => {
  const held = heldOf(record)
  const statements = held !== null && 'statements' in held ? held.statements : []
  const waiting = statements.find(({ answer }) => answer === null)
  return {
    reason: '',
    text: '',
    opinion: '',
    reasons: '',
    lateReason: '',
    place: '',
    receiver: '',
    witness: '',
    receiptNo: '',
    yuan: record.outstandingYuan > 0 ? String(record.outstandingYuan) : '',
    happenedOn: '',
    heldOn: '',
    heldAt: '09:00',
    toOn: '',
    rectifyBy: '',
    servedOn: today,
    paidOn: today,
    dueOn: '',
    filedOn: today,
    endedOn: today,
    evidence: [],
    record: [],
    hazardId: '',
    presiderId: '',
    officerId: '',
    fact: '',
    statement: waiting === undefined ? '' : String(waiting.place),
    answer: 'yes',
    way: 'direct',
    result: held?.state === 'weighing' ? 'penalty' : 'noPenalty',
    remedy: 'reconsideration',
    outcome: 'upheld',
    attendees: [],
    officers: held?.officers ?? [],
    replacement: noOfficer,
    penalty: penaltyIn(held),
  }
}

/** The fields of an action's form, from the top. */
export const fieldsOf = (kind: ActionKind, { answer, result, way }: Draft): readonly FieldName[] => {
  switch (kind) {
    case 'refuseOpening':
    case 'withdraw':
    case 'close':
    case 'dropHearing':
    case 'askHearing':
    case 'askInstalments':
      return ['reason']
    case 'replaceOfficers':
      return ['officers', 'reason']
    case 'askRecusal':
      return ['officerId', 'reason']
    case 'decideRecusal':
      return answer === 'yes' ? ['answer', 'reason', 'replacement'] : ['answer', 'reason']
    case 'addFact':
      return ['text', 'hazardId', 'happenedOn', 'evidence']
    case 'strikeFact':
      return ['fact', 'reason']
    case 'proposePenalty':
      return ['penalty']
    case 'serve':
      return way === 'left' ? ['way', 'servedOn', 'receiver', 'witness', 'evidence'] : ['way', 'servedOn', 'receiver', 'evidence']
    case 'state':
      return ['text', 'evidence']
    case 'answerStatement':
      return ['statement', 'answer', 'reason']
    case 'callHearing':
      return ['heldOn', 'heldAt', 'place', 'presiderId']
    case 'holdHearing':
      return ['opinion', 'record']
    case 'reviewLegally':
      return ['answer', 'opinion']
    case 'discuss':
      return ['attendees', 'opinion']
    case 'extend':
      return ['toOn', 'reason']
    case 'decide':
      return result === 'penalty'
        ? ['result', 'penalty', 'reasons', 'rectifyBy', 'lateReason']
        : ['result', 'reasons', 'rectifyBy', 'lateReason']
    case 'recordPayment':
      return ['yuan', 'paidOn', 'receiptNo']
    case 'decideInstalments':
      return answer === 'yes' ? ['answer', 'dueOn', 'reason'] : ['answer', 'reason']
    case 'recordRectified':
      return ['opinion', 'evidence']
    case 'noteRemedy':
      return ['remedy', 'filedOn']
    case 'endRemedy':
      return ['outcome', 'endedOn']
    default:
      return []
  }
}

/** Fields that may stay blank. */
export const optional: ReadonlySet<FieldName> = new Set<FieldName>(['happenedOn', 'hazardId', 'rectifyBy', 'lateReason', 'replacement'])

const orNull = (text: string): string | null => (text.trim() === '' ? null : text)

type Sent = SentAction | SentPartyAction

/** The action as it is sent, or the field without which it cannot be. */
export const actionOf = (kind: ActionKind, draft: Draft, record: AnyRecord): { readonly sent: Sent } | { readonly lacking: FieldName } => {
  const lacking = (...names: readonly FieldName[]): FieldName | undefined => names.find((name) => draft[name] === '')
  const { reason, opinion, evidence, answer } = draft
  const files = [...evidence]
  const agree = answer === 'yes'
  const held = heldOf(record)
  const waiting: ServedPaper = (held === null ? ('toReceive' in record ? record.toReceive : null) : paperToServe(held)?.paper) ?? 'notice'
  const penalty = penaltyOf(draft.penalty)
  const sent = (action: Sent) => ({ sent: action })
  const needs = (names: readonly FieldName[], action: () => Sent) => {
    const name = lacking(...names)
    return name === undefined ? sent(action()) : { lacking: name }
  }
  switch (kind) {
    case 'approveOpening':
    case 'notify':
    case 'closeRights':
    case 'waive':
    case 'urge':
    case 'askCourt':
      return sent({ kind })
    case 'refuseOpening':
    case 'withdraw':
    case 'close':
    case 'dropHearing':
    case 'askHearing':
    case 'askInstalments':
      return sent({ kind, reason })
    case 'confirmReceipt':
      return sent({ kind, paper: waiting })
    case 'replaceOfficers':
      return sent({ kind, officers: officersOf(draft.officers), reason })
    case 'askRecusal':
      return needs(['officerId'], () => ({ kind, personId: draft.officerId, reason }))
    case 'decideRecusal':
      return sent({ kind, agree, reason, replacement: officersOf([draft.replacement])[0] ?? null })
    case 'addFact':
      return sent({ kind, text: draft.text, happenedOn: orNull(draft.happenedOn), evidence: files, hazardId: orNull(draft.hazardId) })
    case 'strikeFact':
      return needs(['fact'], () => ({ kind, place: Number(draft.fact), reason }))
    case 'proposePenalty':
      return penalty === null ? { lacking: 'penalty' } : sent({ kind, penalty })
    case 'serve':
      return needs(['servedOn'], () => ({
        kind,
        paper: waiting,
        way: draft.way,
        servedOn: draft.servedOn,
        receiver: draft.receiver,
        witness: orNull(draft.witness),
        evidence: files,
      }))
    case 'state':
      return sent({ kind, text: draft.text, evidence: files })
    case 'answerStatement':
      return needs(['statement'], () => ({ kind, place: Number(draft.statement), accepted: agree, reason }))
    case 'callHearing':
      return needs(['heldOn', 'heldAt', 'presiderId'], () => ({
        kind,
        heldAt: new Date(`${draft.heldOn}T${draft.heldAt}:00+08:00`).toISOString(),
        place: draft.place,
        presiderId: draft.presiderId,
      }))
    case 'holdHearing':
      return sent({ kind, opinion, record: [...draft.record] })
    case 'reviewLegally':
      return sent({ kind, passed: agree, opinion })
    case 'discuss':
      return sent({ kind, attendees: [...draft.attendees], opinion })
    case 'extend':
      return needs(['toOn'], () => ({ kind, toOn: draft.toOn, reason }))
    case 'decide': {
      const { result, reasons } = draft
      if (result === 'penalty' && penalty === null) return { lacking: 'penalty' }
      return sent({
        kind,
        result,
        penalty: result === 'penalty' ? penalty : null,
        reasons,
        rectifyBy: orNull(draft.rectifyBy),
        lateReason: orNull(draft.lateReason),
      })
    }
    case 'recordPayment':
      return needs(['paidOn'], () => ({ kind, yuan: yuanOf(draft.yuan) ?? 0, paidOn: draft.paidOn, receiptNo: draft.receiptNo }))
    case 'decideInstalments':
      return sent({ kind, agree, dueOn: agree ? orNull(draft.dueOn) : null, reason })
    case 'recordRectified':
      return sent({ kind, opinion, evidence: files })
    case 'noteRemedy':
      return needs(['filedOn'], () => ({ kind, remedy: draft.remedy, filedOn: draft.filedOn }))
    case 'endRemedy':
      return needs(['endedOn'], () => ({ kind, endedOn: draft.endedOn, outcome: draft.outcome }))
  }
}
