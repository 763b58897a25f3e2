import { bearingDegrees, distanceMetres, inPolygon } from './geometry.ts'
import type { Polygon, Position } from './geometry.ts'
import type { LawRow } from './law.ts'
import { graverSignal, signalColourNames } from './signal.ts'
import type { SignalColour } from './signal.ts'
import { windForceFromMs } from './wind.ts'

/** Classes of tropical cyclone from the weakest, by their codes in bulletins. */
export const typhoonClasses = ['TD', 'TS', 'STS', 'TY', 'STY', 'SuperTY'] as const

export type TyphoonClass = (typeof typhoonClasses)[number]

export const typhoonClassNames: Readonly<Record<TyphoonClass, { readonly zh: string; readonly en: string }>> = {
  TD: { zh: '热带低压', en: 'Tropical depression' },
  TS: { zh: '热带风暴', en: 'Tropical storm' },
  STS: { zh: '强热带风暴', en: 'Severe tropical storm' },
  TY: { zh: '台风', en: 'Typhoon' },
  STY: { zh: '强台风', en: 'Severe typhoon' },
  SuperTY: { zh: '超强台风', en: 'Super typhoon' },
}

/** Lower bounds in m/s; a class includes its own. */
const classFromMs: Readonly<Record<TyphoonClass, number>> = {
  TD: 10.8,
  TS: 17.2,
  STS: 24.5,
  TY: 32.7,
  STY: 41.5,
  SuperTY: 51.0,
}

const classRows = typhoonClasses.map((name): { readonly class: TyphoonClass; readonly row: LawRow<number> } => ({
  class: name,
  row: {
    key: `typhoon.class.${name}.from`,
    standard: 'GB/T 19201-2006',
    edition: '2006',
    clause: 'table 1',
    inForceFrom: '2006-06-15',
    inForceTo: null,
    confidence: 'high',
    value: classFromMs[name],
    unit: 'm/s',
    tighten: 'never',
    zh: `${typhoonClassNames[name].zh}：底层中心附近最大平均风速达到此值（含本数）`,
    en: `${typhoonClassNames[name].en}: greatest mean wind near the centre from this, itself included`,
    usedIn: ['typhoon.class'],
  },
}))

/**
 * The class of a tropical cyclone (GB/T 19201-2006, table 1), null below a tropical depression.
 * @param maxMeanWindMs greatest mean wind of 2 minutes near the centre at the ground, m/s
 */
export const typhoonClass = (maxMeanWindMs: number): TyphoonClass | null => {
  if (!(maxMeanWindMs >= 0)) throw new RangeError(`No wind speed: ${maxMeanWindMs}`)
  return classRows.findLast(({ row }) => maxMeanWindMs >= row.value)?.class ?? null
}

const warningLine = (hours: 24 | 48, points: string): LawRow<string> => ({
  key: `typhoon.line.${hours}h`,
  standard: '中国气象局 台风业务和服务规定',
  edition: '2012',
  clause: `${hours} 小时警戒线`,
  inForceFrom: '2012-01-01',
  inForceTo: null,
  confidence: 'medium',
  value: points,
  unit: 'deg',
  tighten: 'never',
  zh: `台风 ${hours} 小时警戒线，各点为“东经,北纬”`,
  en: `Typhoon ${hours} h warning line, points as "longitude,latitude"`,
  usedIn: [`typhoon.line${hours}h`],
})

const lineRows: Readonly<Record<24 | 48, LawRow<string>>> = {
  24: warningLine(24, '127,34;127,22;119,18;119,11;113,4.5;105,0'),
  48: warningLine(48, '132,34;132,15;120,0;105,0'),
}

const pointsOf = (row: LawRow<string>): readonly Position[] =>
  row.value.split(';').map((point) => {
    const [lng, lat] = point.split(',').map(Number)
    if (lng === undefined || lat === undefined) throw new Error(`${row.key} has a broken point ${point}`)
    return { lng, lat }
  })

/**
 * The line ends at 34 N, off Korea. It is carried on due north, so that a storm in the Yellow Sea or over the
 * north-east stays behind it. In the west the region ends at 100 E, where the basin of the western North Pacific
 * ends: a cyclone in the Bay of Bengal has crossed no line towards the coast of China.
 */
const westEndLng = 100
const northEndLat = 60

const regionBehind = (hours: 24 | 48): Polygon => {
  const line = pointsOf(lineRows[hours])
  const north = line[0]
  const south = line.at(-1)
  if (north === undefined || south === undefined) throw new Error('A warning line has no points')
  return {
    outer: [{ lng: westEndLng, lat: northEndLat }, { lng: north.lng, lat: northEndLat }, ...line, { lng: westEndLng, lat: south.lat }],
    holes: [],
  }
}

