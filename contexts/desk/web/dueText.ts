import { dayMinuteText, dayText, milliseconds, minuteText, type Instant } from '../../../ui/instant.ts'

/** `11-24 18:00`; the end of a day reads as people say it, `11-24 24:00`, and not as the next one's beginning. */
export const dueText = (dueAt: Instant): string =>
  minuteText(dueAt) === '00:00' ? `${dayText(milliseconds(dueAt) - 1)} 24:00` : dayMinuteText(dueAt)
