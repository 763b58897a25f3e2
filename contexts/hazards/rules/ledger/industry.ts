import { industryByCode, type Industry } from '../industries.ts'
import { industryTable } from '../industries/industryTable.ts'
import type { Reading } from './reading.ts'

let names: ReadonlyMap<string, Industry> | undefined

/** Industries by name. A name is borne by one, and by what lies alone in it: a group and its only class; then the class is meant. */
const byName = (): ReadonlyMap<string, Industry> =>
  (names ??= new Map([...industryTable().values()].map((industry) => [industry.name, industry])))

const coded = /(?:^|[^0-9A-Za-z])([A-Ta-t]?\d{2,4}|[A-Ta-t])(?=$|[^0-9A-Za-z])/u

/**
 * The industry that a text means: by code (2614, C26, C), by name, or by both (C2614 有机化学原料制造), where the code
 * decides; null for none.
 */
export const industryMeant = (text: string): Industry | null => {
  const [, code] = coded.exec(text) ?? []
  const byItsCode = code === undefined ? null : industryByCode(code)
  return byItsCode ?? byName().get(text.replaceAll(/\s/gu, '')) ?? null
}

/** The code of the industry that a row names; null for none, and for one that is wrong, which is then among the faults. */
export const industryIn = (reading: Reading, column: string): string | null => {
  const text = reading.text(column)
  if (text === '') return null
  return industryMeant(text)?.code ?? reading.wrong(column, 'INDUSTRY_UNKNOWN', { text: text.slice(0, 40) })
}
