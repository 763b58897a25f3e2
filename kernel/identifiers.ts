import type { RefusalTable } from './refusals.ts'
import { ok, refuse } from './result.ts'
import type { Refusal, Result } from './result.ts'

/**
 * Numbers that people and organisations bring with them. A parser takes what was typed, answers the one
 * canonical spelling with what the number says of itself, or a refusal. No refusal repeats the number or
 * names the right check character: numbers are personal, and a hint would make a false one true.
 */
export type IdentifierFacts = {
  ORGANISATION_CODE_INVALID: { problem: 'form' | 'check' }
  USCC_INVALID: { problem: 'length' | 'character' | 'region' | 'organisationCode' | 'check' }
  RESIDENT_ID_INVALID: { problem: 'length' | 'character' | 'region' | 'birthDate' | 'check' }
  PHONE_INVALID: { problem: 'form' }
  PLATE_INVALID: { problem: 'form' }
}

export const identifierRefusals: RefusalTable<IdentifierFacts> = {
  ORGANISATION_CODE_INVALID: {
    status: 422,
    zh: ({ problem }) =>
      ({
        form: '组织机构代码应为 8 位数字或大写字母加 1 位校验码。',
        check: '组织机构代码的校验码不符，请核对。',
      })[problem],
    en: ({ problem }) =>
      ({
        form: 'An organisation code has 8 digits or capital letters and 1 check character.',
        check: 'The check character of the organisation code does not match. Please compare it with the paper.',
      })[problem],
  },
  USCC_INVALID: {
    status: 422,
    zh: ({ problem }) =>
      ({
        length: '统一社会信用代码应为 18 位。',
        character: '统一社会信用代码只含数字和大写字母，不用 I、O、Z、S、V。',
        region: '统一社会信用代码第 3 至 8 位应为登记管理机关的行政区划码。',
        organisationCode: '统一社会信用代码第 9 至 17 位不是有效的组织机构代码，请核对。',
        check: '统一社会信用代码的校验码不符，请核对。',
      })[problem],
    en: ({ problem }) =>
      ({
        length: 'A unified social credit code has 18 characters.',
        character: 'A unified social credit code has digits and capital letters only, without I, O, Z, S and V.',
        region: 'Characters 3 to 8 of a unified social credit code are the region code of the registrar.',
        organisationCode: 'Characters 9 to 17 are no valid organisation code. Please compare the code with the paper.',
        check: 'The check character of the unified social credit code does not match. Please compare it with the paper.',
      })[problem],
  },
  RESIDENT_ID_INVALID: {
    status: 422,
    zh: ({ problem }) =>
      ({
        length: '公民身份号码应为 18 位。',
        character: '公民身份号码前 17 位为数字，末位为数字或 X。',
        region: '公民身份号码的地址码不存在。',
        birthDate: '公民身份号码中的出生日期不存在或晚于今天。',
        check: '公民身份号码的校验码不符，请核对。',
      })[problem],
    en: ({ problem }) =>
      ({
        length: 'A resident identity number has 18 characters.',
        character: 'A resident identity number has 17 digits, then a digit or X.',
        region: 'The address code of the resident identity number does not exist.',
        birthDate: 'The birth date in the resident identity number does not exist or lies after today.',
        check: 'The check character of the resident identity number does not match. Please compare it with the card.',
      })[problem],
  },
  PHONE_INVALID: {
    status: 422,
    zh: () => '手机号码应为 11 位数字，以 13 至 19 开头。',
    en: () => 'A mobile number has 11 digits and begins with 13 to 19.',
  },
  PLATE_INVALID: {
    status: 422,
    zh: () => '车牌号应为省份简称、一位字母和 5 位序号；新能源汽车为 6 位序号。',
    en: () => 'A number plate has the short name of a province, a letter and 5 characters; 6 for a new energy vehicle.',
  },
}

const canonical = (typed: string): string => typed.trim().toUpperCase()

