import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { request as ask } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PersonActor } from '../../kernel/actor.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { openDoorway } from '../http/doorway.ts'
import { openHttp } from '../http/server.ts'
import { silentLog } from '../log/log.ts'
import { evidenceRoutes, type EvidenceView, type UploadView } from './contract.ts'
import { bytesOf, openTestEvidence, testInspector, valueOf, xiaoshan, type TestEvidence } from './testEvidence.ts'
import { film, phonePhoto, webm } from './testFiles.ts'

let evidence: TestEvidence
let server: FastifyInstance
let address: string
const signedIn = new Map<string, PersonActor>()

beforeAll(async () => {
  evidence = await openTestEvidence()
  server = await openHttp({ log: silentLog() })
  openDoorway(server, {
    services: evidence.services,
    rooms: [evidence.room],
    authenticate: async (token) => {
      const who = signedIn.get(token ?? '')
      return who ? ok(who) : refuse('SIGN_IN_REQUIRED', {})
    },
  })
  address = await server.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await server.close()
  await evidence.close()
})

const inspector = (county?: string, fields: Partial<PersonActor> = {}): PersonActor => {
  const who = testInspector(county, fields)
  signedIn.set(who.sessionId, who)
  return who
}

const send = (who: PersonActor | null, method: string, path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${address}${path}`, { ...init, method, headers: { ...(who && { cookie: `anlan_session=${who.sessionId}` }), ...init.headers } })

const begin = async (who: PersonActor, name: string, sizeBytes: number): Promise<UploadView> => {
  const answer = await send(who, 'POST', '/api/evidence/uploads', {
    headers: { 'content-type': 'application/json', 'idempotency-key': randomBytes(8).toString('hex') },
    body: JSON.stringify({ name, sizeBytes }),
  })
  expect(answer.status).toBe(201)
  return (await answer.json()) as UploadView
}

const patch = (who: PersonActor, uploadId: string, offset: number, bytes: Buffer): Promise<Response> =>
  send(who, 'PATCH', `/api/evidence/uploads/${uploadId}`, {
    headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) },
    body: new Uint8Array(bytes),
  })

const add = async (who: PersonActor, name: string, bytes: Buffer): Promise<EvidenceView> => {
  const { uploadId } = await begin(who, name, bytes.length)
  const answer = await patch(who, uploadId, 0, bytes)
  expect(answer.status).toBe(200)
  return ((await answer.json()) as UploadView).item!
}

const refusalIn = async (
  answer: Response,
): Promise<{ code: string; facts: Record<string, unknown>; sentence: { zh: string; en: string } }> =>
  ((await answer.json()) as { refusal: { code: string; facts: Record<string, unknown>; sentence: { zh: string; en: string } } }).refusal

describe('an upload through the doorway', () => {
  it('resumes where the answer says', async () => {
    const who = inspector()
    const bytes = Buffer.concat([webm(), randomBytes(3_000_000)])
    const { uploadId, chunkLimitBytes } = await begin(who, '视频.webm', bytes.length)
    expect(chunkLimitBytes).toBe(8 * 1024 ** 2)
    expect(await (await patch(who, uploadId, 0, bytes.subarray(0, 1_200_000))).json()).toMatchObject({
      receivedBytes: 1_200_000,
      item: null,
    })
    const wrong = await patch(who, uploadId, 0, bytes)
    expect(wrong.status).toBe(409)
    expect(await refusalIn(wrong)).toMatchObject({
      code: 'UPLOAD_OFFSET_WRONG',
      facts: { receivedBytes: 1_200_000 },
      sentence: { zh: '续传位置不符，请从第 1200000 字节继续。', en: 'The upload continues at byte 1200000.' },
    })
    const { item } = (await (await patch(who, uploadId, 1_200_000, bytes.subarray(1_200_000))).json()) as UploadView
    const kept = await send(who, 'GET', `/api/evidence/items/${item!.id}/original?purpose=${encodeURIComponent('测试')}`)
    expect(Buffer.from(await kept.arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('takes a chunk of 8 MiB, refuses one byte more, and the connection goes on', async () => {
    const who = inspector()
    const bytes = Buffer.concat([webm(), randomBytes(9 * 1024 ** 2)])
    const { uploadId } = await begin(who, 'a.webm', bytes.length)
    const refused = await patch(who, uploadId, 0, bytes.subarray(0, 8 * 1024 ** 2 + 1))
    expect([refused.status, (await refusalIn(refused)).code]).toEqual([413, 'UPLOAD_CHUNK_TOO_LARGE'])
    expect((await patch(who, uploadId, 0, bytes.subarray(0, 8 * 1024 ** 2))).status).toBe(200)
    expect(await (await patch(who, uploadId, 8 * 1024 ** 2, bytes.subarray(8 * 1024 ** 2))).json()).toMatchObject({
      item: { kind: 'video' },
    })
  })

  it('counts what came before the sender went away', async () => {
    const who = inspector()
    const bytes = Buffer.concat([webm(), randomBytes(500_000)])
    const { uploadId } = await begin(who, 'a.webm', bytes.length)
    await new Promise<void>((resolve) => {
      const lost = ask(`${address}/api/evidence/uploads/${uploadId}`, {
        method: 'PATCH',
        headers: {
          cookie: `anlan_session=${who.sessionId}`,
          'content-type': 'application/octet-stream',
          'upload-offset': '0',
          'content-length': bytes.length,
        },
      })
      lost.on('error', () => resolve())
      lost.write(bytes.subarray(0, 200_000), () => lost.destroy(new Error('no signal')))
    })
    const received = async (): Promise<number> =>
      ((await (await send(who, 'GET', `/api/evidence/uploads/${uploadId}`)).json()) as UploadView).receivedBytes
    while ((await received()) === 0) await new Promise((resolve) => setTimeout(resolve, 10))
    const so = await received()
    expect(so).toBeLessThanOrEqual(200_000)
    const { item } = (await (await patch(who, uploadId, so, bytes.subarray(so))).json()) as UploadView
    expect(item).toMatchObject({ sizeBytes: bytes.length })
    const { id } = item!
    expect(
      (await bytesOf(await evidence.call(evidenceRoutes.original, who, { params: { evidenceId: id }, query: { purpose: '测试' } }))).equals(
        bytes,
      ),
    ).toBe(true)
  })

  it('that lies about its type is refused, again at each retry, in both languages', async () => {
    const who = inspector()
    const html = Buffer.from('<!doctype html><script>alert(1)</script>')
    const { uploadId } = await begin(who, '现场.jpg', html.length)
    for (const answer of [await patch(who, uploadId, 0, html), await patch(who, uploadId, html.length, Buffer.alloc(0))]) {
      expect(answer.status).toBe(415)
      expect(await refusalIn(answer)).toMatchObject({ code: 'EVIDENCE_TYPE_REFUSED', facts: { found: null } })
    }
    const asked = await send(who, 'GET', `/api/evidence/uploads/${uploadId}`)
    expect((await refusalIn(asked)).sentence.zh).toMatch(/^文件的实际类型不可作为证据/)
  })

  it('is not open to those who may not, or who are not there', async () => {
    const who = inspector()
    const { uploadId } = await begin(who, 'a.jpg', 10)
    const admin = inspector(undefined, { roles: ['systemAdmin'] })
    expect((await patch(admin, uploadId, 0, Buffer.alloc(10))).status).toBe(403)
    expect((await patch(inspector(), uploadId, 0, Buffer.alloc(10))).status).toBe(404)
    expect((await send(null, 'GET', `/api/evidence/uploads/${uploadId}`)).status).toBe(401)
    const { id } = await add(who, 'a.jpg', await phonePhoto(60, 40))
    const guard = inspector(undefined, { roles: ['guard'] })
    expect((await send(guard, 'GET', `/api/evidence/items/${id}/original?purpose=xx`)).status).toBe(403)
    expect((await send(who, 'GET', `/api/evidence/items/${id}/original`)).status).toBe(400)
  })
})

describe('a file through the doorway', () => {
  it('comes as what it is, is saved under its name, and is never run', async () => {
    const who = inspector()
    const { id } = await add(who, '钱塘区 隐患"照片".png', await phonePhoto(60, 40))
    const answer = await send(who, 'GET', `/api/evidence/items/${id}/copy`)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent('钱塘区 隐患_照片_.png.jpg')}`,
      'accept-ranges': 'bytes',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    })
    expect(Number(answer.headers.get('content-length'))).toBe((await answer.arrayBuffer()).byteLength)
    const thumbnail = await send(who, 'GET', `/api/evidence/items/${id}/copy?size=320`)
    expect(thumbnail.headers.get('content-disposition')).toBeNull()
    expect(thumbnail.headers.get('content-type')).toBe('image/webp')
    await thumbnail.arrayBuffer()
    expect((await send(who, 'GET', `/api/evidence/items/${id}/copy?size=500`)).status).toBe(400)
  })

  it('is not sent again to whoever has it', async () => {
    const who = inspector()
    const { id } = await add(who, 'a.jpg', await phonePhoto(60, 40))
    const first = await send(who, 'GET', `/api/evidence/items/${id}/copy`)
    await first.arrayBuffer()
    const again = await send(who, 'GET', `/api/evidence/items/${id}/copy`, { headers: { 'if-none-match': first.headers.get('etag')! } })
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0])
  })

  it('comes in parts to a player (RFC 9110, 14)', async () => {
    const who = inspector()
    const bytes = film()
    const { id } = await add(who, 'a.mp4', bytes)
    const get = (headers: Record<string, string>): Promise<Response> => send(who, 'GET', `/api/evidence/items/${id}/copy`, { headers })
    const part = await get({ range: 'bytes=1000-1999' })
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-length')]).toEqual([
      206,
      `bytes 1000-1999/${bytes.length}`,
      '1000',
    ])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(1000, 2000))).toBe(true)
    const tail = await get({ range: 'bytes=-16' })
    expect(await tail.text()).toBe('moving pictures ')
    const beyond = await get({ range: `bytes=${bytes.length}-` })
    expect([beyond.status, await refusalIn(beyond)]).toMatchObject([
      416,
      { code: 'RANGE_UNSATISFIABLE', facts: { sizeBytes: bytes.length } },
    ])
    const [fresh, stale] = [
      await get({ range: 'bytes=0-9', 'if-range': part.headers.get('etag')! }),
      await get({ range: 'bytes=0-9', 'if-range': '"other"' }),
    ]
    expect([fresh.status, stale.status]).toEqual([206, 200])
    await Promise.all([fresh.arrayBuffer(), stale.arrayBuffer()])
  })

  it('of another county is not there, in every form', async () => {
    const who = inspector()
    const { id } = await add(who, 'a.jpg', await phonePhoto(60, 40))
    const record = { kind: 'hazard', id: 'hazard-1' }
    valueOf(await evidence.attach(who, { evidenceIds: [id], record, regionCode: '330114', organisationId: null, retention: 'forever' }))
    const stranger = inspector(xiaoshan)
    for (const path of ['', '/copy', '/copy?size=320', '/original?purpose=xx', '/claim?purpose=xx']) {
      const answer = await send(stranger, 'GET', `/api/evidence/items/${id}${path}`)
      expect([path, answer.status, (await refusalIn(answer)).code]).toEqual([path, 404, 'RECORD_NOT_FOUND'])
    }
    const list = `/api/evidence/items?recordKind=hazard&recordId=hazard-1`
    expect(await (await send(stranger, 'GET', list)).json()).toEqual({ rows: [] })
    expect(await (await send(inspector(), 'GET', list)).json()).toMatchObject({ rows: [{ id, record }] })
  })
})

