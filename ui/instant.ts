/*
 * Instants as people read them: always Beijing time (UTC+8, no summer time since 1991),
 * whatever zone the browser stands in, because every deadline of the law is counted there.
 */
const beijingOffsetMilliseconds = 8 * 3_600_000

/** Milliseconds since 1970, or an ISO instant as the server sends it. */
export type Instant = number | string

/** Milliseconds since 1970; throws on a text that is no instant. */
export const milliseconds = (instant: Instant): number => {
  const value = typeof instant === 'number' ? instant : Date.parse(instant)
  if (Number.isNaN(value)) throw new Error(`Not an instant: ${instant}`)
  return value
}

const iso = (instant: Instant): string => new Date(milliseconds(instant) + beijingOffsetMilliseconds).toISOString()

/** `2026-11-24` */
export const dateText = (instant: Instant): string => iso(instant).slice(0, 10)
/** `14:32` */
export const minuteText = (instant: Instant): string => iso(instant).slice(11, 16)
/** `14:32:07` */
export const secondText = (instant: Instant): string => iso(instant).slice(11, 19)
/** `11-24 14:32` */
export const dayMinuteText = (instant: Instant): string => `${iso(instant).slice(5, 10)} ${minuteText(instant)}`
/** `11-24` */
export const dayText = (instant: Instant): string => iso(instant).slice(5, 10)
/** `11-24 14:32`; a limit at the very end of a day belongs to that day: `11-24 24:00`, not 00:00 of the next. */
export const limitText = (instant: Instant): string =>
  minuteText(instant) === '00:00' ? `${dayText(milliseconds(instant) - 1)} 24:00` : dayMinuteText(instant)
/** `2026-11-24 14:32:07` */
export const fullText = (instant: Instant): string => `${dateText(instant)} ${secondText(instant)}`
/** 0 for Sunday. */
export const weekday = (instant: Instant): number => new Date(milliseconds(instant) + beijingOffsetMilliseconds).getUTCDay()

/** The first instant of the day in Beijing. */
export const startOfDay = (instant: Instant): number => {
  const day = 86_400_000
  return Math.floor((milliseconds(instant) + beijingOffsetMilliseconds) / day) * day - beijingOffsetMilliseconds
}

/** `14:32` on the day of `now`, else `11-24 14:32`, or with the year where it is another one. */
export const shortText = (instant: Instant, now: Instant): string => {
  if (dateText(instant) === dateText(now)) return minuteText(instant)
  if (dateText(instant).slice(0, 4) === dateText(now).slice(0, 4)) return dayMinuteText(instant)
  return `${dateText(instant)} ${minuteText(instant)}`
}
