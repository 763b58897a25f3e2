import { describe, expect, it } from 'vitest'
import { bodyOf, changeOf, emptyDraft, usccProblem } from './organisationDraft.ts'

describe('the form of an organisation', () => {
  it('sends what is empty as nothing, and texts without their margins', () => {
    expect(bodyOf({ ...emptyDraft, name: ' 东屿罐储（样例）有限公司 ', shortName: '东屿罐储' })).toEqual({
      name: '东屿罐储（样例）有限公司',
      shortName: '东屿罐储',
      uscc: null,
      line: null,
      parentId: null,
      alsoReportsToId: null,
    })
  })
  it('sends the organisations that were chosen by their ids', () => {
    const body = bodyOf({ ...emptyDraft, parent: { id: 'o-1', name: '甲' }, alsoReportsTo: { id: 'o-2', name: '乙' } })
    expect(body).toMatchObject({ parentId: 'o-1', alsoReportsToId: 'o-2' })
  })
})

describe('a change of an organisation', () => {
  const superior = { id: 'o-1', name: '甲' }
  it('does not name a superior that was not touched', () => {
    expect(changeOf({ ...emptyDraft, name: '乙' }, emptyDraft)).not.toHaveProperty('parentId')
    expect(changeOf({ ...emptyDraft, parent: superior }, { ...emptyDraft, parent: superior })).not.toHaveProperty('parentId')
  })
  it.each([
    ['set', { ...emptyDraft, parent: superior }, emptyDraft, 'o-1'],
    ['taken off', emptyDraft, { ...emptyDraft, parent: superior }, null],
  ])('names a superior that was %s', (_title, draft, before, parentId) => {
    expect(changeOf(draft, before)).toMatchObject({ parentId })
  })
})

describe('GB 32100-2015: a credit code is judged while it is typed', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['91350100M000100Y43', null],
    ['91350100m000100y43', null],
  ])('%o is taken', (typed, problem) => {
    expect(usccProblem(typed)).toBe(problem)
  })
  it.each([
    ['9135', '18 位'],
    ['91350100M000100Y44', '校验码'],
  ])('%s is not: %s', (typed, word) => {
    expect(usccProblem(typed)?.zh).toContain(word)
  })
})