describe('a server that is killed', () => {
  /** Runs a server that dies where it is told to, by SIGKILL; answers what it had acknowledged. */
  const killedAt = async (
    diesAt: 'chunk' | 'keep',
    who: PersonActor,
    uploadId: string,
    bytes: Buffer,
    chunkBytes: number,
  ): Promise<number> => {
    const argument = { url: evidence.url, folder: evidence.folder, who, uploadId, bytes: bytes.toString('base64'), chunkBytes, diesAt }
    const child = spawn(process.execPath, [join(import.meta.dirname, 'mortalKeeper.ts'), JSON.stringify(argument)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let acknowledged = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'in the midst') child.kill('SIGKILL')
      else acknowledged = Number(line.split(' ')[1])
    }
    return acknowledged
  }

  it('in the midst of a chunk has lost nothing it had acknowledged', async () => {
    const who = inspector()
    const bytes = Buffer.concat([webm(), randomBytes(40_000)])
    const { uploadId } = await begin(who, 'a.webm', bytes.length)
    expect(await killedAt('chunk', who, uploadId, bytes, 10_000)).toBe(30_000)
    const { receivedBytes } = (await (await send(who, 'GET', `/api/evidence/uploads/${uploadId}`)).json()) as UploadView
    expect(receivedBytes).toBe(30_000)
    const { item } = (await (await patch(who, uploadId, receivedBytes, bytes.subarray(receivedBytes))).json()) as UploadView
    const kept = await evidence.call(evidenceRoutes.original, who, { params: { evidenceId: item!.id }, query: { purpose: '测试' } })
    expect((await bytesOf(kept)).equals(bytes)).toBe(true)
    await expect(readdir(join(evidence.folder, 'evidence', 'uploads', uploadId))).rejects.toThrow('ENOENT')
  })

  it('between the bytes and the item makes the one item when it is asked again', async () => {
    const who = inspector()
    const bytes = Buffer.concat([webm(), randomBytes(4000)])
    const { uploadId } = await begin(who, 'a.webm', bytes.length)
    await killedAt('keep', who, uploadId, bytes, 10_000)
    expect(await evidence.rows('select id from evidence.item where uploaded_by = $1', [who.personId])).toEqual([])
    // A purge that comes first takes nothing away that the upload refers to.
    await evidence.job('evidence.purge')
    const { item } = (await (await patch(who, uploadId, bytes.length, Buffer.alloc(0))).json()) as UploadView
    expect(item).toMatchObject({ sizeBytes: bytes.length })
    const kept = await evidence.call(evidenceRoutes.original, who, { params: { evidenceId: item!.id }, query: { purpose: '测试' } })
    expect((await bytesOf(kept)).equals(bytes)).toBe(true)
  })
})

describe('many at once', () => {
  it('send their files without one waiting for all', async () => {
    const who = inspector()
    const files = Array.from({ length: 12 }, () => Buffer.concat([webm(), randomBytes(200_000)]))
    const items = await Promise.all(files.map((bytes, each) => add(who, `${each}.webm`, bytes)))
    expect(new Set(items.map(({ contentHash }) => contentHash)).size).toBe(12)
    const read = async ({ id }: EvidenceView): Promise<number> =>
      (await bytesOf(await evidence.call(evidenceRoutes.copy, who, { params: { evidenceId: id }, query: { size: 'full' } }))).length
    expect(await Promise.all(items.map(read))).toEqual(files.map(({ length }) => length))
  })
})
