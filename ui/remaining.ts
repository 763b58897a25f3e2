import type { Language } from './language.tsx'
import { milliseconds, type Instant } from './instant.ts'

/** How long is left until a limit, or how long it has been over. */
export type Remaining = {
  readonly over: boolean
  readonly text: string
  readonly lead: string
  readonly amount: string
  readonly trail: string
}

const two = (value: number): string => String(value).padStart(2, '0')

/**
 * `余 2 天 09:27`, `超 1 天 04:12`, under a day `余 2:27`; in English `2 d 09:27 left`, `over 1 d 04:12`.
 * Whole minutes, cut and not rounded, so that no limit looks farther than it is;
 * with `second`, times under an hour read `余 2:44` in minutes and seconds.
 */
export const remaining = (dueAt: Instant, now: Instant, language: Language, precision: 'minute' | 'second' = 'minute'): Remaining => {
  const left = milliseconds(dueAt) - milliseconds(now)
  const over = left < 0
  const seconds = Math.floor(Math.abs(left) / 1_000)
  const amount = amountText(seconds, language, precision)
  const words =
    language === 'zh' ? { lead: over ? '超' : '余', trail: '' } : over ? { lead: 'over', trail: '' } : { lead: '', trail: 'left' }
  const text = [words.lead, amount, words.trail].filter((part) => part !== '').join(' ')
  return { over, text, amount, ...words }
}

const amountText = (seconds: number, language: Language, precision: 'minute' | 'second'): string => {
  const days = Math.floor(seconds / 86_400)
  const hours = Math.floor((seconds % 86_400) / 3_600)
  const minutes = Math.floor((seconds % 3_600) / 60)
  if (days > 0) return `${days} ${language === 'zh' ? '天' : 'd'} ${two(hours)}:${two(minutes)}`
  if (precision === 'second' && hours === 0) return `${minutes}:${two(seconds % 60)}`
  if (precision === 'second') return `${hours}:${two(minutes)}:${two(seconds % 60)}`
  return `${hours}:${two(minutes)}`
}
