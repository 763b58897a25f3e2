import { yearOnYearPercent } from '../../../../kernel/statistics.ts'

/** In which a bulletin speaks. */
export type Language = 'zh' | 'en'

/** What is counted, with its measure word (量词) and its English noun. */
export const counters = {
  visits: { zh: '家次', en: ['visit', 'visits'] },
  units: { zh: '家', en: ['unit', 'units'] },
  hazards: { zh: '个', en: ['hazard', 'hazards'] },
  places: { zh: '处', en: ['place', 'places'] },
  cases: { zh: '起', en: ['case', 'cases'] },
  people: { zh: '人次', en: ['person', 'people'] },
  tips: { zh: '件', en: ['tip', 'tips'] },
  signs: { zh: '条', en: ['sign', 'signs'] },
  yuan: { zh: '元', en: ['yuan', 'yuan'] },
} as const

export type Counter = keyof typeof counters

/** Counts are whole and not below 0; anything else would be a fault of whoever counted. */
const whole = (value: number): number => {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`no count: ${value}`)
  return value
}

/** So many of `unit`, at `digits` decimals, half up, without trailing zeros; whole numbers alone are reckoned with. */
const inUnits = (value: number, unit: number, digits: number): string => {
  const scale = 10 ** digits
  const scaled = Math.floor((value * scale * 2 + unit) / (unit * 2))
  const rest = String(scaled % scale).padStart(digits, '0')
  return `${Math.floor(scaled / scale)}.${rest}`.replace(/\.?0+$/, '')
}

/** 99,999,500 and more round to 1亿, never to 10000万. */
const wan = 10_000
const yi = 100_000_000
const asYi = yi - wan / 20

/**
 * A number as the field writes it in Chinese: plain below 10,000, then in 万 and 亿 with one decimal (616.7万, 571万), and
 * the measure word after it.
 */
export const zhCount = (value: number, counter: Counter): string => {
  const count = whole(value)
  const text = count < wan ? String(count) : count < asYi ? `${inUnits(count, wan, 1)}万` : `${inUnits(count, yi, 1)}亿`
  return `${text}${counters[counter].zh}`
}

const million = 1_000_000
const billion = 1_000_000_000
/** 999,995,000 and more round to 1 billion. */
const asBillion = billion - million / 200

/** The number in English without its noun: 57,100; 6.17 million. */
export const enNumber = (value: number): string => {
  const count = whole(value)
  if (count < million) return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',')
  return count < asBillion ? `${inUnits(count, million, 2)} million` : `${inUnits(count, billion, 2)} billion`
}

/** A number in English with what is counted: 6.17 million visits, 1 hazard. */
export const enCount = (value: number, counter: Counter): string =>
  counter === 'yuan' ? `CNY ${enNumber(value)}` : `${enNumber(value)} ${counters[counter].en[value === 1 ? 0 : 1]}`

export const countText = (value: number, counter: Counter, language: Language): string =>
  language === 'zh' ? zhCount(value, counter) : enCount(value, counter)

/** The number alone, for tables whose head says what is counted. */
export const plainText = (value: number, language: Language): string =>
  language === 'zh' ? zhCount(value, 'units').slice(0, -1) : enNumber(value)

/**
 * A share in percent with one decimal, half up. What is not all is never told as 100 %, and what is something never as 0 %.
 * Null where there is no whole.
 */
export const shareText = (part: number, of: number, language: Language): string | null => {
  if (whole(of) === 0) return null
  const tenths = Math.floor((whole(part) * 2000 + of) / (of * 2))
  if (part > 0 && tenths === 0) return language === 'zh' ? '不足0.1%' : 'under 0.1%'
  const told = part < of ? Math.min(tenths, 999) : tenths
  return `${String(told / 10)}%`
}

/** Below it one record more or less moves a rate by more than three points, so a rate of it is told with a warning. */
export const smallBase = 30

export const isSmall = (base: number): boolean => base < smallBase

/** Of fewer than this a rate for every 10,000 moves by more than ten with each record. */
export const smallForTenThousand = 1000

/** From here on a growth is told in words. */
const mostPercent = 1000

/** How a number compares with the same days of the year before. */
export type Change =
  /** 基数为零: nothing to compare with, so no rate is told. */
  { readonly kind: 'noBase' } | { readonly kind: 'same' } | { readonly kind: 'up' | 'down'; readonly text: string; readonly small: boolean }

export const changeOf = (current: number, lastYear: number, language: Language): Change => {
  const percent = yearOnYearPercent(whole(current), whole(lastYear))
  if (percent === null) return { kind: 'noBase' }
  if (percent === 0) return { kind: 'same' }
  const kind = percent > 0 ? 'up' : 'down'
  const small = isSmall(lastYear)
  // A rate of many thousands says no more than that there was next to nothing before.
  if (percent >= mostPercent) return { kind, text: language === 'zh' ? '10倍以上' : 'more than tenfold', small }
  const text = shareText(Math.abs(current - lastYear), lastYear, language)
  if (text === null) throw new Error('a base above zero has a share')
  return { kind, text, small }
}
