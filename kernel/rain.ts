import type { LawRow } from './law.ts'
import { graverSignal, signalColourNames } from './signal.ts'
import type { SignalColour } from './signal.ts'

/** Classes of rain from the least to the greatest. */
export const rainClasses = ['trace', 'light', 'moderate', 'heavy', 'rainstorm', 'heavyRainstorm', 'extremeRainstorm'] as const

export type RainClass = (typeof rainClasses)[number]

export const rainClassNames: Readonly<Record<RainClass, { readonly zh: string; readonly en: string }>> = {
  trace: { zh: '微量', en: 'Trace' },
  light: { zh: '小雨', en: 'Light rain' },
  moderate: { zh: '中雨', en: 'Moderate rain' },
  heavy: { zh: '大雨', en: 'Heavy rain' },
  rainstorm: { zh: '暴雨', en: 'Rainstorm' },
  heavyRainstorm: { zh: '大暴雨', en: 'Heavy rainstorm' },
  extremeRainstorm: { zh: '特大暴雨', en: 'Extreme rainstorm' },
}

type Measured = Exclude<RainClass, 'trace'>

/** Lower bounds in mm; a class includes its own and reaches up to the next. Below the least, rain that fell is a trace. */
const classFromMm: Readonly<Record<12 | 24, Readonly<Record<Measured, number>>>> = {
  24: { light: 0.1, moderate: 10, heavy: 25, rainstorm: 50, heavyRainstorm: 100, extremeRainstorm: 250 },
  12: { light: 0.1, moderate: 5, heavy: 15, rainstorm: 30, heavyRainstorm: 70, extremeRainstorm: 140 },
}

type ClassRow = LawRow<number> & { readonly class: Measured }

const classRows = (hours: 12 | 24): readonly ClassRow[] =>
  rainClasses
    .filter((name) => name !== 'trace')
    .map((name) => ({
      class: name,
      key: `rain.${hours}h.${name}.from`,
      standard: 'GB/T 28592-2012',
      edition: '2012',
      clause: 'ch. 4, table 1',
      inForceFrom: '2012-08-01',
      inForceTo: null,
      confidence: 'high',
      value: classFromMm[hours][name],
      unit: 'mm',
      tighten: 'never',
      zh: `${hours} 小时降雨量达到此值为${rainClassNames[name].zh}（含本数）`,
      en: `${rainClassNames[name].en}: rain in ${hours} h from this, itself included`,
      usedIn: [`rain.class${hours}h`],
    }))

const rowsByHours: Readonly<Record<12 | 24, readonly ClassRow[]>> = { 12: classRows(12), 24: classRows(24) }

const amountOf = (amountMm: number): number => {
  if (!(amountMm >= 0)) throw new RangeError(`No amount of rain: ${amountMm}`)
  return amountMm
}

/**
 * The class of the rain of 12 or 24 hours (GB/T 28592-2012, table 1), null where none fell. The table is written in
 * steps of 0.1 mm; between two steps a class reaches up to the next one's lower bound.
 * @throws RangeError where the amount is no number or below 0: a broken sample is not dry weather
 */
export const rainClass = (amountMm: number, hours: 12 | 24): RainClass | null => {
  if (amountOf(amountMm) === 0) return null
  return rowsByHours[hours].findLast((row) => amountMm >= row.value)?.class ?? 'trace'
}

/** Within so many hours, so much rain has fallen and may go on, or is expected. */
const signalTable: readonly (readonly [colour: SignalColour, hours: number, mm: number])[] = [
  ['blue', 12, 50],
  ['yellow', 6, 50],
  ['orange', 3, 50],
  ['red', 3, 100],
]

const signalRow = (colour: SignalColour, what: 'hours' | 'mm', value: number): LawRow<number> => ({
  key: `rain.signal.${colour}.${what}`,
  standard: '中国气象局令第16号 气象灾害预警信号发布与传播办法',
  edition: '2007',
  clause: `annex, 暴雨${signalColourNames[colour].zh}预警信号`,
  inForceFrom: '2007-06-12',
  inForceTo: null,
  confidence: 'high',
  value,
  unit: what === 'hours' ? 'h' : 'mm',
  tighten: 'never',
  zh: `暴雨${signalColourNames[colour].zh}预警信号的${what === 'hours' ? '时段' : '降雨量（含本数）'}`,
  en: `${signalColourNames[colour].en} rainstorm signal: ${what === 'hours' ? 'period' : 'rain from this, itself included'}`,
  usedIn: ['rain.signal'],
})

const signalRows = signalTable.map(([colour, hours, mm]) => ({
  colour,
  hours: signalRow(colour, 'hours', hours),
  mm: signalRow(colour, 'mm', mm),
}))

export const rainLawRows: readonly LawRow<number>[] = [
  ...[...rowsByHours[24], ...rowsByHours[12]].map(({ class: _class, ...row }) => row),
  ...signalRows.flatMap(({ hours, mm }) => [hours, mm]),
]

/**
 * The gravest rainstorm signal that amounts of rain call for (中国气象局令第16号), null where none does. Each amount
 * has fallen, or is expected, within its hours; what fell within 1 hour fell within 3 hours too.
 * The order speaks of rain that "may go on": whether it does is the forecaster's to judge, not this rule's.
 */
export const rainSignal = (amounts: readonly { readonly hours: number; readonly mm: number }[]): SignalColour | null =>
  amounts
    .flatMap((amount) => signalRows.filter((row) => amount.hours <= row.hours.value && amountOf(amount.mm) >= row.mm.value))
    .reduce<SignalColour | null>((gravest, row) => graverSignal(gravest, row.colour), null)
