import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifierRefusals, parseOrganisationCode, parsePhone, parsePlate, parseResidentId, parseUscc } from './identifiers.ts'

const today = Temporal.PlainDate.from('2026-11-24')

const problemOf = (result: { ok: boolean; refusal?: { facts: { problem: string } } }): string => result.refusal?.facts.problem ?? 'none'

/** The text with one place changed to another character. */
const withCharacter = (text: string, place: number, character: string): string => text.slice(0, place) + character + text.slice(place + 1)

describe('GB 32100-2015 unified social credit code', () => {
  test.each([
    ['914403001922038216', '440300', '192203821'],
    ['91330100799655058B', '330100', '799655058'],
    ['91350211M000100Y46', '350211', 'M000100Y4'],
  ])('构成: %s is valid and says where it was registered', (code, regionCode, organisationCode) => {
    expect(parseUscc(code)).toEqual({
      ok: true,
      value: { code, authority: '9', kind: '1', regionCode, organisationCode },
    })
  })

  test('a small letter and blanks at the ends are read as the canonical code', () => {
    expect(parseUscc(' 91330100799655058b ')).toMatchObject({ ok: true, value: { code: '91330100799655058B' } })
  })

  test.each([
    ['构成: 17 characters', '9144030019220382', 'length'],
    ['构成: 19 characters', '9144030019220382160', 'length'],
    ['代码字符: letter I', '91440300I922038216', 'character'],
    ['代码字符: letter O at the end', '91440300192203821O', 'character'],
    ['代码字符: letter Z', 'Z14403001922038216', 'character'],
    ['代码字符: letter S', '9S4403001922038216', 'character'],
    ['代码字符: letter V', '91V403001922038216', 'character'],
    ['代码字符: full-width digit', '９14403001922038216', 'character'],
    ['登记管理机关行政区划码: a letter among its digits', '91A403001922038216', 'region'],
    ['校验码: wrong check character', '91330100799655058A', 'check'],
    ['主体标识码 (GB 11714): its check is wrong though the own one holds', '914403001922038229', 'organisationCode'],
  ])('%s is refused', (_title, code, problem) => {
    expect(problemOf(parseUscc(code))).toBe(problem)
  })

  test('校验码: any one wrong character is found', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const codes = ['914403001922038216', '91330100799655058B', '91350211M000100Y46']
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat(17), fc.constantFrom(...Array.from(alphabet)), (code, place, character) => {
        fc.pre(code.charAt(place) !== character)
        expect(parseUscc(withCharacter(code, place, character)).ok).toBe(false)
      }),
    )
  })

  test('校验码: two neighbours exchanged are found', () => {
    const code = '91350211M000100Y46'
    const exchanged = Array.from(
      { length: 17 },
      (_, place) => code.slice(0, place) + code.charAt(place + 1) + code.charAt(place) + code.slice(place + 2),
    )
    expect(exchanged.filter((other) => other !== code && parseUscc(other).ok)).toEqual([])
  })
})

describe('GB 11714-1997 organisation code', () => {
  test.each([
    ['D2143569-X', 'D2143569X'],
    ['79965505-8', '799655058'],
    ['192203821', '192203821'],
  ])('校验码: %s is valid', (typed, code) => {
    expect(parseOrganisationCode(typed)).toEqual({ ok: true, value: code })
  })

  test.each([
    ['D2143569-1', 'check'],
    ['79965505-9', 'check'],
    ['7996550-58', 'form'],
    ['79965505', 'form'],
    ['79965505-A', 'form'],
  ])('校验码: %s is refused', (typed, problem) => {
    expect(problemOf(parseOrganisationCode(typed))).toBe(problem)
  })

  test('校验码: any one wrong digit is found', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.constantFrom(...Array.from('0123456789')), (place, digit) => {
        fc.pre('192203821'.charAt(place) !== digit)
        expect(parseOrganisationCode(withCharacter('192203821', place, digit)).ok).toBe(false)
      }),
    )
  })
})

