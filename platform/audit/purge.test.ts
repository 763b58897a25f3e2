import { beforeEach, describe, expect, it } from 'vitest'
import { writeCheckpoint } from './checkpoint.ts'
import { purgeAudit } from './purge.ts'
import { testAudit, testDeed, type Furnished, type TestAudit } from './testAudit.ts'
import { verifyAudit } from './verify.ts'

let audit: TestAudit

/** In three chains: one row a month of 2026 from January to November, the last in a county where nothing happens after March. */
const elevenMonths: Furnished = {
  name: 'audit_eleven_months',
  furnish: async ({ record, setClock, services }) => {
    for (let month = 1; month <= 11; month += 1) {
      setClock(`2026-${String(month).padStart(2, '0')}-10T00:00:00Z`)
      await record([testDeed({ regionCode: '330102' }), testDeed({ organisationId: 'plant' })])
      if (month <= 3) await record([testDeed({ regionCode: '330114' })])
      await writeCheckpoint(services)
    }
  },
}

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const broken = async (): Promise<unknown> => (await verifyAudit(audit.services)).brokenAt
const seqs = async (chain: string): Promise<unknown[]> =>
  (await audit.owner(`select seq from audit.entry where chain = '${chain}' order by seq`)).map(({ seq }) => seq)

beforeEach(async () => {
  audit = await testAudit(elevenMonths)
  audit.setClock('2026-11-24T04:00:00Z')
  return () => audit.close()
})

describe('a purge', () => {
  it.each([
    // today in Beijing, the latest `before`, through when the day it would take must be kept
    ['2026-11-24T04:00:00Z', '2026-05-24', '2026-11-24'],
    ['2026-11-23T16:00:00Z', '2026-05-24', '2026-11-24'],
    ['2026-11-23T15:59:59Z', '2026-05-23', '2026-11-23'],
    // Seven days of February and March are kept through the last of August by turns: 民法典 art. 202.
    ['2026-08-31T04:00:00Z', '2026-03-01', '2026-09-01'],
    ['2026-08-28T04:00:00Z', '2026-02-28', '2026-08-28'],
  ])(
    'of what is younger than six calendar months is refused: 网络安全法 art. 21(3); at %s the latest is %s',
    async (now, latest, keptThrough) => {
      audit.setClock(now)
      const before = day(latest).add({ days: 1 })
      expect(await purgeAudit(audit.services, { before })).toEqual({
        ok: false,
        refusal: { code: 'AUDIT_TOO_YOUNG', facts: { before: before.toString(), keptThrough, latestBefore: latest, months: 6 } },
      })
      expect(await audit.owner('select from audit.entry')).toHaveLength(25)
      expect((await purgeAudit(audit.services, { before: day(latest) })).ok).toBe(true)
    },
  )

  it('keeps longer where longer is asked for, and never less', async () => {
    expect(await purgeAudit(audit.services, { before: day('2026-05-24'), months: 8 })).toMatchObject({
      ok: false,
      refusal: { facts: { months: 8, latestBefore: '2026-03-24' } },
    })
    expect(await purgeAudit(audit.services, { before: day('2026-07-01'), months: 1 })).toMatchObject({
      ok: false,
      refusal: { facts: { months: 6 } },
    })
  })

  it('takes what is older from every chain, and what is left is whole', async () => {
    expect(await purgeAudit(audit.services, { before: day('2026-05-01') })).toEqual({
      ok: true,
      value: { rows: 11, chains: 3, checkpoints: 4 },
    })
    expect(await seqs('region:330102')).toEqual([5, 6, 7, 8, 9, 10, 11, 12])
    expect(await seqs('region:330114')).toEqual([4])
    expect(await broken()).toBeNull()
    await audit.record([testDeed({ regionCode: '330114' })])
    await writeCheckpoint(audit.services)
    expect(await broken()).toBeNull()
  })

  it('is itself on the record, in every chain that it cut', async () => {
    await purgeAudit(audit.services, {
      before: day('2026-02-01'),
      request: { requestId: null, address: null, device: 'terminal of operator' },
    })
    const deeds = await audit.owner(
      `select chain, actor_name, record_kind, record_id, region_code, organisation_id, after, device from audit.entry where action = 'audit.purge' order by chain`,
    )
    expect(deeds).toEqual(
      [
        { chain: 'org:plant', region_code: '330114001', organisation_id: 'plant' },
        { chain: 'region:330102', region_code: '330102', organisation_id: null },
        { chain: 'region:330114', region_code: '330114', organisation_id: null },
      ].map((row) => ({
        ...row,
        actor_name: 'audit.purge',
        record_kind: 'auditChain',
        record_id: row.chain,
        after: '{"before":"2026-02-01","lastSeq":1}',
        device: 'terminal of operator',
      })),
    )
  })

  it('cuts by the day in Beijing', async () => {
    audit.setClock('2026-11-24T04:00:00Z')
    await audit.owner('truncate audit.entry, audit.chain_head, audit.checkpoint, audit.checkpoint_head')
    for (const at of ['2026-05-01T15:59:58Z', '2026-05-01T15:59:59Z']) {
      audit.setClock(at)
      await audit.record([testDeed({ regionCode: '330102' })])
    }
    audit.setClock('2026-11-24T04:00:00Z')
    expect(await purgeAudit(audit.services, { before: day('2026-05-02') })).toMatchObject({ value: { rows: 1 } })
    expect(await seqs('region:330102')).toEqual([2, 3])
  })

  it('stops before the first entry that stays, though an older one stands behind it', async () => {
    await audit.owner('truncate audit.entry, audit.chain_head, audit.checkpoint, audit.checkpoint_head')
    for (const at of ['2026-04-01T00:00:00Z', '2026-05-02T00:00:00Z', '2026-04-01T00:00:00Z']) {
      audit.setClock(at)
      await audit.record([testDeed({ regionCode: '330102' })])
    }
    audit.setClock('2026-11-24T04:00:00Z')
    await purgeAudit(audit.services, { before: day('2026-05-01') })
    expect(await seqs('region:330102')).toEqual([2, 3, 4])
    expect(await broken()).toBeNull()
  })

  it('may follow on another, and one that finds nothing leaves nothing', async () => {
    await purgeAudit(audit.services, { before: day('2026-02-01') })
    expect(await purgeAudit(audit.services, { before: day('2026-02-01') })).toEqual({
      ok: true,
      value: { rows: 0, chains: 0, checkpoints: 0 },
    })
    expect(await purgeAudit(audit.services, { before: day('2026-04-01') })).toMatchObject({ value: { rows: 6, chains: 3 } })
    expect(await broken()).toBeNull()
  })

  it('may run beside another and beside those who write', async () => {
    const purges = [purgeAudit(audit.services, { before: day('2026-04-01') }), purgeAudit(audit.services, { before: day('2026-04-01') })]
    const writers = Array.from({ length: 30 }, (_, turn) => audit.record([testDeed({ regionCode: turn % 2 ? '330102' : '330114' })]))
    const [first, second] = await Promise.all(purges)
    await Promise.all(writers)
    const rows = [first, second].map((purge) => (purge?.ok ? purge.value.rows : -1))
    expect(rows.toSorted((one, two) => one - two)).toEqual([0, 9])
    expect(await broken()).toBeNull()
  })

  it('goes through more chains than it takes at a time', async () => {
    audit.setClock('2026-03-01T00:00:00Z')
    await audit.record(Array.from({ length: 230 }, (_, place) => testDeed({ organisationId: `org-${place}` })))
    audit.setClock('2026-11-24T04:00:00Z')
    expect(await purgeAudit(audit.services, { before: day('2026-04-01') })).toMatchObject({ value: { rows: 239, chains: 233 } })
    expect(await broken()).toBeNull()
  })
})

