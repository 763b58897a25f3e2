import { refuse, ok, type Refusal, type Result } from '../../../../kernel/result.ts'
import type { Language } from './numbers.ts'

export const periodKinds = ['week', 'month', 'yearToDate', 'own'] as const

export type PeriodKind = (typeof periodKinds)[number]

/** First and last day in Beijing, both included. */
export type Days = { readonly from: string; readonly to: string }

export type Period = Days & {
  readonly kind: PeriodKind
  /** Whether it ended: a running one is told up to today, and compared up to the same day. */
  readonly ended: boolean
}

/** What is asked for: the week, month or year of a day, or days of one's own. */
export type PeriodAsked =
  | { readonly kind: Exclude<PeriodKind, 'own'>; readonly on: string }
  | { readonly kind: 'own'; readonly from: string; readonly to: string }

/** Three years: longer than any campaign, and short enough that a bulletin still says something. */
export const mostDays = 3 * 366

type PeriodRefusal =
  | Refusal<'BULLETIN_PERIOD_EMPTY', { from: string; to: string }>
  | Refusal<'BULLETIN_PERIOD_AHEAD', { from: string; today: string }>
  | Refusal<'BULLETIN_PERIOD_LONG', { days: number; mostDays: number }>

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

const wholeOf = (asked: PeriodAsked): Days => {
  if (asked.kind === 'own') return { from: asked.from, to: asked.to }
  const on = day(asked.on)
  if (asked.kind === 'week') {
    const monday = on.subtract({ days: on.dayOfWeek - 1 })
    return { from: monday.toString(), to: monday.add({ days: 6 }).toString() }
  }
  if (asked.kind === 'month') return { from: on.with({ day: 1 }).toString(), to: on.with({ day: on.daysInMonth }).toString() }
  return { from: on.with({ month: 1, day: 1 }).toString(), to: asked.on }
}

/** The days of a bulletin: a period that still runs ends today, since nothing is known of tomorrow. */
export const periodOf = (asked: PeriodAsked, today: string): Result<Period, PeriodRefusal> => {
  const { from, to } = wholeOf(asked)
  if (to < from) return refuse('BULLETIN_PERIOD_EMPTY', { from, to })
  if (from > today) return refuse('BULLETIN_PERIOD_AHEAD', { from, today })
  const days = day(from).until(day(to)).days + 1
  if (days > mostDays) return refuse('BULLETIN_PERIOD_LONG', { days, mostDays })
  return ok({ kind: asked.kind, from, to: to < today ? to : today, ended: to < today })
}

const isMonthsEnd = (date: Temporal.PlainDate): boolean => date.day === date.daysInMonth

/**
 * The same days a year earlier, up to the same day. A period that ends with a month is compared with one that does, so that
 * February of a leap year is not cut.
 */
export const lastYearOf = ({ from, to }: Days): Days => {
  const [first, last] = [day(from), day(to)]
  const before = last.subtract({ years: 1 })
  return {
    from: first.subtract({ years: 1 }).toString(),
    to: (first.day === 1 && isMonthsEnd(last) ? before.with({ day: before.daysInMonth }) : before).toString(),
  }
}

/** The period just before, as long as this one: whole months before whole months, else as many days. */
export const periodBefore = ({ from, to }: Days): Days => {
  const [first, last] = [day(from), day(to)]
  const end = first.subtract({ days: 1 })
  if (first.day === 1 && isMonthsEnd(last)) {
    const months = first.until(last.add({ days: 1 }), { largestUnit: 'months' }).months
    return { from: first.subtract({ months }).toString(), to: end.toString() }
  }
  return { from: first.subtract({ days: first.until(last).days + 1 }).toString(), to: end.toString() }
}

/** The whole months in the days, and what is left before and after them. */
export const monthsIn = ({ from, to }: Days): { readonly months: Days | null; readonly rest: readonly Days[] } => {
  const [first, last] = [day(from), day(to)]
  const begin = first.day === 1 ? first : first.with({ day: first.daysInMonth }).add({ days: 1 })
  const end = isMonthsEnd(last) ? last : last.with({ day: 1 }).subtract({ days: 1 })
  if (Temporal.PlainDate.compare(begin, end) > 0) return { months: null, rest: [{ from, to }] }
  const before = { from, to: begin.subtract({ days: 1 }).toString() }
  const after = { from: end.add({ days: 1 }).toString(), to }
  return {
    months: { from: begin.toString().slice(0, 7), to: end.toString().slice(0, 7) },
    rest: [before, after].filter((part) => part.from <= part.to),
  }
}

/** A day as official texts write it. */
export const dayText = (text: string, language: Language): string => {
  const { year, month, day: of } = day(text)
  return language === 'zh' ? `${year}年${month}月${of}日` : text
}

/** The days as a heading has them: 2026年10月; 2026年11月16日至22日. */
export const daysText = ({ from, to }: Days, language: Language): string => {
  const [first, last] = [day(from), day(to)]
  if (first.equals(last)) return dayText(from, language)
  const wholeMonth = first.day === 1 && isMonthsEnd(last) && first.toPlainYearMonth().equals(last.toPlainYearMonth())
  if (language === 'en') return wholeMonth ? from.slice(0, 7) : `${from} to ${to}`
  if (wholeMonth) return `${first.year}年${first.month}月`
  const rest = first.year !== last.year ? dayText(to, 'zh') : first.month === last.month ? `${last.day}日` : `${last.month}月${last.day}日`
  return `${dayText(from, 'zh')}至${rest}`
}
