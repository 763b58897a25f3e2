import { describe, expect, it } from 'vitest'
import { actsOf, successionRole } from './succession.ts'

describe('a succession', () => {
  it('is told act by act', () => {
    const row = (code: string, on: string, source: string) => ({
      code,
      name: code,
      nameEn: code,
      on,
      main: true,
      needsDecision: false,
      source,
    })
    const rows = [
      row('330102', '2021-04-09', '国函〔2021〕29号'),
      row('330114', '2021-04-09', '国函〔2021〕29号'),
      row('330105', '2022-01-01', '另一件'),
    ]
    expect(actsOf(rows).map((act) => [act.on, act.rows.map(({ code }) => code)])).toEqual([
      ['2021-04-09', ['330102', '330114']],
      ['2022-01-01', ['330105']],
    ])
  })
  it.each([
    [{ main: true, needsDecision: false }, 'main'],
    [{ main: false, needsDecision: false }, 'part'],
    [{ main: true, needsDecision: true }, 'needsDecision'],
  ] as const)('%o is shown as %s', (row, role) => {
    expect(successionRole(row)).toBe(role)
  })
})
