import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { anonymous, systemActor } from '../../kernel/actor.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { transact } from '../database/transaction.ts'
import { chainOf } from './append.ts'
import { writeCheckpoint } from './checkpoint.ts'
import type { Json } from './entry.ts'
import type { Fault } from './fault.ts'
import { testAudit, testDeed, testPerson, type TestAudit } from './testAudit.ts'
import { verifyAudit } from './verify.ts'

let audit: TestAudit

const broken = async (): Promise<Fault | null> => (await verifyAudit(audit.services)).brokenAt
const whole = async (): Promise<void> => expect(await broken()).toBeNull()

describe('the record of a deed', () => {
  beforeEach(async () => {
    audit = await testAudit()
    return () => audit.close()
  })

  it('says who, in which post, what, which record, before and after, when, from where, and with what result', async () => {
    const actor = testPerson({ personId: 'zhang', postId: 'inspector-7' })
    audit.setClock('2026-03-01T04:05:06.070Z')
    await transact(audit.services, { actor, request: { requestId: 'request-9', address: '10.1.2.3', device: 'Firefox' } }, async (tx) => {
      tx.audit({
        action: 'hazard.close',
        record: { kind: 'hazard', id: 'h-1' },
        regionCode: '330114001',
        organisationId: 'plant-1',
        before: { z: 1, a: [null, true] },
        after: { text: '整改' },
        purpose: '复查',
      })
      return ok(null)
    })
    const [row] = await audit.owner(`select *, at::text as at_text, encode(previous_hash, 'hex') as previous from audit.entry`)
    expect(row).toMatchObject({
      chain: 'org:plant-1',
      seq: 1,
      version: 1,
      at_text: '2026-03-01 04:05:06.07+00',
      actor_kind: 'person',
      person_id: 'zhang',
      post_id: 'inspector-7',
      actor_name: null,
      action: 'hazard.close',
      record_kind: 'hazard',
      record_id: 'h-1',
      region_code: '330114001',
      organisation_id: 'plant-1',
      before: '{"a":[null,true],"z":1}',
      after: '{"text":"整改"}',
      subject_id: null,
      purpose: '复查',
      result: 'done',
      refusal_code: null,
      request_id: 'request-9',
      address: '10.1.2.3',
      device: 'Firefox',
      previous: '00'.repeat(32),
    })
    expect(await broken()).toBeNull()
  })

  it('names the job where the product itself acted, and nobody where nobody had signed in', async () => {
    await audit.record([testDeed({ result: 'refused', refusalCode: 'PASSWORD_WRONG' })], anonymous)
    await audit.record([testDeed()], systemActor('desk.remind'))
    expect(await audit.owner('select actor_kind, person_id, actor_name, result, refusal_code from audit.entry order by seq')).toEqual([
      { actor_kind: 'anonymous', person_id: null, actor_name: null, result: 'refused', refusal_code: 'PASSWORD_WRONG' },
      { actor_kind: 'system', person_id: null, actor_name: 'desk.remind', result: 'done', refusal_code: null },
    ])
  })

  it.each([
    [{ regionCode: '330114001001', organisationId: 'plant-1' }, 'org:plant-1'],
    [{ regionCode: '330114001001' }, 'region:330114'],
    [{ regionCode: '330114', organisationId: null }, 'region:330114'],
    [{ regionCode: '330100' }, 'region:330100'],
    [{ regionCode: '' }, 'region:'],
  ])('goes into the chain of its organisation, or else of its county: %j into %s', (entry, chain) => {
    expect(chainOf(entry)).toBe(chain)
  })

  it('keeps personal values sealed, and neither row nor chain shows them', async () => {
    await audit.record([testDeed({ personal: { personId: 'zhang', before: { phone: '13800138000' }, after: { phone: '13900139000' } } })])
    const [row] = await audit.owner('select e::text as row, sealed_after, subject_id from audit.entry e')
    expect(row!['row']).not.toMatch(/138001|139001|phone/)
    expect(row!['subject_id']).toBe('zhang')
    const opened = await audit.services.secrets.openFor(audit.services.database.kysely, 'zhang', row!['sealed_after'] as string)
    expect(opened).toBe('{"phone":"13900139000"}')
  })

  it('is written with the change or not at all', async () => {
    const { services } = audit
    const refused = await transact(services, { actor: systemActor('test') }, async (tx) => {
      tx.audit(testDeed())
      return refuse('NO', {})
    })
    expect(refused.ok).toBe(false)
    const thrown = transact(services, { actor: systemActor('test') }, async (tx) => {
      tx.audit(testDeed())
      throw new Error('a bug')
    })
    await expect(thrown).rejects.toThrow('a bug')
    expect(await audit.owner('select from audit.entry')).toHaveLength(0)
    await audit.record([testDeed(), testDeed()])
    expect(await broken()).toBeNull()
  })

  it('hashes what the database holds, whatever the characters', async () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('\\', '\t', '\n', '\r', '\v', '\f', '\b', '\0', 'N', '"', '\uD83D', '安', '\u2028') }),
    )
    const anyDeed = fc.record({
      id: anyText,
      purpose: anyText,
      device: anyText,
      after: fc.jsonValue() as fc.Arbitrary<Json>,
    })
    await fc.assert(
      fc.asyncProperty(fc.array(anyDeed, { minLength: 1, maxLength: 20 }), async (deeds) => {
        await transact(
          audit.services,
          { actor: systemActor('test'), request: { requestId: null, address: null, device: deeds[0]!.device } },
          async (tx) => {
            for (const { id, purpose, after } of deeds) tx.audit(testDeed({ record: { kind: 'any', id }, purpose, after }))
            return ok(null)
          },
        )
        expect(await broken()).toBeNull()
      }),
      { numRuns: 25 },
    )
  })

  it('cuts a device that says too much of itself, also in the midst of a character', async () => {
    await transact(
      audit.services,
      { actor: systemActor('test'), request: { requestId: null, address: null, device: 'x'.repeat(199) + '🙂 and more' } },
      async (tx) => {
        tx.audit(testDeed())
        return ok(null)
      },
    )
    expect(await audit.owner('select device from audit.entry')).toEqual([{ device: 'x'.repeat(199) + '\uFFFD' }])
    expect(await broken()).toBeNull()
  })
})

