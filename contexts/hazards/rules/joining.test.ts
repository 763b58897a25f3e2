import { describe, expect, it } from 'vitest'
import { standingAfterParting } from './joining.ts'

const chain = [
  { unitId: 'a', intoId: 'b' },
  { unitId: 'b', intoId: 'c' },
  { unitId: 'c', intoId: null },
  { unitId: 'x', intoId: 'a' },
  { unitId: 'y', intoId: 'c' },
]

describe('a unit parted from those it was joined with', () => {
  it.each([
    ['takes along what was joined to it', 'a', { a: 'a', x: 'a', b: 'c', c: 'c', y: 'c' }],
    ['keeps what was joined to it before it was joined further', 'b', { a: 'b', x: 'b', b: 'b', c: 'c', y: 'c' }],
    ['leaves the others where they are', 'x', { x: 'x', a: 'c', b: 'c', c: 'c', y: 'c' }],
  ] as const)('%s', (_what, parted, standing) => {
    expect(Object.fromEntries(standingAfterParting(chain, parted))).toEqual(standing)
  })

  it('never follows a ring for ever', () => {
    const ring = [
      { unitId: 'a', intoId: 'b' },
      { unitId: 'b', intoId: 'a' },
      { unitId: 'c', intoId: null },
    ]
    expect(() => standingAfterParting(ring, 'c')).toThrow('ring')
  })
})
