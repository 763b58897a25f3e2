import { codePath, type RegionCode } from '../../../kernel/region.ts'
import { currentRegion, regionByCode, regionPathText } from './regions.ts'
import { regionTable } from './regions/regionTable.ts'

/** A region that a text may mean. */
export type RegionCalled = {
  readonly code: RegionCode
  /** 浙江省杭州市钱塘区 */
  readonly path: string
  /** YYYY-MM-DD; null while it is in force. */
  readonly endedOn: string | null
  /** What an ended one became, by name. */
  readonly successors: readonly string[]
  /** Whether the text has its name whole, and not without 区, 镇 or 街道. */
  readonly whole: boolean
}

/** 钱塘 of 钱塘区; a name of one character without its level is no name. */
const shortOf = (name: string): string => {
  const short = name.replace(/(?:街道|[省市区县镇乡])$/u, '')
  return short.length >= 2 ? short : name
}

let names: ReadonlyMap<string, readonly RegionCode[]> | undefined

/** All regions under their whole and their short names; made when first asked for. */
const byName = (): ReadonlyMap<string, readonly RegionCode[]> => {
  if (names !== undefined) return names
  const made = new Map<string, RegionCode[]>()
  for (const { code, name, grouping } of regionTable().regions.values())
    if (!grouping)
      for (const each of new Set([name, shortOf(name)])) {
        const held = made.get(each)
        if (held === undefined) made.set(each, [code])
        else held.push(code)
      }
  names = made
  return made
}

/** Whether what stands in front is made of the names of what lies above, from the top down, some of them left out. */
const fits = (front: string, code: RegionCode): boolean => {
  let rest = front
  for (const above of codePath(code).slice(0, -1)) {
    const name = regionByCode(above)?.name ?? ''
    if (name !== '' && rest.startsWith(name)) rest = rest.slice(name.length)
    else if (name !== '' && rest.startsWith(shortOf(name))) rest = rest.slice(shortOf(name).length)
  }
  return rest === ''
}

const calledOf = (code: RegionCode, whole: boolean): RegionCalled => {
  const endedOn = regionByCode(code)?.validTo ?? null
  const became = endedOn === null ? [] : (currentRegion(code)?.candidates ?? [])
  return {
    code,
    path: regionPathText(code, null, 'zh') ?? code,
    endedOn,
    successors: became.map((each) => regionByCode(each as RegionCode)?.name ?? each),
    whole,
  }
}

/** A region by its code, an ended one too; undefined for none. */
export const regionCalled = (code: RegionCode): RegionCalled | undefined =>
  regionByCode(code) === undefined ? undefined : calledOf(code, true)

const exactly = (text: string): readonly RegionCalled[] => {
  const found = new Map<RegionCode, boolean>()
  for (let at = 0; at <= text.length - 2; at += 1) {
    const tail = text.slice(at)
    for (const code of byName().get(tail) ?? [])
      if (fits(text.slice(0, at), code)) found.set(code, found.get(code) === true || regionByCode(code)?.name === tail)
  }
  return [...found].map(([code, whole]) => calledOf(code, whole))
}

const village = /(?:村|社区|居委会|村委会|居民区)$/u

/**
 * The regions that a person who writes this may mean: 白杨街道, 钱塘区白杨街道, 浙江杭州钱塘. Of a village or community, which
 * the table does not hold, its town. Ended ones are among them.
 */
export const regionsCalled = (typed: string): readonly RegionCalled[] => {
  const text = typed.replaceAll(/[\s/／·、,，-]/gu, '')
  const found = exactly(text)
  if (found.length > 0 || !village.test(text)) return found
  for (let length = text.length - 2; length >= 3; length -= 1) {
    const towns = exactly(text.slice(0, length)).filter(({ code, whole }) => whole && code.length === 9)
    if (towns.length > 0) return towns
  }
  return []
}
