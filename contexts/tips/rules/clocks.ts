import { deadline, type HolidayCalendar } from '../../../kernel/time.ts'
import type { Tightened } from '../../../kernel/law.ts'
import { limitValue } from './limits.ts'
import type { Tip } from './tip.ts'

export type Settings = { readonly tightened: Tightened; readonly calendar: HolidayCalendar }

const iso = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: 'millisecond' })

/**
 * By when the present step is due, by the clock of the law: the decision to accept in working days of the receipt, the answer in
 * days of the acceptance, which one extension moves and a check that is sent back does not. Null once the tip is decided.
 */
export const dueAt = (tip: Tip, { tightened, calendar }: Settings): string | null => {
  switch (tip.state) {
    case 'received': {
      const workingDays = limitValue('acceptWorkingDays', tightened)
      return iso(deadline(Temporal.Instant.from(tip.received.at), { workingDays }, calendar).endsAt)
    }
    case 'accepted':
    case 'checked': {
      const more = tip.extended === null ? 0 : limitValue('extensionDays', tightened)
      const days = limitValue('checkDays', tightened) + more
      return iso(deadline(Temporal.Instant.from(tip.accepted.at), { days }, calendar).endsAt)
    }
    default:
      return null
  }
}

/** When the informant's name is to be destroyed; null while the tip is open, or a reward still waits. */
export const forgetIdentityAt = (tip: Tip, { tightened }: Pick<Settings, 'tightened'>): string | null => {
  if (tip.identity !== 'sealed') return null
  const { reward } = tip
  const waits =
    reward !== null && reward.paid === null && (reward.decided === null || (reward.decided.agree && reward.proposed.amountYuan > 0))
  const ended = endedAt(tip)
  if (waits || ended === null) return null
  return iso(Temporal.Instant.from(ended).add({ hours: 24 * limitValue('identityDays', tightened) }))
}

const endedAt = (tip: Tip): string | null => {
  if (tip.reward?.paid) return tip.reward.paid.step.at
  if (tip.reward?.decided) return tip.reward.decided.step.at
  switch (tip.state) {
    case 'answered':
      return tip.answer.at
    case 'declined':
      return tip.declined.at
    case 'referred':
      return tip.referred.at
    case 'joined':
      return tip.joined.at
    default:
      return null
  }
}
