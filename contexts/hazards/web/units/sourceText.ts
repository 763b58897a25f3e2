import type { SourceVerdict } from './records.ts'

/** As many decimals as a check by hand needs, at most four, without idle noughts. */
export const amount = (value: number): string => String(Math.round(value * 1e4) / 1e4)

export type ShareLine = {
  readonly substance: string
  readonly tonnes: string
  readonly critical: string
  readonly quotient: string
  readonly beta: string | null
  readonly product: string | null
  /** Keys of the law rows; null where the value was given otherwise. */
  readonly criticalRow: string | null
  readonly betaRow: string | null
  readonly uncertain: boolean
}

export type SourceSteps = {
  readonly lines: readonly ShareLine[]
  /** `0.5 + 1.2`, or `15 ÷ 10` where there is one share alone. */
  readonly sumOfQuotients: string
  readonly S: string
  readonly sumOfProducts: string | null
  /** Of which substances the β is not known. */
  readonly betaMissing: readonly string[]
  readonly alphaRow: string | null
  readonly levelRow: string | null
}

const isCritical = (key: string): boolean => key.includes('.table1.') || key.includes('.table2.')
const isBeta = (key: string): boolean => key.includes('.table3.') || key.includes('.table4.')

/** The shares added up; one alone is the division that it came from, not itself twice. */
const sumOf = (shares: SourceVerdict['shares']): string => {
  const [only, ...others] = shares
  return only !== undefined && others.length === 0
    ? `${amount(only.tonnes)} ÷ ${amount(only.criticalTonnes)}`
    : shares.map(({ quotient }) => amount(quotient)).join(' + ')
}

/** The verdict of GB 18218-2018 as the lines that somebody checks with a pocket calculator. */
export const sourceSteps = ({ S, shares, rows }: SourceVerdict): SourceSteps => {
  const products = shares.map(({ quotient, beta }) => (beta === null ? null : beta * quotient))
  const known = products.filter((product) => product !== null)
  return {
    lines: shares.map((share, index) => {
      const product = products[index] ?? null
      return {
        substance: share.substance,
        tonnes: amount(share.tonnes),
        critical: amount(share.criticalTonnes),
        quotient: amount(share.quotient),
        beta: share.beta === null ? null : amount(share.beta),
        product: product === null ? null : amount(product),
        criticalRow: share.rows.find(isCritical) ?? null,
        betaRow: share.rows.find(isBeta) ?? null,
        uncertain: share.confidence !== 'high',
      }
    }),
    sumOfQuotients: sumOf(shares),
    S: amount(S),
    sumOfProducts: known.length < products.length ? null : amount(known.reduce((sum, product) => sum + product, 0)),
    betaMissing: shares.filter(({ beta }) => beta === null).map(({ substance }) => substance),
    alphaRow: rows.find((key) => key.includes('.alpha.')) ?? null,
    levelRow: rows.find((key) => key.includes('.source.level')) ?? null,
  }
}
