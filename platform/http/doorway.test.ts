import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { route, type Contract, type Route } from '../../kernel/contract.ts'
import { ok } from '../../kernel/result.ts'
import { ContractFault, joinRoutes, sessionToken } from './doorway.ts'
import { handleOutside } from './handler.ts'
import { doorwayJobs } from './once.ts'
import { openTestDoorway, type Asking, type TestDoorway } from './testDoorway.ts'

let door: TestDoorway
beforeAll(async () => {
  door = await openTestDoorway()
})
afterAll(() => door.close())

let words = 0
const newText = (): string => `note ${(words += 1)} ${crypto.randomUUID()}`
const add = (text: string, options: Asking = {}) => door.ask('POST', '/api/notes', { as: 'officer', body: { text }, ...options })
const told = (answer: { statusCode: number; json: () => unknown }) => {
  const { refusal } = answer.json() as { refusal?: { code: string; facts: unknown } }
  return { status: answer.statusCode, code: refusal?.code, facts: refusal?.facts }
}
const notes = (text: string) => door.rows('select text from note where text = $1', [text])
const refusedDeeds = (route: string, person = 'officer') =>
  door.rows<{ action: string; refusal_code: string; after: string }>(
    `select action, refusal_code, after from audit.entry where result = 'refused' and record_id = $1 and person_id = $2 order by seq`,
    [route, person],
  )

