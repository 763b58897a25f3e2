import { countryCode, parentCode, regionCode, regionLevel, townKind } from '../../../../kernel/region.ts'
import type { RegionCode, RegionLevel } from '../../../../kernel/region.ts'
import { changeTable } from './changeTable.ts'
import { nationalTable } from './nationalTable.ts'
import { zhejiangTownTable } from './zhejiangTownTable.ts'

/** A name a region bore under the same code, up to but not including the day `until`. */
export type FormerName = { readonly name: string; readonly nameEn: string; readonly until: string }

export type Region = {
  readonly code: RegionCode
  /** Full official name in Chinese: 浙江省, 杭州市, 钱塘区, 下沙街道. */
  readonly name: string
  /** Zhejiang Province, Hangzhou, Qiantang District, Xiasha Subdistrict. */
  readonly nameEn: string
  /** Without the type word, where more than one character remains: 浙江, 杭州, 钱塘, 下沙; but 丰县. */
  readonly shortName: string
  readonly level: RegionLevel
  readonly parent: RegionCode | null
  /** First day in force, YYYY-MM-DD; null: since before the first edition of the table. */
  readonly validFrom: string | null
  /** First day no longer in force, YYYY-MM-DD; null: in force. */
  readonly validTo: string | null
  /** Only in statistical tables, no administrative unit: 开发区, 农场 and the like. */
  readonly statisticalOnly: boolean
  /** A heading of the code table and no place: 市辖区, 县, 省直辖县级行政区划. Papers leave it out. */
  readonly grouping: boolean
  readonly formerNames: readonly FormerName[]
}

/** Where a region went, one row a successor. */
export type Succession = {
  readonly from: RegionCode
  readonly to: RegionCode
  /** The day it took effect, YYYY-MM-DD. */
  readonly on: string
  /** The successor that counts until somebody decides otherwise; exactly one of the rows of a region and day. */
  readonly main: boolean
  /** A record that names only `from` cannot know which of the successors it lies in. */
  readonly needsDecision: boolean
  readonly source: string
  readonly basis: 'act' | 'report' | 'edition'
}

export type RegionTable = {
  readonly regions: ReadonlyMap<RegionCode, Region>
  readonly childCodes: ReadonlyMap<RegionCode, readonly RegionCode[]>
  /** All rows of one region, oldest first, the main one of a day before the others. */
  readonly successions: ReadonlyMap<RegionCode, readonly Succession[]>
}

/** The day of the county-level table (GB/T 2260) and of the town-level table of Zhejiang. */
export const regionEditions = { countyLevelOn: '2025-12-31', zhejiangTownsOn: '2023-06-30' } as const

const groupingNames = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** Codes of Zhejiang that stand in statistical tables alone though their digits do not say so. */
const statisticalByName = new Set(['330383198', '330371'])

const typeWords: readonly (readonly [zh: string, en: string])[] = [
  ['街道', 'Subdistrict'],
  ['镇', 'Town'],
  ['乡', 'Township'],
  ['区', 'District'],
  ['县', 'County'],
  ['旗', 'Banner'],
  ['市', ''],
]

/** The English name: whole after '=', else the pinyin and the word for the type; a city goes without a word. */
const englishName = (name: string, spelling: string): string => {
  if (spelling.startsWith('=')) return spelling.slice(1)
  const word = typeWords.find(([zh]) => name.endsWith(zh))?.[1] ?? ''
  return word === '' ? spelling : `${spelling} ${word}`
}

/** Peoples as the names of autonomous units spell them; 蒙古, 哈萨克 and four more stand there without 族. */
const peoples = `(?:${[
  '[回满壮苗侗瑶藏羌彝傣白黎畲水佤怒土各]族',
  '土家族|朝鲜族|哈尼族|景颇族|傈僳族|布依族|仡佬族|毛南族|仫佬族|拉祜族|布朗族|纳西族|普米族|独龙族',
  '达斡尔族|鄂温克族|撒拉族|东乡族|保安族|裕固族|蒙古族?|哈萨克族?|维吾尔|柯尔克孜|塔吉克|锡伯',
].join('|')})`

const shortenable = new RegExp(
  `^(.{2,}?)(?:特别行政区|${peoples}*族?自治[区州县旗]|${peoples}[乡镇]|[新矿]区|街道|地区|[省市区县旗镇乡盟])$`,
  'u',
)

const shortName = (name: string): string => shortenable.exec(name)?.[1] ?? name

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** 'code name spelling with spaces' cut in three. */
const fieldsOf = (text: string): { code: string; name: string; spelling: string } => {
  const [code = '', name = '', ...spelling] = text.split(' ')
  return { code, name, spelling: spelling.join(' ') }
}

