import { deadline, type Deadline, type Period } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import type { Case, CaseIn, Noticed, Opened } from './case.ts'
import { noonOf, outstandingYuan, payDeadline } from './fine.ts'
import { limits, numberOf } from './limits.ts'

const from = (instant: string, period: Period, { calendar }: Settings): Deadline =>
  deadline(Temporal.Instant.from(instant), period, calendar)

const onDay = (lastDay: string): Deadline => {
  const day = Temporal.PlainDate.from(lastDay)
  return { endsAt: noonOf(day.add({ days: 1 }).toString()).subtract({ hours: 12 }), lastDay: day, final: true }
}

/** 行政处罚法 art. 60: ninety days from the opening, or the day to which it was extended. */
export const decisionDeadline = ({ opened, extensions }: Opened, settings: Settings): Deadline => {
  const extended = extensions.at(-1)
  return extended === undefined
    ? from(opened.at, { days: numberOf(limits.decisionDays, settings.tightened) }, settings)
    : onDay(extended.toOn)
}

/** 行政处罚法 art. 64 (1): five working days from the receipt of the notice; null while it is not served. */
export const rightsDeadline = ({ notice }: Pick<Noticed, 'notice'>, settings: Settings): Deadline | null =>
  notice.service === null
    ? null
    : deadline(noonOf(notice.service.servedOn), { workingDays: numberOf(limits.hearingAskDays, settings.tightened) }, settings.calendar)

/** 行政处罚法 art. 61: seven working days from the decision. */
export const serviceDeadline = ({ decision }: Pick<CaseIn<'decided'>, 'decision'>, settings: Settings): Deadline =>
  from(decision.step.at, { workingDays: numberOf(limits.serviceDays, settings.tightened) }, settings)

/** The clock that law started; null where none runs. */
export const lawDeadline = (open: Case, today: string, settings: Settings): Deadline | null => {
  switch (open.state) {
    case 'investigating':
    case 'noticed':
    case 'hearingAsked':
    case 'hearingCalled':
    case 'weighing':
      return decisionDeadline(open, settings)
    case 'decided':
      return serviceDeadline(open, settings)
    case 'served':
      return outstandingYuan(open, today, settings) > 0 ? payDeadline(open, settings) : null
    default:
      return null
  }
}

/** The present step's own clock; null where the step has none beside the law's. */
export const stepDeadline = (open: Case, today: string, settings: Settings): Deadline | null => {
  const within = (instant: string, period: Period): Deadline => from(instant, period, settings)
  const { tightened } = settings
  switch (open.state) {
    case 'proposed':
      return within(open.since, { days: numberOf(limits.openingDays, tightened) })
    case 'noticed':
      return rightsDeadline(open, settings) ?? within(open.since, { workingDays: numberOf(limits.noticeServiceDays, tightened) })
    case 'hearingAsked':
      return within(open.since, { days: numberOf(limits.hearingCallDays, tightened) })
    case 'hearingCalled':
      return { endsAt: Temporal.Instant.from(open.call.heldAt), lastDay: null, final: true }
    case 'weighing':
      return within(open.since, { days: numberOf(limits.weighingDays, tightened) })
    case 'decided':
      return open.decision.result === 'handOver' ? within(open.since, { days: numberOf(limits.closingDays, tightened) }) : null
    case 'served':
      if (outstandingYuan(open, today, settings) > 0) return null
      if (open.rectified === null && open.decision.rectifyBy !== null) return onDay(open.decision.rectifyBy)
      return within(open.since, { days: numberOf(limits.closingDays, tightened) })
    default:
      return null
  }
}
