import type { LawRow } from './law.ts'

/** Lower bounds of wind forces 0 to 17 in m/s; a force includes its lower bound. */
const forceFromMs = [0, 0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1] as const

const windScale = {
  standard: 'GB/T 28591-2012',
  edition: '2012',
  clause: 'table 1',
  inForceFrom: '2012-08-01',
  inForceTo: null,
  confidence: 'high',
  unit: 'm/s',
  tighten: 'never',
} as const

const forceRows: readonly LawRow<number>[] = forceFromMs.map((value, force) => ({
  ...windScale,
  key: `wind.force.${force}.from`,
  value,
  zh: `风力 ${force} 级的风速下限（含本数）`,
  en: `Lowest wind speed of force ${force}, itself included`,
  usedIn: ['wind.beaufort', 'typhoon.signal', 'typhoon.windCircle'],
}))

const beyondRow: LawRow<number> = {
  ...windScale,
  key: 'wind.force.17.above',
  value: 61.2,
  zh: '风力 17 级以上：风速超过此值（不含本数）',
  en: 'Above force 17: wind faster than this, itself excluded',
  usedIn: ['wind.beaufort'],
}

export const windLawRows: readonly LawRow<number>[] = [...forceRows, beyondRow]

export type WindForce = {
  /** 0 to 17. */
  readonly force: number
  /** Faster than force 17 reaches; shown as 17级以上. */
  readonly beyondScale: boolean
}

/** The lowest speed of a wind force in m/s (GB/T 28591-2012, table 1). */
export const windForceFromMs = (force: number): number => {
  const row = forceRows[force]
  if (row === undefined) throw new RangeError(`There is no wind force ${force}`)
  return row.value
}

/**
 * The wind force of a speed in m/s (GB/T 28591-2012). A speed that is no number or below 0 is a broken sample and
 * throws: it must be sorted out before it is called calm.
 */
export const windForce = (speedMs: number): WindForce => {
  if (!(speedMs >= 0)) throw new RangeError(`No wind speed: ${speedMs}`)
  return {
    force: forceRows.findLastIndex((row) => speedMs >= row.value),
    beyondScale: speedMs > beyondRow.value,
  }
}
