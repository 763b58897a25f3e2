/**
 * The region tree as rules: pure lookups over a table that travels with the code. The table is some 120 KB of text,
 * so screens ask the server for regions and do not import this.
 */
export { childrenOf, inForceOn, nameOnPaper, regionByCode, regionPath, regionPathText } from './regions/regionTree.ts'
export type { Language, RegionStep } from './regions/regionTree.ts'
export { currentRegion } from './regions/succession.ts'
export type { CurrentRegion } from './regions/succession.ts'
export { regionEditions } from './regions/regionTable.ts'
export type { FormerName, Region, Succession } from './regions/regionTable.ts'
export { regionRows, successionRows } from './regions/regionRows.ts'
export type { RegionRow, SuccessionRow } from './regions/regionRows.ts'
export { regionVerdict } from './regions/regionVerdict.ts'
export type { RegionVerdict } from './regions/regionVerdict.ts'
