import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor, Scope } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import { transact, type Tx } from '../database/transaction.ts'
import { listAudit, recordHistory, revealAudit, type AuditFilter, type AuditRow, verificationState } from './read.ts'
import { testAudit, testDeed, testPerson, type Furnished, type TestAudit } from './testAudit.ts'
import { verifyAudit } from './verify.ts'

let audit: TestAudit

/** Six deeds, a second apart. */
const sixDeeds: Furnished = {
  name: 'audit_six_deeds',
  furnish: async ({ record }) => {
    const li = testPerson({ personId: 'li' })
    await record(
      [testDeed({ regionCode: '330114001', record: { kind: 'hazard', id: 'h1' }, action: 'hazard.report', after: { state: 'open' } })],
      li,
    )
    await record([
      testDeed({ regionCode: '330114002', organisationId: 'plant-1', record: { kind: 'permit', id: 'p1' }, action: 'permit.issue' }),
    ])
    await record([
      testDeed({
        regionCode: '330114002',
        organisationId: 'plant-2',
        record: { kind: 'permit', id: 'p2' },
        action: 'permit.issue',
        result: 'refused',
        refusalCode: 'GAS_TEST_STALE',
      }),
    ])
    await record([testDeed({ regionCode: '330102001', record: { kind: 'hazard', id: 'h2' } })])
    await record([testDeed({ regionCode: '340100', record: { kind: 'hazard', id: 'h3' } })])
    await record(
      [
        testDeed({
          regionCode: '330114001',
          record: { kind: 'hazard', id: 'h1' },
          action: 'hazard.close',
          personal: { personId: 'zhang', before: { phone: '1' }, after: null },
        }),
      ],
      li,
    )
  },
}

beforeEach(async () => {
  audit = await testAudit(sixDeeds)
  audit.setClock('2026-11-24T01:00:00Z')
  return () => audit.close()
})

const everything: Scope = { lo: '', hi: ':', organisationId: null }
const zhejiang: Scope = { lo: '33', hi: '34', organisationId: null }
const qiantang: Scope = { lo: '330114', hi: '330115', organisationId: null }
const plantOne: Scope = { ...qiantang, organisationId: 'plant-1' }

const within = async <Value>(
  scope: Scope,
  work: (tx: Tx) => Promise<Result<Value>>,
  actor: Actor = testPerson({ scope }),
): Promise<Result<Value>> => transact(audit.services, { actor }, work)

const idsIn = (rows: readonly AuditRow[]): string[] => rows.map(({ recordId }) => recordId)

const listed = async (scope: Scope, filter: AuditFilter = {}): Promise<string[]> => {
  const list = await within(scope, (tx) => listAudit(tx, filter, { limit: 50 }))
  return list.ok ? idsIn(list.value.rows) : [list.refusal.code]
}