describe('who comes through', () => {
  it('nobody without a session, and the end of one is told with its reason', async () => {
    expect(told(await door.ask('GET', '/api/notes'))).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
    expect(told(await door.ask('GET', '/api/notes', { as: 'never-given' }))).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' })
    expect(told(await door.ask('GET', '/api/notes', { as: 'ended' }))).toEqual({
      status: 401,
      code: 'SESSION_ENDED',
      facts: { reason: 'idle' },
    })
  })

  it('whoever holds a role that the action is granted to; the refusal names who does, in both languages', async () => {
    expect((await door.ask('GET', '/api/notes', { as: 'leader' })).statusCode).toBe(200)
    const refused = await add(newText(), { as: 'leader' })
    expect(refused.json()).toEqual({
      refusal: {
        code: 'ACTION_NOT_GRANTED',
        facts: { action: 'note.add', grantedTo: ['officer'] },
        sentence: {
          zh: '当前岗位无权执行“note.add”。有此权限的角色：officer。',
          en: 'This post may not do "note.add". Roles that may: officer.',
        },
      },
    })
    expect(told(await door.ask('GET', '/api/notes', { as: 'guard' }))).toMatchObject({ status: 403, code: 'ACTION_NOT_GRANTED' })
    expect(await refusedDeeds('POST /api/notes', 'leader')).toEqual([
      { action: 'note.add', refusal_code: 'ACTION_NOT_GRANTED', after: '{"params":{}}' },
    ])
    expect(await refusedDeeds('GET /api/notes', 'guard')).toHaveLength(1)
  })

  it('a session that has ended may still sign in', async () => {
    expect((await door.ask('POST', '/api/open', { as: 'ended', body: { text: 'x' } })).statusCode).toBe(200)
  })

  it.each([
    ['its own site', { origin: 'http://localhost:80' }, 201],
    ['its own site, as a browser says', { 'sec-fetch-site': 'same-origin' }, 201],
    ['the address bar', { 'sec-fetch-site': 'none' }, 201],
    ['a program without a browser', {}, 201],
    ['another site', { origin: 'https://elsewhere.example' }, 403],
    ['another port', { origin: 'http://localhost:8081' }, 403],
    ['a page that hides where it is from', { origin: 'null' }, 403],
    ['another site, as a browser says', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour under the same name', { 'sec-fetch-site': 'same-site', origin: 'http://other.localhost' }, 403],
  ])('a write from %s', async (_where, headers, status) => {
    const answer = await add(newText(), { headers: { host: 'localhost', ...headers } })
    expect([answer.statusCode, told(answer).code]).toEqual([status, status === 403 ? 'ORIGIN_REFUSED' : undefined])
  })

  it('a read from elsewhere is answered: what another site may see, the browser decides', async () => {
    expect((await door.ask('GET', '/api/notes', { as: 'officer', headers: { origin: 'https://elsewhere.example' } })).statusCode).toBe(200)
  })
})

describe('what comes in', () => {
  it('is refused with every place that is wrong', async () => {
    const body = await door.ask('PUT', '/api/notes/first', { as: 'officer', body: { text: '', regionCode: 5 } })
    expect(told(body)).toMatchObject({ status: 400, code: 'INPUT_INVALID' })
    const { issues } = told(body).facts as { issues: { path: string; problem: string }[] }
    expect(issues.map(({ path }) => path)).toEqual(['params.id', 'body.text', 'body.regionCode'])
    expect(told(await door.ask('GET', '/api/notes?limit=6', { as: 'officer' })).facts).toMatchObject({ issues: [{ path: 'query.limit' }] })
    expect(told(await door.ask('POST', '/api/notes', { as: 'officer' })).facts).toMatchObject({ issues: [{ path: 'body.text' }] })
  })

  it.each([
    ['broken JSON', '{"text":', 'application/json', 400, 'INPUT_INVALID'],
    ['JSON that means a prototype', '{"__proto__": {"text": "x"}}', 'application/json', 400, 'INPUT_INVALID'],
    ['a form of another site', 'text=x', 'application/x-www-form-urlencoded', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a text, which a form can send as well', '{"text":"x"}', 'text/plain', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['a file', '<note/>', 'application/xml', 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['more than a megabyte', JSON.stringify({ text: 'x'.repeat(1024 * 1024) }), 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('%s is refused', async (_what, body, mediaType, status, code) => {
    const answer = await door.ask('POST', '/api/notes', { as: 'officer', body, headers: { 'content-type': mediaType } })
    expect(told(answer)).toMatchObject({ status, code })
  })

  it('a NUL character, which PostgreSQL cannot hold, is refused with its place', async () => {
    expect(told(await add('half\u0000note')).facts).toEqual({ issues: [{ path: 'body.text', problem: 'holds a NUL character' }] })
    const innocent = newText() + String.raw`\u0000`
    expect((await add(innocent)).statusCode).toBe(201)
  })

  it('what the contract does not name never reaches the use case', async () => {
    const text = newText()
    expect((await add(text, { body: { text: `  ${text} `, id: 7, isAdmin: true } })).json()).toMatchObject({ text })
  })

  it.each(['application/octet-stream', 'application/json', 'text/plain', 'image/jpeg'])(
    'bytes that say they are %s reach the use case as they are',
    async (mediaType) => {
      const answer = await door.ask('PATCH', '/api/bytes', { as: 'guard', body: '{"half', headers: { 'content-type': mediaType } })
      expect([answer.statusCode, answer.json()]).toEqual([200, { text: '{"half' }])
    },
  )
})

describe('what goes out', () => {
  it('is cut to the declared shape', async () => {
    const text = newText()
    const added = (await add(text)).json() as object
    expect(Object.keys(added)).toEqual(['id', 'text'])
    const { rows } = (await door.ask('GET', '/api/notes', { as: 'officer' })).json() as { rows: object[] }
    expect(rows.flatMap((row) => Object.keys(row)).filter((name) => name !== 'id' && name !== 'text')).toEqual([])
  })

  it('as bytes has its type, length, name and tag, and nothing where the asker holds it already', async () => {
    const { statusCode, headers, body } = await door.ask('GET', '/api/bytes', { as: 'guard' })
    expect([statusCode, body]).toEqual([200, '安澜'])
    expect(headers).toMatchObject({
      'content-type': 'text/plain',
      'content-length': '6',
      'content-disposition': `attachment; filename*=UTF-8''%E5%AE%89%20%E6%BE%9C.txt`,
      etag: '"one"',
      'x-part': 'whole',
      'cache-control': 'private, no-cache',
    })
    const again = await door.ask('GET', '/api/bytes', { as: 'guard', headers: { 'if-none-match': '"one"' } })
    expect([again.statusCode, again.body]).toEqual([304, ''])
  })

  it('a cookie is kept from scripts and other sites', async () => {
    const { headers } = await door.ask('POST', '/api/open', { body: { text: 'x' } })
    expect(headers['set-cookie']).toBe('anlan_session=given; Max-Age=60; Path=/; HttpOnly; SameSite=Strict')
  })
})

describe('a write happens once', () => {
  it('needs a key', async () => {
    for (const key of [null, 'short', 'x'.repeat(201)])
      expect(told(await add(newText(), { key }))).toMatchObject({ status: 400, code: 'IDEMPOTENCY_KEY_MISSING' })
  })

  it('under one key, however often it is sent', async () => {
    const [text, key] = [newText(), crypto.randomUUID()]
    const first = await add(text, { key })
    const second = await add(text, { key })
    expect([first.statusCode, second.statusCode]).toEqual([201, 201])
    expect(second.json()).toEqual(first.json())
    expect([first.headers['idempotency-replayed'], second.headers['idempotency-replayed']]).toEqual([undefined, 'true'])
    expect(await notes(text)).toHaveLength(1)
    expect(await door.rows('select from audit.entry where after like $1', [`%${text}%`])).toHaveLength(1)
  })

  it('also when ten arrive at once', async () => {
    const [text, key] = [newText(), crypto.randomUUID()]
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(text, { key })))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1)
    expect(await notes(text)).toHaveLength(1)
  })

  it('and an answer without a body is answered again as well', async () => {
    const key = crypto.randomUUID()
    const { id } = (await add(newText())).json() as { id: number }
    const remove = () => door.ask('DELETE', `/api/notes/${id}`, { as: 'officer', key })
    expect([(await remove()).statusCode, (await remove()).statusCode]).toEqual([204, 204])
  })

  it('its key serves no other body, no other route and no other person', async () => {
    const [text, key] = [newText(), crypto.randomUUID()]
    await add(text, { key })
    expect(told(await add(newText(), { key }))).toEqual({ status: 409, code: 'IDEMPOTENCY_KEY_REUSED', facts: { key } })
    expect(told(await door.ask('POST', '/api/secrets', { as: 'officer', key, body: { text } }))).toMatchObject({ status: 409 })
    expect(told(await add(text, { key, as: 'leader' }))).toMatchObject({ status: 403 })
    expect(await notes(text)).toHaveLength(1)
  })

  it.each(['refuse', 'refuse and keep'])('a first try that was refused leaves no key behind (%s)', async (text) => {
    const key = crypto.randomUUID()
    expect(told(await add(text, { key }))).toMatchObject({ status: 422, code: 'NOTE_REFUSED' })
    expect(await door.rows('select from platform.idempotency where key = $1', [key])).toEqual([])
    await door.rows('delete from note where text = $1', [text])
    expect(told(await add(text, { key }))).toMatchObject({ status: 422, code: 'NOTE_REFUSED' })
  })

  it('its kept answer is sealed where it holds a secret, and its body is kept as a keyed hash alone', async () => {
    const [text, key] = ['13912345678', crypto.randomUUID()]
    const ask = () => door.ask('POST', '/api/secrets', { as: 'officer', key, body: { text } })
    const first = await ask()
    expect((await ask()).body).toBe(first.body)
    const [kept] = await door.rows<{ answer: string; sealed: boolean; request_hash: string }>(
      'select answer, sealed, request_hash from platform.idempotency where key = $1',
      [key],
    )
    expect(kept!.sealed).toBe(true)
    expect(kept!.answer).not.toContain(text)
    expect(JSON.parse(door.services.secrets.open(kept!.answer))).toEqual(first.json())
    const plain = createHash('sm3')
      .update(JSON.stringify([{}, {}, { text, regionCode: '330114' }]))
      .digest('hex')
    expect(kept!.request_hash).not.toBe(plain)
    expect(kept!.request_hash).toBe(door.services.secrets.blindIndex('request', JSON.stringify([{}, {}, { text, regionCode: '330114' }])))
  })
})

