import { expect, it } from 'vitest'
import { levelBelow, liesIn, narrower } from './regionStep.ts'

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

it('a region lies in itself and in what is above it', () => {
  expect([liesIn('330114', '330100'), liesIn('330114', '330114'), liesIn('330100', '330114'), liesIn('330109', '330114')]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

it('a reader’s part of a campaign begins at the narrower region', () => {
  expect(narrower('330100', '330114')).toBe('330114')
  expect(narrower('330114001', '330100')).toBe('330114001')
  expect(narrower('330114', '330114')).toBe('330114')
})
