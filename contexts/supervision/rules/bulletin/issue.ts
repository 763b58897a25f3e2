import { ok, refuse, type Refusal, type Result } from '../../../../kernel/result.ts'

/** The newest edition that was issued of a region, its days and its campaign. */
export type Issued = { readonly id: string; readonly year: number; readonly ordinal: number; readonly edition: number }

type IssueRefusal =
  | Refusal<'BULLETIN_ISSUED', { id: string; year: number; ordinal: number; edition: number }>
  | Refusal<'BULLETIN_SUPERSEDED', { id: string; edition: number }>
  | Refusal<'BULLETIN_REASON_MISSING', Record<string, never>>
  | Refusal<'BULLETIN_OF_OTHER_DAYS', Record<string, never>>

export type Issue =
  /** A bulletin of its own; its number is taken from the series of its region and year. */
  { readonly kind: 'first' } | { readonly kind: 'edition'; readonly of: Issued; readonly edition: number; readonly reason: string }

/**
 * What is issued stands. The same days again are a new edition, which names the newest one and says why it is corrected.
 * @param newest of the same region, days and campaign; null where none was issued
 * @param corrects the bulletin that the writer means to correct
 */
export const issueOf = (
  newest: Issued | null,
  { corrects, reason }: { readonly corrects: string | null; readonly reason: string | null },
): Result<Issue, IssueRefusal> => {
  if (corrects === null) return newest === null ? ok({ kind: 'first' }) : refuse('BULLETIN_ISSUED', { ...newest })
  if (newest === null) return refuse('BULLETIN_OF_OTHER_DAYS', {})
  if (newest.id !== corrects) return refuse('BULLETIN_SUPERSEDED', { id: newest.id, edition: newest.edition })
  const why = reason?.trim() ?? ''
  if (why === '') return refuse('BULLETIN_REASON_MISSING', {})
  return ok({ kind: 'edition', of: newest, edition: newest.edition + 1, reason: why })
}

/** The number of a bulletin as people say it: 2026年第3期, and from the second edition on which one. */
export const issueText = ({ year, ordinal, edition }: Omit<Issued, 'id'>, language: 'zh' | 'en'): string => {
  if (language === 'zh') return `${year}年第${ordinal}期${edition > 1 ? `（第${edition}版）` : ''}`
  return `No. ${ordinal} of ${year}${edition > 1 ? `, edition ${edition}` : ''}`
}
