import { allSuccessions } from './succession.ts'
import { regionTable } from './regionTable.ts'

/** One row of `identity.region`; days are YYYY-MM-DD. */
export type RegionRow = {
  readonly code: string
  readonly name: string
  readonly name_en: string
  readonly level: string
  readonly parent_code: string | null
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly statistical_only: boolean
}

/** One row of `identity.region_succession`, unique by (from_code, to_code, on_date). */
export type SuccessionRow = {
  readonly from_code: string
  readonly to_code: string
  readonly on_date: string
  readonly main: boolean
  readonly needs_decision: boolean
  readonly source: string
}

/** Every region, ended ones too, a parent before its children; one row a code, under its last name. */
export function* regionRows(): Generator<RegionRow, void> {
  for (const region of regionTable().regions.values()) {
    yield {
      code: region.code,
      name: region.name,
      name_en: region.nameEn,
      level: region.level,
      parent_code: region.parent,
      valid_from: region.validFrom,
      valid_to: region.validTo,
      statistical_only: region.statisticalOnly,
    }
  }
}

/**
 * Every succession, oldest first. A region that stayed while a part of it went elsewhere succeeds to itself
 * (330110 to 330110, and to 330113).
 */
export function* successionRows(): Generator<SuccessionRow, void> {
  for (const succession of allSuccessions()) {
    yield {
      from_code: succession.from,
      to_code: succession.to,
      on_date: succession.on,
      main: succession.main,
      needs_decision: succession.needsDecision,
      source: succession.source,
    }
  }
}
