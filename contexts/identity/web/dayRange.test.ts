import { describe, expect, it } from 'vitest'
import { instantsOf } from './dayRange.ts'

describe('days of Beijing as instants', () => {
  it.each([
    ['', '', {}],
    ['2026-11-24', '', { from: '2026-11-23T16:00:00.000Z' }],
    ['', '2026-11-24', { to: '2026-11-24T16:00:00.000Z' }],
    ['2026-11-24', '2026-11-24', { from: '2026-11-23T16:00:00.000Z', to: '2026-11-24T16:00:00.000Z' }],
  ])('from %o to %o', (from, to, instants) => {
    expect(instantsOf(from, to)).toEqual(instants)
  })
})
