import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocation, commitmentText, draw, frameOf, frameText, sizeOf, stratumSizes, type DrawOrder, type FrameLine } from './draw.ts'

const line = (at: number, stratum = '-'): FrameLine => ({ unitId: `unit-${at % 7}`, hazardId: `hazard-${at}`, version: 9, stratum })
const frame = (count: number, stratumOf: (at: number) => string = () => '-'): readonly FrameLine[] =>
  Array.from({ length: count }, (_, at) => line(at, stratumOf(at)))

const frames = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 100_000 }), stratum: fc.constantFrom('330114', '330109', '330110', '330182') }),
  { minLength: 1, maxLength: 120 },
)
const lines = (all: readonly { readonly at: number; readonly stratum: string }[]): readonly FrameLine[] => [
  ...new Map(all.map((each) => [each.at, line(each.at, each.stratum)])).values(),
]
const wanted = fc.oneof(
  fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 150 }) }),
  fc.record({ kind: fc.constant('share' as const), percent: fc.integer({ min: 1, max: 100 }) }),
)

describe('抽取: a draw of closed hazards', () => {
  it('the same frame and seed give the same hazards, in whatever order the frame comes', () => {
    fc.assert(
      fc.property(frames, wanted, fc.string(), (all, how, seed) => {
        expect(draw(lines(all).toReversed(), how, seed)).toEqual(draw(lines(all), how, seed))
      }),
    )
  })

  it('takes as many as were wanted, none twice, each from the frame', () => {
    fc.assert(
      fc.property(frames, wanted, fc.string(), (all, how, seed) => {
        const from = lines(all)
        const drawn = draw(from, how, seed)
        expect(drawn).toHaveLength(sizeOf(how, from.length))
        expect(new Set(drawn).size).toBe(drawn.length)
        expect(drawn.every((each) => from.includes(each))).toBe(true)
      }),
    )
  })

  it('each stratum in proportion, never more than one off', () => {
    fc.assert(
      fc.property(frames, wanted, fc.string(), (all, how, seed) => {
        const from = lines(all)
        const size = sizeOf(how, from.length)
        const taken = stratumSizes(draw(from, how, seed))
        for (const [stratum, held] of stratumSizes(from))
          expect(Math.abs((taken.get(stratum) ?? 0) - (size * held) / from.length)).toBeLessThan(1)
      }),
    )
  })

  it('every hazard is as likely as any other: 20 of 100, 3,000 times', () => {
    const hits = new Map<string, number>()
    const rounds = 3000
    for (let round = 0; round < rounds; round += 1)
      for (const { hazardId } of draw(frame(100), { kind: 'count', count: 20 }, `seed ${round}`))
        hits.set(hazardId, (hits.get(hazardId) ?? 0) + 1)
    const expected = rounds / 5
    const chiSquare = Array.from({ length: 100 }, (_, at) => ((hits.get(`hazard-${at}`) ?? 0) - expected) ** 2 / (expected * 0.8)).reduce(
      (sum, each) => sum + each,
      0,
    )
    // 99 degrees of freedom: 148 is passed by chance once in a thousand.
    expect(chiSquare).toBeLessThan(148)
  })

  it('another seed gives other hazards', () => {
    const [one, other] = ['a', 'b'].map((seed) => draw(frame(1000), { kind: 'count', count: 20 }, seed).map(({ hazardId }) => hazardId))
    expect(one).not.toEqual(other)
  })

  it('what is left over goes to the largest remainders, of equal ones to the first by name', () => {
    expect([
      ...allocation(
        new Map([
          ['c', 10],
          ['b', 10],
          ['a', 10],
        ]),
        4,
      ),
    ]).toEqual([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ])
    expect(
      allocation(
        new Map([
          ['big', 90],
          ['small', 10],
        ]),
        15,
      ),
    ).toEqual(
      new Map([
        ['big', 14],
        ['small', 1],
      ]),
    )
  })

  it.each([
    [{ kind: 'share', percent: 5 }, 30, 2],
    [{ kind: 'share', percent: 1 }, 3, 1],
    [{ kind: 'count', count: 50 }, 30, 30],
    [{ kind: 'count', count: 5 }, 30, 5],
  ] as const)('%o of a frame of %i is %i', (how, size, drawn) => expect(sizeOf(how, size)).toBe(drawn))

  it('a frozen frame reads back as it was', () => {
    const held = frame(40, (at) => `33011${at % 3}`)
    expect(frameText(frameOf(frameText(held)))).toBe(frameText(held))
    expect(draw(frameOf(frameText(held)), { kind: 'count', count: 6 }, 's')).toEqual(draw(held, { kind: 'count', count: 6 }, 's'))
  })

  it('whatever is changed of the order, the frame or the head gives another commitment', () => {
    const order: DrawOrder = {
      regionCode: '330114',
      from: '2026-11-01',
      to: '2026-11-30',
      level: null,
      industry: null,
      strata: 'none',
      wanted: { kind: 'count', count: 5 },
    }
    const head = { chain: 'region/330114', seq: 7, hash: 'ab' }
    const texts = [
      commitmentText(order, 'f', head),
      commitmentText({ ...order, to: '2026-11-29' }, 'f', head),
      commitmentText({ ...order, level: 'major' }, 'f', head),
      commitmentText({ ...order, industry: 'C26' }, 'f', head),
      commitmentText({ ...order, strata: 'level' }, 'f', head),
      commitmentText({ ...order, wanted: { kind: 'share', percent: 5 } }, 'f', head),
      commitmentText(order, 'g', head),
      commitmentText(order, 'f', { ...head, seq: 8 }),
      commitmentText(order, 'f', { ...head, hash: 'ac' }),
    ]
    expect(new Set(texts).size).toBe(texts.length)
  })
})
