import { expect, test } from 'vitest'
import { RefusalError } from './api.ts'
import { problemsByField } from './fields.tsx'
import { problemText } from './states.tsx'

const sentence = { zh: '输入有误。', en: 'The input is not valid.' }

test('what the server found in the input stands at its field', () => {
  const refusal = new RefusalError(400, {
    code: 'INPUT_INVALID',
    facts: {
      issues: [
        { path: 'body.name', problem: 'too short' },
        { path: 'body.post.title', problem: 'missing' },
      ],
    },
    sentence,
  })
  expect(problemsByField(refusal)).toEqual({ name: 'too short', 'post.title': 'missing' })
})

test('anything else says nothing about fields', () => {
  expect(problemsByField(new RefusalError(409, { code: 'LOGIN_TAKEN', facts: {}, sentence }))).toEqual({})
  expect(problemsByField(new Error('x'))).toEqual({})
  expect(problemsByField(null)).toEqual({})
})

test('a bug is told as one, never by its own words', () => {
  expect(problemText(new Error('undefined is not a function'), 'zh')).toBe('这个页面出错了。')
  expect(problemText(new RefusalError(400, { code: 'X', facts: {}, sentence }), 'en')).toBe('The input is not valid.')
})
