import { publicHolidays } from '../../../../kernel/holidays.ts'
import { asWritten } from '../../../../kernel/law.ts'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { SentBeginning } from '../../contract/caseActions.ts'
import type { routes } from '../../contract/routes.ts'
import { decideOnSpot, propose } from '../../rules/decide.ts'
import type { Person } from '../../rules/people.ts'
import type { CaseRefusal } from '../../rules/refusalFacts.ts'

export type UnitForCase = RouteOutput<typeof routes.unitForCase>

/**
 * What the room's own rule says of a beginning before it is sent. Of a cited hazard the server knows number and version;
 * that it is cited is enough here.
 */
export const judgeBeginning = (unit: UnitForCase, sent: SentBeginning, person: Person, now: Temporal.Instant): CaseRefusal | null => {
  const facts = { tightened: asWritten, calendar: publicHolidays, person }
  const { spot, fact, party, ...rest } = sent
  const hazard = unit.hazards.find(({ hazardId }) => hazardId === fact.hazardId)
  const begun = {
    ...rest,
    caseId: unit.unitId,
    unitId: unit.unitId,
    organisationId: null,
    party: party.kind === 'unit' ? { kind: 'unit' as const, name: unit.name, title: null, personId: null } : party,
    fact: {
      text: fact.text,
      evidence: fact.evidence,
      hazard: hazard === undefined ? null : { hazardId: hazard.hazardId, number: hazard.number, version: 1 },
    },
  }
  const verdict = spot === null ? propose(begun, facts, now) : decideOnSpot(begun, spot, facts, now)
  return verdict.ok ? null : verdict.refusal
}
