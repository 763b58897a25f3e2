export type DueDay = { readonly dueOn: string; readonly total: number }

export type Bar = DueDay & { readonly labelled: boolean }

/** Days ahead that the strip draws, today included. */
const ahead = 30
const dayMilliseconds = 86_400_000

const after = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMilliseconds).toISOString().slice(0, 10)

/** A bar for each of the next days, every fifth with its date, and how many were due before today. */
export const stripDays = (
  days: readonly DueDay[],
  today: string,
): { readonly bars: readonly Bar[]; readonly earlier: number; readonly before: string; readonly most: number } => {
  const totals = new Map(days.map(({ dueOn, total }) => [dueOn, total]))
  const bars = Array.from({ length: ahead }, (_each, at): Bar => {
    const dueOn = after(today, at)
    return { dueOn, total: totals.get(dueOn) ?? 0, labelled: at % 5 === 0 }
  })
  return {
    bars,
    earlier: days.filter(({ dueOn }) => dueOn < today).reduce((sum, { total }) => sum + total, 0),
    before: after(today, -1),
    most: Math.max(4, ...bars.map(({ total }) => total)),
  }
}
