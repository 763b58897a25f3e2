import { randomUUID } from 'node:crypto'
import type { PersonActor, Role } from '../../kernel/actor.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import type { Result } from '../../kernel/result.ts'
import type { SentAction, SentBeginning, SentPartyAction } from '../../contexts/enforcement/contract/caseActions.ts'
import type { Case } from '../../contexts/enforcement/rules/case.ts'
import { actOnCase } from '../../contexts/enforcement/server/actOnCase.ts'
import { caseInScope } from '../../contexts/enforcement/server/caseStore.ts'
import type { Needs } from '../../contexts/enforcement/server/needs.ts'
import { proposeCase } from '../../contexts/enforcement/server/proposeCase.ts'
import { caseLeads, hazardsOfCase, unitOfCase } from '../../contexts/hazards/server/caseFacts.ts'
import { peopleInRoles } from '../../contexts/identity/server/inRoles.ts'
import { organisationTitles, peopleNames, regionNames, seatOf } from '../../contexts/identity/server/names.ts'
import { tightenedFor } from '../../contexts/law/server/tightenedStore.ts'
import { transact } from '../../platform/database/transaction.ts'
import type { TestHouse } from './testHouse.ts'

/** What the tests' room asks of the others. */
export const caseNeeds: Needs = {
  peopleNames,
  peopleInRoles,
  organisationTitles,
  seatOf,
  regionNames,
  tightenedFor,
  unitOfCase,
  hazardsOfCase,
  caseLeads,
}

/** Somebody who enforces for an authority over a region. */
export const enforcerOf = (
  organisationId: string,
  region: string,
  roles: readonly Role[],
  personId: string = randomUUID(),
): PersonActor => ({
  kind: 'person',
  personId,
  sessionId: randomUUID(),
  postId: randomUUID(),
  organisationId,
  regionCode: region,
  roles,
  scope: { ...regionRange(regionCode(region)), organisationId: null },
})

type SentPenalty = Extract<SentAction, { readonly kind: 'proposePenalty' }>['penalty']

export const smallFine: SentPenalty = {
  penaltyKey: 'a102.first.unit',
  fineYuan: 30_000,
  others: [],
  incomeYuan: null,
  discretion: { kind: 'usual', reasons: '首次查处，能够配合调查' },
}

export const largeFine: SentPenalty = { ...smallFine, penaltyKey: 'a97.record.first.unit', fineYuan: 80_000 }

export const officersOf = (one: string, other: string): SentBeginning['officers'] => [
  { personId: one, certificateNo: '11330114001', validTo: '2028-12-31' },
  { personId: other, certificateNo: '11330114002', validTo: '2028-12-31' },
]

/** What a case begins with, of an act that is going on, proven by a file. */
export const beginningOf = (officers: SentBeginning['officers'], more: Partial<SentBeginning> = {}): SentBeginning => ({
  cause: 'hazardConcealed',
  matter: '未如实记录事故隐患排查治理情况',
  party: { kind: 'unit', name: '', title: null, personId: null },
  foundOn: '2026-11-20',
  actEndedOn: null,
  harm: false,
  officers,
  fact: { text: '隐患台账与现场情况不符', evidence: [], hazardId: null },
  spot: null,
  ...more,
})

/** A deed as somebody, in one transaction over the version that is there; the answer may be a refusal. */
export const tryOnCase = (
  house: Pick<TestHouse, 'services'>,
  by: PersonActor,
  { unitId, id }: Pick<Case, 'unitId' | 'id'>,
  action: SentAction | SentPartyAction,
): Promise<Result<Case>> =>
  transact(house.services, { actor: by }, async (tx) => {
    const baseVersion = (await caseInScope(tx, unitId, id))?.held.version ?? 1
    return actOnCase(tx, caseNeeds, by, { unitId, caseId: id }, { action, baseVersion })
  })

/** Deeds that go through, one after the other; the case as it then is. */
export const didOnCase = async (
  house: Pick<TestHouse, 'services'>,
  held: Case,
  ...deeds: readonly (readonly [PersonActor, SentAction | SentPartyAction])[]
): Promise<Case> => {
  let after = held
  for (const [by, action] of deeds) {
    const answer = await tryOnCase(house, by, held, action)
    if (!answer.ok) throw new Error(`${action.kind}: ${JSON.stringify(answer.refusal)}`)
    after = answer.value
  }
  return after
}

/** Somebody proposes a case against a unit. */
export const caseBegun = async (
  house: Pick<TestHouse, 'services'>,
  by: PersonActor,
  unitId: string,
  beginning: SentBeginning,
): Promise<Case> => {
  const begun = await transact(house.services, { actor: by }, (tx) => proposeCase(tx, caseNeeds, by, unitId, beginning))
  if (!begun.ok) throw new Error(`the test could not set its stage: ${JSON.stringify(begun.refusal)}`)
  return begun.value
}
