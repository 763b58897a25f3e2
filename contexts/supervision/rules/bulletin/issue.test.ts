import { describe, expect, it } from 'vitest'
import { issueOf, issueText } from './issue.ts'

const newest = { id: 'b', year: 2026, ordinal: 3, edition: 2 }
const plain = { corrects: null, reason: null }

describe('what is issued stands', () => {
  it('the first of its days is a bulletin of its own', () => {
    expect(issueOf(null, plain)).toEqual({ ok: true, value: { kind: 'first' } })
  })
  it('the same days again are refused, naming the one that stands', () => {
    expect(issueOf(newest, plain)).toMatchObject({ ok: false, refusal: { code: 'BULLETIN_ISSUED', facts: newest } })
  })
  it('a correction of the newest is the next edition, with its reason', () => {
    expect(issueOf(newest, { corrects: 'b', reason: ' 补报两家 ' })).toEqual({
      ok: true,
      value: { kind: 'edition', of: newest, edition: 3, reason: '补报两家' },
    })
  })
  it.each([
    [{ corrects: 'a', reason: '更正' }, newest, 'BULLETIN_SUPERSEDED'],
    [{ corrects: 'b', reason: ' ' }, newest, 'BULLETIN_REASON_MISSING'],
    [{ corrects: 'b', reason: null }, newest, 'BULLETIN_REASON_MISSING'],
    [{ corrects: 'b', reason: '更正' }, null, 'BULLETIN_OF_OTHER_DAYS'],
  ])('%j is refused', (asked, before, code) => {
    expect(issueOf(before, asked)).toMatchObject({ ok: false, refusal: { code } })
  })
})

describe('how a bulletin is called', () => {
  it.each([
    [1, '2026年第3期', 'No. 3 of 2026'],
    [2, '2026年第3期（第2版）', 'No. 3 of 2026, edition 2'],
  ])('edition %d', (edition, zh, en) => {
    expect(issueText({ ...newest, edition }, 'zh')).toBe(zh)
    expect(issueText({ ...newest, edition }, 'en')).toBe(en)
  })
})
