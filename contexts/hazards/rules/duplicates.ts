import { distanceMetres, type Position } from '../../../kernel/geometry.ts'

/** What tells units apart. */
export type UnitFeatures = {
  readonly unitId: string
  readonly name: string
  /** Unified social credit code; null for a place without one. */
  readonly uscc: string | null
  /** Down to the village where known. */
  readonly regionCode: string
  readonly place: Position | null
}

export type DuplicateReason = 'sameCode' | 'otherCode' | 'sameName' | 'similarName' | 'samePlace' | 'sameVillage' | 'farApart'

export type DuplicateVerdict = {
  /** 0 to 1. */
  readonly score: number
  readonly probablyOne: boolean
  readonly reasons: readonly DuplicateReason[]
  readonly distanceMetres: number | null
}

/** Within this distance two places count as one: the width of a workshop and the error of two phones. */
export const samePlaceMetres = 50

/** From here on two places are surely two, though they may belong to one enterprise. */
export const farApartMetres = 2000

/** From this score on two units are shown as probably one. */
export const probableScore = 0.7

const weights: { readonly [Reason in DuplicateReason]: number } = {
  sameCode: 0.9,
  // Two codes are two legal persons, whatever they are called.
  otherCode: -0.8,
  sameName: 0.5,
  similarName: 0.25,
  samePlace: 0.4,
  sameVillage: 0.2,
  // One legal person may have several sites, each a unit of its own.
  farApart: -0.5,
}

const legalForms = /(?:集团|控股)?(?:股份有限公司|有限责任公司|有限公司|股份公司|责任公司|总公司|公司|总厂|分厂|厂)$/u

/**
 * A name without what people write now and then: width of letters, blanks, brackets, the region in front and the legal
 * form at the end. 浙江省杭州市钱塘区（新星）化工 有限公司 and 杭州新星化工厂 are both 新星化工.
 */
export const plainName = (name: string): string => {
  const compact = name
    .normalize('NFKC')
    .replace(/[\s()[\]【】《》·・.,，。、“”"'’‘-]/gu, '')
    .toLowerCase()
  // 新疆维吾尔自治区 and its like are no names of firms; two characters in front of 省, 市, 区, 县 are.
  const placeless = compact.replace(/^(?:\p{Script=Han}{2,3}省)?(?:\p{Script=Han}{2,3}市)?(?:\p{Script=Han}{2,3}[区县])?/u, '')
  const short = placeless.replace(/^(?:浙江|杭州|宁波|温州|嘉兴|湖州|绍兴|金华|衢州|舟山|台州|丽水)+/u, '').replace(legalForms, '')
  return short.length >= 2 ? short : compact
}

const pairsOf = (text: string): readonly string[] => {
  const signs = [...text]
  return signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`)
}

/** Dice's coefficient over pairs of characters: 1 for the same name, 0 for nothing in common. */
export const nameLikeness = (a: string, b: string): number => {
  if (a === b) return 1
  const left = pairsOf(a)
  const right = [...pairsOf(b)]
  if (left.length === 0 || right.length === 0) return 0
  let common = 0
  for (const pair of left) {
    const at = right.indexOf(pair)
    if (at < 0) continue
    common += 1
    right.splice(at, 1)
  }
  return (2 * common) / (left.length + pairsOf(b).length)
}

const sameVillage = (a: UnitFeatures, b: UnitFeatures): boolean => a.regionCode.length === 12 && a.regionCode === b.regionCode

/** Whether two units of the register are probably one, and why. Nobody joins them but a person. */
export const judgeDuplicate = (a: UnitFeatures, b: UnitFeatures): DuplicateVerdict => {
  const distance = a.place === null || b.place === null ? null : distanceMetres(a.place, b.place)
  const likeness = nameLikeness(plainName(a.name), plainName(b.name))
  const holds: { readonly [Reason in DuplicateReason]: boolean } = {
    sameCode: a.uscc !== null && a.uscc === b.uscc,
    otherCode: a.uscc !== null && b.uscc !== null && a.uscc !== b.uscc,
    sameName: likeness === 1,
    similarName: likeness < 1 && likeness >= 0.75,
    samePlace: distance !== null && distance <= samePlaceMetres,
    sameVillage: sameVillage(a, b),
    farApart: distance !== null && distance > farApartMetres,
  }
  const reasons = (Object.keys(weights) as DuplicateReason[]).filter((reason) => holds[reason])
  const sum = reasons.reduce((total, reason) => total + weights[reason], 0)
  const score = Math.round(Math.min(1, Math.max(0, sum)) * 100) / 100
  return {
    score,
    probablyOne: a.unitId !== b.unitId && score >= probableScore,
    reasons,
    distanceMetres: distance === null ? null : Math.round(distance),
  }
}

/** The keys under which a unit's possible doubles are found, so that nobody compares all with all. */
export const duplicateKeys = ({ uscc, name, regionCode }: UnitFeatures): readonly string[] => [
  ...(uscc === null ? [] : [`code/${uscc}`]),
  `name/${regionCode.slice(0, 6)}/${plainName(name)}`,
]
