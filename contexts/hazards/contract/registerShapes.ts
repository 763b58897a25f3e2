import { z } from 'zod'
import { parseRegionCode } from '../../../kernel/region.ts'
import { unitKinds, unitTags, type UnitKind, type UnitTag } from '../rules/criteria.ts'
import type { DuplicateReason } from '../rules/duplicates.ts'
import { categoryTable, type DangerCategory } from '../rules/majorHazardSource.ts'
import { riskColours } from '../rules/risk.ts'

export const id = z.uuid()
export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')
export const day = z.iso.date()
/** 2026-11 */
export const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const instant = z.iso.datetime()
export const text = z.string().trim().min(1).max(200)
export const longText = z.string().trim().min(1).max(2000)
/** Words in both languages. */
export const sentence = z.object({ zh: z.string(), en: z.string() })
/** The version that the writer saw. */
export const version = z.number().int().min(1)

/** A page of a list: its rows, the exact total, and where the next page begins. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })

export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

export const unitKind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]])
export const unitTag = z.enum(Object.keys(unitTags) as [UnitTag, ...UnitTag[]])
export const riskColour = z.enum(riskColours)

const duplicateReasons = [
  'sameCode',
  'otherCode',
  'sameName',
  'similarName',
  'samePlace',
  'sameVillage',
  'farApart',
] as const satisfies readonly DuplicateReason[]
export const duplicateReason = z.enum(duplicateReasons)

/** WGS 84, degrees. */
export const place = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

/** A place as a device measured it. */
export const fix = place.extend({ accuracyMetres: z.number().min(0).max(100_000) })

export const holding = z.object({
  substance: text,
  tonnes: z.number().min(0).max(1e9),
  category: z.enum(categoryTable.map(({ code }) => code) as [DangerCategory, ...DangerCategory[]]).optional(),
})

/** The verdict of GB 18218-2018 with how it came about; the rows name clauses of the law table. */
export const sourceVerdict = z.object({
  S: z.number(),
  major: z.boolean(),
  alpha: z.number().nullable(),
  R: z.number().nullable(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]).nullable(),
  shares: z.array(
    z.object({
      substance: z.string(),
      tonnes: z.number(),
      criticalTonnes: z.number(),
      quotient: z.number(),
      beta: z.number().nullable(),
      rows: z.array(z.string()),
      confidence: z.enum(['high', 'medium', 'low']),
    }),
  ),
  rows: z.array(z.string()),
})