/** '330102011-018 330113' spelled out code by code. */
const codesOf = (text: string): readonly RegionCode[] =>
  text
    .split(/\s+/)
    .filter((token) => token !== '')
    .flatMap((token) => {
      const [first = '', lastDigits] = token.split('-')
      if (lastDigits === undefined) return [regionCode(first)]
      const stem = first.slice(0, -3)
      const from = Number(first.slice(-3))
      return Array.from({ length: Number(lastDigits) - from + 1 }, (_, step) =>
        regionCode(stem + String(from + step).padStart(3, '0')),
      )
    })

type Named = { readonly code: RegionCode; readonly name: string; readonly nameEn: string }

const readNational = (): Named[] =>
  linesOf(nationalTable).flatMap((line) => {
    const [head = '', counties] = line.split(': ')
    const { code, name, spelling } = fieldsOf(head)
    const upper = { code: regionCode(code), name, nameEn: spelling }
    if (counties === undefined) return [upper]
    return [upper, ...readList(code, counties)]
  })

const readList = (above: string, list: string): Named[] =>
  list.split('; ').map((item) => {
    const { code, name, spelling } = fieldsOf(item)
    return { code: regionCode(above + code), name, nameEn: englishName(name, spelling) }
  })

const readTowns = (): Named[] =>
  linesOf(zhejiangTownTable).flatMap((line) => {
    const [county = '', towns = ''] = line.split(': ')
    return readList(county, towns)
  })

/** 'A > B | C ?' read into successors, the main one first. */
const readSuccessors = (text: string) => {
  const unknownWithin = text.endsWith('?')
  const [from = '', targets = ''] = text.replace(/\?$/, '').split(' > ')
  const [main, ...others] = targets.split('|').map((target) => regionCode(target.trim()))
  if (main === undefined) throw new RangeError(`a succession without a successor: ${text}`)
  return { from, main, others, needsDecision: unknownWithin || others.length > 0 }
}

const build = (): RegionTable => {
  const named = new Map<RegionCode, Named>()
  const began = new Map<RegionCode, string>()
  const ended = new Map<RegionCode, string>()
  const formerNames = new Map<RegionCode, FormerName[]>()
  const successions = new Map<RegionCode, Succession[]>()

  const add = (row: Named) => {
    if (named.has(row.code)) throw new RangeError(`region ${row.code} stands twice in the table`)
    named.set(row.code, row)
  }
  add({ code: countryCode, name: '中华人民共和国', nameEn: "People's Republic of China" })
  for (const row of readNational()) add(row)
  for (const row of readTowns()) add(row)

  for (const change of changeTable) {
    const { on, source, basis } = change
    for (const code of codesOf(change.began)) began.set(code, on)
    for (const line of linesOf(change.renamed)) {
      const { code, name, spelling } = fieldsOf(line)
      const names = formerNames.get(regionCode(code)) ?? []
      names.push({ name, nameEn: englishName(name, spelling), until: on })
      formerNames.set(regionCode(code), names)
    }
    const succeed = (from: RegionCode, { main, others, needsDecision }: ReturnType<typeof readSuccessors>) => {
      const rows = successions.get(from) ?? []
      rows.push({ from, to: main, on, main: true, needsDecision, source, basis })
      for (const to of others) rows.push({ from, to, on, main: false, needsDecision, source, basis })
      successions.set(from, rows)
    }
    for (const line of linesOf(change.ended)) {
      const successors = readSuccessors(line)
      const { code, name, spelling } = fieldsOf(successors.from)
      const from = regionCode(code)
      add({ code: from, name, nameEn: englishName(name, spelling) })
      ended.set(from, on)
      succeed(from, successors)
    }
    for (const line of linesOf(change.kept)) {
      const successors = readSuccessors(line)
      succeed(regionCode(successors.from), successors)
    }
  }

  const regions = new Map<RegionCode, Region>()
  const childCodes = new Map<RegionCode, RegionCode[]>()
  const ordered = [...named.values()].sort((a, b) => (a.code < b.code ? -1 : 1))
  for (const { code, name, nameEn } of ordered) {
    const level = regionLevel(code)
    const parent = parentCode(code)
    // A town is no older than its county; the first town table is of 2016.
    const inherited = level === 'town' && parent !== null ? regions.get(parent)?.validFrom : undefined
    const statisticalOnly = townKind(code) === 'statistical' || statisticalByName.has(code)
    const grouping = level === 'city' && groupingNames.has(name)
    regions.set(code, {
      code,
      name,
      nameEn,
      shortName: statisticalOnly || grouping ? name : shortName(name),
      level,
      parent,
      validFrom: began.get(code) ?? inherited ?? null,
      validTo: ended.get(code) ?? null,
      statisticalOnly,
      grouping,
      formerNames: formerNames.get(code) ?? [],
    })
    if (parent !== null) {
      const siblings = childCodes.get(parent) ?? []
      siblings.push(code)
      childCodes.set(parent, siblings)
    }
  }
  return { regions, childCodes, successions }
}

let built: RegionTable | undefined

/** The table, read from its text on first use and kept: about 4,800 rows. */
export const regionTable = (): RegionTable => (built ??= build())
