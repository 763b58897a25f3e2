export { industryEdition } from './industries/industryTable.ts'
export type { Industry, IndustryLevel } from './industries/industryTable.ts'
export {
  industriesIn,
  industryByCode,
  industryPath,
  industryPathText,
  isWithinIndustry,
  readIndustry,
  searchIndustries,
  statisticalCode,
} from './industries/industryTree.ts'
export type { IndustryRefusal, IndustrySearch } from './industries/industryTree.ts'
export { highRiskRows, highRiskSectorsOf, isHighRisk } from './industries/highRisk.ts'
export type { HighRiskSector } from './industries/highRisk.ts'
