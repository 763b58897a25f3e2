import { sm3Hex } from '../secrets/sm.ts'

/**
 * What the hash of an entry covers: every column but the hash itself, in this order. It is taken over the line that
 * PostgreSQL writes of them in the text form of COPY: values between tabs, `\N` for null, and a backslash before what
 * could be mistaken for either. Two different rows never make the same line, and to verify a row is to hash what the
 * database sends, untouched.
 */
export const hashedColumns = [
  'chain',
  'seq',
  'version',
  'at',
  'actor_kind',
  'person_id',
  'post_id',
  'actor_name',
  'action',
  'record_kind',
  'record_id',
  'region_code',
  'organisation_id',
  'before',
  'after',
  'subject_id',
  'sealed_before',
  'sealed_after',
  'purpose',
  'result',
  'refusal_code',
  'request_id',
  'address',
  'device',
  'previous_hash',
] as const

type HashedColumn = (typeof hashedColumns)[number]

/** A row of `audit.entry` as text of PostgreSQL: `at` like `2026-11-24 06:00:00.12+00`, hashes like `\x00ff`. */
export type HashedRow = { readonly [Column in HashedColumn]: string | number | null }

/** The present way of writing a row for its hash. A change of columns or form gets the next number. */
export const lineVersion = 1

/** The hash before the first entry of a chain: 32 zero bytes. */
export const noHash = '0'.repeat(64)

/** Settings under which PostgreSQL writes a time and a hash in one way only, and reads for as long as it takes. */
export const lineSettings = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local bytea_output = 'hex'; set local statement_timeout = 0`

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
}

const copyText = (value: string | number | null): string =>
  value === null ? '\\N' : String(value).replaceAll(/[\\\b\f\n\r\t\v]/g, (character) => escapes[character] ?? character)

/** One line of COPY, without its end. */
export const copyLine = (values: readonly (string | number | null)[]): string => values.map(copyText).join('\t')

/** A hash as PostgreSQL writes it. */
export const byteaText = (hex: string): string => `\\x${hex}`

/** An instant in ISO form as PostgreSQL writes it in UTC: `2026-11-24T06:00:00.120Z` is `2026-11-24 06:00:00.12+00`. */
export const timeText = (instant: string): string => {
  const [, date, time, fraction = ''] = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?Z$/.exec(instant) ?? []
  if (date === undefined || time === undefined) throw new RangeError(`not an instant in UTC: ${instant}`)
  const digits = fraction.replace(/0+$/, '')
  return `${date} ${time}${digits && '.'}${digits}+00`
}

/** The hash of an entry. */
export const hashOfRow = (row: HashedRow): string => sm3Hex(copyLine(hashedColumns.map((column) => row[column])))

/** The other way round: what PostgreSQL writes, as ISO to the millisecond. */
export const timeIso = (text: string): string => new Date(text.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString()