describe('an auditor', () => {
  it.each([
    ['the whole country', everything, ['h1', 'h3', 'h2', 'p2', 'p1', 'h1']],
    ['the province', zhejiang, ['h1', 'h2', 'p2', 'p1', 'h1']],
    ['the county', qiantang, ['h1', 'p2', 'p1', 'h1']],
    ['one organisation', plantOne, ['p1']],
    ['nothing', { lo: '', hi: '', organisationId: null }, []],
  ])('of %s sees that, newest first', async (_where, scope, ids) => {
    expect(await listed(scope)).toEqual(ids)
  })

  it.each([
    ['the whole country', `set local anlan.lo = ''; set local anlan.hi = ':'; set local anlan.organisation_id = ''`, 6],
    ['the county', `set local anlan.lo = '330114'; set local anlan.hi = '330115'; set local anlan.organisation_id = ''`, 4],
    ['one organisation', `set local anlan.lo = '330114'; set local anlan.hi = '330115'; set local anlan.organisation_id = 'plant-1'`, 1],
    ['a range without an organisation setting', `set local anlan.lo = ''; set local anlan.hi = ':'`, 0],
    ['no setting at all', '', 0],
  ])('of %s gets no more from the database by a query that forgets the scope', async (_where, settings, count) => {
    const rows = await audit.services.database.kysely.transaction().execute(async (trx) => {
      await sql.raw(`set local role anlan_app; ${settings}`).execute(trx)
      return (await sql`select from audit.entry`.execute(trx)).rows
    })
    expect(rows).toHaveLength(count)
  })

  it.each<[AuditFilter, string[]]>([
    [{ region: { lo: '3301', hi: '3302' } }, ['h1', 'h2', 'p2', 'p1', 'h1']],
    [{ region: { lo: '340000', hi: '35' } }, []],
    [{ organisationId: 'plant-2' }, ['p2']],
    [{ personId: 'li' }, ['h1', 'h1']],
    [{ action: 'permit.issue' }, ['p2', 'p1']],
    [{ recordKind: 'hazard' }, ['h1', 'h2', 'h1']],
    [{ recordKind: 'hazard', recordId: 'h2' }, ['h2']],
    [{ result: 'refused' }, ['p2']],
    [{ from: '2026-11-24T00:00:02Z', to: '2026-11-24T00:00:04Z' }, ['p2', 'p1']],
    [{ personId: 'li', result: 'refused' }, []],
  ])('finds by %j', async (filter, ids) => {
    expect(await listed(zhejiang, filter)).toEqual(ids)
  })

  it('turns pages that neither repeat nor leave out, also while others write and at one instant', async () => {
    const actor = testPerson({ personId: 'wang' })
    await audit.record(
      Array.from({ length: 10 }, (_, place) =>
        testDeed({ regionCode: `3301${10 + (place % 3)}`, record: { kind: 'page', id: String(place) } }),
      ),
      actor,
    )
    const all = await listed(zhejiang, { recordKind: 'page' })
    const turned: string[] = []
    for (let after: string | null | undefined = undefined; after !== null;) {
      const page: { ids: string[]; next: string | null } = await within(zhejiang, async (tx) => {
        const list = await listAudit(tx, { recordKind: 'page' }, after == null ? { limit: 3 } : { limit: 3, after })
        return list.ok ? ok({ ids: idsIn(list.value.rows), next: list.value.next }) : list
      }).then((result) => (result.ok ? result.value : { ids: [result.refusal.code], next: null }))
      turned.push(...page.ids)
      after = page.next
      await audit.record([testDeed({ regionCode: '330110', record: { kind: 'page', id: 'later' } })])
    }
    expect(turned).toEqual(all)
    expect(new Set(turned).size).toBe(10)
  })

  it.each(['', 'x', '2026-11-24T00:00:00.000Z~0~region:330114', "2026-11-24T00:00:00.000Z~1~' or true --"])(
    'is told that %j is no page',
    async (after) => {
      expect(await within(zhejiang, (tx) => listAudit(tx, {}, { limit: 3, after }))).toMatchObject({
        ok: false,
        refusal: { code: 'INPUT_INVALID' },
      })
    },
  )

  it('reads what was ever done to one record, and only within the scope', async () => {
    const history = await within(qiantang, (tx) => recordHistory(tx, 'hazard', 'h1'))
    expect(history).toMatchObject({
      ok: true,
      value: {
        next: null,
        rows: [
          {
            action: 'hazard.close',
            seq: 2,
            chain: 'region:330114',
            at: '2026-11-24T00:00:06.000Z',
            personId: 'li',
            postId: 'post-1',
            hasPersonal: true,
            subjectId: 'zhang',
            before: { state: 'open' },
          },
          { action: 'hazard.report', seq: 1, hasPersonal: false, subjectId: null, after: { state: 'open' } },
        ],
      },
    })
    expect(await within(qiantang, (tx) => recordHistory(tx, 'hazard', 'h2'))).toMatchObject({ value: { rows: [] } })
  })
})

