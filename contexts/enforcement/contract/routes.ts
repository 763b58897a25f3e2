import { z } from 'zod'
import { route } from '../../../kernel/contract.ts'
import type { ActionKind } from '../rules/actions.ts'
import { states, type Case } from '../rules/case.ts'
import { causes } from '../rules/causes.ts'
import type { CaseEvent } from '../rules/events.ts'
import { paperKinds } from '../rules/paper.ts'
import { action, beginning, day, id, instant, partyAction, sentence, version } from './caseActions.ts'
import { caseLine, listRoutes, regionCode } from './listRoutes.ts'
import { refusals } from './refusals.ts'

const byKey = z.object({ unitId: id, caseId: id })
const byPaper = byKey.extend({ version: z.coerce.number().int().min(1) })
const language = z.object({ language: z.enum(['zh', 'en']).default('zh') })

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

const evidenceRefusals = ['OUT_OF_SCOPE', 'RECORD_NOT_FOUND'] as const
const caseRefusals = Object.keys(refusals).filter((code) => code !== 'CASE_PAPER_UNSUITED')

const personOfUnit = z.object({ personId: id, name: z.string(), title: z.string() })

/** Cases: proposed, acted upon, listed, read, printed; and the party's own door. */
export const routes = {
  ...listRoutes,
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
