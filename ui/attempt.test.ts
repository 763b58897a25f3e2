import { describe, expect, it } from 'vitest'
import { ConnectionLost, RefusalError, ServerFault } from './api.ts'
import { attempt } from './attempt.ts'

describe('a write that its form answers for', () => {
  it('answers the value, an empty one too', async () => {
    expect(await attempt(Promise.resolve('made'))).toEqual({ value: 'made' })
    expect(await attempt(Promise.resolve(undefined))).toEqual({ value: undefined })
  })
  it.each([
    new RefusalError(409, { code: 'VERSION_STALE', facts: {}, sentence: { zh: '', en: '' } }),
    new ServerFault(500, 'f-1'),
    new ConnectionLost(new TypeError('fetch')),
  ])('answers null for %s', async (problem) => {
    expect(await attempt(Promise.reject(problem))).toBeNull()
  })
  it('lets a bug go on', async () => {
    await expect(attempt(Promise.reject(new TypeError('bug')))).rejects.toThrow('bug')
  })
})
