import type { Role } from '../../../kernel/actor.ts'
import { deadline, type Deadline, type Period } from '../../../kernel/time.ts'
import type { Settings } from './actions.ts'
import { pendingInstalments, pendingRecusal, type Case } from './case.ts'
import { lawDeadline, rightsDeadline, stepDeadline } from './clocks.ts'
import { isGrave } from './deeds/decision.ts'
import { openRemedy } from './deeds/performance.ts'
import { paperToServe } from './deeds/service.ts'
import { outstandingYuan, payDeadline, todayOf } from './fine.ts'
import { limits, numberOf } from './limits.ts'

/** Everything that somebody may owe over a case. */
export const owedKinds = [
  'approveOpening',
  'investigate',
  'decideRecusal',
  'serveNotice',
  'serveHearingNotice',
  'serveDecision',
  'confirmReceipt',
  'answerNotice',
  'closeRights',
  'answerStatement',
  'callHearing',
  'holdHearing',
  'reviewLegally',
  'discuss',
  'decide',
  'pay',
  'decideInstalments',
  'recordRectified',
  'urge',
  'close',
] as const

export type OwedKind = (typeof owedKinds)[number]

/** Who owes it: a person where one is named, else whoever holds the role in the authority, or heads the party. */
export type Owner = {
  readonly side: 'authority' | 'party'
  readonly role: Role
  readonly personId: string | null
  /** People of that role who may not do it: they investigated. */
  readonly except: readonly string[]
}

export type Owed = {
  readonly kind: OwedKind
  readonly owner: Owner
  readonly since: string
  /** The step's own clock. */
  readonly step: Deadline | null
  /** The clock that law started. */
  readonly law: Deadline | null
}

const party: Owner = { side: 'party', role: 'principal', personId: null, except: [] }
const authority = (role: Role, except: readonly string[] = []): Owner => ({ side: 'authority', role, personId: null, except })
const person = (personId: string): Owner => ({ side: 'authority', role: 'inspector', personId, except: [] })

const servingKinds = { notice: 'serveNotice', hearingNotice: 'serveHearingNotice', decision: 'serveDecision' } as const

/** What is owed over the case now, by whom, until when by both clocks. */
export const owedBy = (held: Case, now: Temporal.Instant, settings: Settings): readonly Owed[] => {
  if (held.state === 'closed') return []
  const today = todayOf(now)
  const step = stepDeadline(held, today, settings)
  const law = lawDeadline(held, today, settings)
  const { investigators, officers } = held
  const owe = (kind: OwedKind, owner: Owner, more: Partial<Owed> = {}): Owed => ({ kind, owner, since: held.since, step, law, ...more })
  const within = (instant: string, period: Period): Deadline => deadline(Temporal.Instant.from(instant), period, settings.calendar)
  const answering = { workingDays: numberOf(limits.answerDays, settings.tightened) }
  const owed: Owed[] = []
  const recusal = 'notice' in held || held.state === 'investigating' ? pendingRecusal(held) : null
  if (recusal !== null)
    owed.push(owe('decideRecusal', authority('leader'), { since: recusal.step.at, step: within(recusal.step.at, answering) }))
  const statement = 'statements' in held ? held.statements.find(({ answer }) => answer === null) : undefined
  if (statement) {
    const more = { since: statement.step.at, step: within(statement.step.at, answering) }
    owed.push(...officers.map(({ personId }) => owe('answerStatement', person(personId), more)))
  }
  const waiting = paperToServe(held)
  if (waiting !== null && waiting.service === null) {
    owed.push(...officers.map(({ personId }) => owe(servingKinds[waiting.paper], person(personId))))
    owed.push(owe('confirmReceipt', party))
  }
  switch (held.state) {
    case 'proposed':
      owed.push(owe('approveOpening', authority('leader', investigators)))
      break
    case 'investigating':
      owed.push(...officers.map(({ personId }) => owe('investigate', person(personId))))
      break
    case 'noticed': {
      const rights = rightsDeadline(held, settings)
      if (rights === null) break
      if (Temporal.Instant.compare(now, rights.endsAt) >= 0)
        owed.push(...officers.map(({ personId }) => owe('closeRights', person(personId), { step: null })))
      else owed.push(owe('answerNotice', party, { law: rights, step: null }))
      break
    }
    case 'hearingAsked':
      owed.push(owe('callHearing', authority('officer', investigators)))
      break
    case 'hearingCalled':
      if (held.call.service !== null) owed.push(owe('holdHearing', person(held.call.presiderId)))
      break
    case 'weighing': {
      const grave = isGrave(held, settings)
      if (grave && held.review === null) owed.push(owe('reviewLegally', authority('officer', investigators)))
      else if (grave && held.discussion === null) owed.push(owe('discuss', authority('leader')))
      else owed.push(owe('decide', authority('leader', investigators)))
      break
    }
    case 'decided':
      if (held.decision.result === 'handOver') owed.push(...officers.map(({ personId }) => owe('close', person(personId))))
      break
    case 'served': {
      const outstanding = outstandingYuan(held, today, settings)
      const asked = pendingInstalments(held)
      if (asked !== null)
        owed.push(owe('decideInstalments', authority('leader'), { since: asked.step.at, step: within(asked.step.at, answering) }))
      if (outstanding > 0) {
        owed.push(owe('pay', party, { step: null }))
        const late = Temporal.Instant.compare(now, payDeadline(held, settings).endsAt) >= 0
        if (late && held.urged === null) owed.push(...officers.map(({ personId }) => owe('urge', person(personId), { step: null })))
      } else if (held.rectified === null && held.decision.rectifyBy !== null)
        owed.push(...officers.map(({ personId }) => owe('recordRectified', person(personId))))
      else if (openRemedy(held) === null) owed.push(...officers.map(({ personId }) => owe('close', person(personId))))
      break
    }
  }
  return owed
}

/**
 * When what is owed changes by itself, without a deed: the party's days run out, or the term to pay does. Null where it
 * does not.
 */
export const turnsAt = (held: Case, now: Temporal.Instant, settings: Settings): Temporal.Instant | null => {
  const at = held.state === 'noticed' ? rightsDeadline(held, settings) : held.state === 'served' ? payDeadline(held, settings) : null
  return at !== null && Temporal.Instant.compare(now, at.endsAt) < 0 ? at.endsAt : null
}