describe('GB 11643-1999 resident identity number', () => {
  test('号码的结构: address, birth date and sex are read from it', () => {
    const result = parseResidentId('11010519491231002X', today)
    expect(result).toMatchObject({ ok: true, value: { holder: 'citizen', addressCode: '110105', sex: 'female' } })
    expect(result.ok && result.value.birthDate.toString()).toBe('1949-12-31')
    expect(parseResidentId('34052419800101001X', today)).toMatchObject({ ok: true, value: { sex: 'male' } })
  })

  test('a small x is read as X', () => {
    expect(parseResidentId('11010519491231002x', today)).toMatchObject({ ok: true, value: { number: '11010519491231002X' } })
  })

  test.each([
    ['residence permit of Hong Kong 810000', '810000199408230021', 'residencePermit', '810000', 'female'],
    ['permanent resident from abroad, card of 2023', '911124198108030024', 'foreigner', '11', null],
  ])('%s', (_title, number, holder, addressCode, sex) => {
    expect(parseResidentId(number, today)).toMatchObject({ ok: true, value: { holder, addressCode, sex } })
  })

  test.each([
    ['居民身份证法 art. 23: 15 digits', '110105491231002', 'length'],
    ['号码的结构: letter inside', '1101051949123100AX', 'character'],
    ['地址码: no province 99', '190105194912310029', 'region'],
    ['地址码: 81 that is no 810000', '810101199408230021', 'region'],
    ['出生日期码: 30 February', '110105194902300023', 'birthDate'],
    ['出生日期码: 29 February of a common year', '110105194902290025', 'birthDate'],
    ['出生日期码: month 13', '110105194913310028', 'birthDate'],
    ['出生日期码: day 00', '110105194912000029', 'birthDate'],
    ['出生日期码: year before anyone living', '110105184912310029', 'birthDate'],
    ['出生日期码: day after today', '110105202611250029', 'birthDate'],
    ['校验码: wrong check character', '110105194912310021', 'check'],
  ])('%s is refused', (_title, number, problem) => {
    expect(problemOf(parseResidentId(number, today))).toBe(problem)
  })

  test('出生日期码: a child born today is no birth in the future', () => {
    const number = '110105202611240029'
    expect(parseResidentId(number, today).ok).toBe(true)
    expect(problemOf(parseResidentId(number, today.subtract({ days: 1 })))).toBe('birthDate')
  })

  test('出生日期码: 29 February of a leap year is real', () => {
    expect(parseResidentId('110105200002290021', today).ok).toBe(true)
  })

  test('校验码: any one wrong digit is found', () => {
    const numbers = ['11010519491231002X', '34052419800101001X']
    fc.assert(
      fc.property(fc.constantFrom(...numbers), fc.nat(17), fc.constantFrom(...Array.from('0123456789X')), (number, place, character) => {
        fc.pre(number.charAt(place) !== character)
        expect(parseResidentId(withCharacter(number, place, character), today).ok).toBe(false)
      }),
    )
  })

  test('校验码: exactly one of the eleven check characters fits any body', () => {
    const first = Temporal.PlainDate.from('1930-01-01')
    fc.assert(
      fc.property(fc.nat(90 * 365), fc.nat(999), (offset, sequence) => {
        const day = first.add({ days: offset }).toString().replaceAll('-', '')
        const body = `330106${day}${String(sequence).padStart(3, '0')}`
        expect(Array.from('0123456789X').filter((check) => parseResidentId(body + check, today).ok)).toHaveLength(1)
      }),
    )
  })
})

describe('mobile number of the mainland', () => {
  test.each(['13800138000', '19912345678', ' 15012345678 '])('%s is valid', (phone) => {
    expect(parsePhone(phone)).toEqual({ ok: true, value: phone.trim() })
  })

  test.each(['12800138000', '1380013800', '138001380000', '03800138000', '1380013800a', '+8613800138000', ''])('%s is refused', (phone) => {
    expect(problemOf(parsePhone(phone))).toBe('form')
  })
})

describe('GA 36-2018 number plate', () => {
  test.each([
    ['浙A12345', 'ordinary'],
    ['浙A·1B2C3', 'ordinary'],
    ['京q9z8y7', 'ordinary'],
    ['浙AD12345', 'newEnergy'],
    ['浙AF1234D', 'none'],
    ['浙AFA2345', 'newEnergy'],
    ['浙A12345D', 'newEnergy'],
    ['浙A12345F', 'newEnergy'],
    ['浙A12345L', 'none'],
    ['浙B1234挂', 'trailer'],
    ['浙A1234学', 'learner'],
    ['浙A1234警', 'police'],
    ['粤Z1234港', 'hongKong'],
    ['粤Z1234澳', 'macao'],
    ['沪A0023领', 'consular'],
    ['浙X·0119应急', 'emergency'],
    ['川S0119应急', 'emergency'],
    ['京12345应急', 'emergency'],
    ['浙A0119应急', 'none'],
    ['浙I12345', 'none'],
    ['浙O12345', 'none'],
    ['浙A1234I', 'none'],
    ['浙A1234', 'none'],
    ['浙A123456', 'none'],
    ['杭A12345', 'none'],
    ['A12345', 'none'],
    ['浙A1234港', 'none'],
  ])('%s is %s', (typed, kind) => {
    const result = parsePlate(typed)
    expect(result.ok ? result.value.kind : 'none').toBe(kind)
  })

  test('the canonical plate has no dot and only capitals', () => {
    expect(parsePlate('浙a·d12345')).toMatchObject({ ok: true, value: { plate: '浙AD12345' } })
  })
})

test('no refusal repeats the number, in facts or in sentences', () => {
  const result = parseResidentId('110105194912310021', today)
  expect(result.ok).toBe(false)
  if (result.ok) return
  const said = [
    JSON.stringify(result.refusal),
    identifierRefusals.RESIDENT_ID_INVALID.zh(result.refusal.facts),
    identifierRefusals.RESIDENT_ID_INVALID.en(result.refusal.facts),
  ].join()
  expect(said).not.toMatch(/\d{6}/)
  expect(said).not.toContain('002X')
})
