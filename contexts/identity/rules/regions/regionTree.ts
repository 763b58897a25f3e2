import { codePath, parentCode } from '../../../../kernel/region.ts'
import type { RegionCode } from '../../../../kernel/region.ts'
import { regionTable } from './regionTable.ts'
import type { Region } from './regionTable.ts'

export type Language = 'zh' | 'en'

export type RegionStep = { readonly code: RegionCode; readonly name: string }

/** Whether the region was in force on that day (YYYY-MM-DD). */
export const inForceOn = (region: Region, day: string): boolean =>
  (region.validFrom === null || region.validFrom <= day) && (region.validTo === null || day < region.validTo)

/** The region with the name it bore on that day; days are YYYY-MM-DD. */
const asOf = (region: Region, day: string): Region => {
  const former = region.formerNames.find(({ until }) => day < until)
  return former === undefined ? region : { ...region, name: former.name, nameEn: former.nameEn }
}

/**
 * The region of a code, ended ones too. With a day (YYYY-MM-DD) only a region in force on it, under its name of then.
 * Undefined where the table knows none: counties and above are whole for the country, towns for Zhejiang, no villages.
 */
export const regionByCode = (code: RegionCode, at?: string): Region | undefined => {
  const region = regionTable().regions.get(code)
  if (region === undefined || at === undefined) return region
  return inForceOn(region, at) ? asOf(region, at) : undefined
}

/**
 * The regions one level below, by code: those in force, or with a day (YYYY-MM-DD) those in force on it under their
 * names of then.
 */
export const childrenOf = (code: RegionCode, at?: string): readonly Region[] => {
  const { regions, childCodes } = regionTable()
  return (childCodes.get(code) ?? []).flatMap((child) => {
    const region = regions.get(child)
    if (region === undefined) return []
    if (at === undefined) return region.validTo === null ? [region] : []
    return inForceOn(region, at) ? [asOf(region, at)] : []
  })
}

/** The region itself, or where the table has no such town or village, the nearest above that it has. */
export const nearestRegion = (code: RegionCode): Region | undefined => {
  const { regions } = regionTable()
  for (let at: RegionCode | null = code; at !== null; at = tableIsWholeAt(at) ? null : parentCode(at)) {
    const region = regions.get(at)
    if (region !== undefined) return region
  }
  return undefined
}

/** Counties and above are whole for the country, towns for Zhejiang; an unknown code there does not exist. */
const tableIsWholeAt = (code: RegionCode): boolean => code.length === 6 || (code.length === 9 && code.startsWith('33'))

/**
 * From the province down to the region, each under its name of the day (YYYY-MM-DD; null: the last name), ended
 * regions included, so that a record keeps its words. Headings of the code table (市辖区) are left out. Ends at the
 * county where the table has no towns; undefined for a code that does not exist.
 */
export const regionPath = (code: RegionCode, at: string | null, language: Language): readonly RegionStep[] | undefined => {
  const region = nearestRegion(code)
  if (region === undefined) return undefined
  const { regions } = regionTable()
  return codePath(region.code).flatMap((step) => {
    const known = regions.get(step)
    if (known === undefined || known.grouping) return []
    const named = at === null ? known : asOf(known, at)
    return [{ code: step, name: language === 'zh' ? named.name : named.nameEn }]
  })
}

/** The path in one line: 浙江省杭州市钱塘区; Qiantang District, Hangzhou, Zhejiang Province. */
export const regionPathText = (code: RegionCode, at: string | null, language: Language): string | undefined => {
  const names = regionPath(code, at, language)?.map(({ name }) => name)
  return language === 'zh' ? names?.join('') : names?.toReversed().join(', ')
}

/**
 * What a paper calls the region, from the province down, in the words of the day it was recorded (YYYY-MM-DD):
 * a record made in 330103 in 2019 reads 浙江省杭州市下城区 for ever. Undefined for a code that does not exist.
 */
export const nameOnPaper = (code: RegionCode, recordedOn: string): string | undefined => regionPathText(code, recordedOn, 'zh')
