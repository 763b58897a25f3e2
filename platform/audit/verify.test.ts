import { beforeEach, describe, expect, it } from 'vitest'
import { secretsUnder } from '../secrets/openSecrets.ts'
import { sm3Hex } from '../secrets/sm.ts'
import { writeCheckpoint } from './checkpoint.ts'
import { checkpointPurpose, hashOfCheckpoint, headLine } from './checkpointLine.ts'
import type { Fault } from './fault.ts'
import { hashedColumns, hashOfRow, noHash, timeText, type HashedRow } from './line.ts'
import { testAudit, testDeed, type Furnished, type TestAudit } from './testAudit.ts'
import { verifyAudit, type VerifyOptions } from './verify.ts'

let audit: TestAudit

const one = 'region:330102'
const two = 'region:330114'

/** Ten rows in each of two chains, by turns, a second apart: row n of chain one at 2n - 1 s, of chain two at 2n s. */
const twoChains: Furnished = {
  name: 'audit_two_chains',
  furnish: async ({ record }) => {
    for (let turn = 1; turn <= 10; turn += 1) {
      await record([
        testDeed({ regionCode: '330102001', after: { turn }, personal: { personId: 'zhang', before: 'a', after: 'b' }, purpose: 'p' }),
      ])
      await record([testDeed({ regionCode: '330114001', after: { turn } })])
    }
  },
}

beforeEach(async () => {
  audit = await testAudit(twoChains)
  audit.setClock(second(20))
  return () => audit.close()
})

const broken = async (options: VerifyOptions = {}): Promise<Fault | null> => (await verifyAudit(audit.services, options)).brokenAt
const owner = (statement: string): Promise<Record<string, unknown>[]> => audit.owner(statement)
const second = (seconds: number): string => new Date(Date.UTC(2026, 10, 24) + seconds * 1000).toISOString()

/** Gives rows of a chain the hash that fits what they say now; with `links` also the hash of the row before, and the head. */
const rehash = async (chain: string, from: number, { to = Number.MAX_SAFE_INTEGER, links = false } = {}): Promise<void> => {
  const rows = (await owner(
    `select ${hashedColumns.map((column) => (column === 'at' || column === 'previous_hash' ? `${column}::text` : column)).join(', ')} from audit.entry
     where chain = '${chain}' and seq >= ${from} and seq <= ${to} order by seq`,
  )) as unknown as HashedRow[]
  const [before] = await owner(`select encode(hash, 'hex') as hash from audit.entry where chain = '${chain}' and seq = ${from - 1}`)
  let previous = (before?.['hash'] as string | undefined) ?? noHash
  for (const row of rows) {
    const linked = links ? { ...row, previous_hash: `\\x${previous}` } : row
    previous = hashOfRow(linked)
    await owner(
      `update audit.entry set previous_hash = '${linked.previous_hash}', hash = '\\x${previous}' where chain = '${chain}' and seq = ${row.seq}`,
    )
  }
  if (links) await moveHead(chain)
}

const moveHead = (chain: string): Promise<unknown> =>
  owner(
    `update audit.chain_head h set seq = e.seq, hash = e.hash from (select * from audit.entry where chain = '${chain}' order by seq desc limit 1) e where h.chain = '${chain}'`,
  )

/** Moves rows to make room, or to close a gap; in steps, because the key is unique at every moment. */
const shift = async (chain: string, from: number, by: number): Promise<void> => {
  await owner(`update audit.entry set seq = seq + 1000 where chain = '${chain}' and seq >= ${from}`)
  await owner(`update audit.entry set seq = seq - 1000 + ${by} where chain = '${chain}' and seq > 1000`)
}

/** A row that was never written, with a hash of its own that is right. */
const insert = async (chain: string, seq: number, { previous = seq - 1 } = {}): Promise<void> => {
  const columns = hashedColumns.filter((column) => column !== 'seq' && column !== 'previous_hash' && column !== 'record_id').join(', ')
  await owner(`insert into audit.entry (seq, previous_hash, hash, record_id, ${columns})
    select ${seq}, (select hash from audit.entry where chain = '${chain}' and seq = ${previous}), hash, 'forged', ${columns}
    from audit.entry where chain = '${chain}' order by seq limit 1`)
  await rehash(chain, seq, { to: seq })
}

