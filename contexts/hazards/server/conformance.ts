import { z } from 'zod'
import { area, type AreaTable } from '../../../kernel/conformance.ts'
import { asWritten } from '../../../kernel/law.ts'
import { siteReviewVerdict } from '../rules/clocks.ts'
import { reportsOwed } from '../rules/deeds/duties.ts'
import type { Five, FiveItem, Hazard, Level } from '../rules/hazard.ts'
import { majorHazardSource, type SourceLevel } from '../rules/majorHazardSource.ts'
import { riskByLec, riskByLs, type RiskColour } from '../rules/risk.ts'
import {
  ask,
  caseSettings,
  countyPerson,
  dueOn,
  foundOn,
  hazardToReview,
  noonOf,
  orderedHazard,
  unitPerson,
  wholePlan,
} from './caseFlow.ts'

const levelWords = { 一般: 'general', 重大: 'major' } as const satisfies Record<string, Level>
const fiveWords = {
  责任: 'responsibility',
  措施: 'measures',
  资金: 'funds',
  时限: 'timeLimit',
  预案: 'contingency',
} as const satisfies Record<string, FiveItem>
const colourWords: { readonly [Colour in RiskColour]: string } = { red: '红', orange: '橙', yellow: '黄', blue: '蓝' }
const sourceLevelWords: { readonly [Level in SourceLevel]: string } = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' }

const flow = z.object({
  class: z.enum(['一般', '重大']).default('重大'),
  missing: z.array(z.enum(['责任', '措施', '资金', '时限', '预案'])).optional(),
  rectifiedBy: z.string().optional(),
  reviewedBy: z.string().optional(),
  appliedResume: z.iso.date().optional(),
  siteReview: z.iso.date().optional(),
  reportedToDept: z.boolean().optional(),
  reportedToStaffCongress: z.boolean().optional(),
  extensionRequestedAfterDeadline: z.boolean().optional(),
})

type Flow = z.output<typeof flow>

const levelOf = (given: Flow): Level => levelWords[given.class]

const without = (missing: readonly (keyof typeof fiveWords)[]): Five => {
  const lacks = new Set<FiveItem>(missing.map((word) => fiveWords[word]))
  return {
    responsibility: lacks.has('responsibility') ? null : wholePlan.responsibility,
    measures: lacks.has('measures') ? null : wholePlan.measures,
    fundsYuan: lacks.has('funds') ? null : wholePlan.fundsYuan,
    dueOn: lacks.has('timeLimit') ? null : wholePlan.dueOn,
    contingency: lacks.has('contingency') ? null : wholePlan.contingency,
  }
}

const mayStart = (level: Level, missing: readonly (keyof typeof fiveWords)[]): boolean => {
  const now = noonOf(foundOn)
  const worker = unitPerson('worker')
  const ordered = orderedHazard(level, 'worker')
  const planned =
    level === 'major' ? ask(ordered, { kind: 'plan', five: without(missing) }, worker, now) : { ok: true as const, value: ordered }
  return planned.ok && ask(planned.value, { kind: 'start' }, worker, now).ok
}

const mayClose = (level: Level, rectifiedBy: string, reviewedBy: string): boolean => {
  const now = noonOf(dueOn)
  const reviewer = countyPerson(reviewedBy)
  const toReview = hazardToReview(level, rectifiedBy, dueOn)
  const reviewed = ask(
    toReview,
    { kind: 'review', passed: true, opinion: '合格', evidence: ['photo'], noPositionReason: null },
    reviewer,
    now,
  )
  return reviewed.ok && ask(reviewed.value, { kind: 'close' }, reviewer, now).ok
}

/** Found by the unit itself, so that both reports are its own to make. */
const reported = (level: Level, toAuthority: boolean, toStaff: boolean): boolean => {
  const hazard = orderedHazard(level, 'worker')
  const step = hazard.found.step
  const own: Hazard = {
    ...hazard,
    found: { ...hazard.found, how: 'selfCheck' },
    reports: { authority: toAuthority ? step : null, staff: toStaff ? { ...step, means: 'staffCongress' } : null },
  }
  return reportsOwed(own).length === 0
}

const acceptsExtension = (level: Level, afterDeadline: boolean): boolean => {
  const now = afterDeadline ? noonOf('2023-05-31') : noonOf(dueOn)
  const action = { kind: 'askExtension', toOn: '2023-06-30', reason: '设备未到', interimControls: '隔离' } as const
  return ask(orderedHazard(level, 'worker'), action, unitPerson('worker'), now).ok
}

const reviewVerdict = (appliedOn: string, reviewedOn: string | undefined, now: Temporal.Instant): string => {
  const receivedAt = noonOf(appliedOn).toString()
  const { by } = orderedHazard('major', 'worker').found.step
  const application = { step: { by, claimedAt: receivedAt, receivedAt } }
  return siteReviewVerdict(application, reviewedOn === undefined ? null : noonOf(reviewedOn), now, caseSettings)
}

/** What the hazards room answers for among the acceptance cases, in their words. */
export const conformance: AreaTable = {
  'hazard.flow': area(flow, (given, now) => {
    const { missing = [], rectifiedBy, reviewedBy, appliedResume, siteReview, reportedToDept, reportedToStaffCongress } = given
    const level = levelOf(given)
    return {
      mayStartRectify: mayStart(level, missing),
      ...(rectifiedBy === undefined || reviewedBy === undefined ? {} : { close: mayClose(level, rectifiedBy, reviewedBy) }),
      ...(appliedResume === undefined ? {} : { verdict: reviewVerdict(appliedResume, siteReview, now) }),
      compliant: reported(level, reportedToDept ?? false, reportedToStaffCongress ?? false),
      accepted: acceptsExtension(level, given.extensionRequestedAfterDeadline ?? false),
    }
  }),
  'risk.ls': area(z.object({ L: z.number(), S: z.number() }), (given) => {
    const verdict = riskByLs(given, asWritten)
    return verdict.ok
      ? { R: verdict.value.score, colour: colourWords[verdict.value.colour] }
      : { R: null, colour: null, refusal: verdict.refusal.code }
  }),
  'risk.lec': area(z.object({ L: z.number(), E: z.number(), C: z.number() }), (given) => {
    const verdict = riskByLec(given, asWritten)
    return verdict.ok
      ? { D: verdict.value.score, colour: colourWords[verdict.value.colour] }
      : { D: null, colour: null, refusal: verdict.refusal.code }
  }),
  majorHazard: area(
    z.object({
      items: z.array(z.object({ chem: z.string(), q: z.number(), Q: z.number().optional(), beta: z.number().optional() })),
      exposed: z.number().optional(),
    }),
    ({ items, exposed }) => {
      const holdings = items.map(({ chem, q, Q, beta }) => ({ substance: chem, tonnes: q, given: { criticalTonnes: Q, beta } }))
      const verdict = majorHazardSource(holdings, exposed ?? null)
      if (!verdict.ok) return { S: null, major: null, refusal: verdict.refusal.code }
      const { level, ...rest } = verdict.value
      return { ...rest, level: level === null ? null : sourceLevelWords[level] }
    },
  ),
}