const regions: Readonly<Record<24 | 48, Polygon>> = { 24: regionBehind(24), 48: regionBehind(48) }

/** Whether a centre has crossed the 24 h or 48 h warning line towards China; on the line it has. */
export const behindWarningLine = (centre: Position, hours: 24 | 48): boolean => inPolygon(regions[hours], centre)

/** The line itself, from north to south, to be drawn on a map. */
export const warningLinePoints = (hours: 24 | 48): readonly Position[] => pointsOf(lineRows[hours])

/** Within so many hours a place is, or may be, under a mean wind or gusts of these forces. */
const signalTable: readonly (readonly [colour: SignalColour, hours: number, mean: number, gust: number])[] = [
  ['blue', 24, 6, 8],
  ['yellow', 24, 8, 10],
  ['orange', 12, 10, 12],
  ['red', 6, 12, 14],
]

const signalFields = {
  hours: { unit: 'h', zh: '时段', en: 'period' },
  meanForce: { unit: '', zh: '平均风力（含本数）', en: 'mean wind force from this, itself included' },
  gustForce: { unit: '', zh: '阵风风力（含本数）', en: 'gust force from this, itself included' },
} as const

const signalRow = (colour: SignalColour, field: keyof typeof signalFields, value: number): LawRow<number> => ({
  key: `typhoon.signal.${colour}.${field}`,
  standard: '中国气象局令第16号 气象灾害预警信号发布与传播办法',
  edition: '2007',
  clause: `annex, 台风${signalColourNames[colour].zh}预警信号`,
  inForceFrom: '2007-06-12',
  inForceTo: null,
  confidence: 'high',
  value,
  unit: signalFields[field].unit,
  tighten: 'never',
  zh: `台风${signalColourNames[colour].zh}预警信号的${signalFields[field].zh}`,
  en: `${signalColourNames[colour].en} typhoon signal: ${signalFields[field].en}`,
  usedIn: ['typhoon.signal'],
})

const signalRows = signalTable.map(([colour, hours, mean, gust]) => ({
  colour,
  hours: signalRow(colour, 'hours', hours),
  meanForce: signalRow(colour, 'meanForce', mean),
  gustForce: signalRow(colour, 'gustForce', gust),
}))

/** What a place is under, or may be under within `hours`: wind forces, null where not known. */
export type ExpectedWind = {
  readonly hours: number
  readonly meanForce: number | null
  readonly gustForce: number | null
}

/**
 * The gravest typhoon signal that the expected winds call for (中国气象局令第16号), null where none does: the mean wind
 * or the gusts reach it, within its hours. Issuing it stays the forecaster's act.
 */
export const typhoonSignal = (winds: readonly ExpectedWind[]): SignalColour | null =>
  winds
    .flatMap((wind) =>
      signalRows.filter(
        (row) =>
          wind.hours <= row.hours.value &&
          ((wind.meanForce !== null && wind.meanForce >= row.meanForce.value) ||
            (wind.gustForce !== null && wind.gustForce >= row.gustForce.value)),
      ),
    )
    .reduce<SignalColour | null>((gravest, row) => graverSignal(gravest, row.colour), null)

/** The forces whose reach a bulletin gives. */
export const windCircleForces = [7, 10, 12] as const

export type WindCircleForce = (typeof windCircleForces)[number]

/** The wind at the edge of a circle in m/s: the lowest speed of its force (GB/T 28591-2012). */
export const windCircleFromMs = (force: WindCircleForce): number => windForceFromMs(force)

/** How far a wind circle reaches in each quadrant, km. */
export type WindRadii = { readonly ne: number; readonly se: number; readonly sw: number; readonly nw: number }

/** Whether a place lies within a wind circle, its edge included; due north counts to the north-east, and so on round. */
export const inWindCircle = (centre: Position, radiiKm: WindRadii, place: Position): boolean => {
  const bearing = bearingDegrees(centre, place)
  const radiusKm = bearing < 90 ? radiiKm.ne : bearing < 180 ? radiiKm.se : bearing < 270 ? radiiKm.sw : radiiKm.nw
  return distanceMetres(centre, place) <= radiusKm * 1000
}

export const typhoonLawRows: readonly LawRow[] = [
  ...classRows.map(({ row }) => row),
  lineRows[24],
  lineRows[48],
  ...signalRows.flatMap(({ hours, meanForce, gustForce }) => [hours, meanForce, gustForce]),
]
