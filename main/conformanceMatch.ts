/** Floating numbers that differ by less than this are the same. */
const sameWithin = 1e-9

/** A case writes a quotient with so many decimals as it knows (-66.67): the verdict must round to it. */
const sameNumber = (expected: number, got: number): boolean => {
  const decimals = String(expected).split('.')[1]?.length ?? 0
  const within = decimals === 0 ? sameWithin : 0.5 * 10 ** -decimals + sameWithin
  return Math.abs(expected - got) <= within
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Whether a verdict says all that is expected of it. It may say more; null means "none", which a verdict may also say
 * by leaving the key out; lists must be as long, and match one by one.
 */
export const matches = (expected: unknown, got: unknown): boolean => {
  if (expected === null) return got === null || got === undefined
  if (typeof expected === 'number') return typeof got === 'number' && sameNumber(expected, got)
  if (Array.isArray(expected)) {
    return Array.isArray(got) && got.length === expected.length && expected.every((one, index) => matches(one, got[index]))
  }
  if (isRecord(expected)) return isRecord(got) && Object.entries(expected).every(([key, value]) => matches(value, got[key]))
  return expected === got
}
