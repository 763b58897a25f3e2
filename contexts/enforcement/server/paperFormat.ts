import { lawTimeZone } from '../../../kernel/time.ts'
import type { Language } from './paperWords.ts'

/** A day as an official paper writes it: 2026年11月24日. */
export const dayText = (day: string, language: Language): string => {
  const date = Temporal.PlainDate.from(day)
  return language === 'zh' ? `${date.year}年${date.month}月${date.day}日` : date.toString()
}

const local = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(lawTimeZone)

/** The day of a moment in Beijing, as a date. */
export const dayOf = (instant: string): string => local(instant).toPlainDate().toString()

/** A moment in Beijing: 2026年11月24日10时05分. */
export const momentText = (instant: string, language: Language): string => {
  const at = local(instant)
  const clock = [at.hour, at.minute].map((part) => String(part).padStart(2, '0'))
  return language === 'zh' ? `${dayText(dayOf(instant), 'zh')}${clock.join('时')}分` : `${dayOf(instant)} ${clock.join(':')} (Beijing)`
}

/** Yuan with thousands apart. */
export const yuanText = (yuan: number, language: Language): string => {
  const amount = String(yuan).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return language === 'zh' ? `${amount} 元` : `CNY ${amount}`
}