describe('after a purge', () => {
  beforeEach(() => purgeAudit(audit.services, { before: day('2026-05-01') }))

  it('the chain and the checkpoints say where they begin now', async () => {
    expect(await audit.owner(`select chain, seq from audit.anchor order by chain`)).toEqual([
      { chain: 'org:plant', seq: 4 },
      { chain: 'region:330102', seq: 4 },
      { chain: 'region:330114', seq: 3 },
    ])
    expect(await audit.owner('select min(number) as first, max(anchor) as anchor from audit.checkpoint')).toEqual([{ first: 5, anchor: 4 }])
  })

  it.each([
    [
      'one row more taken away',
      `delete from audit.entry where chain = 'org:plant' and seq = 5`,
      { chain: 'org:plant', seq: 5, why: 'missing' },
    ],
    [
      'the anchor moved on over it',
      `update audit.anchor a set seq = e.seq, hash = e.hash from audit.entry e where a.chain = 'org:plant' and e.chain = 'org:plant' and e.seq = 5;
       delete from audit.entry where chain = 'org:plant' and seq = 5`,
      { chain: 'org:plant', seq: 5, why: 'anchorDiffers' },
    ],
    ['the anchor gone', `delete from audit.anchor where chain = 'org:plant'`, { chain: 'org:plant', seq: 1, why: 'missing' }],
    [
      "the anchor's hash changed",
      `update audit.anchor set hash = decode(repeat('ab', 32), 'hex') where chain = 'org:plant'`,
      { chain: 'org:plant', seq: 5, why: 'changed' },
    ],
    [
      'a row put where purged ones were',
      `insert into audit.entry select e.* from json_populate_recordset(null::audit.entry, (select json_agg(to_json(e)::jsonb || '{"seq": 2}') from audit.entry e where chain = 'org:plant' and seq = 5)) e`,
      { chain: 'org:plant', seq: 2, why: 'inserted' },
    ],
    [
      'a chain gone that has not moved since, with its head and its anchor',
      `delete from audit.entry where chain = 'region:330114'; delete from audit.chain_head where chain = 'region:330114'; delete from audit.anchor where chain = 'region:330114'`,
      { chain: 'region:330114', seq: 1, why: 'missing' },
    ],
    [
      'a checkpoint more taken away',
      `delete from audit.checkpoint where number = 5; delete from audit.checkpoint_head where number = 5`,
      { chain: 'checkpoint', seq: 5, why: 'missing' },
    ],
  ])('%s is found', async (_what, statement, fault) => {
    await audit.owner(statement)
    expect(await broken()).toMatchObject(fault)
  })
})
