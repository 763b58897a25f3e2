import { describe, expect, it } from 'vitest'
import { RefusalError } from '../../../ui/api.ts'
import { sentenceAt } from './refusalPlaces.ts'

const taken = new RefusalError(409, { code: 'LOGIN_TAKEN', facts: {}, sentence: { zh: '已被使用', en: 'taken' } })
const places = { login: ['LOGIN_TAKEN'], phone: ['PHONE_INVALID'] } as const

describe('a refusal stands at its field', () => {
  it('is told at the field that it is about', () => {
    expect(sentenceAt(taken, places)).toEqual({ login: { zh: '已被使用', en: 'taken' } })
  })
  it.each([
    ['a refusal about another thing', new RefusalError(409, { code: 'VERSION_STALE', facts: {}, sentence: { zh: '', en: '' } })],
    ['a fault', new Error('fault')],
    ['nothing', null],
  ])('stands nowhere for %s', (_title, problem) => {
    expect(sentenceAt(problem, places)).toEqual({})
  })
})
