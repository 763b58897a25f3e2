import { randomUUIDv7 } from 'node:crypto'
import { sql } from 'kysely'
import { noScope, systemActor, type PersonActor } from '../../kernel/actor.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { openTestHouse, type TestHouse } from './testHouse.ts'
import { transact, type Tx } from '../../platform/database/transaction.ts'
import { organisationNames, peopleNames, regionNames, seatOf } from '../../contexts/identity/server/names.ts'
import type { IdentityTables } from '../../contexts/identity/server/tables.ts'
import { tightenedFor } from '../../contexts/law/server/tightenedStore.ts'
import type { Needs } from '../../contexts/hazards/server/needs.ts'
import type { RegisterTables } from '../../contexts/hazards/server/registerTables.ts'
import { factsOf, type UnitFacts } from '../../contexts/hazards/server/unitStore.ts'

/** What the tests' room asks of the others. */
export const testNeeds: Needs = { peopleNames, organisationNames, regionNames, seatOf, tightenedFor }

export type UnitAsked = {
  readonly regionCode: string
  readonly organisationId: string | null
  readonly name?: string
  readonly industryCode?: string
}

/** A unit on the register, put there without its use case. */
export const unitOnRegister = async (
  tx: Tx,
  { name = '试验单位', industryCode = 'C2614', regionCode: region, organisationId }: UnitAsked,
): Promise<UnitFacts> => {
  const row = await tx
    .tables<RegisterTables>()
    .insertInto('hazards.unit')
    .values({
      unit_id: randomUUIDv7(),
      kind: organisationId === null ? 'place' : 'enterprise',
      name,
      uscc: null,
      industry_code: industryCode,
      tags: [],
      risk_colour: null,
      responsible_person_id: null,
      address: null,
      lng: 120.5,
      lat: 30.3,
      chemicals: JSON.stringify([]) as never,
      exposed_people: null,
      registered_on: '2026-01-01',
      closed_on: null,
      close_reason: null,
      alias_of: null,
      double_reason: null,
      version: 1,
      made_at: tx.at,
      recorded_region: region,
      region_code: region,
      organisation_id: organisationId,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return factsOf(row)
}

/** A photo that somebody has just uploaded, not yet the evidence of anything. */
export const photoOf = async (tx: Tx, by: { readonly regionCode: string; readonly personId: string }): Promise<string> => {
  const id = randomUUIDv7()
  await sql`insert into evidence.item (id, content_hash, kind, media_type, size_bytes, name, recorded_region, received_at, uploaded_by, exif_state)
    values (${id}, ${id}, 'photo', 'image/jpeg', 1, '现场.jpg', ${by.regionCode}, ${tx.at}, ${by.personId}, 'absent')`.execute(tx.tables())
  return id
}

export type TestHazards = TestHouse & {
  /** The post of a sample account, as the doorway would hand it to a use case. */
  actor(login: string): Promise<PersonActor>
  /** Does something as somebody, in one transaction; the answer may be a refusal. */
  told<Value>(actor: PersonActor, work: (tx: Tx) => Promise<Result<Value>>): Promise<Result<Value>>
  /** The same, where a refusal would be a fault of the test. */
  done<Value>(actor: PersonActor, work: (tx: Tx) => Promise<Result<Value>>): Promise<Value>
  /** The same as the product itself, outside every scope. */
  bySystem<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value>
  /** A unit on the register, put there without its use case. */
  unit(row: UnitAsked): Promise<UnitFacts>
  /** A photo that somebody has just uploaded, not yet the evidence of anything. */
  photo(by: PersonActor): Promise<string>
  /** Somebody else in an organisation of the sample, with a post like another's. */
  colleague(of: PersonActor, roles?: PersonActor['roles']): PersonActor
}

/** A house with what the use cases of hazards are tried with, behind the doorway and before it. */
export const openTestHazards = async (): Promise<TestHazards> => {
  const house = await openTestHouse()
  const told: TestHazards['told'] = (actor, work) => transact(house.services, { actor }, work)
  const done: TestHazards['done'] = async (actor, work) => {
    const answer = await told(actor, work)
    if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.refusal)}`)
    return answer.value
  }
  const bySystem: TestHazards['bySystem'] = async (work) => {
    const answer = await transact(house.services, { actor: systemActor('test') }, async (tx) => ok(await work(tx)))
    if (!answer.ok) throw new Error('the test could not set its stage')
    return answer.value
  }
  return {
    ...house,
    told,
    done,
    bySystem,
    actor: async (login) => {
      const post = await house.services.database.kysely
        .$extendTables<IdentityTables>()
        .selectFrom('identity.account as account')
        .innerJoin('identity.post as post', 'post.person_id', 'account.person_id')
        .selectAll('post')
        .where('account.login', '=', login)
        .orderBy('post.made_at')
        .orderBy('post.id')
        .executeTakeFirstOrThrow()
      return {
        kind: 'person',
        personId: post.person_id,
        sessionId: randomUUIDv7(),
        postId: post.id,
        organisationId: post.organisation_id,
        regionCode: post.region_code,
        roles: post.roles as PersonActor['roles'],
        scope: {
          ...noScope,
          ...regionRange(regionCode(post.scope_region)),
          organisationId: post.own_organisation_only ? post.organisation_id : null,
        },
      }
    },
    unit: (row) => bySystem((tx) => unitOnRegister(tx, row)),
    photo: (by) => bySystem((tx) => photoOf(tx, by)),
    colleague: (of, roles = of.roles) => ({ ...of, personId: randomUUIDv7(), postId: randomUUIDv7(), roles }),
  }
}