describe('a chain that nobody touched', () => {
  it('is whole, and so are the checkpoints', async () => {
    await writeCheckpoint(audit.services)
    await audit.record([testDeed()])
    await writeCheckpoint(audit.services)
    const seen: number[] = []
    expect(await verifyAudit(audit.services, { onProgress: (rows) => seen.push(rows) })).toMatchObject({
      rows: 21,
      chains: 2,
      checkpoints: 2,
      brokenAt: null,
    })
    expect(seen).toEqual([])
  })

  it('is whole when it is empty', async () => {
    await owner('truncate audit.entry, audit.chain_head')
    expect(await verifyAudit(audit.services)).toMatchObject({ rows: 0, chains: 0, checkpoints: 0, brokenAt: null })
  })

  it('is verified as it stood at one moment while others write on', async () => {
    const [found] = await Promise.all([verifyAudit(audit.services), ...Array.from({ length: 20 }, () => audit.record([testDeed()]))])
    expect(found.brokenAt).toBeNull()
  })
})

describe('a change behind its back', () => {
  it.each([
    ['version', '2'],
    ['at', "at + interval '1 microsecond'"],
    ['actor_kind', "'anonymous'"],
    ['person_id', "'zhang'"],
    ['post_id', "'x'"],
    ['actor_name', "''"],
    ['action', "'hazard.opened'"],
    ['record_kind', "record_kind || ' '"],
    ['record_id', "'hazard-2'"],
    ['region_code', "'330102002'"],
    ['organisation_id', "'x'"],
    ['before', 'null'],
    ['after', `'{"turn": 5}'`],
    ['subject_id', "'li'"],
    ['sealed_before', 'null'],
    ['sealed_after', 'sealed_before'],
    ['purpose', "''"],
    ['result', "'refused'"],
    ['refusal_code', "'X'"],
    ['request_id', "'x'"],
    ['address', "'10.0.0.1'"],
    ['device', "'x'"],
    ['previous_hash', "decode(repeat('ab', 32), 'hex')"],
    ['hash', "decode(repeat('ab', 32), 'hex')"],
  ])('of %s is found at its row', async (column, value) => {
    await owner(`update audit.entry set ${column} = ${value} where chain = '${one}' and seq = 5`)
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'changed', at: second(9) })
  })

  it('is tried above for every column but the two that name the row', async () => {
    const columns = await owner(`select attname from pg_attribute where attrelid = 'audit.entry'::regclass and attnum > 0 order by attnum`)
    expect(columns.map(({ attname }) => attname)).toEqual([...hashedColumns, 'hash'])
  })

  it('that moves text from one column into the next is found', async () => {
    await owner(`update audit.entry set record_kind = 'hazar', record_id = 'd' || record_id where chain = '${one}' and seq = 5`)
    expect(await broken()).toMatchObject({ chain: one, seq: 5, why: 'changed' })
  })

  it('is found also when the row got a new hash that fits: the next row names the old one', async () => {
    await owner(`update audit.entry set action = 'x' where chain = '${one}' and seq = 5`)
    await rehash(one, 5, { to: 5 })
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'changed', at: second(9) })
  })

  it('is found also at the last row: the head names the old one', async () => {
    await owner(`update audit.entry set action = 'x' where chain = '${one}' and seq = 10`)
    await rehash(one, 10)
    expect(await broken()).toEqual({ chain: one, seq: 10, why: 'headDiffers', at: second(19) })
  })

  it('is found at the first row', async () => {
    await owner(`update audit.entry set previous_hash = decode(repeat('ab', 32), 'hex') where chain = '${one}' and seq = 1`)
    await rehash(one, 1, { to: 1 })
    expect(await broken()).toEqual({ chain: one, seq: 1, why: 'changed', at: second(1) })
  })

  it('that moves a row to another chain is found where it is missing', async () => {
    await owner(`update audit.entry set chain = 'region:999999' where chain = '${one}' and seq = 5`)
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'missing', at: second(7) })
  })

  it('of several is told where it is oldest', async () => {
    await owner(`update audit.entry set action = 'x' where (chain, seq) in (('${one}', 7), ('${two}', 4), ('${two}', 9))`)
    expect(await broken()).toEqual({ chain: two, seq: 4, why: 'changed', at: second(8) })
  })
})

