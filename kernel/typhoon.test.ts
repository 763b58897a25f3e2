import { describe, expect, test } from 'vitest'
import {
  behindWarningLine,
  inWindCircle,
  typhoonClass,
  typhoonLawRows,
  typhoonSignal,
  warningLinePoints,
  windCircleFromMs,
} from './typhoon.ts'

describe('GB/T 19201-2006 table 1 class of a tropical cyclone', () => {
  test.each([
    [0, null],
    [10.7, null],
    [10.8, 'TD'],
    [17.1, 'TD'],
    [17.2, 'TS'],
    [24.4, 'TS'],
    [24.5, 'STS'],
    [32.6, 'STS'],
    [32.7, 'TY'],
    [41.4, 'TY'],
    [41.5, 'STY'],
    [50.9, 'STY'],
    [51.0, 'SuperTY'],
    [78, 'SuperTY'],
  ])('%d m/s is %s', (speedMs, name) => {
    expect(typhoonClass(speedMs)).toBe(name)
  })

  test.each([Number.NaN, -1])('%d m/s is a broken sample', (speedMs) => {
    expect(() => typhoonClass(speedMs)).toThrow(RangeError)
  })
})

describe('CMA 24 h warning line', () => {
  test.each([
    ['East China Sea', 126, 28, true],
    ['on the line', 127, 28, true],
    ['just east of it', 127.01, 28, false],
    ['corner 127 E 22 N', 127, 22, true],
    ['on the slope from 127,22 to 119,18', 123, 20, true],
    ['east of the slope', 123.1, 20, false],
    ['west of the slope', 122.9, 20, true],
    ['west of Luzon', 118.9, 15, true],
    ['over Luzon', 119.5, 15, false],
    ['on the slope from 119,11 to 113,4.5', 116, 7.75, true],
    ['last point', 105, 0, true],
    ['south of the equator', 104, -0.1, false],
    ['Hangzhou', 120.2, 30.3, true],
    ['Yellow Sea north of the end of the line', 123, 36, true],
    ['north-east China', 125, 44, true],
    ['Sea of Japan', 130, 38, false],
    ['Bay of Bengal', 90, 15, false],
  ])('%s (%d E, %d N): behind it is %s', (_where, lng, lat, behind) => {
    expect(behindWarningLine({ lng, lat }, 24)).toBe(behind)
  })
})

describe('CMA 48 h warning line', () => {
  test.each([
    ['south of Japan', 131, 25, true],
    ['on the line', 132, 20, true],
    ['east of it', 132.1, 25, false],
    ['on the slope from 132,15 to 120,0', 126, 7.5, true],
    ['east of the slope', 126.1, 7.5, false],
    ['on its southern edge', 110, 0, true],
    ['south of it', 110, -0.1, false],
    ['over Luzon', 119.5, 15, true],
  ])('%s (%d E, %d N): behind it is %s', (_where, lng, lat, behind) => {
    expect(behindWarningLine({ lng, lat }, 48)).toBe(behind)
  })

  test('who is behind the 24 h line is behind the 48 h line', () => {
    const places = Array.from({ length: 91 * 105 }, (_, index) => ({
      lng: 95 + (index % 91) / 2,
      lat: -2 + Math.floor(index / 91) / 2,
    }))
    expect(places.filter((place) => behindWarningLine(place, 24)).length).toBeGreaterThan(1000)
    expect(places.filter((place) => behindWarningLine(place, 24) && !behindWarningLine(place, 48))).toEqual([])
  })
})

test('the lines to be drawn are those of the law rows', () => {
  expect(warningLinePoints(24)).toHaveLength(6)
  expect(warningLinePoints(48).at(0)).toEqual({ lng: 132, lat: 34 })
})

describe('CMA order 16 annex, typhoon signal', () => {
  test.each([
    [24, 5, 7, null],
    [24, 6, null, 'blue'],
    [24, null, 8, 'blue'],
    [24, 5, 8, 'blue'],
    [24, 7, 9, 'blue'],
    [24, 8, null, 'yellow'],
    [24, null, 10, 'yellow'],
    [24, 14, 17, 'yellow'],
    [12, 9, 11, 'yellow'],
    [12, 10, null, 'orange'],
    [12, null, 12, 'orange'],
    [12, 12, 14, 'orange'],
    [6, 11, 13, 'orange'],
    [6, 12, null, 'red'],
    [6, null, 14, 'red'],
    [3, 12, null, 'red'],
    [25, 12, 14, null],
    [6, null, null, null],
  ])('within %d h mean force %s, gusts %s: %s', (hours, meanForce, gustForce, signal) => {
    expect(typhoonSignal([{ hours, meanForce, gustForce }])).toBe(signal)
  })

  test('of several forecasts the gravest counts', () => {
    expect(
      typhoonSignal([
        { hours: 24, meanForce: 9, gustForce: 11 },
        { hours: 6, meanForce: 6, gustForce: 8 },
      ]),
    ).toBe('yellow')
  })
})

describe('wind circles', () => {
  test.each([
    [7, 13.9],
    [10, 24.5],
    [12, 32.7],
  ] as const)('GB/T 28591-2012: the circle of force %d begins at %d m/s', (force, speedMs) => {
    expect(windCircleFromMs(force)).toBe(speedMs)
  })

  test('each quadrant has its own reach', () => {
    const centre = { lng: 122, lat: 28 }
    const radiiKm = { ne: 300, se: 200, sw: 100, nw: 50 }
    // One tenth of a degree of latitude is 11.12 km.
    const within = (lng: number, lat: number): boolean => inWindCircle(centre, radiiKm, { lng, lat })
    expect(within(124, 29.5)).toBe(true)
    expect(within(124, 26.5)).toBe(false)
    expect(within(123, 27)).toBe(true)
    expect(within(121, 27)).toBe(false)
    expect(within(121.5, 27.5)).toBe(true)
    expect(within(121.5, 28.5)).toBe(false)
    expect(within(121.8, 28.2)).toBe(true)
    expect(within(122, 28)).toBe(true)
  })
})

test('the law rows hold classes, lines and signals, each with a key of its own', () => {
  expect(typhoonLawRows).toHaveLength(6 + 2 + 12)
  expect(new Set(typhoonLawRows.map((row) => row.key)).size).toBe(20)
})
