import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { parseRegionCode } from '../../../kernel/region.ts'
import { causes } from '../rules/causes.ts'
import { outcomes, states } from '../rules/case.ts'
import { partyKinds } from '../rules/penalties.ts'
import { tallyFigures } from '../rules/tally.ts'
import { day, id, instant, sentence, version } from './caseActions.ts'

export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')

const pageQuery = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }
const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })
/** A case as a list shows it. */
export const caseLine = z.object({
  unitId: id,
  caseId: id,
  /** By which people speak of it: `钱塘应急〔2026〕3号`. */
  number: z.string(),
  unitName: z.string(),
  regionCode,
  regionName: sentence,
  recordedRegion: regionCode,
  authorityName: z.string(),
  cause: z.enum(causes),
  matter: z.string(),
  party: z.object({ kind: z.enum(partyKinds), name: z.string(), title: z.string().nullable() }),
  procedure: z.enum(['ordinary', 'simple']),
  state: z.enum(states),
  outcome: z.enum(outcomes).nullable(),
  /** As decided; null before. */
  fineYuan: z.number().int().nullable(),
  paidYuan: z.number().int(),
  proposedAt: instant,
  openedOn: day.nullable(),
  decidedOn: day.nullable(),
  closedAt: instant.nullable(),
  stepDueAt: instant.nullable(),
  lawDueAt: instant.nullable(),
  /** One of its clocks has run out. */
  late: z.boolean(),
  version,
})

const caseFilters = {
  region: regionCode.optional(),
  unitId: id.optional(),
  /** Those that cite this hazard. */
  hazardId: id.optional(),
  state: z.enum(states).optional(),
  cause: z.enum(causes).optional(),
  outcome: z.enum(outcomes).optional(),
  procedure: z.enum(['ordinary', 'simple']).optional(),
  open: z.stringbool().optional(),
  late: z.stringbool().optional(),
  /** Those over which the reader owes something now. */
  owed: z.stringbool().optional(),
  /** Exactly those that a figure of the bulletin counts, on the days `from` to `to`, both included. */
  counts: z.enum(tallyFigures).optional(),
  from: day.optional(),
  to: day.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** In the matter, the party, the name of the unit, or the number. */
  find: z.string().trim().max(80).optional(),
}

/** Lists of cases, apart from the rest: the frame of the product asks how many wait. */
export const listRoutes = {
  cases: route({
    method: 'GET',
    path: '/api/enforcement/cases',
    summary: { zh: '执法案件', en: 'Cases' },
    action: 'case.read',
    scope: 'rows',
    query: z.object({ ...pageQuery, ...caseFilters, order: z.enum(['newest', 'due']).default('newest') }),
    output: pageOf(caseLine),
    success: 200,
    refusals: [],
  }),
  caseSummary: route({
    method: 'GET',
    path: '/api/enforcement/cases-summary',
    summary: { zh: '案件汇总', en: 'Summary of cases' },
    action: 'case.read',
    scope: 'rows',
    query: z.object(caseFilters),
    output: z.object({
      total: z.number().int(),
      open: z.number().int(),
      late: z.number().int(),
      fineYuan: z.number().int(),
      paidYuan: z.number().int(),
      /** How many have a clock that ends on each day, of those that are open. */
      dueDays: z.array(z.object({ dueOn: day, total: z.number().int() })),
    }),
    success: 200,
    refusals: [],
  }),
  ownCases: route({
    method: 'GET',
    path: '/api/enforcement/own-cases',
    summary: { zh: '本单位案件', en: 'Cases against one’s own unit' },
    action: 'case.readOwn',
    scope: 'rows',
    query: z.object({ ...pageQuery, unitId: id.optional() }),
    output: pageOf(caseLine),
    success: 200,
    refusals: [],
  }),
}
