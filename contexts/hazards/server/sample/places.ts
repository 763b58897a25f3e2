import type { UnitKind, UnitTag } from '../../rules/criteria.ts'
import type { RiskColour } from '../../rules/risk.ts'

/** A kind of place that every county of the sample has some of. */
export type PlaceKind = {
  readonly word: string
  readonly kind: UnitKind
  readonly industryCode: string
  readonly tags: readonly UnitTag[]
  readonly riskColour: RiskColour
  /** How many each county has. */
  readonly count: number
  /** The line of the county's department that sees to it. */
  readonly line: string
  /** Which table of findings fits it. */
  readonly findings: 'smallPlace' | 'crowd' | 'trade' | 'site' | 'flood' | 'chemicalStore'
}

export const placeKinds: readonly PlaceKind[] = [
  {
    word: '餐馆',
    kind: 'place',
    industryCode: 'H6210',
    tags: ['fuelGas', 'smallPlace'],
    riskColour: 'yellow',
    count: 2,
    line: 'marketRegulation',
    findings: 'smallPlace',
  },
  {
    word: '便民超市',
    kind: 'place',
    industryCode: 'F5211',
    tags: ['smallPlace'],
    riskColour: 'blue',
    count: 1,
    line: 'marketRegulation',
    findings: 'smallPlace',
  },
  {
    word: '宾馆',
    kind: 'place',
    industryCode: 'H6110',
    tags: ['lodging', 'crowdedVenue', 'lift'],
    riskColour: 'yellow',
    count: 1,
    line: 'culture',
    findings: 'crowd',
  },
  {
    word: '商场',
    kind: 'place',
    industryCode: 'F5211',
    tags: ['crowdedVenue', 'lift', 'fuelGas'],
    riskColour: 'orange',
    count: 1,
    line: 'fire',
    findings: 'crowd',
  },
  {
    word: '养老院',
    kind: 'place',
    industryCode: 'Q8514',
    tags: ['elderCare', 'lodging'],
    riskColour: 'orange',
    count: 1,
    line: 'health',
    findings: 'crowd',
  },
  {
    word: '家具厂',
    kind: 'enterprise',
    industryCode: 'C2110',
    tags: ['dust', 'paintShop'],
    riskColour: 'orange',
    count: 1,
    line: 'economy',
    findings: 'trade',
  },
  {
    word: '冷冻食品厂',
    kind: 'enterprise',
    industryCode: 'C1353',
    tags: ['ammonia', 'pressureVessel'],
    riskColour: 'orange',
    count: 1,
    line: 'economy',
    findings: 'trade',
  },
  {
    word: '腌制食品厂',
    kind: 'enterprise',
    industryCode: 'C1371',
    tags: ['confinedSpace'],
    riskColour: 'yellow',
    count: 1,
    line: 'economy',
    findings: 'trade',
  },
  {
    word: '化工原料仓库',
    kind: 'enterprise',
    industryCode: 'F5169',
    tags: ['hazardousChemicals'],
    riskColour: 'orange',
    count: 1,
    line: 'fire',
    findings: 'chemicalStore',
  },
  {
    word: '住宅工地',
    kind: 'site',
    industryCode: 'E4710',
    tags: ['crane'],
    riskColour: 'orange',
    count: 1,
    line: 'construction',
    findings: 'site',
  },
  {
    word: '道路改造工地',
    kind: 'site',
    industryCode: 'E4813',
    tags: ['floodProne'],
    riskColour: 'yellow',
    count: 1,
    line: 'construction',
    findings: 'site',
  },
  {
    word: '村',
    kind: 'village',
    industryCode: 'S9620',
    tags: ['floodProne'],
    riskColour: 'yellow',
    count: 1,
    line: 'naturalResources',
    findings: 'flood',
  },
  {
    word: '避灾安置点',
    kind: 'place',
    industryCode: 'S9610',
    tags: ['placeOfRefuge'],
    riskColour: 'blue',
    count: 1,
    line: 'water',
    findings: 'flood',
  },
]

/** First words of names that exist nowhere together with the second. */
export const placeNames = [
  '听雨',
  '揽江',
  '云起',
  '松间',
  '知味',
  '南屏',
  '溪口',
  '望湖',
  '临风',
  '竹里',
  '秋水',
  '晴川',
  '石桥',
  '青岚',
  '浣纱',
  '东篱',
  '桃源',
  '半山',
  '柳浪',
  '梅家',
  '枕流',
  '放鹤',
  '长堤',
  '采莲',
]

/** About where the county's seat lies, WGS 84. */
export const countySeats: Readonly<Record<string, { readonly lng: number; readonly lat: number }>> = {
  '330102': { lng: 120.19, lat: 30.25 },
  '330105': { lng: 120.14, lat: 30.32 },
  '330106': { lng: 120.1, lat: 30.25 },
  '330108': { lng: 120.2, lat: 30.2 },
  '330109': { lng: 120.27, lat: 30.17 },
  '330110': { lng: 119.98, lat: 30.28 },
  '330111': { lng: 119.95, lat: 30.05 },
  '330112': { lng: 119.72, lat: 30.23 },
  '330113': { lng: 120.29, lat: 30.42 },
  '330114': { lng: 120.47, lat: 30.31 },
  '330122': { lng: 119.68, lat: 29.8 },
  '330127': { lng: 119.04, lat: 29.61 },
  '330182': { lng: 119.28, lat: 29.48 },
}
