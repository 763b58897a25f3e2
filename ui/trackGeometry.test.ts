import { expect, test } from 'vitest'
import { trackGeometry } from './trackGeometry.ts'

test('half of the steps run out above, the rest come back below, each under its counterpart', () => {
  const { points, legs } = trackGeometry(8, 1_000)
  expect(points.map((point) => point.above)).toEqual([true, true, true, true, false, false, false, false])
  expect(points[4]?.x).toBe(points[3]?.x)
  expect(points[7]?.x).toBe(points[0]?.x)
  expect(legs).toHaveLength(7)
  expect(legs[3]).toMatch(/A45 45 0 0 1/)
})

test('an odd number leaves the finish open to the left', () => {
  const { points } = trackGeometry(7, 1_000)
  expect(points.filter((point) => point.above)).toHaveLength(4)
  expect(points[6]?.x).toBe(points[1]?.x)
})

test('every step lies on the drawing, and steps never pass one another', () => {
  for (let count = 2; count <= 12; count += 1) {
    for (const width of [620, 860, 1_400]) {
      const { points } = trackGeometry(count, width)
      expect(points.every((point) => point.x > 0 && point.x < width)).toBe(true)
      const above = points.filter((point) => point.above).map((point) => point.x)
      expect(above).toEqual(above.toSorted((one, other) => one - other))
    }
  }
})
