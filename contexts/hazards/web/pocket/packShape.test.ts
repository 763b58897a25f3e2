import { expect, test } from 'vitest'
import { addToPack, keepPack, listsOf, renewPack, type KeptPack, type SentPack } from './packShape.ts'

const item = (key: string) => ({ key, clause: key, zh: key, en: key, makesMajor: false })

type Asked = {
  readonly units: Readonly<Record<string, readonly number[] | null>>
  readonly items?: readonly string[]
  readonly madeAt?: string
}

/** A pack with one list, of which each unit needs the items at these places. */
const packOf = ({ units, items = ['a', 'b', 'c'], madeAt = '2026-11-24T00:00:00.000Z' }: Asked): SentPack =>
  ({
    madeAt,
    units: Object.entries(units).map(([unitId, places]) => ({
      unit: { unitId, name: unitId },
      lists: [{ key: 'list', edition: '1', items: places }],
      plannedIn: [],
      registered: [],
    })),
    checklists: [{ key: 'list', edition: '1', title: { zh: '表', en: 'list' }, purpose: 'major', items: items.map(item) }],
    hazards: Object.keys(units).map((unitId) => ({ line: { unitId, hazardId: `hazard of ${unitId}`, version: madeAt } })),
    campaigns: [],
    owed: Object.keys(units).map((unitId) => ({ unitId, hazardId: `hazard of ${unitId}`, kind: 'review' })),
    unitsLeftOut: 0,
    hazardsLeftOut: 0,
  }) as unknown as SentPack

const itemsOf = (pack: KeptPack, unitId: string): readonly string[] => {
  const unit = pack.units[unitId]
  return unit ? listsOf(pack, unit).flatMap(({ items }) => items.map(({ key }) => key)) : []
}

test('places in a list become items, and nothing stands for all of them', () => {
  const pack = keepPack(packOf({ units: { one: [2, 0], two: null } }))
  expect(itemsOf(pack, 'one')).toEqual(['c', 'a'])
  expect(itemsOf(pack, 'two')).toEqual(['a', 'b', 'c'])
})

test('a unit that is scanned brings its items along, and those of the others stay', () => {
  const held = keepPack(packOf({ units: { one: [1], two: null } }))
  const more = keepPack(packOf({ units: { three: null }, items: ['c', 'd'] }), '2026-11-24T01:00:00.000Z')
  const joined = addToPack(held, more)
  expect(itemsOf(joined, 'one')).toEqual(['b'])
  expect(itemsOf(joined, 'three')).toEqual(['c', 'd'])
  expect(joined.madeAt).toBe(held.madeAt)
  expect(joined.owed.map(({ unitId }) => unitId)).toEqual(['one', 'two', 'three'])
})

test('a unit asked for anew takes its hazards and what is owed from the new answer alone', () => {
  const held = keepPack(packOf({ units: { one: null, two: null } }))
  const sent = packOf({ units: { one: null } })
  const joined = addToPack(held, keepPack({ ...sent, hazards: [], owed: [] }))
  expect(Object.keys(joined.hazards)).toEqual(['hazard of two'])
  expect(joined.owed.map(({ unitId }) => unitId)).toEqual(['two'])
})

test('a new pack keeps what was scanned within seven days, with its lists, and lets the rest go', () => {
  const scanned = keepPack(packOf({ units: { scanned: [1] } }), '2026-11-20T00:00:00.000Z')
  const held = addToPack(keepPack(packOf({ units: { former: null } })), scanned)
  const fresh = keepPack(packOf({ units: { planned: [0] }, items: ['a'], madeAt: '2026-11-24T08:00:00.000Z' }))
  const renewed = renewPack(held, fresh, Date.parse('2026-11-24T08:00:00Z'))
  expect(Object.keys(renewed.units).toSorted()).toEqual(['planned', 'scanned'])
  expect(itemsOf(renewed, 'scanned')).toEqual(['b'])
  expect(itemsOf(renewed, 'planned')).toEqual(['a'])
  expect(Object.keys(renewed.hazards).toSorted()).toEqual(['hazard of planned', 'hazard of scanned'])
  expect(renewed.madeAt).toBe('2026-11-24T08:00:00.000Z')
  expect(Object.keys(renewPack(held, fresh, Date.parse('2026-11-28T00:00:00Z')).units)).toEqual(['planned'])
  expect(renewPack(null, fresh, 0)).toBe(fresh)
})
