import { hash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sm3Of } from './sm3.ts'

describe('SM3 without node:crypto', () => {
  it.each([
    ['GB/T 32905-2016, A.1', 'abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    ['GB/T 32905-2016, A.2', 'abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
  ])('%s', (_title, text, expected) => expect(sm3Of(text)).toBe(expected))

  it('is what node:crypto says of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect(sm3Of(text)).toBe(hash('sm3', text, 'hex'))
      }),
    )
  })
})