describe('appending at the same time', () => {
  beforeEach(async () => {
    audit = await testAudit()
    return () => audit.close()
  })
  afterEach(whole)

  it('leaves no gap and no fork: 50 transactions over 5 chains, some refused, some of several chains in any order', async () => {
    const regions = ['330102', '330105', '330106', '330110', '330114']
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        transact(audit.services, { actor: systemActor(`turn-${turn}`) }, async (tx) => {
          // A different number of chains each, begun at a different one and gone through in either direction.
          const chains = Array.from({ length: 1 + (turn % 5) }, (_unused, place) => regions[(turn + place) % 5]!)
          for (const regionCode of turn % 2 ? chains : chains.toReversed()) {
            tx.audit(testDeed({ regionCode, after: { turn } }))
            tx.audit(testDeed({ regionCode, personal: { personId: `person-${turn % 3}`, after: turn } }))
          }
          return turn % 7 === 3 ? refuse('NO', {}) : ok(turn)
        }),
      ),
    )
    const done = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []))
    expect(done).toHaveLength(43)
    const expected = done.reduce((sum, turn) => sum + 2 * (1 + (turn % 5)), 0)
    expect(await audit.owner('select count(*)::int as rows, count(distinct chain)::int as chains from audit.entry')).toEqual([
      { rows: expected, chains: 5 },
    ])
    const gaps = await audit.owner('select chain from audit.entry group by chain having min(seq) <> 1 or max(seq) <> count(*)')
    expect(gaps).toEqual([])
    const torn = await audit.owner(`select actor_name, chain from audit.entry group by 1, 2 having max(seq) - min(seq) + 1 <> count(*)`)
    expect(torn).toEqual([])
  })

  it('waits for nobody who works on another chain', async () => {
    let letGo = (): void => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const holder = audit.services.database.kysely.transaction().execute(async (trx) => {
      await sql`select audit.lock_chains(array['region:330102'])`.execute(trx)
      await held
    })
    await audit.record([testDeed({ regionCode: '330114' })])
    expect(await audit.owner('select chain from audit.entry')).toEqual([{ chain: 'region:330114' }])
    letGo()
    await holder
    await audit.record([testDeed({ regionCode: '330102' })])
  })

  it('goes on while a checkpoint is written, and the checkpoint ties only what stands', async () => {
    const [written] = await Promise.all([
      Promise.all(Array.from({ length: 5 }, () => writeCheckpoint(audit.services))),
      Promise.all(Array.from({ length: 30 }, (_, turn) => audit.record([testDeed({ regionCode: `33010${turn % 6}` })]))),
    ])
    const numbers = written.flatMap((checkpoint) => (checkpoint ? [checkpoint.number] : []))
    expect(new Set(numbers)).toEqual(new Set(numbers.map((_, place) => place + 1)))
    await audit.record([testDeed()])
    expect(await writeCheckpoint(audit.services)).toMatchObject({ number: numbers.length + 1 })
    expect(await writeCheckpoint(audit.services)).toBeNull()
  })
})

describe('the application', () => {
  const asApp = (statement: string): Promise<unknown> =>
    audit.services.database.kysely.transaction().execute(async (trx) => {
      await sql
        .raw(`set local role anlan_app; set local anlan.lo = ''; set local anlan.hi = ':'; set local anlan.organisation_id = ''`)
        .execute(trx)
      return sql.raw(statement).execute(trx)
    })

  beforeAll(async () => {
    audit = await testAudit()
    await audit.record([testDeed(), testDeed()])
  })
  afterAll(() => audit.close())
  afterEach(whole)

  it.each([
    `update audit.entry set action = 'x'`,
    `delete from audit.entry`,
    `truncate audit.entry`,
    `insert into audit.entry select * from audit.entry`,
    `update audit.chain_head set seq = 1`,
    `delete from audit.chain_head`,
    `insert into audit.anchor values ('region:330114', 1, decode(repeat('00', 32), 'hex'))`,
    `delete from audit.checkpoint`,
    `update audit.checkpoint_head set seq = 1`,
    `update audit.verification set broken_at = null`,
    `drop table audit.entry`,
    `alter table audit.entry disable row level security`,
  ])('can not: %s', async (statement) => {
    await expect(asApp(statement)).rejects.toMatchObject({ code: '42501' })
  })

  it('can not write over the end of a chain, nor fork it, nor leave a gap', async () => {
    const copy = (seq: number): string => `select audit.append((select json_agg(json_build_object(
      'chain', chain, 'seq', ${seq}, 'version', 1, 'at', at, 'actor_kind', 'system', 'action', 'a', 'record_kind', 'k', 'record_id', 'i',
      'region_code', '330114', 'result', 'done', 'previous_hash', previous_hash, 'hash', hash)) from audit.entry where seq = 2))`
    for (const seq of [1, 2, 3, 4]) await expect(asApp(copy(seq))).rejects.toMatchObject({ code: 'P0001' })
  })
})
