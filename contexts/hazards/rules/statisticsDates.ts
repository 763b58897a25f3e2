import type { Tightened } from '../../../kernel/law.ts'
import { limits, numberOf } from './limits.ts'

/** A period of which a unit hands in its hazard statistics, signed by its head (16号令 art. 14). */
export type StatisticsPeriod = { readonly year: number; readonly quarter: 1 | 2 | 3 | 4 | null }

/** The last day to hand it in: before the 15th of the next quarter's first month, and before 31 January; that day itself is too late. */
export const statisticsDueBefore = ({ year, quarter }: StatisticsPeriod, tightened: Tightened): Temporal.PlainDate => {
  if (quarter === null) return Temporal.PlainDate.from({ year: year + 1, month: 1, day: numberOf(limits.yearDay, tightened) })
  const firstMonth = Temporal.PlainDate.from({ year, month: (quarter - 1) * 3 + 1, day: 1 }).add({ months: 3 })
  return firstMonth.with({ day: numberOf(limits.quarterDay, tightened) })
}
