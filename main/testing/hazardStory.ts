import type { PersonActor } from '../../kernel/actor.ts'
import type { Result } from '../../kernel/result.ts'
import { actOnHazard } from '../../contexts/hazards/server/actOnHazard.ts'
import { findHazard, type FindingAt } from '../../contexts/hazards/server/findHazard.ts'
import { hazardInScope } from '../../contexts/hazards/server/hazardStore.ts'
import type { UnitFacts } from '../../contexts/hazards/server/unitStore.ts'
import type { SentAction } from '../../contexts/hazards/contract/hazardActions.ts'
import type { Hazard } from '../../contexts/hazards/rules/hazard.ts'
import { testNeeds, type TestHazards } from './testHazards.ts'

/** Where every hazard of the stories lies, and where whoever acts stands. */
const position = { lng: 120.5, lat: 30.3, accuracyMetres: 5 }

export type Cast = { readonly [Who in 'inspector' | 'officer' | 'leader' | 'city' | 'principal' | 'safety' | 'worker']: PersonActor }

const logins: { readonly [Who in keyof Cast]: string } = {
  inspector: 'county.inspector',
  officer: 'county.officer',
  leader: 'county.leader',
  city: 'city.officer',
  principal: 'plant.principal',
  safety: 'plant.safety',
  worker: 'plant.worker',
}

/** The people of the sample who find, order, rectify and review. */
export const castOf = async (house: TestHazards): Promise<Cast> =>
  Object.fromEntries(await Promise.all(Object.entries(logins).map(async ([who, login]) => [who, await house.actor(login)]))) as Cast

/** What somebody comes upon at a unit, with a photo of it, by the use case. */
export const foundAt = async (house: TestHazards, unit: UnitFacts, by: PersonActor, more: Partial<FindingAt> = {}): Promise<Hazard> => {
  const photo = await house.photo(by)
  const how = by.organisationId === unit.organisationId ? 'selfCheck' : 'departmentCheck'
  const common = { how, description: '可燃气体报警器失效', evidence: [photo], item: null, proposedLevel: 'general', position } as const
  return house.done(by, (tx) =>
    findHazard(tx, testNeeds, by, unit, { ...common, claimedAt: tx.at, ...more }, { campaignId: null, registered: false }),
  )
}

/** One deed by the use case, over the version that the person has now, or over an older one. */
export const actOn = (house: TestHazards, by: PersonActor, hazard: Hazard, action: SentAction, base?: number): Promise<Result<Hazard>> =>
  house.told(by, async (tx) => {
    const { unitId, id: hazardId } = hazard
    const baseVersion = base ?? (await hazardInScope(tx, unitId, hazardId))?.hazard.version ?? 1
    return actOnHazard(tx, testNeeds, by, { unitId, hazardId }, { action, baseVersion, claimedAt: tx.at, position })
  })

/** Deeds that go through, one after the other; the hazard as it then is. */
export const did = async (
  house: TestHazards,
  hazard: Hazard,
  ...deeds: readonly (readonly [PersonActor, SentAction])[]
): Promise<Hazard> => {
  let after = hazard
  for (const [by, action] of deeds) {
    const answer = await actOn(house, by, hazard, action)
    if (!answer.ok) throw new Error(`${action.kind}: ${JSON.stringify(answer.refusal)}`)
    after = answer.value
  }
  return after
}

export const codeOf = (answer: Result<unknown>): string => (answer.ok ? 'done' : answer.refusal.code)

const assigneeOf = ({ personId, organisationId }: PersonActor) => ({ personId, organisationId })

/** Deeds with everything they need; each photo is a new one. */
export const deedsOf = (house: TestHazards) => ({
  general: { kind: 'classify', level: 'general', reason: null } as SentAction,
  major: { kind: 'classify', level: 'major', reason: null } as SentAction,
  order: (to: PersonActor, dueOn = '2026-12-01'): SentAction => ({
    kind: 'order',
    assignee: assigneeOf(to),
    requirement: '更换',
    dueOn,
    longerReason: '备件周期长',
    interimControls: '停用该区域',
  }),
  start: { kind: 'start' } as SentAction,
  close: { kind: 'close' } as SentAction,
  selfCheck: async (by: PersonActor): Promise<SentAction> => ({
    kind: 'selfCheck',
    rectifiedBy: [by.personId],
    description: '已更换',
    evidence: [await house.photo(by)],
    costYuan: 800,
  }),
  pass: async (by: PersonActor): Promise<SentAction> => ({
    kind: 'review',
    passed: true,
    opinion: '合格',
    evidence: [await house.photo(by)],
    noPositionReason: null,
  }),
  fail: async (by: PersonActor): Promise<SentAction> => ({
    kind: 'review',
    passed: false,
    opinion: '未标定',
    evidence: [await house.photo(by)],
    noPositionReason: null,
    redoOn: null,
    suspend: false,
  }),
})

/** What anybody might try at any moment; what the rules refuse changes nothing. */
export const attemptsOf = (
  { inspector, officer, leader, principal, safety, worker, city }: Cast,
  deeds: ReturnType<typeof deedsOf>,
): readonly (() => Promise<readonly [PersonActor, SentAction]>)[] => {
  return [
    async () => [inspector, deeds.general],
    async () => [inspector, deeds.major],
    async () => [inspector, deeds.order(worker)],
    async () => [worker, deeds.start],
    async () => [worker, await deeds.selfCheck(worker)],
    async () => [inspector, await deeds.pass(inspector)],
    async () => [inspector, await deeds.fail(inspector)],
    async () => [inspector, deeds.close],
    async () => [officer, { kind: 'raise', reason: '扩大' }],
    async () => [leader, { kind: 'list', documentNo: '督办〔2026〕1号', dueOn: '2026-12-31' }],
    async () => [leader, { kind: 'lift', reason: null }],
    async () => [safety, { kind: 'askExtension', toOn: '2026-12-20', reason: '备件未到', interimControls: '巡检' }],
    async () => [city, { kind: 'decideExtension', grant: true, toOn: '2026-12-20' }],
    async () => [principal, { kind: 'askWithdrawal', reason: '误报' }],
    async () => [officer, { kind: 'decideWithdrawal', agree: true, reason: '查实' }],
    async () => [officer, { kind: 'control', controls: '警戒' }],
  ]
}
