import { parseUscc, identifierRefusals } from '../../../../kernel/identifiers.ts'
import { sentenceOf } from '../../../../kernel/refusals.ts'
import type { Values } from './column.ts'
import { fault, faultOf, type LedgerFault, type LedgerFaultCode, type LedgerFaultFacts, type LedgerWrong } from './faults.ts'

/** Reads the cells of one row and gathers what is wrong with them. */
export type Reading = {
  readonly faults: LedgerFault[]
  /** The text of a cell; empty where it is empty or the file does not have the column. */
  readonly text: (column: string) => string
  /** The same with an end to its length; one that must be there and is not is a fault. */
  readonly words: (column: string, limits: { readonly most: number; readonly needed?: boolean }) => string | null
  readonly wrong: <Code extends LedgerFaultCode>(column: string | null, code: Code, facts: LedgerFaultFacts[Code]) => null
  readonly refuse: (column: string | null, wrong: LedgerWrong) => null
}

/** A cell that stands for nothing, as people fill one in. */
const nothing = /^(?:[-—–/／\\]+|无|暂无|空|n\/?a|null|none)$/iu

export const readingOf = (values: Values): Reading => {
  const faults: LedgerFault[] = []
  const wrong: Reading['wrong'] = (column, code, facts) => {
    faults.push(fault(column, code, facts))
    return null
  }
  const text = (column: string): string => {
    const held = values[column]?.text.trim() ?? ''
    return nothing.test(held) ? '' : held
  }
  return {
    faults,
    text,
    wrong,
    refuse: (column, what) => {
      faults.push(faultOf(column, what))
      return null
    },
    words: (column, { most, needed = false }) => {
      const held = text(column)
      if (held === '') return needed ? wrong(column, 'CELL_MISSING', {}) : null
      // Characters as people count them; most cells are far from the end.
      const length = held.length <= most ? held.length : Array.from(held).length
      return length > most ? wrong(column, 'CELL_TOO_LONG', { most, length }) : held
    },
  }
}

/** Days before this one are slips of the hand: nobody kept such a ledger then. */
export const earliestDay = '1990-01-01'

const parts = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?(?:$|[\sT(（])/u
const packed = /^(\d{4})(\d{2})(\d{2})$/
const yearless = /^\d{1,2}\s*(?:月\s*\d{1,2}\s*[日号]?|[-./]\s*\d{1,2})$/u

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const dayText = (year: number, month: number, day: number): string | null => {
  const most = month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0)
  if (day < 1 || day > most) return null
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`
}

/**
 * The day of a spreadsheet's serial number, which counts from 1899-12-30. Reckoned by whole numbers over eras of 400 years
 * that begin on 1 March (H. Hinnant, civil_from_days): a ledger has four of them in a row, and Temporal takes 3 µs for each.
 */
const dayOfSerial = (serial: number): string => {
  const days = Math.floor(serial) + 693_899
  const era = Math.floor(days / 146_097)
  const ofEra = days - era * 146_097
  const years = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365)
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100))
  const months = Math.floor((5 * ofYear + 2) / 153)
  const month = months < 10 ? months + 3 : months - 9
  const day = ofYear - Math.floor((153 * months + 2) / 5) + 1
  return dayText(years + era * 400 + (month <= 2 ? 1 : 0), month, day) ?? ''
}

/** What a cell says that should be a day: the day, or the code of what is wrong with it; null for an empty one. */
export const readDay = (
  value: { readonly text: string; readonly serial?: number } | undefined,
): { readonly day: string } | 'DAY_UNREADABLE' | 'DAY_WITHOUT_YEAR' | 'DAY_NOT_IN_CALENDAR' | null => {
  if (value === undefined) return null
  // Up to 9999-12-31.
  if (value.serial !== undefined && value.serial >= 1 && value.serial < 2_958_466) return { day: dayOfSerial(value.serial) }
  const text = value.text.trim()
  if (text === '' || nothing.test(text)) return null
  const [, year, month, day] = parts.exec(text) ?? packed.exec(text) ?? []
  if (year !== undefined) {
    const made = dayText(Number(year), Number(month), Number(day))
    return made === null ? 'DAY_NOT_IN_CALENDAR' : { day: made }
  }
  if (yearless.test(text)) return 'DAY_WITHOUT_YEAR'
  // A number without a format that tells a date: what a spreadsheet shows of 45356. From 1990 to 2099.
  if (/^\d{5}(?:\.\d+)?$/.test(text)) {
    const serial = Number(text)
    if (serial >= 32_874 && serial < 73_051) return { day: dayOfSerial(serial) }
  }
  return 'DAY_UNREADABLE'
}

/**
 * A day of a row. `today` is the last day it can be, null for a deadline, which may lie ahead.
 */
export const dayIn = (
  reading: Reading,
  values: Values,
  column: string,
  { today, needed = false }: { readonly today: string | null; readonly needed?: boolean },
): string | null => {
  const read = readDay(values[column])
  if (read === null) return needed ? reading.wrong(column, 'CELL_MISSING', {}) : null
  if (typeof read === 'string') return reading.wrong(column, read, { text: reading.text(column).slice(0, 40) })
  const { day } = read
  if (day < earliestDay) return reading.wrong(column, 'DAY_TOO_EARLY', { day, earliest: earliestDay })
  if (today !== null && day > today) return reading.wrong(column, 'DAY_IN_FUTURE', { day, today })
  return day
}

/** A unified social credit code, checked; null for none and for a wrong one. */
export const usccIn = (reading: Reading, column: string): string | null => {
  const text = reading.text(column).replaceAll(/[\s'’‘`-]/gu, '')
  if (text === '') return null
  const parsed = parseUscc(text)
  return parsed.ok
    ? parsed.value.code
    : reading.wrong(column, 'CREDIT_CODE_INVALID', { why: sentenceOf(identifierRefusals, parsed.refusal) })
}

