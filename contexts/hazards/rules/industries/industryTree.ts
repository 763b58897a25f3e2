import { ok, refuse } from '../../../../kernel/result.ts'
import type { Refusal, Result } from '../../../../kernel/result.ts'
import { industryTable } from './industryTable.ts'
import type { Industry, IndustryLevel } from './industryTable.ts'

export type IndustryRefusal =
  | Refusal<'INDUSTRY_UNKNOWN', { typed: string }>
  | Refusal<'INDUSTRY_SECTION_WRONG', { typed: string; section: string; belongsTo: string }>

const shape = /^([A-T])?(\d{2,4})?$/

/**
 * What a person or a file wrote as industry: `C`, `26`, `2614`, or with the letter in front, `C26`, `C2614`, as the
 * statistics write it. A letter that is not the section of the digits is refused, since one of the two is a slip.
 */
export const readIndustry = (typed: string): Result<Industry, IndustryRefusal> => {
  const [, letter, digits] = shape.exec(typed.trim().toUpperCase()) ?? []
  const industry = industryTable().get(digits ?? letter ?? '')
  if (!industry) return refuse('INDUSTRY_UNKNOWN', { typed })
  if (letter !== undefined && letter !== industry.section)
    return refuse('INDUSTRY_SECTION_WRONG', { typed, section: letter, belongsTo: industry.section })
  return ok(industry)
}

/** The industry under a code as `readIndustry` reads it, or null. */
export const industryByCode = (typed: string): Industry | null => {
  const read = readIndustry(typed)
  return read.ok ? read.value : null
}

/** From the section down to the industry itself; empty for an unknown code. */
export const industryPath = (typed: string): readonly Industry[] => {
  const path: Industry[] = []
  for (let at = industryByCode(typed); at; at = at.parent === null ? null : industryByCode(at.parent)) path.unshift(at)
  return path
}

/** 制造业 / 化学原料和化学制品制造业 / 基础化学原料制造 / 有机化学原料制造. A group of one class is named once. */
export const industryPathText = (typed: string): string => {
  const names = industryPath(typed).map(({ name }) => name)
  return names.filter((name, index) => name !== names[index - 1]).join(' / ')
}

/** Whether an industry is the other one or lies in it: 2614 is within 26, C and 2614. */
export const isWithinIndustry = (typed: string, within: string): boolean => {
  const outer = industryByCode(within)
  return outer !== null && industryPath(typed).some(({ code }) => code === outer.code)
}

/** What lies directly in an industry; the sections for null. */
export const industriesIn = (parent: string | null): readonly Industry[] => {
  const code = parent === null ? null : (industryByCode(parent)?.code ?? '')
  return [...industryTable().values()].filter((industry) => industry.parent === code)
}

/** The form with the letter in front that statistics use: C2614; a section is its letter. */
export const statisticalCode = ({ code, section, level }: Industry): string => (level === 'section' ? code : section + code)

export type IndustrySearch = { readonly level?: IndustryLevel; readonly limit: number }

/**
 * Industries for what is typed into a search field: a beginning of a code (26, C26), else of a Chinese or English name,
 * else any part of it. Beginnings come first, in the order of the standard; a group of one class is found as its class.
 */
export const searchIndustries = (typed: string, { level, limit }: IndustrySearch): readonly Industry[] => {
  const text = typed.trim()
  if (text === '') return []
  const needle = text.toLowerCase()
  const offered = [...industryTable().values()].filter(
    (industry) => (level === undefined || industry.level === level) && (level === 'group' || !isSoleClassGroup(industry)),
  )
  const byCode = offered.filter((industry) => industry.code.startsWith(text) || statisticalCode(industry).startsWith(text.toUpperCase()))
  if (byCode.length > 0) return byCode.slice(0, limit)
  const names = ({ name, nameEn }: Industry): readonly string[] => [name, (nameEn ?? '').toLowerCase()]
  const beginning = offered.filter((industry) => names(industry).some((name) => name.startsWith(needle)))
  const within = offered.filter((industry) => !beginning.includes(industry) && names(industry).some((name) => name.includes(needle)))
  return [...beginning, ...within].slice(0, limit)
}

const isSoleClassGroup = ({ level, code }: Industry): boolean => level === 'group' && industryTable().has(`${code}0`)
