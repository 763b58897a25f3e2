import type { Party, Penalty } from '../case.ts'
import type { DeedFacts } from '../actions.ts'
import { hearingYuan } from '../limits.ts'
import { fineRange, penaltyRow } from '../penalties.ts'
import { no, type CaseRefusal, type Doing } from '../refusalFacts.ts'
import { incomplete } from './deed.ts'

/** A penalty by its row: for this kind of party, within the amounts, with reasons for the discretion (行政处罚法 art. 5, 32). */
export const penaltyUnsuited = (
  action: Doing,
  { kind }: Pick<Party, 'kind'>,
  { penaltyKey, fineYuan, others, incomeYuan, discretion }: Penalty,
): CaseRefusal | null => {
  const row = penaltyRow(penaltyKey)
  if (!row) return no('PENALTY_UNKNOWN', { penaltyKey }).refusal
  if (row.who !== kind) return no('PENALTY_WHO_WRONG', { penaltyKey, who: row.who, party: kind }).refusal
  const other = others.find((each) => each !== 'warning' && !row.others.includes(each))
  if (other !== undefined) return no('OTHER_PENALTY_UNKNOWN', { other, penaltyKey }).refusal
  const missing = incomplete(action, { reasons: discretion.reasons, ...(row.measure === 'incomePercent' ? { income: incomeYuan } : {}) })
  if (missing !== null) return missing
  const { lowest, highest } = fineRange(row, incomeYuan)
  if (fineYuan === 0 && others.length > 0 && (highest === 0 || action === 'decideOnSpot')) return null
  if (fineYuan === 0 && others.length === 0) return no('PENALTY_EMPTY', { penaltyKey }).refusal
  const mitigated = discretion.kind === 'mitigated'
  const fits =
    Number.isInteger(fineYuan) &&
    fineYuan > 0 &&
    fineYuan <= highest &&
    (mitigated ? lowest === 0 || fineYuan < lowest : fineYuan >= lowest)
  return fits ? null : no('FINE_OUT_OF_RANGE', { fineYuan, lowest, highest, mitigated }).refusal
}

/** 行政处罚法 art. 63: whether a penalty is one before which the party may ask for a hearing. */
export const mayBeHeard = (
  { kind }: Pick<Party, 'kind'>,
  { fineYuan, others }: Penalty,
  { tightened }: Pick<DeedFacts, 'tightened'>,
): boolean => others.some((each) => each !== 'warning') || fineYuan >= hearingYuan(kind, tightened)
