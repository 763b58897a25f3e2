import { describe, expect, it } from 'vitest'
import { floodLimits, mayCome } from './flood.ts'
import { readReceipt, readSecret, receiptOf, receiptText } from './receipt.ts'

describe('a receipt number', () => {
  const number = receiptOf('482109375561')
  it('is read as it is said, typed full width or with dashes', () => {
    expect(receiptText(number)).toMatch(/^4821 0937 5561 \d\d$/)
    for (const text of [number, receiptText(number), ` ${receiptText(number).replaceAll(' ', '-')} `])
      expect(readReceipt(text)).toEqual({ ok: true, value: number })
    expect(readSecret('１２３ ４５６')).toBe('123456')
  })
  it('tells every single slip and every swap of neighbours (ISO 7064 MOD 97-10)', () => {
    const slips: string[] = []
    for (let place = 0; place < number.length; place += 1) {
      for (let digit = 0; digit < 10; digit += 1) slips.push(number.slice(0, place) + String(digit) + number.slice(place + 1))
      if (place > 0) slips.push(number.slice(0, place - 1) + number[place]! + number[place - 1]! + number.slice(place + 1))
    }
    expect(slips.filter((slip) => slip !== number && readReceipt(slip).ok)).toEqual([])
  })
  it.each(['', '1234', 'abcd efgh ijkl mn', '4821 0937 5561 00'])('%j is none', (text) => {
    expect(readReceipt(text)).toMatchObject({ ok: false, refusal: { code: 'RECEIPT_MISTYPED' } })
  })
})

describe('a flood', () => {
  it.each([
    ['visitor', floodLimits.visitor.hour - 1, 0, true],
    ['visitor', floodLimits.visitor.hour, 0, false],
    ['poster', 0, floodLimits.poster.day, false],
    ['everybody', floodLimits.everybody.hour, 0, false],
  ] as const)('from %s after %d in an hour and %d in a day may go on: %s', (source, hour, day, may) => {
    expect(mayCome(source, { hour, day }).ok).toBe(may)
  })
})