/** Money in yuan. `unitYuan`: what a bare number counts in, 10,000 where the heading says 万元. */
export const moneyIn = (reading: Reading, column: string, unitYuan: number): number | null => {
  const text = reading.text(column)
  if (text === '') return null
  const [, digits, unit] = /^[¥￥]?\s*(\d+(?:\.\d+)?)\s*(万元?|元)?$/u.exec(text.replaceAll(/[,，\s]/gu, '')) ?? []
  if (digits === undefined) return reading.wrong(column, 'MONEY_UNREADABLE', { text: text.slice(0, 40) })
  const yuan = Number(digits) * (unit === undefined ? unitYuan : unit.startsWith('万') ? 10_000 : 1)
  return yuan > 1e12 ? reading.wrong(column, 'MONEY_UNREADABLE', { text: text.slice(0, 40) }) : Math.round(yuan * 100) / 100
}

/** A count from 0 up. */
export const countIn = (reading: Reading, column: string): number | null => {
  const text = reading.text(column)
  if (text === '') return null
  const [, digits] = /^(\d{1,6})(?:\.0+)?\s*[个处条项次]?$/u.exec(text) ?? []
  return digits === undefined ? reading.wrong(column, 'NUMBER_UNREADABLE', { text: text.slice(0, 40) }) : Number(digits)
}

/** The box around the land of China, by whole degrees. */
const china = { west: 73, east: 136, south: 3, north: 54 } as const

/** A place, or null for none and for one that cannot be. */
export const positionIn = (
  reading: Reading,
  lngColumn: string,
  latColumn: string,
): { readonly lng: number; readonly lat: number } | null => {
  const [lngText, latText] = [reading.text(lngColumn), reading.text(latColumn)]
  if (lngText === '' && latText === '') return null
  if (lngText === '' || latText === '') return reading.wrong(lngText === '' ? lngColumn : latColumn, 'POSITION_HALF', {})
  const degrees = /^\d{1,3}(?:\.\d+)?[°度]?$/u
  for (const [column, text] of [
    [lngColumn, lngText],
    [latColumn, latText],
  ] as const)
    if (!degrees.test(text)) return reading.wrong(column, 'POSITION_UNREADABLE', { text: text.slice(0, 40) })
  const [lng, lat] = [Number.parseFloat(lngText), Number.parseFloat(latText)]
  const inside = lng >= china.west && lng <= china.east && lat >= china.south && lat <= china.north
  return inside ? { lng, lat } : reading.wrong(lngColumn, 'POSITION_OUTSIDE_CHINA', { lng, lat })
}
