import { asWritten } from '../../../../kernel/law.ts'
import { publicHolidays } from '../../../../kernel/holidays.ts'
import type { Role } from '../../../../kernel/actor.ts'
import type { Result } from '../../../../kernel/result.ts'
import type { TipAction } from '../actions.ts'
import { decide, type Person } from '../decide.ts'
import { apply, begin } from '../events.ts'
import type { TipRefusal } from '../refusalFacts.ts'
import type { Received, Tip } from '../tip.ts'

export const settings = { tightened: asWritten, calendar: publicHolidays }

const person = (personId: string, ...roles: Role[]): Person => ({ personId, organisationId: 'bureau', roles })

export const officer = person('officer', 'officer')
export const inspector = person('inspector', 'inspector')
export const leader = person('leader', 'leader')
export const keeper = person('keeper', 'tipKeeper')
/** Holds every role, so that only what he did himself can stop him. */
export const everything = person('everything', 'officer', 'leader', 'tipKeeper')

export const receivedAt = '2026-11-24T02:00:00.000Z'

export const newTip = (more: Partial<Received> & { readonly named?: boolean } = {}): Tip => {
  const { named = true, ...received } = more
  return begin({
    kind: 'received',
    id: 'tip',
    named,
    received: {
      at: receivedAt,
      topics: ['exitBlocked'],
      words: '安全出口上锁',
      place: '北门',
      posterId: null,
      position: null,
      photos: [],
      insider: false,
      ...received,
    },
  })
}

export const hazard = { unitId: 'unit', hazardId: 'hazard' }
export const checkTrue: TipAction = { kind: 'check', outcome: 'true', opinion: '属实', hazard }
export const accept: TipAction = { kind: 'accept' }
export const answer: TipAction = { kind: 'answer', text: '您反映的问题属实，已责令整改。' }
export const propose: TipAction = {
  kind: 'proposeReward',
  basis: { kind: 'general', fineYuan: 0, deaths: 0, grade: 'general' },
  amountYuan: 500,
  reason: '线索准确',
}
export const agree: TipAction = { kind: 'decideReward', agree: true, reason: '同意' }

export const at = (instant: string): Temporal.Instant => Temporal.Instant.from(instant)

export const tried = (tip: Tip, by: Person, action: TipAction, when = '2026-11-25T02:00:00Z'): Result<Tip, TipRefusal> => {
  const decided = decide(tip, action, { person: by, settings }, at(when))
  return decided.ok ? { ok: true, value: apply(tip, decided.value) } : decided
}

/** Deeds that go through, one after the other. */
export const after = (tip: Tip, ...deeds: readonly (readonly [Person, TipAction])[]): Tip => {
  let now = tip
  for (const [by, action] of deeds) {
    const done = tried(now, by, action)
    if (!done.ok) throw new Error(`${action.kind}: ${JSON.stringify(done.refusal)}`)
    now = done.value
  }
  return now
}

export const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)
