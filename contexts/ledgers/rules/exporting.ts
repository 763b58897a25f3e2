import type { Scope } from '../../../kernel/actor.ts'
import { parsePhone, parseResidentId } from '../../../kernel/identifiers.ts'
import { dateInBeijing, lawTimeZone } from '../../../kernel/time.ts'

/**
 * waiting → reading (rows, part by part) → joining (the parts into one file) → ready → expired;
 * stopped where it may or can go on no more, cancelled by its maker.
 */
export const exportStates = ['waiting', 'reading', 'joining', 'ready', 'stopped', 'cancelled', 'expired'] as const
export type ExportState = (typeof exportStates)[number]

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

export const exportEncodings = ['utf-8', 'gb18030'] as const
export type ExportEncoding = (typeof exportEncodings)[number]

export const exportLanguages = ['zh', 'en'] as const
export type ExportLanguage = (typeof exportLanguages)[number]

/** Whether the product still works at it. */
export const isUnderway = (state: ExportState): boolean => state === 'waiting' || state === 'reading' || state === 'joining'

/** A file lies so long; whoever needs it longer has saved it. */
export const keptDays = 7

/** An export without a file stays so long in the list of its maker; the record of it stays where all records stand. */
export const listedDays = 30

/** So many of one person at a time: a press too many must not fill the disk. */
export const underwayAtMost = 5

/** What a file may be called on every system that people save it on. */
const unfit = /[\\/:*?"<>|\p{Cc}]+/gu

/** The name that the file is saved under: the list, and the minute in Beijing at which it was begun. */
export const fileNameOf = ({ title, begunAt, format }: { title: string; begunAt: Temporal.Instant; format: ExportFormat }): string => {
  const at = begunAt.toZonedDateTimeISO(lawTimeZone)
  const two = (value: number): string => String(value).padStart(2, '0')
  const minute = `${at.year}${two(at.month)}${two(at.day)}-${two(at.hour)}${two(at.minute)}`
  return `${title.replaceAll(unfit, '_').trim()}-${minute}.${format}`
}

/** A line for `sha256sum -c` and its like, in the folder where the file was saved. */
export const checksumLine = ({ sha256, fileName }: { readonly sha256: string; readonly fileName: string }): string =>
  `${sha256}  ${fileName}`

/** The address of a list with its filters: those that the path names stand in it, the others in the query. */
export const addressWith = (opens: string, query: Readonly<Record<string, string>>): string => {
  const inPath = new Set([...opens.matchAll(/:(\w+)/g)].map(([, name]) => name))
  const path = opens.replaceAll(/:(\w+)/g, (_whole, name: string) => encodeURIComponent(query[name] ?? ''))
  const rest = Object.entries(query)
    .filter(([name]) => !inPath.has(name))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  return rest.length === 0 ? path : `${path}?${rest.join('&')}`
}

/** Whether a filter holds a phone or an identity number: it would be kept with the export. */
export const hasPersonalNumber = (query: Readonly<Record<string, string>>, now: Temporal.Instant): boolean =>
  Object.values(query).some((value) => {
    const packed = value.replaceAll(/[\s-]/g, '')
    return parsePhone(packed).ok || parseResidentId(packed, dateInBeijing(now)).ok
  })

/** Whether a scope holds all that another does. */
const covers = (wide: Scope, narrow: Scope): boolean =>
  wide.lo <= narrow.lo && wide.hi >= narrow.hi && (wide.organisationId === null || wide.organisationId === narrow.organisationId)

/** Who exports, as it stands now. */
export type Standing = { readonly actions: readonly string[]; readonly scope: Scope }

/**
 * Why what was exported is no longer for this post: it may not read the list any more, or its scope no longer holds all that
 * stands in the file. Null where it still is.
 */
export const rightLost = (made: { readonly action: string; readonly scope: Scope }, now: Standing): 'action' | 'scope' | null => {
  if (!now.actions.includes(made.action)) return 'action'
  return covers(now.scope, made.scope) ? null : 'scope'
}
