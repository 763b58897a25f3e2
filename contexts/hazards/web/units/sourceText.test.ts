import { describe, expect, it } from 'vitest'
import { majorHazardSource } from '../../rules/majorHazardSource.ts'
import type { SourceVerdict } from './records.ts'
import { amount, sourceSteps } from './sourceText.ts'

const verdict = (holdings: Parameters<typeof majorHazardSource>[0], people: number | null): SourceVerdict => {
  const judged = majorHazardSource(holdings, people)
  if (!judged.ok) throw new Error(judged.refusal.code)
  return judged.value as unknown as SourceVerdict
}

describe('GB 18218-2018 4.2, 4.3: the calculation line by line', () => {
  it('names each quotient, the sum, α, R and the rows they rest on', () => {
    const steps = sourceSteps(
      verdict(
        [
          { substance: '氨', tonnes: 20 },
          { substance: '氯', tonnes: 1 },
        ],
        120,
      ),
    )
    expect(steps).toMatchObject({
      sumOfQuotients: '2 + 0.2',
      S: '2.2',
      alphaRow: 'hazards.source.alpha.people100',
      levelRow: 'hazards.source.level3',
      betaMissing: [],
    })
    expect(steps.lines[0]).toMatchObject({ tonnes: '20', critical: '10', quotient: '2', beta: '2', product: '4' })
    expect(steps.lines[0]?.criticalRow).toMatch(/^hazards\.source\.table1\.no\d+$/)
    expect(steps.lines[0]?.betaRow).toMatch(/^hazards\.source\.table[34]\./)
  })

  it('says of which substance β is missing, and then sums nothing', () => {
    const judged = verdict([{ substance: '氨', tonnes: 20 }], null)
    const [share] = judged.shares
    const steps = sourceSteps({ ...judged, shares: share ? [{ ...share, beta: null, rows: [] }] : [] })
    expect(steps).toMatchObject({ sumOfQuotients: '20 ÷ 10', betaMissing: ['氨'], sumOfProducts: null, alphaRow: null, levelRow: null })
    expect(steps.lines[0]).toMatchObject({ beta: null, product: null, criticalRow: null, betaRow: null })
  })
})

describe('an amount', () => {
  it.each([
    [0.1 + 0.2, '0.3'],
    [1 / 3, '0.3333'],
    [20, '20'],
  ])('%d is written %s', (value, text) => {
    expect(amount(value)).toBe(text)
  })
})
