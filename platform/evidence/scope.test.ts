import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anonymous, type PersonActor, type Role } from '../../kernel/actor.ts'
import { regionCode, regionRange } from '../../kernel/region.ts'
import { attachEvidence, evidenceOf, moveEvidence, type AttachRequest } from './attachEvidence.ts'
import { evidenceRoutes, type EvidenceView } from './contract.ts'
import { claimsOf } from './itemRecords.ts'
import {
  bytesOf,
  openTestEvidence,
  product,
  qiantang,
  refusalOf,
  testInspector,
  valueOf,
  xiaoshan,
  type TestEvidence,
} from './testEvidence.ts'
import { film, pdf, phonePhoto } from './testFiles.ts'

const { item: readItem, ofRecord, copy, original, claim, discard } = evidenceRoutes

let evidence: TestEvidence
beforeAll(async () => {
  evidence = await openTestEvidence()
})
afterAll(() => evidence.close())

const toRecord = (evidenceIds: readonly string[], fields: Partial<AttachRequest> = {}): AttachRequest => ({
  evidenceIds,
  record: { kind: 'hazard', id: randomUUID() },
  regionCode: '330114001',
  organisationId: null,
  retention: 'forever',
  ...fields,
})

/** Everything that can be asked of one item, each with what it answers. */
const everyAnswer = async (who: PersonActor, evidenceId: string): Promise<Record<string, string>> => {
  const params = { evidenceId }
  const purpose = { purpose: '测试' }
  const code = async (answer: Promise<{ ok: boolean }>): Promise<string> => {
    const result = (await answer) as Parameters<typeof refusalOf>[0]
    if (!result.ok) return result.refusal.code
    if (typeof result.value === 'object' && result.value !== null && 'stream' in result.value)
      await bytesOf(result as Parameters<typeof bytesOf>[0])
    return 'ok'
  }
  return {
    item: await code(evidence.call(readItem, who, { params })),
    copy: await code(evidence.call(copy, who, { params, query: { size: 'full' } })),
    thumbnail: await code(evidence.call(copy, who, { params, query: { size: '320' } })),
    original: await code(evidence.call(original, who, { params, query: purpose })),
    claim: await code(evidence.call(claim, who, { params, query: purpose })),
    discard: await code(evidence.call(discard, who, { params })),
  }
}

const all = (answer: string) => ({ item: answer, copy: answer, thumbnail: answer, original: answer, claim: answer })

const listed = async (who: PersonActor, { kind, id }: { kind: string; id: string }): Promise<readonly EvidenceView[]> =>
  valueOf(await evidence.call(ofRecord, who, { query: { recordKind: kind, recordId: id } })).rows

describe('evidence that belongs to no record yet', () => {
  it('is there for its uploader alone, who may take it back', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    expect(await everyAnswer(testInspector(), id)).toEqual({ ...all('RECORD_NOT_FOUND'), discard: 'RECORD_NOT_FOUND' })
    expect(await everyAnswer(who, id)).toEqual({ ...all('ok'), discard: 'ok' })
    expect(await everyAnswer(who, id)).toEqual({ ...all('RECORD_NOT_FOUND'), discard: 'RECORD_NOT_FOUND' })
  })

  it('can be attached by nobody else', async () => {
    const { id } = await evidence.add(testInspector(), await phonePhoto(60, 40))
    expect(refusalOf(await evidence.attach(testInspector(), toRecord([id])))).toEqual({
      code: 'RECORD_NOT_FOUND',
      facts: { kind: 'evidence', id },
    })
  })
})

