import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { castOf, deedsOf, did, foundAt, type Cast } from '../../../main/testing/hazardStory.ts'
import { testNow } from '../../../main/testing/testHouse.ts'
import { openTestHazards, testNeeds, type TestHazards } from '../../../main/testing/testHazards.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { insertTightened } from '../../law/server/tightenedStore.ts'
import { evolve } from '../rules/apply.ts'
import type { Hazard } from '../rules/hazard.ts'
import { escalate, escalateHazard } from './escalate.ts'
import { hazardInScope, historyOf } from './hazardStore.ts'
import { limitListeners } from './limitListeners.ts'
import type { UnitFacts } from './unitStore.ts'

let house: TestHazards
let cast: Cast
let deeds: ReturnType<typeof deedsOf>
let unit: UnitFacts

beforeAll(async () => {
  house = await openTestHazards()
  cast = await castOf(house)
  deeds = deedsOf(house)
})
afterAll(() => house.close())
beforeEach(async () => {
  house.setClock(testNow)
  unit = await house.unit({ regionCode: cast.principal.regionCode, organisationId: cast.principal.organisationId })
})

const told = async ({ id }: Hazard): Promise<readonly string[]> => {
  const history = await house.bySystem((tx) => historyOf(tx, unit.unitId, id))
  return history.flatMap((event) => (event.kind === 'escalated' ? [`${event.escalation.owed}/${event.escalation.tier}`] : []))
}

const onDesk = (reader: PersonActor, { id }: Hazard) =>
  house.done(reader, async (tx) =>
    ok(
      (
        await sql<{ kind: string; detail: string }>`select kind, detail from hazards.owed where record_id = ${`${unit.unitId}.${id}`}
          and (owner_person_id = ${reader.personId}::uuid or owner_role = any(${[...reader.roles]}::text[])) order by kind`.execute(
          tx.tables(),
        )
      ).rows.map(({ kind }) => kind),
    ),
  )

const running = async (): Promise<Hazard> =>
  did(
    house,
    await foundAt(house, unit, cast.inspector),
    [cast.inspector, deeds.general],
    [cast.inspector, deeds.order(cast.worker)],
    [cast.worker, deeds.start],
  )

describe('a step that is late', () => {
  it('is told to who owes it, then tier by tier, each once however often it is looked for', async () => {
    const hazard = await running()
    house.setClock('2026-12-01T15:59:00Z')
    await escalate(house.services, testNeeds)
    expect(await told(hazard)).toEqual([])
    house.setClock('2026-12-01T16:00:00Z')
    await Promise.all([escalate(house.services, testNeeds), escalate(house.services, testNeeds)])
    await escalate(house.services, testNeeds)
    expect(await told(hazard)).toEqual(['rectify/unit'])
    house.setClock('2026-12-13T00:00:00Z')
    await escalate(house.services, testNeeds)
    expect(await told(hazard)).toEqual(['rectify/unit', 'rectify/county', 'rectify/city'])
    expect(await escalate(house.services, testNeeds)).toBe(0)
  })

  it('stands on the desk of each tier that was told, and leaves it when the step is done', async () => {
    const hazard = await running()
    expect(await onDesk(cast.worker, hazard)).toEqual(['rectify'])
    expect(await onDesk(cast.officer, hazard)).toEqual([])
    house.setClock('2026-12-13T00:00:00Z')
    await escalate(house.services, testNeeds)
    expect(await onDesk(cast.officer, hazard)).toEqual(['late'])
    expect(await onDesk(cast.city, hazard)).toEqual(['late'])
    expect(await onDesk(cast.worker, hazard)).toEqual(['rectify'])
    await did(house, hazard, [cast.worker, await deeds.selfCheck(cast.worker)])
    expect(await onDesk(cast.officer, hazard)).toEqual([])
    expect(await onDesk(cast.inspector, hazard)).toEqual(['review'])
    expect(await onDesk(cast.city, hazard)).toEqual([])
  })

  it('is owed by the department that has it in charge, not by the one beside it, nor by who had a hand in it', async () => {
    const hazard = await did(house, await running(), [cast.worker, await deeds.selfCheck(cast.worker)])
    expect(await onDesk(cast.inspector, hazard)).toEqual(['review'])
    expect(await onDesk(house.colleague(cast.inspector), hazard)).toEqual(['review'])
    const beside = { ...house.colleague(cast.inspector), organisationId: cast.city.organisationId }
    expect(await onDesk(beside, hazard)).toEqual([])
    const own = await did(
      house,
      await foundAt(house, unit, cast.safety),
      [cast.safety, deeds.general],
      [cast.safety, deeds.order(cast.safety)],
      [cast.safety, deeds.start],
      [cast.safety, await deeds.selfCheck(cast.safety)],
    )
    expect(await onDesk(cast.safety, own)).toEqual([])
    expect(await onDesk(house.colleague(cast.safety), own)).toEqual(['review'])
  })

  it('falls due sooner where the organisation has tightened its limit, at once', async () => {
    const hazard = await foundAt(house, unit, cast.safety)
    const due = async () =>
      (await house.services.database.pool.query('select step_due_at from hazards.hazard where id = $1', [hazard.id])).rows[0]
    const before = await due()
    const tightening = { key: 'hazards.step.classifyDays', value: 1, reason: '本单位要求' }
    await house.done(cast.safety, async (tx) => ok(await insertTightened(tx, cast.safety, tightening)))
    const [listener] = limitListeners(testNeeds)
    const event = {
      id: crypto.randomUUID(),
      at: testNow.toString(),
      type: 'law.limitTightened',
      regionCode: unit.regionCode,
      payload: { key: tightening.key, organisationId: cast.safety.organisationId },
    }
    await transact(house.services, { actor: systemActor('test') }, (tx) => listener!.run(tx, event))
    expect(before).toEqual({ step_due_at: '2026-11-27T16:00:00.000Z' })
    expect(await due()).toEqual({ step_due_at: '2026-11-25T16:00:00.000Z' })
  })

  it('survives a worker that dies between the telling and its end: nothing half told, nothing told twice', async () => {
    const hazard = await running()
    house.setClock('2026-12-13T00:00:00Z')
    const key = { unitId: unit.unitId, id: hazard.id }
    const dying = transact(house.services, { actor: systemActor('test') }, async (tx) => {
      await escalateHazard(tx, testNeeds, key)
      throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect(await told(hazard)).toEqual([])
    await escalate(house.services, testNeeds)
    await escalate(house.services, testNeeds)
    expect(await told(hazard)).toEqual(['rectify/unit', 'rectify/county', 'rectify/city'])
    const history = await house.bySystem((tx) => historyOf(tx, unit.unitId, hazard.id))
    expect(await house.bySystem((tx) => hazardInScope(tx, unit.unitId, hazard.id))).toMatchObject({ hazard: evolve(history) })
    const { rows } = await house.services.database.pool.query(
      `select payload -> 'whom' ->> 'tier' as tier from work.event where type = 'hazards.hazardEscalated' and record_id = $1 order by payload ->> 'version'`,
      [`${unit.unitId}.${hazard.id}`],
    )
    expect(rows).toEqual([{ tier: 'unit' }, { tier: 'county' }, { tier: 'city' }])
  })

  it('does not make the merge refuse who acts meanwhile', async () => {
    const hazard = await running()
    house.setClock('2026-12-13T00:00:00Z')
    await escalate(house.services, testNeeds)
    const after = await did(house, hazard, [cast.worker, await deeds.selfCheck(cast.worker)])
    expect(after).toMatchObject({ state: 'selfChecked', version: 8 })
  })
})
