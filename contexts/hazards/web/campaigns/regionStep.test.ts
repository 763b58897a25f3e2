import { expect, it } from 'vitest'
import { levelBelow, narrower } from './regionStep.ts'

it('what lies in a region is told apart one level below it', () => {
  expect(['000000', '330000', '330100', '330114', '330114001', '330114001001', 'x'].map(levelBelow)).toEqual([
    'province',
    'city',
    'county',
    'town',
    'village',
    undefined,
    undefined,
  ])
})

it('a reader’s part of a campaign begins at the narrower region', () => {
  expect(narrower('330100', '330114')).toBe('330114')
  expect(narrower('330114001', '330100')).toBe('330114001')
  expect(narrower('330114', '330114')).toBe('330114')
})
