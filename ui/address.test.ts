import { expect, test } from 'vitest'
import { searchOf } from './address.tsx'

test('repeated names in an address are one value joined by commas', () => {
  expect(searchOf(new URLSearchParams('?region=330211&sector=26&sector=31&state='))).toEqual({
    region: '330211',
    sector: '26,31',
    state: '',
  })
})
