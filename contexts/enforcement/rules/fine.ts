import { dateInBeijing, deadline, type Deadline } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import { grantedDueOn, type CaseIn, type Payment, type Remedy } from './case.ts'
import { limits, numberOf } from './limits.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const earlier = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean => Temporal.PlainDate.compare(one, other) < 0

/** Noon in Beijing on a day: a moment that lies on it whatever is reckoned. */
export const noonOf = (text: string): Temporal.Instant => Temporal.Instant.from(`${text}T12:00:00+08:00`)

/** The fine that was set; 0 where none was. */
export const fineOf = ({ decision }: Pick<CaseIn<'served'>, 'decision'>): number => decision.penalty?.fineYuan ?? 0

/** 行政处罚法 art. 67: fifteen days from receipt, or the day that was granted (art. 66). */
export const payDeadline = (open: CaseIn<'served'>, settings: Settings): Deadline => {
  const granted = grantedDueOn(open)
  if (granted !== null)
    return { endsAt: noonOf(day(granted).add({ days: 1 }).toString()).subtract({ hours: 12 }), lastDay: day(granted), final: true }
  return deadline(noonOf(open.service.servedOn), { days: numberOf(limits.payDays, settings.tightened) }, settings.calendar)
}

const inRemedy = (on: Temporal.PlainDate, remedies: readonly Remedy[]): boolean =>
  remedies.some(({ filedOn, ended }) => !earlier(on, day(filedOn)) && (ended === null || earlier(on, day(ended.endedOn))))

const paidBefore = (on: Temporal.PlainDate, payments: readonly Payment[]): number =>
  payments.filter(({ paidOn }) => earlier(day(paidOn), on)).reduce((sum, { yuan }) => sum + yuan, 0)

/**
 * 行政处罚法 art. 72 (1): for each day after the term 3 % of what of the fine is unpaid that day, together no more than the
 * fine; art. 73: the days of a reconsideration or a lawsuit are not counted.
 * @param today as a date; the day itself is counted
 * @returns whole yuan, rounded down
 */
export const surchargeYuan = (open: CaseIn<'served'>, today: string, settings: Settings): number => {
  const fine = fineOf(open)
  const { lastDay } = payDeadline(open, settings)
  if (fine === 0 || lastDay === null) return 0
  const share = numberOf(limits.surchargePercent, settings.tightened) / 100
  let sum = 0
  for (let on = lastDay.add({ days: 1 }); !earlier(day(today), on) && sum < fine; on = on.add({ days: 1 })) {
    const unpaid = fine - Math.min(fine, paidBefore(on, open.payments))
    if (unpaid === 0) break
    if (!inRemedy(on, open.remedies)) sum += unpaid * share
  }
  return Math.floor(Math.min(sum, fine))
}

/** Fine and surcharge of today less what was paid; below 0 where more was paid than is due. */
export const balanceYuan = (open: CaseIn<'served'>, today: string, settings: Settings): number =>
  fineOf(open) + surchargeYuan(open, today, settings) - open.payments.reduce((sum, { yuan }) => sum + yuan, 0)

/** What is still to be paid with the surcharge of today. */
export const outstandingYuan = (open: CaseIn<'served'>, today: string, settings: Settings): number =>
  Math.max(0, balanceYuan(open, today, settings))

export const todayOf = (now: Temporal.Instant): string => dateInBeijing(now).toString()

/**
 * 安全生产法 art. 112: ordered to correct and fined, and refusing: the fine again for each day from the day after the order.
 * @returns days and the sum in yuan for the days that have passed
 */
export const dailyFine = (fineYuan: number, orderedOn: string, today: string): { readonly days: number; readonly yuan: number } => {
  const days = Math.max(0, day(orderedOn).until(day(today), { largestUnit: 'days' }).days)
  return { days, yuan: days * fineYuan }
}