describe('a row that was removed', () => {
  it('is named', async () => {
    await owner(`delete from audit.entry where chain = '${two}' and seq in (6, 7)`)
    expect(await broken()).toEqual({ chain: two, seq: 6, why: 'missing', at: second(10) })
  })

  it('is named also when it was the first', async () => {
    await owner(`delete from audit.entry where chain = '${two}' and seq <= 3`)
    expect(await broken()).toEqual({ chain: two, seq: 1, why: 'missing', at: second(8) })
  })

  it('is named also when the later ones were numbered anew', async () => {
    await owner(`delete from audit.entry where chain = '${two}' and seq = 6`)
    await shift(two, 7, -1)
    expect(await broken()).toEqual({ chain: two, seq: 6, why: 'missing', at: second(14) })
  })

  it('is found also when the later ones were numbered and hashed anew, each for itself', async () => {
    await owner(`delete from audit.entry where chain = '${two}' and seq = 6`)
    await shift(two, 7, -1)
    await rehash(two, 6)
    expect(await broken()).toEqual({ chain: two, seq: 6, why: 'changed', at: second(14) })
  })
})

describe('a row that was inserted', () => {
  it('in the midst, with a hash of its own that is right, is named: the later ones hash right one place before', async () => {
    await shift(one, 5, 1)
    await insert(one, 5)
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'inserted', at: second(1) })
  })

  it('in the midst, with the later ones hashed anew each for itself, is named: the next one names the one before', async () => {
    await shift(one, 5, 1)
    await insert(one, 5)
    await rehash(one, 6)
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'inserted', at: second(1) })
  })

  it('in the midst, naming no row before it, is named: the next one names the one before', async () => {
    await shift(one, 5, 1)
    await insert(one, 5, { previous: 2 })
    await rehash(one, 6)
    expect(await broken()).toEqual({ chain: one, seq: 5, why: 'inserted', at: second(1) })
  })

  it('behind the last, joined on rightly, is named: the head does not know it', async () => {
    await insert(one, 11)
    expect(await broken()).toEqual({ chain: one, seq: 11, why: 'inserted', at: second(1) })
  })

  it('with a number twice, once the key is gone, is named', async () => {
    await owner('alter table audit.entry drop constraint entry_pkey')
    await owner(`insert into audit.entry select * from audit.entry where chain = '${one}' and seq = 5`)
    expect(await broken()).toMatchObject({ chain: one, seq: 5, why: 'inserted' })
  })

  it('as a chain of its own, that no head knows, is named', async () => {
    await owner(
      `insert into audit.entry select 'region:999999', ${hashedColumns.slice(1).join(', ')}, hash from audit.entry where chain = '${one}' and seq = 1`,
    )
    await rehash('region:999999', 1)
    expect(await broken()).toEqual({ chain: 'region:999999', seq: 1, why: 'headDiffers', at: second(1) })
  })
})

describe('two rows that changed places', () => {
  const swap = async (): Promise<void> => {
    await owner(`update audit.entry set seq = 1000 where chain = '${one}' and seq = 4`)
    await owner(`update audit.entry set seq = 4 where chain = '${one}' and seq = 5`)
    await owner(`update audit.entry set seq = 5 where chain = '${one}' and seq = 1000`)
  }

  it('are found at the first of them: it hashes right one place later', async () => {
    await swap()
    expect(await broken()).toEqual({ chain: one, seq: 4, why: 'missing', at: second(9) })
  })

  it('are found also when both were hashed anew', async () => {
    await swap()
    await rehash(one, 4, { to: 5 })
    expect(await broken()).toEqual({ chain: one, seq: 4, why: 'inserted', at: second(9) })
  })
})

