/** How a style shows a number. */
export type NumberLook =
  | { readonly as: 'plain' }
  /** Leading zeros of codes, by a format of zeros alone. */
  | { readonly as: 'padded'; readonly digits: number }
  | { readonly as: 'percent'; readonly decimals: number }
  | { readonly as: 'date'; readonly tokens: readonly string[]; readonly clock12: boolean }

export const plain: NumberLook = { as: 'plain' }

/** Formats that a file names by number alone, as Excel shows them in Chinese (ISO/IEC 29500-1, 18.8.30). */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  45: 'mm:ss',
  47: 'mm:ss.0',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
}

const tokenPattern = /"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|AM\/PM|A\/P|上午\/下午|y+|m+|d+|h+|s+|a{3,4}|[^]/gi

/** What a format makes of a number: only dates, percents and leading zeros change what a person reads as its value. */
export const lookOf = (formatId: number, code: string | undefined): NumberLook => {
  const format = (code ?? builtIn[formatId] ?? '').slice(0, 255).split(';')[0] ?? ''
  const zeros = /^0{2,}$/.exec(format)
  if (zeros !== null) return { as: 'padded', digits: format.length }
  const percent = /^#?,?#*0(?:\.(0+))?%$/.exec(format)
  if (percent !== null) return { as: 'percent', decimals: percent[1]?.length ?? 0 }
  const tokens = (format.match(tokenPattern) ?? []).filter((token) => !token.startsWith('_') && !token.startsWith('*'))
  // [h]:mm counts hours past 24: a length of time and no date.
  if (tokens.some((token) => /^\[[hms]+\]$/i.test(token))) return plain
  const shown = tokens.filter((token) => !token.startsWith('['))
  if (!shown.some((token) => /^(?:[ydhs]+|m+)$/i.test(token)) || shown.some((token) => /^[#?]$/.test(token))) return plain
  return { as: 'date', tokens: shown, clock12: shown.some((token) => /^(?:AM\/PM|A\/P|上午\/下午)$/i.test(token)) }
}

/** Every digit of a number that a file writes with an exponent; a person reads 913301007288000000 and not 9.13301007288E+17. */
const spelledOut = (value: string): string => {
  const parts = /^(-?)(\d*)\.?(\d*)[eE]([+-]?\d+)$/.exec(value)
  if (parts === null) return value
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts
  const digits = whole + fraction
  const point = whole.length + Number(exponent)
  if (point > 400 || point < -400) return value
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  if (point >= digits.length) return sign + (digits + '0'.repeat(point - digits.length)).replace(/^0+(?=\d)/, '')
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`.replace(/^(-?)0+(?=\d)/, '$1')
}

/**
 * A number as a person sees it: no exponent, no `.0`, and not the sixteenth and seventeenth digit of a binary fraction
 * (0.30000000000000004). Whole numbers keep every digit the file has. Null where the text is no number.
 */
export const plainNumber = (value: string): string | null => {
  if (/^-?\d{1,18}$/.test(value)) return value
  // No number is longer, and the pattern below would look at each digit of a long one again and again.
  if (value.length > 64) return null
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,4})?$/.test(value)) return null
  const number = Number(value)
  if (!Number.isFinite(number)) return null
  const full = spelledOut(value.replace(/^\+/, '').replace(/^(-?)\./, '$10.'))
  const point = full.indexOf('.')
  if (point < 0) return full
  const significant = full.replace(/^-?0*\.?0*/, '').replace('.', '').length
  const short = significant > 15 ? spelledOut(String(Number(number.toPrecision(15)))) : full
  return short.includes('.') ? short.replace(/\.?0+$/, '') : short
}

const dayMilliseconds = 86_400_000
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** The greatest serial that a spreadsheet shows as a date: the end of the year 9999. */
const lastSerial = 2_958_466

/**
 * Days since 1899-12-30 of a serial of a file. A file counts from 1904 where it says so (plus 1,462 days). The other system takes
 * 1900 for a leap year, so that its days before March 1900 are one behind.
 */
export const serialOf = (number: number, from1904: boolean): number =>
  from1904 ? number + 1_462 : number >= 1 && number < 60 ? number + 1 : number

/** A date as its format shows it; null where the number is none. */
export const shownDate = (serial: number, tokens: readonly string[], clock12: boolean): string | null => {
  if (!(serial >= 0 && serial < lastSerial)) return null
  // To the second, as it is shown: a fraction of a day is never exact.
  const at = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1_000)
  const two = (value: number, width: number): string => (width > 1 ? String(value).padStart(2, '0') : String(value))
  const hours = at.getUTCHours()
  let shown = ''
  let last = ''
  for (const [place, token] of tokens.entries()) {
    const letter = token[0]!.toLowerCase()
    if (token.startsWith('"')) shown += token.slice(1, -1)
    else if (token.startsWith('\\')) shown += token.slice(1)
    else if (/^(?:AM\/PM|A\/P)$/i.test(token)) shown += hours < 12 ? 'AM' : 'PM'
    else if (token === '上午/下午') shown += hours < 12 ? '上午' : '下午'
    else if (/^y+$/i.test(token)) shown += token.length > 2 ? String(at.getUTCFullYear()) : String(at.getUTCFullYear()).slice(2)
    else if (/^m+$/i.test(token)) {
      // The same letter is a minute after hours and before seconds.
      const next = tokens
        .slice(place + 1)
        .find((later) => /^(?:[ymdhs]+)$/i.test(later))?.[0]
        ?.toLowerCase()
      if (last === 'h' || next === 's') shown += two(at.getUTCMinutes(), token.length)
      else shown += token.length > 2 ? months[at.getUTCMonth()]! : two(at.getUTCMonth() + 1, token.length)
    } else if (/^d+$/i.test(token)) shown += token.length > 2 ? `周${weekdays[at.getUTCDay()]!}` : two(at.getUTCDate(), token.length)
    else if (/^a{3,4}$/i.test(token)) shown += `${token.length > 3 ? '星期' : ''}${weekdays[at.getUTCDay()]!}`
    else if (/^h+$/i.test(token)) shown += two(clock12 ? hours % 12 || 12 : hours, token.length)
    else if (/^s+$/i.test(token)) shown += two(at.getUTCSeconds(), token.length)
    else shown += token
    if (/^[ymdhs]+$/i.test(token)) last = letter
  }
  return shown.trim()
}

/** The serial of a day, days since 1899-12-30; null where the text is no day of the calendar from 1900-03-01 on. */
export const serialOfDay = (day: string): number | null => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (parts === null) return null
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]))
  if (new Date(at).toISOString().slice(0, 10) !== day) return null
  const serial = (at - Date.UTC(1899, 11, 30)) / dayMilliseconds
  return serial >= 61 ? serial : null
}

/** The serial of a date as ISO 8601 writes it, without a zone, of a cell of type `d`. */
export const serialOfIso = (value: string): number | null => {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?Z?)?$/.exec(value)
  if (parts === null) return null
  const day = serialOfDay(parts[1]!)
  return day === null ? null : day + (Number(parts[2] ?? 0) * 3_600 + Number(parts[3] ?? 0) * 60 + Number(parts[4] ?? 0)) / 86_400
}
