import { describe, expect, it } from 'vitest'
import { openVisitors } from './visitors.ts'

describe('marks of callers', () => {
  const visitors = openVisitors()
  it('are the same for one address and tell nothing of it', () => {
    const mark = visitors.markOf('203.0.113.7')
    expect(mark).toMatch(/^[0-9a-f]{24}$/)
    expect(visitors.markOf('203.0.113.7')).toBe(mark)
    expect(visitors.markOf('203.0.113.8')).not.toBe(mark)
  })
  it('mean nothing to another process', () => {
    expect(openVisitors().markOf('203.0.113.7')).not.toBe(visitors.markOf('203.0.113.7'))
  })
  it.each([
    ['2001:db8::1', '2001:db8:0:0:ffff::9'],
    ['2001:0db8:0:0:1:2:3:4', '2001:db8::5'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
  ])('%s and %s are one caller', (one, other) => {
    expect(visitors.markOf(one)).toBe(visitors.markOf(other))
  })
  it.each([
    ['2001:db8::1', '2001:db8:0:1::1'],
    ['::ffff:203.0.113.7', '::ffff:203.0.113.8'],
  ])('%s and %s are two', (one, other) => {
    expect(visitors.markOf(one)).not.toBe(visitors.markOf(other))
  })
})
