import { z } from 'zod'
import { parseRegionCode } from '../../../kernel/region.ts'
import { strata } from '../rules/draw/draw.ts'
import { findings, outcomes, recheckStates, tiers } from '../rules/recheck.ts'

export const id = z.uuid()
export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')
export const day = z.iso.date()
export const instant = z.iso.datetime()
export const sentence = z.object({ zh: z.string(), en: z.string() })
export const longText = z.string().trim().max(2000)
export const place = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export const fix = place.extend({ accuracyMetres: z.number().min(0).max(100_000) })

/** A page of a list: its rows, the exact total, and where the next page begins. */
export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })

export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

const level = z.enum(['general', 'major'])

/** From what is drawn and how. */
export const drawOrder = {
  regionCode,
  from: day,
  to: day,
  level: level.nullable().default(null),
  /** Two to four digits of GB/T 4754; what lies below is in. The letter before them says nothing more. */
  industry: z
    .string()
    .regex(/^[A-T]?\d{2,4}$/)
    .nullable()
    .default(null),
  strata: z.enum(strata),
  wanted: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('count'), count: z.number().int().min(1).max(1000) }),
    z.object({ kind: z.literal('share'), percent: z.number().int().min(1).max(100) }),
  ]),
}

/** The same in an address; a count where it is given, else a share. */
export const drawQuery = {
  regionCode,
  from: day,
  to: day,
  level: level.optional(),
  industry: z
    .string()
    .regex(/^[A-T]?\d{2,4}$/)
    .optional(),
  strata: z.enum(strata).default('none'),
  count: z.coerce.number().int().min(1).max(1000).optional(),
  percent: z.coerce.number().int().min(1).max(100).default(5),
}

export const stratumLine = z.object({
  stratum: z.string(),
  /** A county, a level or a person by name; null for a draw without strata. */
  name: sentence.nullable(),
  inFrame: z.number().int(),
  drawn: z.number().int(),
})

export const drawLine = z.object({
  id,
  name: z.string(),
  regionCode,
  regionName: sentence,
  from: day,
  to: day,
  frameSize: z.number().int(),
  drawn: z.number().int(),
  settled: z.number().int(),
  falseClosures: z.number().int(),
  madeBy: id,
  madeByName: z.string(),
  madeAt: instant,
  cancelledAt: instant.nullable(),
  doneAt: instant.nullable(),
})

export const auditHead = z.object({ chain: z.string(), seq: z.number().int(), hash: z.string() })

export const recheckLine = z.object({
  unitId: id,
  recheckId: id,
  hazardId: id,
  drawId: id.nullable(),
  doubtId: id.nullable(),
  number: z.string(),
  description: z.string(),
  unitName: z.string(),
  regionCode,
  regionName: sentence,
  level,
  state: z.enum(recheckStates),
  outcome: z.enum(outcomes).nullable(),
  closedAt: instant,
  closerId: id,
  closerName: z.string(),
  drawnAt: instant,
  dueAt: instant,
  assigneeId: id.nullable(),
  assigneeName: z.string().nullable(),
  settledAt: instant.nullable(),
  version: z.number().int(),
})

export const recheckView = recheckLine.extend({
  /** The recheck's name on the audit record and for its evidence. */
  recordId: z.string(),
  /** Where the hazard is, WGS 84; null where nobody knows. */
  place: fix.nullable(),
  closerTier: z.enum(tiers),
  reviewerName: z.string(),
  finding: z.enum(findings).nullable(),
  note: z.string().nullable(),
  foundBy: id.nullable(),
  foundByName: z.string().nullable(),
  foundAt: instant.nullable(),
  position: fix.nullable(),
  distanceMetres: z.number().int().nullable(),
  noPositionReason: z.string().nullable(),
  confirmedByName: z.string().nullable(),
  confirmedAt: instant.nullable(),
  confirmNote: z.string().nullable(),
  confirmDueAt: instant.nullable(),
  /** Why the reader may not do each, null where he may. */
  may: z.object({
    find: z.object({ code: z.string(), sentence }).nullable(),
    confirm: z.object({ code: z.string(), sentence }).nullable(),
  }),
})
