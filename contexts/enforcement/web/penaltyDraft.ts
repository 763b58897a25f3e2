import type { Cause } from '../rules/causes.ts'
import type { DiscretionKind, Penalty } from '../rules/case.ts'
import { penaltyTable, type OtherPenalty, type PartyKind, type PenaltyRow } from '../rules/penalties.ts'

/** A penalty while it is filled in; amounts as typed. */
export type PenaltyDraft = {
  readonly penaltyKey: string
  readonly fine: string
  readonly income: string
  readonly others: readonly OtherPenalty[]
  readonly discretion: DiscretionKind
  readonly reasons: string
}

export const emptyPenalty: PenaltyDraft = { penaltyKey: '', fine: '', income: '', others: [], discretion: 'usual', reasons: '' }

export const draftOfPenalty = ({ penaltyKey, fineYuan, incomeYuan, others, discretion }: Penalty): PenaltyDraft => ({
  penaltyKey,
  fine: fineYuan === 0 ? '' : String(fineYuan),
  income: incomeYuan === null ? '' : String(incomeYuan),
  others,
  discretion: discretion.kind,
  reasons: discretion.reasons,
})

/** Whole yuan as typed, commas and spaces left out; null for what is no number. */
export const yuanOf = (text: string): number | null => {
  const digits = text.replaceAll(/[,\s，]/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

/** What is sent; null while no clause is chosen. What is no amount becomes one that the rule refuses in its own words. */
export const penaltyOf = ({ penaltyKey, fine, income, others, discretion, reasons }: PenaltyDraft) =>
  penaltyKey === ''
    ? null
    : {
        penaltyKey,
        fineYuan: fine.trim() === '' ? 0 : (yuanOf(fine) ?? 999_999_999),
        incomeYuan: yuanOf(income),
        others: [...others],
        discretion: { kind: discretion, reasons },
      }

/** The rows for this kind of party, those that usually fit the cause first. */
export const rowsFor = (kind: PartyKind, cause: Cause): readonly PenaltyRow[] => {
  const rows = penaltyTable.filter(({ who }) => who === kind)
  return [...rows.filter(({ causes }) => causes.includes(cause)), ...rows.filter(({ causes }) => !causes.includes(cause))]
}
