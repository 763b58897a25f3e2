import { afterEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { route } from '../kernel/contract.ts'
import { addressOf, call, ConnectionLost, RefusalError, ServerFault, sessionEnd } from './api.ts'

const summary = { zh: '', en: '' }
const person = route({
  method: 'GET',
  path: '/api/identity/people/:personId',
  summary,
  action: 'person.read',
  scope: 'record',
  params: z.object({ personId: z.string() }),
  output: z.object({ name: z.string() }),
  success: 200,
  refusals: [],
})
const people = route({
  method: 'GET',
  path: '/api/identity/people',
  summary,
  action: 'person.read',
  scope: 'rows',
  query: z.object({ find: z.string().optional(), role: z.array(z.string()).optional() }),
  output: z.array(z.string()),
  success: 200,
  refusals: [],
})
const add = route({
  method: 'POST',
  path: '/api/identity/people',
  summary,
  action: 'person.add',
  scope: 'input',
  body: z.object({ name: z.string() }),
  output: z.object({ id: z.string() }),
  success: 201,
  refusals: [],
})
const signOut = route({
  method: 'DELETE',
  path: '/api/identity/session',
  summary,
  action: 'signedIn',
  scope: 'own',
  output: z.null(),
  success: 204,
  refusals: [],
  repeat: 'natural',
})

type Asked = { readonly url: string; readonly init: RequestInit }

/** A server that gives one answer; what it was asked is kept. */
const serve = (answer: Response | Error): readonly Asked[] => {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    asked.push({ url, init })
    if (answer instanceof Error) throw answer
    return answer
  })
  return asked
}

const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status })
const headersOf = (asked: Asked | undefined): Headers => new Headers(asked?.init.headers)

afterEach(() => {
  vi.unstubAllGlobals()
  sessionEnd.set(null)
})

describe('the address of a call', () => {
  test('path parameters are filled and escaped', () => {
    expect(addressOf(person, { params: { personId: 'a/b ?' } })).toBe('/api/identity/people/a%2Fb%20%3F')
  })

  test('a missing parameter is a bug, not the address of something else', () => {
    expect(() => addressOf(person, { params: { personId: '' } })).toThrow('needs the parameter personId')
  })

  test('the query leaves out what is not given, and repeats what is many', () => {
    expect(addressOf(people, { query: { role: ['guard', 'worker'] } })).toBe('/api/identity/people?role=guard&role=worker')
    expect(addressOf(people, { query: { find: '沈 知远' } })).toBe('/api/identity/people?find=%E6%B2%88+%E7%9F%A5%E8%BF%9C')
    expect(addressOf(people, {})).toBe('/api/identity/people')
  })
})

describe('a call', () => {
  test('answers what the contract says', async () => {
    const asked = serve(json({ name: '沈知远' }))
    const answer = await call(person, { params: { personId: 'p1' } })
    expect(answer.name).toBe('沈知远')
    expect(asked[0]?.url).toBe('/api/identity/people/p1')
    expect(headersOf(asked[0]).has('Idempotency-Key')).toBe(false)
  })

  test('a write carries JSON and a key, its own or a fresh one', async () => {
    const asked = serve(json({ id: 'p2' }, 201))
    await call(add, { body: { name: '韩立勋' } }, { key: 'deed-0001' })
    expect(asked[0]?.init.body).toBe('{"name":"韩立勋"}')
    expect(headersOf(asked[0]).get('Content-Type')).toBe('application/json')
    expect(headersOf(asked[0]).get('Idempotency-Key')).toBe('deed-0001')
    serve(json({ id: 'p3' }, 201))
    const other = serve(json({ id: 'p3' }, 201))
    await call(add, { body: { name: '韩立勋' } })
    expect(headersOf(other[0]).get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a naturally repeatable write carries no key, and 204 answers nothing', async () => {
    const asked = serve(new Response(null, { status: 204 }))
    await expect(call(signOut)).resolves.toBeUndefined()
    expect(headersOf(asked[0]).has('Idempotency-Key')).toBe(false)
  })

  test('bytes go as they are', async () => {
    const asked = serve(json({ id: 'p4' }, 201))
    const bytes = new Blob(['x'], { type: 'image/jpeg' })
    await call(add, { body: { name: '' } }, { bytes })
    expect(asked[0]?.init.body).toBe(bytes)
    expect(headersOf(asked[0]).get('Content-Type')).toBe('image/jpeg')
  })
})

describe('what a call throws', () => {
  const refused = { refusal: { code: 'LOGIN_TAKEN', facts: { login: 'han' }, sentence: { zh: '已被使用。', en: 'It is taken.' } } }

  test('a refusal, with its facts and both sentences', async () => {
    serve(json(refused, 409))
    const thrown = await call(add, { body: { name: '' } }).catch((problem: unknown) => problem)
    expect(thrown).toBeInstanceOf(RefusalError)
    expect(thrown).toMatchObject({ status: 409, code: 'LOGIN_TAKEN', facts: { login: 'han' }, sentence: { zh: '已被使用。' } })
    expect(sessionEnd.get()).toBeNull()
  })

  test('a session that ended is told to the frame; a wrong password is not', async () => {
    serve(json({ refusal: { ...refused.refusal, code: 'SESSION_ENDED' } }, 401))
    await expect(call(people)).rejects.toThrow(RefusalError)
    expect(sessionEnd.get()?.code).toBe('SESSION_ENDED')
    sessionEnd.set(null)
    serve(json({ refusal: { ...refused.refusal, code: 'SIGN_IN_FAILED' } }, 401))
    await expect(call(people)).rejects.toThrow(RefusalError)
    expect(sessionEnd.get()).toBeNull()
  })

  test('a fault of the server, with its id; and one of a proxy in between, without', async () => {
    serve(json({ fault: { id: '7c1e' } }, 500))
    await expect(call(people)).rejects.toMatchObject({ name: 'ServerFault', faultId: '7c1e', status: 500 })
    serve(new Response('<html>Bad gateway</html>', { status: 502 }))
    const thrown = await call(people).catch((problem: unknown) => problem)
    expect(thrown).toBeInstanceOf(ServerFault)
    expect(thrown).toMatchObject({ faultId: null, status: 502 })
  })

  test('a lost connection, told apart from a deliberate end', async () => {
    serve(new TypeError('Failed to fetch'))
    await expect(call(people)).rejects.toBeInstanceOf(ConnectionLost)
    serve(new DOMException('aborted', 'AbortError'))
    await expect(call(people)).rejects.toMatchObject({ name: 'AbortError' })
  })

  test('an answer that breaks off is a lost connection too', async () => {
    serve(new Response('{"name":', { status: 200 }))
    await expect(call(person, { params: { personId: 'p1' } })).rejects.toBeInstanceOf(ConnectionLost)
  })
})
