import { describe, expect, it } from 'vitest'
import { isPersonalNumber } from './personalFind.ts'

describe('what may stand in the address bar', () => {
  it.each([
    ['沈知远', false],
    ['330114', false],
    ['19900001234', true],
    ['199 0000 1234', true],
    ['11010519491231002X', true],
    ['11010519491231002x', true],
    ['1990000123', false],
    ['', false],
  ])('%o is a personal number: %s', (text, personal) => {
    expect(isPersonalNumber(text)).toBe(personal)
  })
})
