import type { Position } from './geometry.ts'

/**
 * Coordinate systems a position may come in. CGCS2000 and WGS-84 differ by centimetres to decimetres and are read as
 * one. GCJ-02 is what maps in China are drawn in, BD-09 what Baidu's are.
 */
export const coordinateSystems = ['WGS-84', 'CGCS2000', 'GCJ-02', 'BD-09'] as const

export type CoordinateSystem = (typeof coordinateSystems)[number]

/** A position with its system: it is stored as it came, and converted for display only. */
export type Located = Position & { readonly crs: CoordinateSystem }

/** Krassovsky's ellipsoid of 1940, which the shift is reckoned on. */
const semiMajorMetres = 6_378_245
const eccentricitySquared = 0.006693421622965943

/** The rectangle in which the shift is applied; a place outside keeps its degrees. It takes in neighbours of China too. */
const shifted = { west: 72.004, east: 137.8347, south: 0.8293, north: 55.8271 } as const

const isShifted = ({ lng, lat }: Position): boolean =>
  lng >= shifted.west && lng <= shifted.east && lat >= shifted.south && lat <= shifted.north

type Wave = readonly [amplitude: number, period: number]

const waves = (value: number, parts: readonly Wave[]): number =>
  parts.reduce((sum, [amplitude, period]) => sum + amplitude * Math.sin(value * period * Math.PI), 0) * (2 / 3)

/** The shift in degrees at a place in WGS-84, by the published polynomial about 105 E 35 N. */
const shiftAt = ({ lng, lat }: Position): Position => {
  const x = lng - 105
  const y = lat - 35
  const common = waves(x, [
    [20, 6],
    [20, 2],
  ])
  const northMetres =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    common +
    waves(y, [
      [20, 1],
      [40, 1 / 3],
      [160, 1 / 12],
      [320, 1 / 30],
    ])
  const eastMetres =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    common +
    waves(x, [
      [20, 1],
      [40, 1 / 3],
      [150, 1 / 12],
      [300, 1 / 30],
    ])
  const latRadians = (lat * Math.PI) / 180
  const flattening = 1 - eccentricitySquared * Math.sin(latRadians) ** 2
  const meridianRadius = (semiMajorMetres * (1 - eccentricitySquared)) / flattening ** 1.5
  const parallelRadius = (semiMajorMetres / Math.sqrt(flattening)) * Math.cos(latRadians)
  return {
    lng: (eastMetres * 180) / (parallelRadius * Math.PI),
    lat: (northMetres * 180) / (meridianRadius * Math.PI),
  }
}

/** WGS-84 to GCJ-02; a place outside the shifted rectangle is left as it is. */
export const wgs84ToGcj02 = (place: Position): Position => {
  if (!isShifted(place)) return { lng: place.lng, lat: place.lat }
  const shift = shiftAt(place)
  return { lng: place.lng + shift.lng, lat: place.lat + shift.lat }
}

/** Rounds of the inverse. The shift changes by less than 1 in 100 over its own length, so each round wins two digits. */
const inverseRounds = 8

/** GCJ-02 to WGS-84, by taking the shift off again and again until it fits: within 1 mm where the shift is applied. */
export const gcj02ToWgs84 = (place: Position): Position => {
  let guess: Position = { lng: place.lng, lat: place.lat }
  for (let round = 0; round < inverseRounds; round += 1) {
    const there = wgs84ToGcj02(guess)
    guess = { lng: guess.lng + place.lng - there.lng, lat: guess.lat + place.lat - there.lat }
  }
  return guess
}

const baiduLng = 0.0065
const baiduLat = 0.006
const baiduTurn = (Math.PI * 3000) / 180

/** GCJ-02 to BD-09, Baidu's own turn and shift on top. */
export const gcj02ToBd09 = (place: Position): Position => {
  if (!isShifted(place)) return { lng: place.lng, lat: place.lat }
  const radius = Math.hypot(place.lng, place.lat) + 0.00002 * Math.sin(place.lat * baiduTurn)
  const angle = Math.atan2(place.lat, place.lng) + 0.000003 * Math.cos(place.lng * baiduTurn)
  return { lng: radius * Math.cos(angle) + baiduLng, lat: radius * Math.sin(angle) + baiduLat }
}

/** BD-09 to GCJ-02, by the same kind of inverse. */
export const bd09ToGcj02 = (place: Position): Position => {
  let guess: Position = { lng: place.lng, lat: place.lat }
  for (let round = 0; round < inverseRounds; round += 1) {
    const there = gcj02ToBd09(guess)
    guess = { lng: guess.lng + place.lng - there.lng, lat: guess.lat + place.lat - there.lat }
  }
  return guess
}

const toWgs84 = (place: Located): Position => {
  switch (place.crs) {
    case 'WGS-84':
    case 'CGCS2000':
      return { lng: place.lng, lat: place.lat }
    case 'GCJ-02':
      return gcj02ToWgs84(place)
    case 'BD-09':
      return gcj02ToWgs84(bd09ToGcj02(place))
  }
}

const fromWgs84 = (place: Position, crs: CoordinateSystem): Position => {
  switch (crs) {
    case 'WGS-84':
    case 'CGCS2000':
      return place
    case 'GCJ-02':
      return wgs84ToGcj02(place)
    case 'BD-09':
      return gcj02ToBd09(wgs84ToGcj02(place))
  }
}

/** The same place in another coordinate system, for display or to compare two sources; never to be stored in its stead. */
export const convert = (place: Located, crs: CoordinateSystem): Located =>
  place.crs === crs ? place : { ...fromWgs84(toWgs84(place), crs), crs }
