import type { Sentence } from '../../../kernel/refusals.ts'
import { lawTimeZone } from '../../../kernel/time.ts'
import type { Fix, Presence } from '../rules/hazard.ts'

/** In which a paper speaks. */
export type Language = keyof Sentence

/** A day as an official paper writes it: 2026年11月24日. */
export const dayText = (day: string, language: Language): string => {
  const date = Temporal.PlainDate.from(day)
  return language === 'zh' ? `${date.year}年${date.month}月${date.day}日` : date.toString()
}

const local = (instant: string): Temporal.ZonedDateTime => Temporal.Instant.from(instant).toZonedDateTimeISO(lawTimeZone)

/** The day of a moment in Beijing, as a date: `2026-11-24`. */
export const dayOf = (instant: string): string => local(instant).toPlainDate().toString()

/** A moment in Beijing: 2026年11月24日10时05分. */
export const momentText = (instant: string, language: Language): string => {
  const at = local(instant)
  const clock = [at.hour, at.minute].map((part) => String(part).padStart(2, '0'))
  return language === 'zh' ? `${dayText(dayOf(instant), 'zh')}${clock.join('时')}分` : `${dayOf(instant)} ${clock.join(':')} (Beijing)`
}

/** Where a device was: degrees of WGS 84, and how far off it may be. */
export const fixText = ({ lng, lat, accuracyMetres }: Fix, language: Language): string => {
  const off = Math.ceil(accuracyMetres)
  return language === 'zh'
    ? `东经 ${lng.toFixed(5)}°，北纬 ${lat.toFixed(5)}°（WGS 84，精度 ±${off} 米）`
    : `${lat.toFixed(5)}° N, ${lng.toFixed(5)}° E (WGS 84, ±${off} m)`
}

/** How the reviewer showed to have been there, or why he could not. */
export const presenceText = (presence: Presence, language: Language): string => {
  if (presence.kind === 'reason') return language === 'zh' ? `无定位：${presence.reason}` : `No position: ${presence.reason}`
  const { position, distanceMetres } = presence
  const fix = fixText(position, language)
  if (distanceMetres === null) return fix
  return language === 'zh'
    ? `${fix}，距隐患部位 ${Math.round(distanceMetres)} 米`
    : `${fix}, ${Math.round(distanceMetres)} m from the hazard`
}

/** Whole yuan and fen as they are, with thousands apart: 58,000 元. */
export const yuanText = (yuan: number, language: Language): string => {
  const [whole, part] = String(yuan).split('.')
  const amount = `${whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
  return language === 'zh' ? `${amount} 元` : `CNY ${amount}`
}
