import type { LawRow } from './law.ts'
import type { RefusalTable } from './refusals.ts'
import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'

/** How long logs of the network and of the audit are kept at least. An enterprise may keep them longer. */
export const logRetentionRow: LawRow<number> = {
  key: 'retention.log.months',
  standard: '中华人民共和国网络安全法',
  edition: '2016',
  clause: 'art. 21(3), as numbered before the amendment of 2025',
  inForceFrom: '2017-06-01',
  inForceTo: null,
  confidence: 'high',
  value: 6,
  unit: 'mo',
  tighten: 'higher',
  zh: '网络日志与审计日志的最短留存月数',
  en: 'Fewest months for which network logs and audit logs are kept',
  usedIn: ['log.retention'],
}

export const retentionLawRows: readonly LawRow<number>[] = [logRetentionRow]

export type RetentionFacts = {
  /** `keptThrough` is the last day of keeping, null where only the age of the logs is known. */
  LOG_RETENTION_RUNNING: { months: number; keptThrough: string | null }
}

export const retentionRefusals: RefusalTable<RetentionFacts> = {
  LOG_RETENTION_RUNNING: {
    status: 409,
    zh: ({ months, keptThrough: last }) =>
      `日志至少留存 ${months} 个月，${last === null ? '现在还' : `${last} 之后方可删除，现在`}不能删除。`,
    en: ({ months, keptThrough: last }) =>
      `Logs are kept for at least ${months} months and can't be deleted ${last === null ? 'yet' : `until ${last} has passed`}.`,
  },
}

type StillRunning = Refusal<'LOG_RETENTION_RUNNING', RetentionFacts['LOG_RETENTION_RUNNING']>

/**
 * The last day on which a log of this day must still be there: the day of the same number so many months on, or the
 * last of that month (民法典 art. 202).
 */
export const keptThrough = (loggedOn: Temporal.PlainDate, months: number): Temporal.PlainDate => loggedOn.add({ months })

/**
 * Whether the logs of a day may be purged today (网络安全法 art. 21(3): kept for no less than six months). They may
 * from the day after the last day of keeping, because that day runs to 24:00 (民法典 art. 203).
 */
export const purgeByDate = (
  loggedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
  months: number = logRetentionRow.value,
): Result<null, StillRunning> => {
  const last = keptThrough(loggedOn, months)
  return Temporal.PlainDate.compare(today, last) > 0 ? ok(null) : refuse('LOG_RETENTION_RUNNING', { months, keptThrough: last.toString() })
}

/** The most days that so many months in a row can have: 184 for six, from 1 March to 1 September. */
export const mostDaysOfMonths = (months: number): number => {
  // Eight years from a leap year hold every order in which long and short months can follow each other.
  const firsts = Array.from({ length: 12 * 8 }, (_, index) => new Temporal.PlainDate(2000, 1, 1).add({ months: index }))
  return Math.max(...firsts.map((first) => first.until(first.add({ months }), { largestUnit: 'day' }).days))
}

/**
 * The same where only the age in days is known. Six months have 181 to 184 days, so the age must be beyond the longest:
 * who can't say which months they were keeps the logs.
 */
export const purgeByAge = (ageDays: number, months: number = logRetentionRow.value): Result<null, StillRunning> =>
  ageDays > mostDaysOfMonths(months) ? ok(null) : refuse('LOG_RETENTION_RUNNING', { months, keptThrough: null })
