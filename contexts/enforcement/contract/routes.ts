import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import { parseRegionCode } from '../../../kernel/region.ts'
import type { ActionKind } from '../rules/actions.ts'
import { outcomes, states, type Case } from '../rules/case.ts'
import { causes } from '../rules/causes.ts'
import type { CaseEvent } from '../rules/events.ts'
import { paperKinds } from '../rules/paper.ts'
import { partyKinds } from '../rules/penalties.ts'
import { tallyFigures } from '../rules/tally.ts'
import { action, beginning, day, id, instant, partyAction, sentence, version } from './caseActions.ts'
import { refusals } from './refusals.ts'

const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')

const pageQuery = { after: z.string().max(200).optional(), limit: z.coerce.number().int().min(1).max(500).default(100) }
const pageOf = <Row extends z.ZodType>(row: Row) => z.object({ rows: z.array(row), total: z.number().int(), next: z.string().nullable() })
const byKey = z.object({ unitId: id, caseId: id })
const byPaper = byKey.extend({ version: z.coerce.number().int().min(1) })
const language = z.object({ language: z.enum(['zh', 'en']).default('zh') })

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

/** Made by the rules, which the browser has too: the shape is that of `rules/case.ts`, kept as it is. */
const wholeCase = z.looseObject({ id, unitId: id, version, state: z.enum(states) }) as unknown as z.ZodType<Case>
const event = z.looseObject({ kind: z.string(), caseId: id }) as unknown as z.ZodType<CaseEvent>
const clock = z.object({ endsAt: instant, lastDay: day.nullable(), final: z.boolean() })

const possible = z.array(
  z.object({
    action: z.string() as unknown as z.ZodType<ActionKind>,
    refusal: z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()), sentence }).nullable(),
  }),
)

const citedHazard = z.object({ hazardId: id, number: z.string(), description: z.string() })

const common = {
  /** The case's name on the audit record and for its evidence. */
  recordId: z.string(),
  line: caseLine,
  /** Oldest first. */
  history: z.array(event),
  outstandingYuan: z.number().int(),
  surchargeYuan: z.number().int(),
  /** Every action of the reader's, each with why he may not do it now; null where he may. */
  actions: possible,
  /** Papers that can be printed, by the version of what they state, with their check values. */
  papers: z.array(z.object({ version, kind: z.enum(paperKinds), check: z.string() })),
  /** Names of the people that the case and its history speak of. */
  people: z.record(z.string(), z.string()),
}

/** A case with everything that happened to it and everything that may happen now. */
export const caseRecord = z.object({
  ...common,
  held: wholeCase,
  /** Null where it is closed, or where none runs. */
  stepClock: clock.nullable(),
  lawClock: clock.nullable(),
  owed: z.array(
    z.object({
      kind: z.string(),
      side: z.enum(['authority', 'party']),
      role: z.string(),
      personId: id.nullable(),
      since: instant,
      stepDueAt: instant.nullable(),
      lawDueAt: instant.nullable(),
    }),
  ),
  /** The hazards it cites, those that the reader sees. */
  hazards: z.array(citedHazard),
})

