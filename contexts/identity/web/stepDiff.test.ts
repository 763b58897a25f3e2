import { describe, expect, it } from 'vitest'
import { diffRows, valueText, type ValueWords } from './stepDiff.ts'

describe('what a step changed', () => {
  it('puts what changed first and keeps what did not', () => {
    expect(diffRows({ name: '甲', kind: 'enterprise', line: null }, { name: '乙', kind: 'enterprise', line: null })).toEqual([
      { field: 'name', before: '甲', after: '乙', changed: true },
      { field: 'kind', before: 'enterprise', after: 'enterprise', changed: false },
      { field: 'line', before: null, after: null, changed: false },
    ])
  })
  it('compares lists by what they hold', () => {
    expect(diffRows({ roles: ['leader'] }, { roles: ['leader'] })[0]?.changed).toBe(false)
    expect(diffRows({ roles: ['leader'] }, { roles: ['leader', 'officer'] })[0]?.changed).toBe(true)
  })
  it.each([
    ['a record that was made', null, { name: '甲' }, [{ field: 'name', before: undefined, after: '甲', changed: true }]],
    ['a step without values', null, null, []],
    ['a bare value', null, 5, [{ field: 'value', before: undefined, after: 5, changed: true }]],
  ])('reads %s', (_title, before, after, rows) => {
    expect(diffRows(before, after)).toEqual(rows)
  })
})

describe('a value in words', () => {
  const words: ValueWords = {
    yes: '是',
    no: '否',
    nothing: '无',
    separator: '、',
    role: (role) => `角色 ${role}`,
    code: (field, code) => (field === 'kind' && code === 'venue' ? '场馆' : undefined),
  }
  it.each([
    ['kind', 'venue', '场馆'],
    ['kind', 'unheardOf', 'unheardOf'],
    ['roles', ['leader', 'officer'], '角色 leader、角色 officer'],
    ['roles', [], '无'],
    ['hasAccount', true, '是'],
    ['line', null, '无'],
    ['line', undefined, ''],
    ['failuresLeft', 0, '0'],
    ['facts', { at: 1 }, '{"at":1}'],
  ])('%s %o reads %s', (field, value, text) => {
    expect(valueText(field, value, words)).toBe(text)
  })
})
