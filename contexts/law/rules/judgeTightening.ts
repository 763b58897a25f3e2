import { withinUse, tightens, type LawRow, type Tighten } from '../../../kernel/law.ts'
import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'

export type Value = LawRow['value']

export type JudgeFacts = {
  LIMIT_LOOSENED: { key: string; value: Value; asked: Value; tighten: Exclude<Tighten, 'never'> }
  LIMIT_TOO_STRICT: { key: string; strictest: number; asked: Value }
  LIMIT_FIXED: { key: string }
  LIMIT_RETIRED: { key: string }
  /** What the organisation holds already; null where it tightened nothing. */
  LIMIT_UNCHANGED: { key: string; value: Value | null }
  VALUE_OF_WRONG_KIND: { key: string; wanted: 'number' | 'string' | 'boolean' }
  REASON_MISSING: Record<string, never>
}

type JudgeRefusal = { [Code in keyof JudgeFacts]: Refusal<Code, JudgeFacts[Code]> }[keyof JudgeFacts]

/** The row as the law table holds it, and whether the program still uses it. */
export type JudgedLimit = Pick<LawRow, 'key' | 'value' | 'tighten' | 'strictest'> & { readonly retired: boolean }

/**
 * Whether an organisation may set this value for itself, or take its own back (`asked` null). It may move freely between
 * the value of the text and the strictest that can be lived with, for a stated reason; it may never loosen the text.
 *
 * @param held what the organisation holds now; null where it tightened nothing
 */
export const judgeTightening = (
  limit: JudgedLimit,
  held: Value | null,
  asked: Value | null,
  reason: string,
): Result<null, JudgeRefusal> => {
  const { key, value, tighten } = limit
  if (reason.trim() === '') return refuse('REASON_MISSING', {})
  if (asked === held) return refuse('LIMIT_UNCHANGED', { key, value: held })
  // What was tightened can be taken back whatever became of the row.
  if (asked === null) return ok(null)
  if (limit.retired) return refuse('LIMIT_RETIRED', { key })
  if (tighten === 'never') return refuse('LIMIT_FIXED', { key })
  const wanted = typeof value as 'number' | 'string' | 'boolean'
  if (typeof asked !== wanted) return refuse('VALUE_OF_WRONG_KIND', { key, wanted })
  if (limit.strictest !== undefined && !withinUse(limit, asked))
    return refuse('LIMIT_TOO_STRICT', { key, strictest: limit.strictest, asked })
  if (!tightens(limit, asked)) return refuse('LIMIT_LOOSENED', { key, value, asked, tighten })
  return ok(null)
}