/** A case as its party sees it. */
export const ownRecord = z.object({
  ...common,
  /** Until when a hearing can be asked for, and until when the fine is to be paid. */
  rightsClock: clock.nullable(),
  payClock: clock.nullable(),
  officers: z.array(z.object({ personId: id, certificateNo: z.string() })),
  /** The paper that waits for its receipt. */
  toReceive: z.enum(['notice', 'hearingNotice', 'decision']).nullable(),
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

const evidenceRefusals = ['OUT_OF_SCOPE', 'RECORD_NOT_FOUND'] as const
const caseRefusals = Object.keys(refusals).filter((code) => code !== 'CASE_PAPER_UNSUITED')

const personOfUnit = z.object({ personId: id, name: z.string(), title: z.string() })

/** Cases: proposed, acted upon, listed, read, printed; and the party's own door. */
export const routes = {
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
  caseRecord: route({
    method: 'GET',
    path: '/api/enforcement/cases/:unitId/:caseId',
    summary: { zh: '一件案件', en: 'One case' },
    action: 'case.read',
    scope: 'record',
    params: byKey,
    output: caseRecord,
    success: 200,
    refusals: [],
  }),
  proposeCase: route({
    method: 'POST',
    path: '/api/enforcement/units/:unitId/cases',
    summary: { zh: '提请立案或者当场处罚', en: 'Propose a case, or decide it on the spot' },
    action: 'case.propose',
    scope: 'record',
    params: z.object({ unitId: id }),
    body: beginning,
    output: caseRecord,
    success: 201,
    refusals: [...caseRefusals, ...evidenceRefusals],
  }),
  actOnCase: route({
    method: 'POST',
    path: '/api/enforcement/cases/:unitId/:caseId/actions',
    summary: { zh: '办理案件', en: 'Act on a case' },
    action: 'case.act',
    scope: 'record',
    params: byKey,
    body: z.object({ action, baseVersion: version }),
    output: caseRecord,
    success: 200,
    refusals: [...caseRefusals, ...evidenceRefusals, 'VERSION_STALE'],
  }),
  casePaper: route({
    method: 'GET',
    path: '/api/enforcement/cases/:unitId/:caseId/papers/:version',
    summary: { zh: '案件文书（PDF）', en: 'A paper of the case (PDF)' },
    action: 'case.read',
    scope: 'record',
    params: byPaper,
    query: language,
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: ['CASE_PAPER_UNSUITED'],
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
  ownCase: route({
    method: 'GET',
    path: '/api/enforcement/own-cases/:unitId/:caseId',
    summary: { zh: '本单位的一件案件', en: 'One case against one’s own unit' },
    action: 'case.readOwn',
    scope: 'record',
    params: byKey,
    output: ownRecord,
    success: 200,
    refusals: [],
  }),
  answerCase: route({
    method: 'POST',
    path: '/api/enforcement/own-cases/:unitId/:caseId/actions',
    summary: { zh: '当事人答复', en: 'The party answers' },
    action: 'case.answer',
    scope: 'record',
    params: byKey,
    body: z.object({ action: partyAction, baseVersion: version }),
    output: ownRecord,
    success: 200,
    refusals: [...caseRefusals, ...evidenceRefusals, 'VERSION_STALE'],
  }),
  ownPaper: route({
    method: 'GET',
    path: '/api/enforcement/own-cases/:unitId/:caseId/papers/:version',
    summary: { zh: '送达的文书（PDF）', en: 'A paper that was served (PDF)' },
    action: 'case.readOwn',
    scope: 'record',
    params: byPaper,
    query: language,
    output: z.string(),
    outputKind: 'bytes',
    success: 200,
    refusals: ['CASE_PAPER_UNSUITED'],
  }),
  leads: route({
    method: 'GET',
    path: '/api/enforcement/leads',
    summary: { zh: '立案线索', en: 'What should become a case' },
    action: 'case.read',
    scope: 'rows',
    query: z.object({ region: regionCode.optional(), limit: z.coerce.number().int().min(1).max(500).default(200) }),
    output: z.object({
      rows: z.array(
        z.object({
          unitId: id,
          unitName: z.string(),
          hazardId: id,
          number: z.string(),
          description: z.string(),
          level: z.enum(['general', 'major']),
          regionCode,
          regionName: sentence,
          cause: z.enum(causes),
          foundOn: day,
          dueOn: day.nullable(),
        }),
      ),
      total: z.number().int(),
    }),
    success: 200,
    refusals: [],
  }),
  unitForCase: route({
    method: 'GET',
    path: '/api/enforcement/units/:unitId',
    summary: { zh: '拟立案的单位', en: 'A unit as a party' },
    action: 'case.propose',
    scope: 'record',
    params: z.object({ unitId: id }),
    output: z.object({
      unitId: id,
      name: z.string(),
      uscc: z.string().nullable(),
      address: z.string().nullable(),
      regionCode,
      /** Who heads it. */
      heads: z.array(personOfUnit),
      /** Its hazards that a case may cite, the newest first. */
      hazards: z.array(
        citedHazard.extend({ level: z.enum(['general', 'major']).nullable(), state: z.string(), foundOn: day, dueOn: day.nullable() }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
  enforcers: route({
    method: 'GET',
    path: '/api/enforcement/enforcers',
    summary: { zh: '本机关执法人员', en: 'Who enforces for one’s own authority' },
    action: 'case.propose',
    scope: 'rows',
    query: z.object({}),
    output: z.object({
      rows: z.array(
        personOfUnit.extend({
          roles: z.array(z.string()),
          /** As last stated in a case. */
          certificateNo: z.string().nullable(),
          validTo: day.nullable(),
        }),
      ),
    }),
    success: 200,
    refusals: [],
  }),
}