describe('the end of a chain', () => {
  it('that was cut off is found: the head names more', async () => {
    await owner(`delete from audit.entry where chain = '${two}' and seq > 8`)
    expect(await broken()).toEqual({ chain: two, seq: 9, why: 'missing', at: second(16) })
  })

  it('that was cut off together with its head is found: a checkpoint names more', async () => {
    await writeCheckpoint(audit.services)
    await owner(`delete from audit.entry where chain = '${two}' and seq > 8`)
    await moveHead(two)
    expect(await broken()).toEqual({ chain: two, seq: 9, why: 'missing', at: second(20) })
  })

  it.each([
    ["seq = 9, hash = decode(repeat('ab', 32), 'hex')", { seq: 9, why: 'headDiffers', at: second(18) }],
    ["hash = decode(repeat('ab', 32), 'hex')", { seq: 10, why: 'headDiffers', at: second(20) }],
    ['seq = 12', { seq: 11, why: 'missing', at: second(20) }],
  ])('that its head tells otherwise (%s) is found', async (change, fault) => {
    await owner(`update audit.chain_head set ${change} where chain = '${two}'`)
    expect(await broken()).toEqual({ chain: two, ...fault })
  })

  it('without a head is found', async () => {
    await owner(`delete from audit.chain_head where chain = '${two}'`)
    expect(await broken()).toEqual({ chain: two, seq: 10, why: 'headDiffers', at: second(20) })
  })
})

describe('a whole chain that was taken away', () => {
  it('is found by its head', async () => {
    await owner(`delete from audit.entry where chain = '${two}'`)
    expect(await broken()).toEqual({ chain: two, seq: 1, why: 'missing', at: null })
  })

  it('together with its head is found by a checkpoint', async () => {
    await writeCheckpoint(audit.services)
    await owner(`delete from audit.entry where chain = '${two}'`)
    await owner(`delete from audit.chain_head where chain = '${two}'`)
    expect(await broken()).toEqual({ chain: two, seq: 1, why: 'missing', at: second(20) })
  })
})

describe('a chain that was rewritten from some row on, with all its hashes and its head', () => {
  it('is found by the first checkpoint after that row', async () => {
    await writeCheckpoint(audit.services)
    await audit.record([testDeed({ regionCode: '330102' })])
    await writeCheckpoint(audit.services)
    await owner(`update audit.entry set action = 'x' where chain = '${one}' and seq = 5`)
    await rehash(one, 5, { links: true })
    expect(await broken()).toEqual({ chain: one, seq: 10, why: 'checkpointDiffers', at: second(20) })
  })

  it('is not found without a checkpoint: ten minutes are what a forger with the rights of the owner has', async () => {
    await owner(`update audit.entry set action = 'x' where chain = '${one}' and seq = 5`)
    await rehash(one, 5, { links: true })
    expect(await broken()).toBeNull()
  })
})

describe('a beginning that was cut off with an anchor of its own', () => {
  const forge = async (): Promise<void> => {
    await owner(`insert into audit.anchor select chain, seq, hash from audit.entry where chain = '${one}' and seq = 4`)
    await owner(`delete from audit.entry where chain = '${one}' and seq <= 4`)
  }

  it('is found: no checkpoint confirms it', async () => {
    await writeCheckpoint(audit.services)
    await forge()
    expect(await broken()).toEqual({ chain: one, seq: 1, why: 'anchorDiffers', at: second(20) })
  })

  it('is found also where there is no checkpoint at all', async () => {
    await forge()
    expect(await broken()).toEqual({ chain: one, seq: 1, why: 'anchorDiffers', at: null })
  })
})

