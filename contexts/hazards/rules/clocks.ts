import { dateInBeijing, deadline, isLate, startOfDay } from '../../../kernel/time.ts'
import type { Deadline, HolidayCalendar } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import { doneAt, foundByAuthority } from './hazard.ts'
import type { Application, Base, Hazard, Level, Order, Underway } from './hazard.ts'
import { limits, numberOf } from './limits.ts'
import type { Tightened } from '../../../kernel/law.ts'

/** What the hazard waits for, and so what somebody owes. */
export const stepKinds = ['classify', 'order', 'start', 'rectify', 'evaluate', 'applyForReview', 'review', 'close'] as const

export type StepKind = (typeof stepKinds)[number]

/** The next step, null for a closed hazard. */
export const stepOf = (hazard: Hazard): StepKind | null => {
  switch (hazard.state) {
    case 'found':
      return 'classify'
    case 'classified':
      return 'order'
    case 'ordered':
      return 'start'
    case 'rectifying':
      return 'rectify'
    case 'selfChecked':
      return hazard.level === 'major' ? 'evaluate' : 'review'
    case 'evaluated':
      return 'applyForReview'
    case 'applied':
      return 'review'
    case 'reviewed':
      return 'close'
    case 'closed':
      return null
  }
}

/** Up to 24:00 of a day that somebody set. */
export const endOf = (dueOn: string): Deadline => {
  const lastDay = Temporal.PlainDate.from(dueOn)
  return { endsAt: startOfDay(lastDay.add({ days: 1 })), lastDay, final: true }
}

const daysFrom = (start: Temporal.Instant, days: number, calendar: HolidayCalendar): Deadline => deadline(start, { days }, calendar)

/** The usual last day to put a hazard of a level right, counted from when the legal clock began. */
export const usualDeadline = (level: Level, origin: Temporal.Instant, { tightened, calendar }: Settings): Deadline =>
  daysFrom(origin, usualDays(level, tightened), calendar)

/** The usual days to put a hazard of a level right. */
export const usualDays = (level: Level, tightened: Tightened): number =>
  numberOf(level === 'major' ? limits.rectifyDaysMajor : limits.rectifyDaysGeneral, tightened)

/**
 * The clock that law started. A unit's duty begins when it finds the hazard itself; an authority's order begins when it is
 * made. Neither a refused review nor a transfer sets it back; an extension moves only its end.
 */
export type LegalClock = {
  readonly origin: 'found' | 'ordered'
  readonly originAt: string
  readonly firstDueOn: string
  readonly dueOn: string
  /** How often the end was moved later. */
  readonly extensions: number
}

/** When the legal clock of rectification begins. */
export const legalOrigin = (
  hazard: Base,
  order: Pick<Order, 'step'>,
): { readonly origin: 'found' | 'ordered'; readonly at: Temporal.Instant } =>
  foundByAuthority(hazard) ? { origin: 'ordered', at: doneAt(order.step) } : { origin: 'found', at: doneAt(hazard.found.step) }

/** The legal clock of rectification; null before an order set its end. */
export const legalClock = (hazard: Hazard): LegalClock | null => {
  if (!('order' in hazard) || hazard.order === null) return null
  const { order, deadlines } = hazard
  const { origin, at } = legalOrigin(hazard, order)
  return {
    origin,
    originAt: at.toString(),
    firstDueOn: order.dueOn,
    dueOn: dueOnOf({ order, deadlines }),
    extensions: deadlines.filter(({ cause }) => cause === 'extension').length,
  }
}

/** The day in force for the end of rectification. */
export const dueOnOf = ({ order, deadlines }: Pick<Underway, 'order' | 'deadlines'>): string => deadlines.at(-1)?.dueOn ?? order.dueOn

/** 16号令 art. 23: the authority reviews on the site within 10 days of the receipt of the application. */
export const siteReviewDeadline = (application: Pick<Application, 'step'>, { tightened, calendar }: Settings): Deadline =>
  daysFrom(Temporal.Instant.from(application.step.receivedAt), numberOf(limits.siteReviewDays, tightened), calendar)

/** Whether the review of a general hazard is an authority's: it found or ordered the hazard. */
export const authorityReviews = (hazard: Base & Pick<Underway, 'order' | 'level'>): boolean =>
  hazard.level === 'major' || foundByAuthority(hazard) || hazard.order.step.by.side === 'authority'

