import { asWritten } from '../../../kernel/law.ts'
import { lawTimeZone, weekendsOnly } from '../../../kernel/time.ts'
import type { Action, DeedFacts, Settings } from '../rules/actions.ts'
import { apply, begin } from '../rules/apply.ts'
import { decide, find } from '../rules/decide.ts'
import type { Five, Fix, Hazard, Level } from '../rules/hazard.ts'
import type { Person } from '../rules/people.ts'
import type { Verdict } from '../rules/refusalFacts.ts'

/** Cases name years of which no notice of days off is at hand; weekends are reckoned all the same. */
export const caseSettings: Settings = { tightened: asWritten, calendar: weekendsOnly }

const place: Fix = { lng: 120.5, lat: 30.3, accuracyMetres: 5 }

export const unitPerson = (personId: string): Person => ({
  personId,
  organisationId: 'unit',
  side: 'unit',
  tier: 'unit',
  roles: ['principal', 'safetyOfficer'],
})

export const countyPerson = (personId: string): Person => ({
  personId,
  organisationId: 'county',
  side: 'authority',
  tier: 'county',
  roles: ['officer', 'inspector'],
})

/** Noon in Beijing on a day. */
export const noonOf = (day: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: lawTimeZone, plainTime: '12:00' }).toInstant()

const factsOf = (person: Person, now: Temporal.Instant): DeedFacts => ({
  ...caseSettings,
  person,
  claimedAt: now.toString(),
  position: place,
})

/** The plan of a major hazard with all five in place. */
export const wholePlan: Five = {
  responsibility: '车间主任',
  measures: '更换',
  fundsYuan: 10_000,
  dueOn: '2023-05-25',
  contingency: '现场处置方案',
}

/** The first day of the story that a case is put into; its order ends on 30 May. */
export const foundOn = '2023-05-02'
export const dueOn = '2023-05-30'

/** What the rule says of one action in the story. */
export const ask = (hazard: Hazard, action: Action, person: Person, now: Temporal.Instant): Verdict<Hazard> => {
  const verdict = decide(hazard, action, factsOf(person, now), now)
  return verdict.ok ? { ok: true, value: apply(hazard, verdict.value) } : verdict
}

/** The hazard after actions that nobody can refuse: a refusal here would be a bug of this story. */
const told = (hazard: Hazard, steps: readonly (readonly [Action, Person])[], now: Temporal.Instant): Hazard =>
  steps.reduce((before, [action, person]) => {
    const after = ask(before, action, person, now)
    if (!after.ok) throw new RangeError(`the story stops at ${action.kind}: ${after.refusal.code}`)
    return after.value
  }, hazard)

/** A hazard that a county found, classified and ordered to be put right by `rectifier`. */
export const orderedHazard = (level: Level, rectifier: string): Hazard => {
  const now = noonOf(foundOn)
  const inspector = countyPerson('inspector')
  const finding = {
    hazardId: 'hazard',
    unitId: 'unit',
    organisationId: 'unit',
    how: 'departmentCheck',
    description: '隐患',
    evidence: ['photo'],
    item: null,
    proposedLevel: level,
  } as const
  const found = find(finding, factsOf(inspector, now), now)
  if (!found.ok) throw new RangeError(`the story does not begin: ${found.refusal.code}`)
  const assignee = { personId: rectifier, organisationId: 'unit' }
  const steps: readonly (readonly [Action, Person])[] = [
    [{ kind: 'classify', level, reason: null }, inspector],
    [{ kind: 'order', assignee, requirement: '整改', dueOn, longerReason: '工期', interimControls: '隔离' }, inspector],
  ]
  return told(begin(found.value), steps, now)
}

/** The same hazard put right by `rectifier`, and of a major one evaluated and applied for. */
export const hazardToReview = (level: Level, rectifier: string, appliedOn: string): Hazard => {
  const now = noonOf(appliedOn)
  const worker = unitPerson(rectifier)
  const major: readonly (readonly [Action, Person])[] = [
    [{ kind: 'plan', five: { ...wholePlan, dueOn } }, worker],
    [{ kind: 'report', to: 'staff', means: 'staffCongress', evidence: ['minutes'] }, worker],
  ]
  const ending: readonly (readonly [Action, Person])[] = [
    [
      { kind: 'evaluate', by: 'qualifiedBody', body: '评价机构', evaluators: [], opinion: '合格', passed: true, evidence: ['report'] },
      worker,
    ],
    [{ kind: 'applyForReview', evidence: ['application'] }, worker],
  ]
  return told(
    orderedHazard(level, rectifier),
    [
      ...(level === 'major' ? major : []),
      [{ kind: 'start' }, worker],
      [{ kind: 'selfCheck', rectifiedBy: [rectifier], description: '已整改', evidence: ['photo'], costYuan: null }, worker],
      ...(level === 'major' ? ending : []),
    ],
    now,
  )
}