describe('evidence of a record', () => {
  it('obeys the record’s region: the county and what is above it see it, a sibling county finds nothing', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    const request = toRecord([id])
    expect(valueOf(await evidence.attach(who, request))).toMatchObject([{ id, record: request.record, keepUntil: null }])
    for (const county of [qiantang, '330100', '330000', '330114001']) {
      const colleague = testInspector(county)
      expect(await everyAnswer(colleague, id)).toEqual({ ...all('ok'), discard: 'EVIDENCE_ATTACHED' })
      expect(await listed(colleague, request.record)).toHaveLength(1)
    }
    for (const county of [xiaoshan, '330200', '330114002']) {
      const stranger = testInspector(county)
      expect(await everyAnswer(stranger, id)).toEqual({ ...all('RECORD_NOT_FOUND'), discard: 'RECORD_NOT_FOUND' })
      expect(await listed(stranger, request.record)).toEqual([])
    }
  })

  it('of another enterprise is not there for one', async () => {
    const [own, other] = [randomUUID(), randomUUID()]
    const scoped = (organisationId: string): PersonActor =>
      testInspector(qiantang, { roles: ['safetyOfficer'], organisationId, scope: { ...regionRange(regionCode('000000')), organisationId } })
    const who = scoped(own)
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    expect(refusalOf(await evidence.attach(who, toRecord([id], { organisationId: other }))).code).toBe('OUT_OF_SCOPE')
    expect(refusalOf(await evidence.attach(who, toRecord([id]))).code).toBe('OUT_OF_SCOPE')
    valueOf(await evidence.attach(who, toRecord([id], { organisationId: own })))
    expect((await everyAnswer(scoped(own), id)).item).toBe('ok')
    expect((await everyAnswer(scoped(other), id)).item).toBe('RECORD_NOT_FOUND')
    expect((await everyAnswer(testInspector(), id)).item).toBe('ok')
  })

  it('is read only by the roles its record names, where it names some', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    valueOf(await evidence.attach(who, toRecord([id], { readableBy: ['leader', 'officer'] })))
    const as = (roles: readonly Role[]) => testInspector(qiantang, { roles })
    expect((await everyAnswer(as(['leader']), id)).item).toBe('ok')
    expect((await everyAnswer(as(['guard', 'officer']), id)).item).toBe('ok')
    expect(await everyAnswer(as(['guard']), id)).toEqual({ ...all('RECORD_NOT_FOUND'), discard: 'RECORD_NOT_FOUND' })
  })

  it('is attached once: again to the same record is harmless, to another is refused', async () => {
    const who = testInspector()
    const [one, two] = [await evidence.add(who, await phonePhoto(60, 40)), await evidence.add(who, pdf(), 'paper.pdf')]
    const first = toRecord([one.id, one.id])
    valueOf(await evidence.attach(who, first))
    expect(valueOf(await evidence.attach(who, { ...first, evidenceIds: [one.id, two.id] }))).toHaveLength(2)
    expect(refusalOf(await evidence.attach(who, toRecord([two.id])))).toEqual({
      code: 'EVIDENCE_ATTACHED',
      facts: { evidenceIds: [two.id] },
    })
    expect(valueOf(await evidence.attach(who, toRecord([])))).toEqual([])
  })

  it('is not attached by a transaction that ends in a refusal', async () => {
    const who = testInspector()
    const [mine, foreign] = [
      await evidence.add(who, await phonePhoto(60, 40)),
      await evidence.add(testInspector(), await phonePhoto(60, 40)),
    ]
    expect(refusalOf(await evidence.attach(who, toRecord([mine.id, foreign.id]))).code).toBe('RECORD_NOT_FOUND')
    expect(valueOf(await evidence.call(readItem, who, { params: { evidenceId: mine.id } })).record).toBeNull()
  })

  it('puts the attaching on the record', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    const request = toRecord([id])
    valueOf(await evidence.attach(who, request))
    expect(
      await evidence.rows('select person_id, region_code from audit.entry where action = $1 and record_id = $2', [
        'evidence.attach',
        request.record.id,
      ]),
    ).toEqual([{ person_id: who.personId, region_code: '330114001' }])
  })

  it('goes where its record goes, and keeps on paper where it was made', async () => {
    const who = testInspector('330104')
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    const request = toRecord([id], { regionCode: '330104' })
    valueOf(await evidence.attach(who, request))
    // 江干 was split in 2021; this record counts under 上城 now.
    expect(
      await evidence.inTx(product, (tx) => moveEvidence(tx, { record: request.record, regionCode: '330102', organisationId: null })),
    ).toBe(1)
    expect((await everyAnswer(testInspector('330102'), id)).item).toBe('ok')
    expect((await everyAnswer(testInspector('330104'), id)).item).toBe('RECORD_NOT_FOUND')
    expect(await evidence.rows('select recorded_region from evidence.item where id = $1', [id])).toEqual([{ recorded_region: '330104' }])
  })

  it('is handed to rooms by record, within their actor’s scope', async () => {
    const who = testInspector()
    const [one, two, three] = [
      await evidence.add(who, await phonePhoto(60, 40)),
      await evidence.add(who, pdf(), 'a.pdf'),
      await evidence.add(who, film(), 'a.mp4'),
    ]
    const [first, second] = [toRecord([one.id, two.id]), toRecord([three.id])]
    valueOf(await evidence.attach(who, first))
    valueOf(await evidence.attach(who, second))
    const ids = [first.record.id, second.record.id]
    const found = await evidence.inTx(testInspector(), (tx) => evidenceOf(tx, 'hazard', ids))
    expect(ids.map((id) => found.get(id)?.map((each) => each.id))).toEqual([[one.id, two.id], [three.id]])
    expect(await evidence.inTx(testInspector(xiaoshan), (tx) => evidenceOf(tx, 'hazard', ids))).toEqual(new Map())
    const claims = await evidence.inTx(testInspector(), (tx) => claimsOf(tx, [one.id, two.id]))
    expect(claims.get(one.id)?.position).toMatchObject({ lng: 120.15 })
    expect(claims.get(two.id)).toMatchObject({ state: 'absent', position: null })
    expect((await evidence.inTx(testInspector(xiaoshan), (tx) => claimsOf(tx, [one.id]))).size).toBe(0)
  })

  it('that the product makes is judged like any other, and attached by the product', async () => {
    const { keepEvidence } = evidence.room
    const by = { actor: product }
    const made = { name: '登记表.pdf', regionCode: qiantang, organisationId: null }
    const kept = valueOf(
      await keepEvidence(evidence.services, by, {
        ...made,
        bytes: (async function* () {
          yield pdf()
        })(),
      }),
    )
    expect(kept).toMatchObject({ kind: 'paper', name: '登记表.pdf', uploadedBy: null })
    valueOf(await evidence.attach(product, toRecord([kept.id])))
    expect((await everyAnswer(testInspector(), kept.id)).item).toBe('ok')
    const refused = await keepEvidence(evidence.services, by, {
      ...made,
      bytes: (async function* () {
        yield Buffer.from('<html></html>')
      })(),
    })
    expect(refusalOf(refused).code).toBe('EVIDENCE_TYPE_REFUSED')
    const empty = await keepEvidence(evidence.services, by, { ...made, bytes: (async function* () {})() })
    expect(refusalOf(empty).code).toBe('EVIDENCE_EMPTY')
  })
})