const rectifyDeadline = (hazard: Extract<Hazard, { state: 'rectifying' }>, { tightened, calendar }: Settings): Deadline => {
  const law = endOf(dueOnOf(hazard))
  if (hazard.round === 1) return law
  const since = Temporal.Instant.from(hazard.since)
  const redo = hazard.redoOn === null ? daysFrom(since, numberOf(limits.reworkDays, tightened), calendar) : endOf(hazard.redoOn)
  const last = hazard.extensions.at(-1)
  // An extension that was asked in this round moves the round's own end too.
  const moved = last?.outcome === 'granted' && Temporal.Instant.compare(Temporal.Instant.from(last.step.receivedAt), since) >= 0
  return moved && Temporal.Instant.compare(law.endsAt, redo.endsAt) > 0 ? law : redo
}

/** When the present step's own clock runs out. It starts anew with each step; null for a closed hazard. */
export const stepDeadline = (hazard: Hazard, settings: Settings): Deadline | null => {
  const { tightened, calendar } = settings
  const within = (row: Parameters<typeof numberOf>[0]): Deadline =>
    daysFrom(Temporal.Instant.from(hazard.since), numberOf(row, tightened), calendar)
  switch (hazard.state) {
    case 'found':
      return within(limits.classifyDays)
    case 'classified':
      return within(limits.orderDays)
    case 'ordered':
      return within(hazard.level === 'major' ? limits.startDaysMajor : limits.startDaysGeneral)
    case 'rectifying':
      return rectifyDeadline(hazard, settings)
    case 'selfChecked':
      if (hazard.level === 'major') return within(limits.evaluateDays)
      return within(authorityReviews(hazard) ? limits.authorityReviewDays : limits.ownReviewDays)
    case 'evaluated':
      return within(limits.applyDays)
    case 'applied':
      return siteReviewDeadline(hazard.application, settings)
    case 'reviewed':
      return within(limits.closeDays)
    case 'closed':
      return null
  }
}

/**
 * When the law's clock over the present step runs out: the end of rectification until the unit has done its part, then the
 * authority's days to review. Null where the law sets none.
 */
export const lawDeadline = (hazard: Hazard, settings: Settings): Deadline | null => {
  switch (hazard.state) {
    case 'ordered':
    case 'rectifying':
    case 'evaluated':
      return endOf(dueOnOf(hazard))
    case 'selfChecked':
      if (hazard.level === 'major') return endOf(dueOnOf(hazard))
      return authorityReviews(hazard) ? stepDeadline(hazard, settings) : null
    case 'applied':
      return siteReviewDeadline(hazard.application, settings)
    case 'found':
    case 'classified':
    case 'reviewed':
    case 'closed':
      return null
  }
}

/** Whether the authority's review came within its days, counted from the receipt of the application (16号令 art. 23). */
export const siteReviewVerdict = (
  application: Pick<Application, 'step'>,
  reviewedAt: Temporal.Instant | null,
  now: Temporal.Instant,
  settings: Settings,
): 'on time' | 'late' | 'waiting' => {
  const due = siteReviewDeadline(application, settings)
  if (isLate(due, reviewedAt ?? now)) return 'late'
  return reviewedAt === null ? 'waiting' : 'on time'
}

/** Whether the hazard is not put right yet and its legal clock has run out. */
export const isOverdue = (hazard: Hazard, now: Temporal.Instant): boolean =>
  (hazard.state === 'ordered' || hazard.state === 'rectifying') && isLate(endOf(dueOnOf(hazard)), now)

/** Whether the hazard was put right after its legal clock had run out, by the self-check that counts; null before one. */
export const wasRectifiedLate = (hazard: Hazard): boolean | null =>
  'selfCheck' in hazard ? isLate(endOf(dueOnOf(hazard)), doneAt(hazard.selfCheck.step)) : null

/** Whole days in Beijing from the start of the legal clock to closing; null while open, or where it was no hazard. */
export const daysToClose = (hazard: Hazard): number | null => {
  if (hazard.state !== 'closed' || hazard.outcome === 'foundInError') return null
  // Of one that a ledger closed the days of finding and closing are told, and no instants.
  if (hazard.outcome === 'closedInLedger')
    return Temporal.PlainDate.from(hazard.ledger.foundOn).until(hazard.closing.claimedAt.slice(0, 10)).days
  const from = dateInBeijing(legalOrigin(hazard, hazard.order).at)
  return from.until(dateInBeijing(doneAt(hazard.closing))).days
}
