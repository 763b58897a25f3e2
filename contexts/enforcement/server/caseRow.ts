import { publicHolidays } from '../../../kernel/holidays.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import type { Case } from '../rules/case.ts'
import { lawDeadline, stepDeadline } from '../rules/clocks.ts'
import type { CaseEvent } from '../rules/events.ts'
import { todayOf } from '../rules/fine.ts'
import { owedBy, turnsAt } from '../rules/owed.ts'
import { partySees } from '../rules/partyView.ts'
import type { Needs } from './needs.ts'
import type { EnforcementTables } from './tables.ts'

/** How a case is named where one word must do: on the desk, the audit record, its evidence. */
export const recordIdOf = ({ unitId, id }: { readonly unitId: string; readonly id: string }): string => `${unitId}.${id}`

/** The limits in force for an authority. Days off by the State Council's notices. */
export const settingsFor = async (tx: Tx, { tightenedFor }: Pick<Needs, 'tightenedFor'>, authorityId: string): Promise<Settings> => ({
  tightened: await tightenedFor(tx, authorityId),
  calendar: publicHolidays,
})

export const textOf = (instant: Temporal.Instant | null | undefined): string | null =>
  instant?.toString({ smallestUnit: 'millisecond' }) ?? null

const dayOf = (instant: string): string => dateInBeijing(Temporal.Instant.from(instant)).toString()

const paidYuan = (held: Case): number => ('payments' in held ? held.payments.reduce((sum, { yuan }) => sum + yuan, 0) : 0)

/** Days that follow from an event; a day once written stays, except that of a notice, which may be given anew. */
export const daysOf = (
  event: CaseEvent,
  after: Case,
): Partial<Record<'opened_on' | 'noticed_on' | 'decided_on' | 'served_on' | 'performed_on', string>> => {
  const on = dayOf(event.step.at)
  switch (event.kind) {
    case 'opened':
      return { opened_on: on }
    case 'notified':
      return { noticed_on: on }
    case 'decided':
      return { decided_on: on }
    case 'decidedOnSpot':
      return { decided_on: on, served_on: on }
    case 'served':
      return event.paper === 'decision' ? { served_on: event.servedOn } : {}
    case 'closed':
      return after.state === 'closed' && after.outcome === 'performed' ? { performed_on: on } : {}
    default:
      return {}
  }
}

/** The columns of the state row that follow from the case. */
export const columnsOf = (held: Case, now: Temporal.Instant, settings: Settings) => {
  const today = todayOf(now)
  const decision = 'decision' in held ? held.decision : null
  return {
    version: held.version,
    state: held.state,
    outcome: held.state === 'closed' ? held.outcome : null,
    party_sees: partySees(held),
    hazard_ids: [...new Set(held.facts.flatMap(({ hazard }) => (hazard === null ? [] : [hazard.hazardId])))],
    closed_at: held.state === 'closed' ? held.closing.at : null,
    fine_yuan: decision === null ? null : (decision.penalty?.fineYuan ?? 0),
    paid_yuan: paidYuan(held),
    step_due_at: textOf(stepDeadline(held, today, settings)?.endsAt),
    law_due_at: textOf(lawDeadline(held, today, settings)?.endsAt),
    turns_at: textOf(turnsAt(held, now, settings)),
    held: JSON.stringify(held),
  }
}

/** Where a case counts, and how it and its unit are called. */
export type Place = {
  readonly number: string
  readonly unitName: string
  readonly regionCode: string
  readonly organisationId: string | null
  readonly authorityId: string
}

/** What is owed over the case now, as rows for the desk. */
export const owingRows = (
  held: Case,
  { number, unitName, regionCode, organisationId, authorityId }: Place,
  now: Temporal.Instant,
  settings: Settings,
): readonly EnforcementTables['enforcement.owing'][] =>
  owedBy(held, now, settings).map(({ kind, owner, since, step, law }) => ({
    unit_id: held.unitId,
    case_id: held.id,
    item: owner.personId === null ? kind : `${kind}/${owner.personId}`,
    kind,
    region_code: regionCode,
    organisation_id: organisationId,
    authority_id: authorityId,
    owner_side: owner.side,
    owner_role: owner.role,
    owner_person_id: owner.personId,
    except_person_ids: [...owner.except],
    subject: `${number} ${held.matter}`.slice(0, 200),
    detail: unitName,
    owed_since: since,
    step_due_at: textOf(step?.endsAt),
    law_due_at: textOf(law?.endsAt),
  }))