const alphabet36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** GB 11714-1997: a character's value times the weight of its place, over the places given. */
const weightedSum = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((sum, weight, place) => sum + weight * alphabet.indexOf(text.charAt(place)), 0)

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** GB 11714-1997: 11 less the sum modulo 11, where 10 is written X and 11 is written 0. */
const organisationCheck = (body: string): string => {
  const check = 11 - (weightedSum(body, organisationWeights, alphabet36) % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** An organisation code (组织机构代码, GB 11714): 8 characters and a check; the hyphen before the check may be left out. */
export const parseOrganisationCode = (
  typed: string,
): Result<string, Refusal<'ORGANISATION_CODE_INVALID', IdentifierFacts['ORGANISATION_CODE_INVALID']>> => {
  const text = canonical(typed)
  if (!/^[0-9A-Z]{8}-?[0-9X]$/.test(text)) return refuse('ORGANISATION_CODE_INVALID', { problem: 'form' })
  const code = text.replace('-', '')
  if (organisationCheck(code) !== code.charAt(8)) return refuse('ORGANISATION_CODE_INVALID', { problem: 'check' })
  return ok(code)
}

/** GB 32100-2015: the 31 characters, in the order of their values. */
const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100-2015: powers of 3 modulo 31. */
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const

export type Uscc = {
  readonly code: string
  /** Registration authority (character 1) and kind of organisation (character 2), as written. */
  readonly authority: string
  readonly kind: string
  /** Where it was registered (GB/T 2260, as it stood then). */
  readonly regionCode: string
  readonly organisationCode: string
}

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015). Both checks are asked for: its own, and that of the
 * organisation code inside (characters 9 to 17, GB 11714).
 */
export const parseUscc = (typed: string): Result<Uscc, Refusal<'USCC_INVALID', IdentifierFacts['USCC_INVALID']>> => {
  const code = canonical(typed)
  if (code.length !== 18) return refuse('USCC_INVALID', { problem: 'length' })
  if (Array.from(code).some((character) => !creditAlphabet.includes(character))) return refuse('USCC_INVALID', { problem: 'character' })
  if (!/^\d{6}$/.test(code.slice(2, 8))) return refuse('USCC_INVALID', { problem: 'region' })
  const check = (31 - (weightedSum(code, creditWeights, creditAlphabet) % 31)) % 31
  if (creditAlphabet.charAt(check) !== code.charAt(17)) return refuse('USCC_INVALID', { problem: 'check' })
  const organisationCode = code.slice(8, 17)
  if (!parseOrganisationCode(organisationCode).ok) return refuse('USCC_INVALID', { problem: 'organisationCode' })
  return ok({ code, authority: code.charAt(0), kind: code.charAt(1), regionCode: code.slice(2, 8), organisationCode })
}

/** GB 11643-1999, after GB/T 17710 (MOD 11-2). */
const residentWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const residentChecks = '10X98765432'

/** Provinces of GB/T 2260. Counties are not looked up: a number keeps the county of its first issue for ever. */
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71'.split(' '),
)

/** Residence permits for people of Hong Kong, Macao and Taiwan carry one address code each (国办发〔2018〕81号). */
const residencePermitAddresses: ReadonlySet<string> = new Set(['810000', '820000', '830000'])

/** Nobody living was born earlier; a year before it is a slip of the hand. */
const firstBirthYear = 1900

export type ResidentId = {
  readonly number: string
  /** A permanent resident from abroad has a number of the same form that begins with 9 (card of 2023). */
  readonly holder: 'citizen' | 'residencePermit' | 'foreigner'
  /** Six digits; for a foreigner the two digits of the province that issued the card. */
  readonly addressCode: string
  readonly birthDate: Temporal.PlainDate
  /** Not read from a foreigner's number. */
  readonly sex: 'male' | 'female' | null
}

const birthDateOf = (digits: string, today: Temporal.PlainDate): Temporal.PlainDate | null => {
  const year = Number(digits.slice(0, 4))
  const month = Number(digits.slice(4, 6))
  const day = Number(digits.slice(6, 8))
  if (year < firstBirthYear || month < 1 || month > 12) return null
  if (day < 1 || day > new Temporal.PlainYearMonth(year, month).daysInMonth) return null
  const date = new Temporal.PlainDate(year, month, day)
  return Temporal.PlainDate.compare(date, today) > 0 ? null : date
}

/**
 * A resident identity number (公民身份号码, GB 11643-1999) of 18 characters; a small x is read as X.
 * The numbers of 15 digits ended on 2013-01-01 (居民身份证法 2011, art. 23) and are refused.
 * @param today the date in Beijing, because a birth date may not lie after it
 */
