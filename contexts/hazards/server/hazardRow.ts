import { publicHolidays } from '../../../kernel/holidays.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Settings } from '../rules/actions.ts'
import { dueOnOf, lawDeadline, stepDeadline } from '../rules/clocks.ts'
import { escalations, nextEscalationAt } from '../rules/escalation.ts'
import { falselyClosedIn } from '../rules/figures.ts'
import { doneAt, type Hazard } from '../rules/hazard.ts'
import { owedBy } from '../rules/owed.ts'
import type { HazardTables } from './hazardTables.ts'
import type { Needs } from './needs.ts'

/** How a hazard is named where one word must do: on the desk, the audit record, its evidence. */
export const recordIdOf = ({ unitId, id }: { readonly unitId: string; readonly id: string }): string => `${unitId}.${id}`

/** The limits in force for a unit's organisation. Days off by the State Council's notices. */
export const settingsFor = async (
  tx: Tx,
  { tightenedFor }: Pick<Needs, 'tightenedFor'>,
  organisationId: string | null,
): Promise<Settings> => ({
  tightened: await tightenedFor(tx, organisationId),
  calendar: publicHolidays,
})

const textOf = (instant: Temporal.Instant | null | undefined): string | null => instant?.toString({ smallestUnit: 'millisecond' }) ?? null

const withdrawn = (hazard: Hazard): boolean => hazard.state === 'closed' && hazard.outcome === 'foundInError'

/** The columns of the state row that follow from the hazard, without the hazard itself. */
export const stateColumnsOf = (hazard: Hazard, settings: Settings) => ({
  version: hazard.version,
  state: hazard.state,
  level: hazard.level,
  listed: hazard.listing !== null,
  assignee_id: 'assignee' in hazard ? (hazard.assignee?.personId ?? null) : null,
  step_due_at: textOf(stepDeadline(hazard, settings)?.endsAt),
  law_due_at: textOf(lawDeadline(hazard, settings)?.endsAt),
  due_on: hazard.state === 'ordered' || hazard.state === 'rectifying' ? dueOnOf(hazard) : null,
  next_escalation_at: textOf(nextEscalationAt(hazard, settings)),
  closed_at: hazard.state === 'closed' ? textOf(doneAt(hazard.closing)) : null,
  withdrawn: withdrawn(hazard),
  falsely_closed: [...falselyClosedIn(hazard)],
  recurrent: hazard.recurrenceOf !== null && !withdrawn(hazard),
})

/** The columns of the state row that follow from the hazard. */
export const columnsOf = (hazard: Hazard, settings: Settings) => ({ ...stateColumnsOf(hazard, settings), hazard: JSON.stringify(hazard) })

/** Where a hazard counts, and how its unit is called. */
export type Place = {
  readonly unitName: string
  readonly regionCode: string
  readonly organisationId: string | null
}

type Owing = HazardTables['hazards.owing']

const endless = Temporal.Instant.from('9999-12-31T00:00:00Z')

/** Late steps that were told to a tier above their owner's: they stay on that tier's desk while they are late. */
const toldAbove = (hazard: Hazard, settings: Settings) => {
  if (hazard.told.length === 0) return []
  const owners = new Map(owedBy(hazard, settings).map(({ kind, owner }) => [kind as string, owner.tier]))
  return escalations({ ...hazard, told: [] }, endless, settings).filter(
    ({ key, owed, tier }) => hazard.told.includes(key) && owners.get(owed) !== tier,
  )
}

/** What is owed over the hazard now, as rows for the desk. */
export const owingRows = (hazard: Hazard, { unitName, regionCode, organisationId }: Place, settings: Settings): readonly Owing[] => {
  const common = {
    unit_id: hazard.unitId,
    hazard_id: hazard.id,
    region_code: regionCode,
    organisation_id: organisationId,
    subject: hazard.found.description.slice(0, 200),
  }
  return [
    ...owedBy(hazard, settings).map(({ kind, owner, since, step, law }) => ({
      ...common,
      item: kind,
      kind,
      owner_tier: owner.tier,
      owner_role: owner.role,
      owner_organisation_id: owner.organisationId,
      owner_person_id: owner.personId,
      except_person_ids: [...owner.except],
      detail: unitName,
      owed_since: since,
      step_due_at: textOf(step?.endsAt),
      law_due_at: textOf(law?.endsAt),
    })),
    ...toldAbove(hazard, settings).map(({ owed, tier, since, dueAt, whom }) => ({
      ...common,
      item: `late/${owed}/${tier}`,
      kind: 'late',
      owner_tier: tier,
      owner_role: whom.role,
      owner_organisation_id: whom.organisationId,
      owner_person_id: whom.personId,
      except_person_ids: [],
      detail: owed,
      owed_since: since,
      step_due_at: dueAt,
      law_due_at: null,
    })),
  ]
}
