import { expect, test } from 'vitest'
import { RefusalError } from './api.ts'
import { problemText } from './states.tsx'

const sentence = { zh: '输入有误。', en: 'The input is not valid.' }

test('a bug is told as one, never by its own words', () => {
  expect(problemText(new Error('undefined is not a function'), 'zh')).toBe('这个页面出错了。')
  expect(problemText(new RefusalError(400, { code: 'X', facts: {}, sentence }), 'en')).toBe('The input is not valid.')
})
