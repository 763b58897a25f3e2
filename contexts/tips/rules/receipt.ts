import { ok, refuse, type Refusal, type Result } from '../../../kernel/result.ts'

/** Random digits of a receipt number: one of 10^12, which nobody tries out at the doorway's pace. */
export const receiptDigits = 12

/** Digits of the word that belongs to a number: who read the number over a shoulder still does not have it. */
export const secretDigits = 6

/** ISO 7064 MOD 97-10 over the digits: every single wrong digit and every swap of neighbours is found. */
const checkOf = (digits: string): string => String(98 - Number((BigInt(digits) * 100n) % 97n)).padStart(2, '0')

/** The receipt number for twelve random digits: fourteen digits. */
export const receiptOf = (digits: string): string => {
  if (!/^\d{12}$/.test(digits)) throw new RangeError('a receipt number is made of 12 digits')
  return digits + checkOf(digits)
}

/** As it is printed and read aloud: 4821 0937 5561 08. */
export const receiptText = (number: string): string => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ')

/** Digits as people type them: spaces and dashes between, full width from a Chinese keyboard. */
const digitsIn = (text: string): string =>
  text.replaceAll(/[\s\-—－·.]/g, '').replaceAll(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Reads a receipt number; a slip of the finger is told before anybody is asked. */
export const readReceipt = (text: string): Result<string, Refusal<'RECEIPT_MISTYPED', { digits: number }>> => {
  const number = digitsIn(text)
  const sound = /^\d{14}$/.test(number) && checkOf(number.slice(0, receiptDigits)) === number.slice(receiptDigits)
  return sound ? ok(number) : refuse('RECEIPT_MISTYPED', { digits: number.length })
}

/** The secret word as it was typed. */
export const readSecret = (text: string): string => digitsIn(text)
