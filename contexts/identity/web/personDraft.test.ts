import { describe, expect, it } from 'vitest'
import { canBeSent, emptyPerson, identityNumberIsRight, loginIsRight, personBody, phoneIsRight } from './personDraft.ts'

const post = { title: '检查员 ', scopeRegion: '330114', ownOrganisationOnly: false }
const whole = { ...emptyPerson, name: '沈知远', login: 'shen.zhiyuan', post }

describe('the form of a person', () => {
  it.each([
    ['whole', whole, true],
    ['without a name', { ...whole, name: ' ' }, false],
    ['without a user name', { ...whole, login: '' }, false],
    ['without a user name and without an account', { ...whole, login: '', withAccount: false }, true],
    ['with half a post', { ...whole, post: { ...post, title: '' } }, false],
    ['with half a post that is not wanted', { ...whole, post: { ...post, title: '' }, withPost: false }, true],
    ['with half a phone number', { ...whole, phone: '1990000' }, false],
    ['with a false identity number', { ...whole, identityNumber: '110105194912310021' }, false],
  ])('%s can be sent: %s', (_title, draft, sent) => {
    expect(canBeSent(draft)).toBe(sent)
  })
  it('sends nothing of what is not wanted, and no empty texts', () => {
    expect(personBody({ ...whole, withAccount: false, withPost: false })).toEqual({
      name: '沈知远',
      identityNumber: null,
      phone: null,
      login: null,
      post: null,
    })
    expect(personBody(whole).post).toEqual({ ...post, title: '检查员' })
  })
})

describe('single fields', () => {
  it.each([
    ['zhang.san', true],
    ['z3_', true],
    ['zs', false],
    ['.zhang', false],
    ['Zhang', false],
    ['张三丰', false],
  ])('the user name %s: %s', (login, right) => {
    expect(loginIsRight(login)).toBe(right)
  })
  it.each([
    ['', true],
    ['19900001234', true],
    ['1990000123', false],
  ])('the phone %o: %s', (phone, right) => {
    expect(phoneIsRight(phone)).toBe(right)
  })
  it('an identity number is left to the server where the browser has no calendar', () => {
    expect(identityNumberIsRight('1', null)).toBe(true)
    expect(identityNumberIsRight('1', Temporal.PlainDate.from('2026-11-24'))).toBe(false)
    expect(identityNumberIsRight('11010519491231002X', Temporal.PlainDate.from('2026-11-24'))).toBe(true)
  })
})