describe('a checkpoint', () => {
  beforeEach(async () => {
    await writeCheckpoint(audit.services)
    await audit.record([testDeed({ regionCode: '330102' })])
    await writeCheckpoint(audit.services)
    await audit.record([testDeed({ regionCode: '330114' })])
    await writeCheckpoint(audit.services)
  })

  it.each([
    ['checkpoint', 'version', '2'],
    ['checkpoint', 'at', "at + interval '1 microsecond'"],
    ['checkpoint', 'anchor', '1'],
    ['checkpoint', 'heads', 'heads + 1'],
    ['checkpoint', 'heads_hash', "decode(repeat('ab', 32), 'hex')"],
    ['checkpoint', 'previous_hash', "decode(repeat('ab', 32), 'hex')"],
    ['checkpoint', 'hash', "decode(repeat('ab', 32), 'hex')"],
    ['checkpoint', 'code', "repeat('a', 64)"],
    ['checkpoint_head', 'chain', "'region:999999'"],
    ['checkpoint_head', 'seq', 'seq - 1'],
    ['checkpoint_head', 'hash', "decode(repeat('ab', 32), 'hex')"],
    ['checkpoint_head', 'anchor_seq', '1'],
    ['checkpoint_head', 'anchor_hash', "decode(repeat('ab', 32), 'hex')"],
  ])('that was edited in %s.%s is found', async (table, column, value) => {
    await owner(`update audit.${table} set ${column} = ${value} where number = 2`)
    expect(await broken()).toEqual({ chain: 'checkpoint', seq: 2, why: 'checkpointDiffers', at: second(21) })
  })

  it('that lost a head is found', async () => {
    await owner(`delete from audit.checkpoint_head where number = 2`)
    expect(await broken()).toMatchObject({ chain: 'checkpoint', seq: 2, why: 'checkpointDiffers' })
  })

  it('that was removed from the midst is found, with its heads and without', async () => {
    await owner(`delete from audit.checkpoint where number = 2`)
    expect(await broken()).toEqual({ chain: 'checkpoint', seq: 2, why: 'missing', at: second(20) })
    await owner(`delete from audit.checkpoint_head where number = 2`)
    expect(await broken()).toEqual({ chain: 'checkpoint', seq: 2, why: 'missing', at: second(20) })
  })

  it('that was removed as the first is found', async () => {
    await owner(`delete from audit.checkpoint where number = 1; delete from audit.checkpoint_head where number = 1`)
    expect(await broken()).toMatchObject({ chain: 'checkpoint', seq: 1, why: 'missing' })
  })

  it('that was rewritten with right hashes lacks the code: the key is not in the database', async () => {
    const [head] = await owner(
      `update audit.checkpoint_head set seq = seq where number = 3 returning chain, seq, encode(hash, 'hex') as hash, anchor_seq as "anchorSeq", encode(anchor_hash, 'hex') as "anchorHash"`,
    )
    const [previous] = await owner(`select encode(hash, 'hex') as hash from audit.checkpoint where number = 2`)
    const headsHash = sm3Hex(headLine(3, head as unknown as Parameters<typeof headLine>[1]))
    const at = timeText('2026-11-24T09:00:00.000Z')
    const hash = hashOfCheckpoint({ number: 3, at, anchor: 0, heads: 1, headsHash, previousHash: previous!['hash'] as string })
    const rewrite = (code: string): Promise<unknown> =>
      owner(
        `update audit.checkpoint set at = '${at}', heads_hash = '\\x${headsHash}', hash = '\\x${hash}', code = '${code}' where number = 3`,
      )
    const forger = secretsUnder(Buffer.alloc(32, 'another'))
    await rewrite(forger.blindIndex(checkpointPurpose, hash))
    expect(await broken()).toEqual({ chain: 'checkpoint', seq: 3, why: 'checkpointDiffers', at: '2026-11-24T09:00:00.000Z' })
    await rewrite(audit.services.secrets.blindIndex(checkpointPurpose, hash))
    expect(await broken()).toBeNull()
  })

  it('that somebody noted elsewhere is missed when the latest are gone with all that they tied', async () => {
    const [last] = await owner(`select number, encode(hash, 'hex') as hash from audit.checkpoint order by number desc limit 1`)
    const witness = last as { number: number; hash: string }
    expect(await broken({ witness })).toBeNull()
    expect(await broken({ witness: { ...witness, hash: noHash } })).toMatchObject({ chain: 'checkpoint', seq: 3, why: 'checkpointDiffers' })
    await owner(`delete from audit.checkpoint where number = 3; delete from audit.checkpoint_head where number = 3`)
    await owner(`delete from audit.entry where chain = '${two}' and seq = 11`)
    await moveHead(two)
    expect(await broken()).toBeNull()
    expect(await broken({ witness })).toEqual({ chain: 'checkpoint', seq: 3, why: 'missing', at: second(21) })
  })
})
