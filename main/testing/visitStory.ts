import { randomUUID } from 'node:crypto'
import type { PersonActor } from '../../kernel/actor.ts'
import type { RouteCall } from '../../kernel/contract.ts'
import { routes } from '../../contexts/hazards/contract/index.ts'
import { openRegisterStage, told, type RegisterStage } from './registerStage.ts'
import type { Seated } from './stage.ts'
import type { Caller } from './testHouse.ts'

export type Somebody = Seated & { readonly caller: Caller }
export type VisitBody = NonNullable<RouteCall<typeof routes.recordVisit>['body']>

export const position = { lng: 120.5, lat: 30.3, accuracyMetres: 8 }

/** A visit of a department on the day of the tests; each has an id of its own. */
export const visitOf = (fields: Partial<VisitBody> = {}): VisitBody => ({
  visitId: randomUUID(),
  how: 'departmentCheck',
  announced: false,
  result: 'checked',
  position,
  claimedAt: '2026-11-24T01:30:00Z',
  ...fields,
})

/** A finding that goes against an item which makes it major. */
export const majorFinding = (hazardId: string = randomUUID()) => ({
  hazardId,
  description: '罐区无紧急切断装置',
  itemKey: 'chem20.05',
  proposedLevel: 'major' as const,
})

/** Records a visit as somebody; what came of it, a refusal in short. */
export const record = async (by: Somebody, unitId: string, body: VisitBody, key?: string) =>
  told(await by.caller.call(routes.recordVisit, { params: { unitId }, body }, key === undefined ? {} : { key }))

export type VisitStory = {
  readonly register: RegisterStage
  readonly inspector: Somebody
  readonly officer: Somebody
  readonly leader: Somebody
  /** Of the unit that is visited. */
  readonly plant: Somebody
  /** Begins a campaign of the county and answers its id. */
  campaign(fields?: Parameters<RegisterStage['campaign']>[1]): Promise<string>
  /** A photo that somebody has just uploaded. */
  photo(by: Somebody): Promise<string>
}

/** A register's stage with the people who plan, visit and are visited. */
export const openVisitStory = async (): Promise<VisitStory> => {
  const register = await openRegisterStage()
  const leader = await register.actor(['leader'])
  const actorOf = async ({ personId, organisationId, postId }: Seated): Promise<PersonActor> => ({
    ...(await register.house.actor('county.inspector')),
    personId,
    organisationId,
    postId,
  })
  return {
    register,
    inspector: await register.actor(['inspector']),
    officer: await register.actor(['officer']),
    leader,
    plant: await register.actor(['safetyOfficer'], { kind: 'enterprise' }),
    campaign: (fields) => register.campaign(leader.caller, fields),
    photo: async (by) => register.house.photo(await actorOf(by)),
  }
}