export const parseResidentId = (
  typed: string,
  today: Temporal.PlainDate,
): Result<ResidentId, Refusal<'RESIDENT_ID_INVALID', IdentifierFacts['RESIDENT_ID_INVALID']>> => {
  const number = canonical(typed)
  if (number.length !== 18) return refuse('RESIDENT_ID_INVALID', { problem: 'length' })
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('RESIDENT_ID_INVALID', { problem: 'character' })
  const foreigner = number.startsWith('9')
  const residencePermit = residencePermitAddresses.has(number.slice(0, 6))
  const addressCode = foreigner ? number.slice(1, 3) : number.slice(0, 6)
  if (!residencePermit && !provinces.has(addressCode.slice(0, 2))) return refuse('RESIDENT_ID_INVALID', { problem: 'region' })
  const birthDate = birthDateOf(number.slice(6, 14), today)
  if (birthDate === null) return refuse('RESIDENT_ID_INVALID', { problem: 'birthDate' })
  if (residentChecks.charAt(weightedSum(number, residentWeights, '0123456789') % 11) !== number.charAt(17)) {
    return refuse('RESIDENT_ID_INVALID', { problem: 'check' })
  }
  return ok({
    number,
    holder: foreigner ? 'foreigner' : residencePermit ? 'residencePermit' : 'citizen',
    addressCode,
    birthDate,
    sex: foreigner ? null : Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
  })
}

/** A mobile number of the mainland, without prefix or spaces. */
export const parsePhone = (typed: string): Result<string, Refusal<'PHONE_INVALID', IdentifierFacts['PHONE_INVALID']>> => {
  const phone = typed.trim()
  return /^1[3-9]\d{9}$/.test(phone) ? ok(phone) : refuse('PHONE_INVALID', { problem: 'form' })
}

export type Plate = {
  /** Without the dot that a plate shows after the letter. */
  readonly plate: string
  readonly kind: 'ordinary' | 'newEnergy' | 'trailer' | 'learner' | 'police' | 'hongKong' | 'macao' | 'consular' | 'emergency'
}

const plateProvince = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
/** GA 36-2018: I and O are not used, they read as 1 and 0. */
const plateLetter = '[A-HJ-NP-Z]'
const plateCharacter = '[A-HJ-NP-Z0-9]'

/** GA 36-2018; fire and forest rescue vehicles by 国办发〔2018〕114号 (X and S after the province, none for the ministry). */
const plateForms: readonly (readonly [Plate['kind'], RegExp])[] = [
  ['ordinary', new RegExp(`^${plateProvince}${plateLetter}${plateCharacter}{5}$`)],
  // Small vehicles carry the letter of their drive first, large ones last; D A B C E battery only, F G H J K others.
  ['newEnergy', new RegExp(`^${plateProvince}${plateLetter}(?:[A-HJK]${plateCharacter}\\d{4}|\\d{5}[A-HJK])$`)],
  ['trailer', new RegExp(`^${plateProvince}${plateLetter}${plateCharacter}{4}挂$`)],
  ['learner', new RegExp(`^${plateProvince}${plateLetter}${plateCharacter}{4}学$`)],
  ['police', new RegExp(`^${plateProvince}${plateLetter}${plateCharacter}{4}警$`)],
  ['hongKong', new RegExp(`^粤Z${plateCharacter}{4}港$`)],
  ['macao', new RegExp(`^粤Z${plateCharacter}{4}澳$`)],
  ['consular', new RegExp(`^${plateProvince}${plateLetter}${plateCharacter}{4}领$`)],
  ['emergency', new RegExp(`^(?:${plateProvince}[XS]\\d{4}|京\\d{4,5})应急$`)],
]

/** A number plate of a motor vehicle; the dot or a space after the letter is left out, small letters are read as capitals. */
export const parsePlate = (typed: string): Result<Plate, Refusal<'PLATE_INVALID', IdentifierFacts['PLATE_INVALID']>> => {
  const plate = canonical(typed).replaceAll(/[·•\s]/g, '')
  const form = plateForms.find(([, pattern]) => pattern.test(plate))
  return form === undefined ? refuse('PLATE_INVALID', { problem: 'form' }) : ok({ plate, kind: form[0] })
}
