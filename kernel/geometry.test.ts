import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bearingDegrees, boundingBox, distanceMetres, inBox, inPolygon } from './geometry.ts'
import type { Polygon } from './geometry.ts'

const at = (lng: number, lat: number) => ({ lng, lat })

describe('distance', () => {
  test.each([
    ['one degree of latitude', at(120, 30), at(120, 31), 111_195],
    ['one degree of longitude on the equator', at(0, 0), at(1, 0), 111_195],
    ['Hangzhou to Ningbo', at(120.1551, 30.2741), at(121.5504, 29.8746), 141_400],
    ['to the other side of the earth', at(0, 0), at(180, 0), 20_015_115],
  ])('%s', (_title, from, to, metres) => {
    expect(Math.abs(distanceMetres(from, to) - metres)).toBeLessThan(metres * 0.001)
  })

  test('it is 0 to itself and the same both ways', () => {
    const place = fc.record({ lng: fc.double({ min: 73, max: 135, noNaN: true }), lat: fc.double({ min: 3, max: 54, noNaN: true }) })
    fc.assert(
      fc.property(place, place, (from, to) => {
        expect(distanceMetres(from, from)).toBe(0)
        expect(distanceMetres(from, to)).toBeCloseTo(distanceMetres(to, from), 6)
      }),
    )
  })
})

test.each([
  [at(120, 31), 0],
  [at(121, 30), 89.75],
  [at(120, 29), 180],
  [at(119, 30), 270.25],
])('bearing from 120,30 to %j is %d', (to, degrees) => {
  expect(bearingDegrees(at(120, 30), to)).toBeCloseTo(degrees, 1)
})

describe('box', () => {
  test('holds its points and nothing beyond', () => {
    const box = boundingBox([at(120, 30), at(121, 29), at(119, 31)])
    expect(box).toEqual({ west: 119, south: 29, east: 121, north: 31 })
    expect(box !== null && inBox(box, at(121, 31))).toBe(true)
    expect(box !== null && inBox(box, at(121.001, 31))).toBe(false)
    expect(boundingBox([])).toBeNull()
  })
})

describe('polygon with a hole', () => {
  const polygon: Polygon = {
    outer: [at(0, 0), at(10, 0), at(10, 10), at(0, 10)],
    holes: [[at(4, 4), at(6, 4), at(6, 6), at(4, 6)]],
  }
  test.each([
    ['inside', at(2, 2), true],
    ['level with a corner of the hole', at(2, 4), true],
    ['in the hole', at(5, 5), false],
    ['on the edge of the hole', at(4, 5), true],
    ['on the outer edge', at(10, 5), true],
    ['on a corner', at(0, 0), true],
    ['level with the top edge, beside it', at(11, 10), false],
    ['level with the bottom edge, beside it', at(-1, 0), false],
    ['east', at(10.001, 5), false],
    ['west', at(-0.001, 5), false],
  ])('%s', (_title, point, inside) => {
    expect(inPolygon(polygon, point)).toBe(inside)
  })

  test('a hollow shape is not its box', () => {
    const hook: Polygon = { outer: [at(0, 0), at(9, 0), at(9, 9), at(6, 9), at(6, 3), at(0, 3)], holes: [] }
    expect(inPolygon(hook, at(3, 6))).toBe(false)
    expect(inPolygon(hook, at(7, 6))).toBe(true)
    expect(inPolygon(hook, at(3, 2))).toBe(true)
  })

  test('the direction and the first point of a ring do not matter', () => {
    const ring = [at(0, 0), at(7, 1), at(9, 6), at(4, 9), at(-2, 5)]
    const point = fc.record({ lng: fc.double({ min: -3, max: 10, noNaN: true }), lat: fc.double({ min: -1, max: 10, noNaN: true }) })
    fc.assert(
      fc.property(point, fc.nat(4), (place, first) => {
        const turned = [...ring.slice(first), ...ring.slice(0, first)].toReversed()
        expect(inPolygon({ outer: turned, holes: [] }, place)).toBe(inPolygon({ outer: ring, holes: [] }, place))
      }),
    )
  })

  test('a ring without points holds nothing', () => {
    expect(inPolygon({ outer: [], holes: [] }, at(0, 0))).toBe(false)
  })
})
