import { z } from 'zod'
import { parseRegionCode } from '../../../kernel/region.ts'
import { route } from '../../../kernel/contract.ts'
import { sectionKeys, type BulletinText } from '../rules/bulletin/document.ts'
import type { BulletinFacts } from '../rules/bulletin/facts.ts'
import { periodKinds } from '../rules/bulletin/periods.ts'

const id = z.uuid()
const day = z.iso.date()
const instant = z.iso.datetime()
const sentence = z.object({ zh: z.string(), en: z.string() })
const language = z.enum(['zh', 'en']).default('zh')
export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')

/** Written by the rules, which the browser has too: the shape is that of `rules/bulletin/document.ts`, kept as it is. */
const text = z.looseObject({
  title: z.string(),
  sections: z.array(z.looseObject({ key: z.enum(sectionKeys) })),
}) as unknown as z.ZodType<BulletinText>
/** What it was written from, as `rules/bulletin/facts.ts` has it. */
const facts = z.looseObject({ regionCode, asOf: instant }) as unknown as z.ZodType<BulletinFacts>

/** Which days: the week, month or year of `on` (today where absent), or one's own; those of the campaign where none are named. */
const asked = {
  kind: z.enum(periodKinds),
  on: day.optional(),
  from: day.optional(),
  to: day.optional(),
  campaignId: id.optional(),
}

const asking = [
  'OUT_OF_SCOPE',
  'BULLETIN_PERIOD_EMPTY',
  'BULLETIN_PERIOD_AHEAD',
  'BULLETIN_PERIOD_LONG',
  'BULLETIN_DAYS_MISSING',
  'BULLETIN_REGION_UNSUITED',
  'BULLETIN_CAMPAIGN_ELSEWHERE',
] as const

/** A bulletin as a list shows it. */
export const bulletinLine = z.object({
  id,
  year: z.number().int(),
  /** Its place among those of the region and the year. */
  ordinal: z.number().int(),
  edition: z.number().int(),
  regionCode,
  regionName: sentence,
  title: sentence,
  kind: z.enum(periodKinds),
  from: day,
  to: day,
  campaignId: id.nullable(),
  campaignName: z.string().nullable(),
  /** As of when it was counted; then it was issued, too. */
  asOf: instant,
  issuedBy: z.string(),
  issuer: z.string(),
  /** Why this edition was made; null of a first one. */
  reason: z.string().nullable(),
  /** Whether a later edition took its place. */
  superseded: z.boolean(),
})

const whole = bulletinLine.extend({
  zh: text,
  en: text,
  facts,
  /** SM3 of what was issued, and whether what is kept still has it. */
  sm3: z.string(),
  sound: z.boolean(),
  /** Every edition of the same bulletin, the oldest first. */
  editions: z.array(z.object({ id, edition: z.number().int(), asOf: instant, reason: z.string().nullable() })),
})

const byId = z.object({ id })

/** Bulletins (战报): drawn up from the records, issued, read, printed. */
export const bulletinRoutes = {
  previewBulletin: route({
    method: 'GET',
    path: '/api/supervision/bulletin-preview',
    summary: { zh: '战报预览', en: 'A bulletin as it would be now' },
    action: 'bulletin.read',
    scope: 'input',
    query: z.object({ regionCode, ...asked }),
    output: z.object({
      zh: text,
      en: text,
      facts,
      /** The newest edition that was issued of the same region, days and campaign. */
      issued: z.object({ id, year: z.number().int(), ordinal: z.number().int(), edition: z.number().int() }).nullable(),
    }),
    success: 200,
    refusals: asking,
  }),
  bulletins: route({
    method: 'GET',
    path: '/api/supervision/bulletins',
    summary: { zh: '战报', en: 'Bulletins' },
    action: 'bulletin.read',
    scope: 'rows',
    query: z.object({
      after: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      region: regionCode.optional(),
      campaignId: id.optional(),
      kind: z.enum(periodKinds).optional(),
      /** The newest editions alone. */
      newest: z.stringbool().optional(),
    }),
    output: z.object({ rows: z.array(bulletinLine), total: z.number().int(), next: z.string().nullable() }),
    success: 200,
    refusals: [],
  }),
  bulletin: route({
    method: 'GET',
    path: '/api/supervision/bulletins/:id',
    summary: { zh: '一期战报', en: 'One bulletin' },
    action: 'bulletin.read',
    scope: 'record',
    params: byId,
    output: whole,
    success: 200,
    refusals: [],
  }),
  issueBulletin: route({
    method: 'POST',
    path: '/api/supervision/bulletins',
    summary: { zh: '印发战报', en: 'Issue a bulletin' },
    action: 'bulletin.issue',
    scope: 'input',
    body: z.object({
      regionCode,
      ...asked,
      /** The newest edition, which this one corrects. */
      corrects: id.nullable().default(null),
      reason: z.string().trim().max(500).nullable().default(null),
    }),
    output: whole,
    success: 201,
    refusals: [...asking, 'BULLETIN_ISSUED', 'BULLETIN_SUPERSEDED', 'BULLETIN_REASON_MISSING', 'BULLETIN_OF_OTHER_DAYS'],
  }),
  bulletinPaper: route({
    method: 'GET',
    path: '/api/supervision/bulletins/:id/paper',
    summary: { zh: '战报（PDF）', en: 'A bulletin as PDF' },
    action: 'bulletin.read',
    scope: 'record',
    params: byId,
    query: z.object({ language }),
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: [],
  }),
  bulletinDocument: route({
    method: 'GET',
    path: '/api/supervision/bulletins/:id/document',
    summary: { zh: '战报（Word）', en: 'A bulletin as Word file' },
    action: 'bulletin.read',
    scope: 'record',
    params: byId,
    query: z.object({ language }),
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: [],
  }),
}