describe('row-level security', () => {
  const tables = ['upload', 'chunk', 'content', 'copy', 'item'] as const

  const counts = (settings: string) =>
    evidence.services.database.kysely.transaction().execute(async (trx) => {
      await sql.raw(`set local role anlan_app; ${settings}`).execute(trx)
      const found: Record<string, number> = {}
      for (const table of tables)
        found[table] = (
          await sql<{ rows: number }>`select count(*)::int as rows from ${sql.raw(`evidence.${table}`)}`.execute(trx)
        ).rows[0]!.rows
      return found
    })

  it('shows nothing where no scope was set, whatever the connection did before', async () => {
    const who = testInspector()
    await bytesOf(
      await evidence.call(copy, who, {
        params: { evidenceId: (await evidence.add(who, await phonePhoto(60, 40))).id },
        query: { size: '320' },
      }),
    )
    const nothing = { upload: 0, chunk: 0, content: 0, copy: 0, item: 0 }
    expect(await counts('')).toEqual(nothing)
    expect(
      await counts(
        "set local anlan.lo = ''; set local anlan.hi = ''; set local anlan.organisation_id = ''; set local anlan.person_id = ''",
      ),
    ).toEqual(nothing)
    const whole = await counts(
      "set local anlan.lo = ''; set local anlan.hi = ':'; set local anlan.organisation_id = ''; set local anlan.person_id = ''",
    )
    expect(Object.values(whole).every((rows) => rows > 0)).toBe(true)
  })

  it('shows an anonymous visitor nothing', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    const request = toRecord([id])
    valueOf(await evidence.attach(who, request))
    expect(await evidence.inTx(anonymous, (tx) => evidenceOf(tx, 'hazard', [request.record.id]))).toEqual(new Map())
  })

  it('keeps an uploader with the widest scope out of others’ unattached evidence', async () => {
    const { id } = await evidence.add(testInspector(), await phonePhoto(60, 40))
    const national = testInspector(qiantang, { scope: { lo: '', hi: ':', organisationId: null } })
    expect((await everyAnswer(national, id)).item).toBe('RECORD_NOT_FOUND')
  })

  it('lets the attaching reach only into the scope, even past the check', async () => {
    const who = testInspector()
    const { id } = await evidence.add(who, await phonePhoto(60, 40))
    const wide = { ...who, scope: { lo: '', hi: ':', organisationId: null } }
    const beyond = evidence.services.database.kysely.transaction().execute(async (trx) => {
      await sql
        .raw(
          `set local role anlan_app; set local anlan.lo = '330114'; set local anlan.hi = '330115'; set local anlan.organisation_id = ''; set local anlan.person_id = '${who.personId}'`,
        )
        .execute(trx)
      await sql`update evidence.item set record_kind = 'x', record_id = 'x', region_code = '330109' where id = ${id}`.execute(trx)
    })
    await expect(beyond).rejects.toThrow(/row-level security/)
    expect(valueOf(await evidence.inTx(wide, (tx) => attachEvidence(tx, toRecord([id], { regionCode: xiaoshan }))))).toHaveLength(1)
  })
})
