import type { ActionKind } from '../../rules/actions.ts'
import { fiveMissing } from '../../rules/deeds/order.ts'
import type { Hazard } from '../../rules/hazard.ts'
import type { HazardRecord } from './record.ts'

export type Refused = {
  readonly kind: ActionKind
  readonly refusal: NonNullable<HazardRecord['actions'][number]['refusal']>
}

export type Choice = {
  /** The one or two things to do next, the first by Enter. */
  readonly next: readonly ActionKind[]
  readonly others: readonly ActionKind[]
  /** The step that is due and is another's, or cannot be done yet. */
  readonly refusedNext: readonly Refused[]
  readonly refused: readonly Refused[]
  /** What does not belong to this state at all. */
  readonly irrelevant: readonly Refused[]
}

/** Codes that say no more than that the loop stands elsewhere. */
const elsewhere: ReadonlySet<string> = new Set(['HAZARD_STATE_WRONG', 'NOTHING_ASKED', 'NOT_LISTED', 'LEVEL_UNSUITED'])

const answers: readonly ActionKind[] = ['decideExtension', 'decideSoftening', 'decideWithdrawal']

/** What carries the hazard on from its present state. */
const stepsOf = (hazard: Hazard): readonly ActionKind[] => {
  switch (hazard.state) {
    case 'found':
      return ['classify']
    case 'classified':
      return ['order']
    case 'ordered':
      return hazard.level === 'major' && fiveMissing(hazard.plan).length > 0 ? ['plan', 'start'] : ['start']
    case 'rectifying':
      return ['selfCheck']
    case 'selfChecked':
      return hazard.level === 'major' ? ['evaluate'] : ['review']
    case 'evaluated':
      return ['applyForReview']
    case 'applied':
      return ['review']
    case 'reviewed':
      return hazard.listing === null ? ['close'] : ['lift', 'close']
    case 'closed':
      return []
  }
}

/** The actions of a record as its page shows them: what is next, what else is possible, what is refused and why. */
export const chooseActions = ({ hazard, actions, owed }: Pick<HazardRecord, 'hazard' | 'actions' | 'owed'>): Choice => {
  const steps = stepsOf(hazard)
  const reportOwed = owed.some(({ kind }) => kind === 'reportToAuthority' || kind === 'reportToStaff')
  const wanted: readonly ActionKind[] = [...answers, ...steps, ...(reportOwed ? (['report'] as const) : [])]
  const open = actions.filter(({ refusal }) => refusal === null).map(({ action }) => action)
  const next = wanted.filter((kind) => open.includes(kind)).slice(0, 2)
  const refused = actions.flatMap(({ action: kind, refusal }) => (refusal === null ? [] : [{ kind, refusal }]))
  const first = refused.filter(({ kind, refusal }) => steps.includes(kind) && !elsewhere.has(refusal.code))
  return {
    next,
    others: open.filter((kind) => !next.includes(kind)),
    refusedNext: first,
    refused: refused.filter(({ kind, refusal }) => !steps.includes(kind) && !elsewhere.has(refusal.code)),
    irrelevant: refused.filter(({ refusal }) => elsewhere.has(refusal.code)),
  }
}
