import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskIdentityNumber, maskName, maskPhone } from './mask.ts'

test.each([
  ['11010519491231002X', '1101************2X'],
  ['E12345678', 'E******78'],
  ['1234567', '1****67'],
  ['123456', '******'],
  ['', ''],
])('个人信息保护法 art. 6: identity number %s is shown as %s', (number, shown) => {
  expect(maskIdentityNumber(number)).toBe(shown)
})

test.each([
  ['13812345678', '138****5678'],
  ['0571-87654321', '057******4321'],
  ['8765432', '*******'],
])('个人信息保护法 art. 6: phone %s is shown as %s', (phone, shown) => {
  expect(maskPhone(phone)).toBe(shown)
})

test.each([
  ['张三', '张*'],
  ['欧阳小明', '欧***'],
  ['𠮷田', '𠮷*'],
  ['张', '*'],
  ['', ''],
])('个人信息保护法 art. 6: name %s is shown as %s', (name, shown) => {
  expect(maskName(name)).toBe(shown)
})

test('个人信息保护法 art. 6: at least four characters stay hidden, and the length is kept', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9A-Z]{0,24}$/), (text) => {
      for (const shown of [maskIdentityNumber(text), maskPhone(text)]) {
        expect(shown).toHaveLength(text.length)
        expect(Array.from(shown).filter((character) => character === '*').length).toBeGreaterThanOrEqual(Math.min(4, text.length))
      }
    }),
  )
})