describe('kept answers', () => {
  it('are forgotten after a week, and not before', async () => {
    const keep = async (days: number): Promise<string> => {
      const key = crypto.randomUUID()
      await add(newText(), { key })
      await door.rows(`update platform.idempotency set at = now() - $1::interval where key = $2`, [`${days} days`, key])
      return key
    }
    const [young, old] = [await keep(6.9), await keep(7.1)]
    for (const job of doorwayJobs) await job.run(door.services, {})
    expect(await door.rows('select key from platform.idempotency where key = any($1)', [[young, old]])).toEqual([{ key: young }])
  })
})

describe('what was refused or went wrong', () => {
  it('of a write is on the record, with the record it was about', async () => {
    await door.ask('PUT', '/api/notes/77', { as: 'officer', body: { text: 'x' } })
    expect(await refusedDeeds('PUT /api/notes/:id')).toEqual([
      { action: 'note.add', refusal_code: 'RECORD_NOT_FOUND', after: '{"params":{"id":"77"}}' },
    ])
  })

  it.each(['POST', 'PUT'] as const)('a write that leaves no record is a fault, and nothing of it stands (%s)', async (method) => {
    const { statusCode } = await door.ask(method, '/api/unrecorded', { as: 'guard' })
    expect([statusCode, await notes('unrecorded')]).toEqual([500, []])
  })

  it.each(['constraint', 'value', 'shape'])('a fault answers its number and nothing else (%s)', async (kind) => {
    const faults = async () => (await door.operations.faults.get()).values[0]!.value
    const before = await faults()
    const answer = await door.ask('GET', `/api/fault?kind=${kind}`, { as: 'guard' })
    expect(answer.statusCode).toBe(500)
    expect(answer.json()).toEqual({ fault: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(await faults()).toBe(before + 1)
  })

  it('a route that nobody knows, and an address that cannot be read, are refused alike', async () => {
    expect(told(await door.ask('GET', '/api/nothing?x=1', { as: 'officer' }))).toEqual({
      status: 404,
      code: 'ROUTE_UNKNOWN',
      facts: { method: 'GET', path: '/api/nothing' },
    })
    expect(told(await door.ask('PATCH', '/api/notes', { as: 'officer' }))).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' })
    expect(told(await door.ask('GET', '/api/notes/%zz', { as: 'officer' }))).toMatchObject({ status: 404, code: 'ROUTE_UNKNOWN' })
  })

  it('more requests than a route takes in a minute are told when to come again, each address for itself', async () => {
    const from = (remoteAddress: string) => door.ask('GET', '/api/seldom', { remoteAddress })
    const statuses = []
    for (let i = 0; i < 4; i += 1) statuses.push((await from('10.0.0.1')).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
    const refused = await from('10.0.0.1')
    const { retryAfterSeconds } = told(refused).facts as { retryAfterSeconds: number }
    expect(told(refused).code).toBe('TOO_MANY_REQUESTS')
    expect([retryAfterSeconds > 0 && retryAfterSeconds <= 60, refused.headers['retry-after']]).toEqual([true, String(retryAfterSeconds)])
    expect((await from('10.0.0.2')).statusCode).toBe(200)
  })
})

describe('behind a trusted proxy', () => {
  let behind: TestDoorway
  beforeAll(async () => {
    behind = await openTestDoorway({ trustedProxies: ['10.1.1.1'] })
  })
  afterAll(() => behind.close())
  const forwarded = {
    host: 'inner:8080',
    'x-forwarded-host': 'anlan.example',
    'x-forwarded-proto': 'https',
    'x-forwarded-for': '203.0.113.7',
    origin: 'https://anlan.example',
  }
  const open = (remoteAddress: string) => behind.ask('POST', '/api/open', { remoteAddress, headers: forwarded, body: { text: 'x' } })

  it('the browser speaks TLS to it, so cookies are for TLS alone, and the origin is the name that the browser knows', async () => {
    const answer = await open('10.1.1.1')
    expect([answer.statusCode, answer.headers['set-cookie']]).toEqual([
      200,
      'anlan_session=given; Max-Age=60; Path=/; HttpOnly; Secure; SameSite=Strict',
    ])
  })

  it('and nobody else is believed', async () => {
    expect(told(await open('10.1.1.2'))).toMatchObject({ status: 403, code: 'ORIGIN_REFUSED' })
  })

  it('the address on the record is that of the browser', async () => {
    await behind.ask('POST', '/api/notes', { as: 'officer', remoteAddress: '10.1.1.1', headers: forwarded, body: { text: 'from afar' } })
    expect(await behind.rows('select address, device from audit.entry')).toEqual([{ address: '203.0.113.7', device: 'lightMyRequest' }])
  })
})

describe('the start', () => {
  it('stops on a keyed write that works outside a transaction', () => {
    const slow = route({
      method: 'POST',
      path: '/api/slow',
      summary: { zh: '慢', en: 'slow' },
      action: 'signedIn',
      scope: 'own',
      output: z.null(),
      success: 204,
      refusals: [],
    })
    const contract = { room: 'slow', actions: {}, routes: { slow }, refusals: {}, events: {}, views: [] } satisfies Contract
    const open = (declared: Route) => () =>
      joinRoutes([
        {
          contract: { ...contract, routes: { slow: declared } },
          routes: [{ ...handleOutside(slow, async () => ok(null)), route: declared }],
        },
      ])
    expect(open(slow)).toThrow(ContractFault)
    expect(open({ ...slow, repeat: 'natural' })).not.toThrow()
  })

  it.each([
    [undefined, null],
    ['anlan_session=', null],
    ['a=1; anlan_session=one', 'one'],
    ['anlan_session=one;b=2', 'one'],
    ['not_anlan_session=one', null],
  ])('reads the session from the cookie %s', (cookie, token) => {
    expect(sessionToken(cookie)).toBe(token)
  })
})
