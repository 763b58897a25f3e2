import { productionTable } from './productionTable.ts'
import { serviceTable } from './serviceTable.ts'

/** 门类 A, 大类 26, 中类 261, 小类 2614. */
export type IndustryLevel = 'section' | 'division' | 'group' | 'class'

export type Industry = {
  /** As the standard prints it: C, 26, 261, 2614. Unique over all levels. */
  readonly code: string
  /** The letter of the section it stands in. */
  readonly section: string
  readonly level: IndustryLevel
  /** Official name in Chinese. */
  readonly name: string
  /** Name in English for sections and divisions; null below. */
  readonly nameEn: string | null
  readonly parent: string | null
}

/** The edition the table is of. The amendment of 2019 speaks of one class more, see README.md. */
export const industryEdition = { standard: 'GB/T 4754-2017', inForceFrom: '2017-10-01', inForceTo: null } as const

const withoutLast = (code: string): string => code.slice(0, -1)

const sectionOrDivision = (code: string, names: string, section: string): Industry => {
  const [name = '', nameEn = ''] = names.split(' | ')
  const level = code.length === 1 ? 'section' : 'division'
  return { code, section, level, name, nameEn, parent: level === 'section' ? null : section }
}

const groupWithClasses = (code: string, text: string, section: string): readonly Industry[] => {
  const [name = '', classes] = text.split(': ')
  const group: Industry = { code, section, level: 'group', name, nameEn: null, parent: withoutLast(code) }
  const items = classes === undefined ? [`0 ${name}`] : classes.split('; ')
  return [
    group,
    ...items.map((item): Industry => {
      const digit = item.slice(0, 1)
      return { code: code + digit, section, level: 'class', name: item.slice(2), nameEn: null, parent: code }
    }),
  ]
}

const readTable = (): ReadonlyMap<string, Industry> => {
  const industries = new Map<string, Industry>()
  let section = ''
  for (const line of `${productionTable}${serviceTable}`.split('\n')) {
    if (line === '') continue
    const space = line.indexOf(' ')
    const code = line.slice(0, space)
    const text = line.slice(space + 1)
    if (code.length === 1) section = code
    const found = code.length < 3 ? [sectionOrDivision(code, text, section)] : groupWithClasses(code, text, section)
    for (const industry of found) industries.set(industry.code, industry)
  }
  return industries
}

let table: ReadonlyMap<string, Industry> | undefined

/** All industries by code, in the order of the standard; read once, when first asked for. */
export const industryTable = (): ReadonlyMap<string, Industry> => (table ??= readTable())
