import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bd09ToGcj02, convert, gcj02ToBd09, gcj02ToWgs84, wgs84ToGcj02 } from './coordinates.ts'
import { distanceMetres } from './geometry.ts'

const inChina = fc.record({
  lng: fc.double({ min: 73.5, max: 135, noNaN: true }),
  lat: fc.double({ min: 3.5, max: 53.5, noNaN: true }),
})

describe('GCJ-02', () => {
  // Published pairs; the last three were reckoned on a slightly larger ellipsoid, which moves them by centimetres.
  test.each([
    ['Tiananmen', 116.404, 39.915, 116.41024449916938, 39.91640428150164],
    ['Shanghai', 121.5272106, 31.1774276, 121.531541859215, 31.17530398364597],
    ['Shenzhen', 113.912316, 22.543847, 113.9171764808363, 22.540796131694766],
    ['Beijing', 116.377817, 39.911954, 116.38404722455657, 39.91334545536069],
  ])('%s matches the published pair to 0.1 m', (_place, lng, lat, gcjLng, gcjLat) => {
    expect(distanceMetres(wgs84ToGcj02({ lng, lat }), { lng: gcjLng, lat: gcjLat })).toBeLessThan(0.1)
  })

  test('the shift within China lies between 50 and 1,000 m', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        const metres = distanceMetres(place, wgs84ToGcj02(place))
        expect(metres).toBeGreaterThan(50)
        expect(metres).toBeLessThan(1000)
      }),
    )
  })

  test('there and back is the same place within 1 mm', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(distanceMetres(gcj02ToWgs84(wgs84ToGcj02(place)), place)).toBeLessThan(0.001)
      }),
    )
  })
})

describe('BD-09', () => {
  test('matches the published pairs of 116.404,39.915, the inverse of which is only approximate', () => {
    const place = { lng: 116.404, lat: 39.915 }
    expect(distanceMetres(gcj02ToBd09(place), { lng: 116.41036949371029, lat: 39.92133699351021 })).toBeLessThan(0.001)
    expect(distanceMetres(bd09ToGcj02(place), { lng: 116.39762729119315, lat: 39.90865673957631 })).toBeLessThan(0.1)
  })

  test('there and back is the same place within 1 mm', () => {
    fc.assert(
      fc.property(inChina, (place) => {
        expect(distanceMetres(bd09ToGcj02(gcj02ToBd09(place)), place)).toBeLessThan(0.001)
      }),
    )
  })
})

describe('between all systems', () => {
  test('CGCS2000 and WGS-84 are read as one; the tag says which', () => {
    expect(convert({ lng: 120, lat: 30, crs: 'CGCS2000' }, 'WGS-84')).toEqual({ lng: 120, lat: 30, crs: 'WGS-84' })
  })

  test('outside China nothing moves, in either direction', () => {
    for (const place of [
      { lng: 2.35, lat: 48.85 },
      { lng: 139.7, lat: 35.7 },
      { lng: 151.2, lat: -33.9 },
    ]) {
      expect(convert({ ...place, crs: 'WGS-84' }, 'GCJ-02')).toEqual({ ...place, crs: 'GCJ-02' })
      expect(convert({ ...place, crs: 'BD-09' }, 'WGS-84')).toEqual({ ...place, crs: 'WGS-84' })
    }
  })

  test('every pair of systems gives the place back within 0.1 m', () => {
    const crs = fc.constantFrom('WGS-84' as const, 'CGCS2000' as const, 'GCJ-02' as const, 'BD-09' as const)
    fc.assert(
      fc.property(inChina, crs, crs, (place, from, to) => {
        const located = { ...place, crs: from }
        expect(distanceMetres(convert(convert(located, to), from), place)).toBeLessThan(0.1)
      }),
    )
  })
})
