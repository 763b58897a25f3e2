import { industryByCode, type Industry } from '../industries.ts'
import { industryTable } from '../industries/industryTable.ts'
import type { Reading } from './reading.ts'

let names: ReadonlyMap<string, readonly Industry[]> | undefined

/** Industries by name; of a group and its only class, which bear one name, the class. */
const byName = (): ReadonlyMap<string, readonly Industry[]> => {
  if (names !== undefined) return names
  const made = new Map<string, Industry[]>()
  for (const industry of industryTable().values()) {
    const held = made.get(industry.name)
    if (held === undefined) made.set(industry.name, [industry])
    else if (held.at(-1)?.code === industry.parent) held[held.length - 1] = industry
    else held.push(industry)
  }
  names = made
  return made
}

const coded = /(?:^|[^0-9A-Za-z])([A-Ta-t]?\d{2,4}|[A-Ta-t])(?=$|[^0-9A-Za-z])/u

/**
 * The industries that a text may mean: by code (2614, C26, C), by name, or by both (C2614 有机化学原料制造). A code beside a
 * name decides.
 */
export const industriesMeant = (text: string): readonly Industry[] => {
  const [, code] = coded.exec(text) ?? []
  const byItsCode = code === undefined ? null : industryByCode(code)
  return byItsCode === null ? (byName().get(text.replaceAll(/\s/gu, '')) ?? []) : [byItsCode]
}

/** The industry that a row names; null for none, and for one that is wrong, which is then among the faults. */
export const industryIn = (reading: Reading, column: string): string | null => {
  const text = reading.text(column)
  if (text === '') return null
  const [first, ...others] = industriesMeant(text)
  if (first === undefined) return reading.wrong(column, 'INDUSTRY_UNKNOWN', { text: text.slice(0, 40) })
  if (others.length > 0)
    return reading.wrong(column, 'INDUSTRY_AMBIGUOUS', {
      text: text.slice(0, 40),
      candidates: [first, ...others].map(({ code, name }) => `${code} ${name}`).slice(0, 5),
    })
  return first.code
}
