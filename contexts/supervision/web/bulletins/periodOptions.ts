/** A day in UTC, which knows no summer time; every browser has it, and not every one has Temporal. */
const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const text = (date: Date): string => date.toISOString().slice(0, 10)
const dayMillis = 86_400_000

const plusDays = (day: string, days: number): string => text(new Date(utc(day).getTime() + days * dayMillis))

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => plusDays(day, -((utc(day).getUTCDay() + 6) % 7))

/** The first day of the month `back` months before that of the day. */
export const firstOfMonth = (day: string, back = 0): string => {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - back
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

const monthsOffered = 24
const weeksOffered = 26

/** Months that can be chosen, this one first, each by its first day. */
export const monthOptions = (today: string): readonly { readonly value: string; readonly label: string }[] =>
  Array.from({ length: monthsOffered }, (_each, back) => {
    const value = firstOfMonth(today, back)
    return { value, label: value.slice(0, 7) }
  })

/** Weeks that can be chosen, this one first, each by its Monday. */
export const weekOptions = (today: string): readonly { readonly value: string; readonly label: string }[] =>
  Array.from({ length: weeksOffered }, (_each, back) => {
    const value = plusDays(mondayOf(today), -7 * back)
    return { value, label: `${value} – ${plusDays(value, 6).slice(5)}` }
  })

/** What stands in the address of a page that is told of some days. */
export type PeriodValues = { readonly kind: string; readonly on: string; readonly from: string; readonly to: string }

/** What the server is asked: the day that stands for a month is its first, for a week its Monday. */
export const periodQuery = (
  { kind, on, from, to }: PeriodValues,
  today: string,
): { readonly kind: 'week' | 'month' | 'yearToDate' | 'own'; readonly on?: string; readonly from?: string; readonly to?: string } => {
  if (kind === 'own') return { kind, ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) }
  const known = kind === 'week' || kind === 'yearToDate' ? kind : 'month'
  return { kind: known, on: on === '' ? today : on }
}
