/** A change of a figure on one day, as the rooms publish it. */
export type Change = { readonly day: string; readonly change: number }

/** How far the desk looks back, today included. */
export const trendDays = 30

/** The day on which everything older is put together: the day before the trend begins. */
export const dayBeforeTrend = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ days: trendDays })

/**
 * A figure at the end of each of the last 30 days, from its changes. What changed before is in the first day already;
 * a change dated after today does not count yet.
 *
 * @param changes in any order; several of one day are added up
 */
export const trendOf = (
  changes: readonly Change[],
  today: Temporal.PlainDate,
): { readonly value: number; readonly trend: readonly { day: string; value: number }[] } => {
  const first = dayBeforeTrend(today).add({ days: 1 })
  const perDay = new Map<string, number>()
  let value = 0
  for (const { day, change } of changes) {
    if (day < first.toString()) value += change
    else perDay.set(day, (perDay.get(day) ?? 0) + change)
  }
  const trend = Array.from({ length: trendDays }, (_, index) => {
    const day = first.add({ days: index }).toString()
    value += perDay.get(day) ?? 0
    return { day, value }
  })
  return { value, trend }
}