describe('personal values of an entry', () => {
  const entry = { chain: 'region:330114', seq: 2 }

  it('are opened with a purpose, and that is itself on the record', async () => {
    const actor = testPerson({ personId: 'auditor', scope: qiantang })
    expect(await within(qiantang, (tx) => revealAudit(tx, entry, '核查举报'), actor)).toEqual({
      ok: true,
      value: { before: { phone: '1' }, after: null, destroyed: false },
    })
    const [deed] = await audit.owner(`select * from audit.entry where action = 'audit.reveal'`)
    expect(deed).toMatchObject({
      person_id: 'auditor',
      record_id: 'region:330114/2',
      purpose: '核查举报',
      chain: 'region:330114',
      after: '{"subjectId":"zhang"}',
    })
    expect((await verifyAudit(audit.services)).brokenAt).toBeNull()
  })

  it.each([
    ['without a purpose', qiantang, entry, ' ', 'PURPOSE_MISSING'],
    ['outside the scope', { lo: '330102', hi: '330103', organisationId: null }, entry, '核查', 'RECORD_NOT_FOUND'],
    ['of another organisation', plantOne, { chain: 'org:plant-2', seq: 1 }, '核查', 'RECORD_NOT_FOUND'],
    ['where there is no entry', qiantang, { chain: 'region:330114', seq: 3 }, '核查', 'RECORD_NOT_FOUND'],
  ])('are not opened %s, and nothing is put on the record', async (_how, scope, which, purpose, code) => {
    expect(await within(scope, (tx) => revealAudit(tx, which, purpose))).toMatchObject({ ok: false, refusal: { code } })
    expect(await audit.owner('select from audit.entry')).toHaveLength(6)
  })

  it('are gone for ever once the key of the person was destroyed, and the chain stays whole', async () => {
    await within(everything, async (tx) => {
      await tx.secrets.destroyKeyOf(tx.tables<unknown>(), 'zhang')
      tx.audit(
        testDeed({
          action: 'person.delete',
          record: { kind: 'person', id: 'zhang' },
          personal: { personId: 'zhang', before: { phone: '1' } },
        }),
      )
      return ok(null)
    })
    expect(await within(qiantang, (tx) => revealAudit(tx, entry, '核查举报'))).toEqual({
      ok: true,
      value: { before: null, after: null, destroyed: true },
    })
    expect(await within(qiantang, (tx) => revealAudit(tx, { ...entry, seq: 3 }, '核查举报'))).toMatchObject({
      value: { before: null, destroyed: true },
    })
    expect((await verifyAudit(audit.services)).brokenAt).toBeNull()
  })

  it('are nothing where the entry has none', async () => {
    expect(await within(qiantang, (tx) => revealAudit(tx, { ...entry, seq: 1 }, '核查举报'))).toEqual({
      ok: true,
      value: { before: null, after: null, destroyed: false },
    })
  })
})

describe('the state of the verification', () => {
  const state = () => within(everything, async (tx) => ok(await verificationState(tx)))

  it('is unknown before the first, and says that one is under way', async () => {
    expect(await state()).toEqual({ ok: true, value: { lastVerified: null, running: false } })
    await audit.owner(`insert into audit.verification (started_at) values ('2026-11-24T00:30:00Z')`)
    expect(await state()).toEqual({ ok: true, value: { lastVerified: null, running: true } })
  })

  it('does not wait for one whose process died', async () => {
    await audit.owner(`insert into audit.verification (started_at) values ('2026-11-23T18:00:00Z')`)
    expect(await state()).toMatchObject({ value: { running: false } })
    await audit.owner(`insert into audit.verification (started_at) values ('2026-11-24T00:30:00Z')`)
    await audit.owner(`insert into audit.verification (started_at, finished_at) values ('2026-11-24T00:40:00Z', '2026-11-24T00:41:00Z')`)
    expect(await state()).toMatchObject({ value: { running: false, lastVerified: { at: '2026-11-24T00:41:00.000Z' } } })
  })
})
