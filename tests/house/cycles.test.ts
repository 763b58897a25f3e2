import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ringsOf } from './cycles.ts'

const edges = (rows: Readonly<Record<string, string>>): Map<string, string[]> =>
  new Map(Object.entries(rows).map(([from, to]) => [from, to.split(' ').filter((each) => each !== '')]))

test.each([
  ['a line', { a: 'b', b: 'c', c: '' }, []],
  ['a diamond', { a: 'b c', b: 'd', c: 'd', d: '' }, []],
  ['itself', { a: 'a' }, [['a']]],
  ['a pair', { b: 'a', a: 'b' }, [['a', 'b']]],
  ['a ring behind a line', { x: 'y', y: 'a', a: 'b', b: 'c', c: 'a' }, [['a', 'b', 'c']]],
  [
    'two rings',
    { a: 'b', b: 'a', c: 'd', d: 'c', e: 'a c' },
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['the shortest way round is told', { a: 'b c', b: 'c', c: 'd', d: 'a' }, [['a', 'c', 'd']]],
  ['a target that is no file', { a: 'gone' }, []],
])('%s', (_, rows, rings) => {
  expect(ringsOf(edges(rows))).toEqual(rings)
})

test('a chain longer than the call stack is followed', () => {
  const chain = new Map(Array.from({ length: 20_000 }, (_, index) => [`f${index}`, [`f${index + 1}`]]))
  expect(ringsOf(chain)).toEqual([])
  chain.set('f20000', ['f0'])
  expect(ringsOf(chain).map((ring) => ring.length)).toEqual([20_001])
})

test('a ring is found exactly where a file can reach itself', () => {
  const graph = fc
    .integer({ min: 1, max: 8 })
    .chain((size) => fc.array(fc.array(fc.integer({ min: 0, max: size - 1 }), { maxLength: 3 }), { minLength: size, maxLength: size }))
  fc.assert(
    fc.property(graph, (rows) => {
      const given = new Map(rows.map((row, index) => [`${index}`, row.map(String)]))
      const reach = (from: string): Set<string> => {
        const seen = new Set<string>()
        const queue = [...(given.get(from) ?? [])]
        for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
          if (seen.has(at)) continue
          seen.add(at)
          queue.push(...(given.get(at) ?? []))
        }
        return seen
      }
      const knots = new Set(
        [...given.keys()]
          .filter((file) => reach(file).has(file))
          .map((file) => [...given.keys()].filter((other) => other === file || (reach(file).has(other) && reach(other).has(file))).join()),
      )
      const rings = ringsOf(given)
      expect(rings.length).toBe(knots.size)
      for (const ring of rings) ring.forEach((file, index) => expect(given.get(file)).toContain(ring[(index + 1) % ring.length]))
    }),
    { seed: 400, numRuns: 500 },
  )
})
