import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openLog } from '../log/log.ts'
import { openTestDoorway, type TestDoorway } from './testDoorway.ts'

let folder: string
let door: TestDoorway
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan 网页 '))
  await mkdir(join(folder, 'assets'))
  await writeFile(
    join(folder, 'index.html'),
    '<!doctype html><script src="/assets/app-1.js"></script><style nonce="__CSP_NONCE__"></style><meta content="__CSP_NONCE__">',
  )
  await writeFile(join(folder, 'assets', 'app-1.js'), `export const words = '${'安澜'.repeat(2000)}'`)
  await writeFile(join(folder, 'secret.txt'), 'beside the page')
  door = await openTestDoorway({ web: { folder } })
})
afterAll(async () => {
  await door.close()
  await rm(folder, { recursive: true })
})

const policyOf = (header: unknown): Map<string, string> =>
  new Map(
    String(header as string)
      .split('; ')
      .map((part) => [part.split(' ')[0]!, part.split(' ').slice(1).join(' ')]),
  )

describe('the page', () => {
  it('opens at every address of the app, and is never kept', async () => {
    for (const path of ['/', '/people', '/organisations/0190?find=x']) {
      const { statusCode, headers, body } = await door.ask('GET', path)
      expect([path, statusCode, headers['content-type'], headers['cache-control']]).toEqual([
        path,
        200,
        'text/html; charset=utf-8',
        'no-store',
      ])
      expect(body).toContain('<!doctype html>')
    }
  })

  it('may run its own scripts, and no style but with the nonce of this very answer', async () => {
    const [one, other] = [await door.ask('GET', '/'), await door.ask('GET', '/')]
    const nonces = [one, other].map(({ headers, body }) => {
      const policy = policyOf(headers['content-security-policy'])
      const nonce = /'nonce-([^']+)'/.exec(policy.get('style-src')!)![1]!
      expect(body).toBe(`<!doctype html><script src="/assets/app-1.js"></script><style nonce="${nonce}"></style><meta content="${nonce}">`)
      expect(Buffer.from(nonce, 'base64')).toHaveLength(16)
      expect(Object.fromEntries(policy)).toMatchObject({
        'default-src': "'none'",
        'script-src': "'self'",
        'connect-src': "'self'",
        'form-action': "'self'",
        'base-uri': "'none'",
        'frame-ancestors': "'none'",
      })
      return nonce
    })
    expect(nonces[0]).not.toBe(nonces[1])
  })

  it.each(['/api/people', '/assets/gone-2.js', '/secret.txt', '/index.html', '/assets/../secret.txt', '/assets/%2e%2e/secret.txt'])(
    'is not what %s opens',
    async (path) => {
      const { statusCode, body, headers } = await door.ask('GET', path)
      expect([statusCode, (JSON.parse(body) as { refusal: { code: string } }).refusal.code]).toEqual([404, 'ROUTE_UNKNOWN'])
      expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'")
    },
  )

  it('is not what a write to an address of the app opens', async () => {
    expect((await door.ask('POST', '/people', { as: 'officer' })).statusCode).toBe(404)
  })

  it('its files are kept for a year, for their names change with them, and travel compressed', async () => {
    const { statusCode, headers } = await door.ask('GET', '/assets/app-1.js', { headers: { 'accept-encoding': 'br' } })
    expect([statusCode, headers['cache-control'], headers['content-encoding']]).toEqual([200, 'public, max-age=31536000, immutable', 'br'])
    expect(headers['content-type']).toMatch(/javascript/)
  })
})

describe('every answer', () => {
  it.each([
    ['of the page', '/'],
    ['of a route', '/api/notes'],
    ['of an asset', '/assets/app-1.js'],
    ['of what is not there', '/api/nothing'],
    ['of a fault', '/api/fault?kind=shape'],
    ['of the health check', '/healthz'],
  ])('%s carries the headers that keep a browser safe', async (_what, path) => {
    const { headers } = await door.ask('GET', path, { as: 'officer' })
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringMatching(/^default-src 'none'/),
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(self), geolocation=(self), microphone=(self)',
    })
    expect(headers).not.toHaveProperty('server')
    expect(headers).not.toHaveProperty('x-powered-by')
  })
})

describe('the log', () => {
  it('tells the route, the status and the time of each answer, and nothing of what was asked', async () => {
    const destination = join(folder, 'log.jsonl')
    const logged = await openTestDoorway({ log: openLog({ destination }) })
    const [word, phone] = ['Right-1234', '13912345678']
    await logged.ask('POST', '/api/notes', { as: 'officer', body: { text: word } })
    await logged.ask('GET', `/api/notes?limit=2&find=${word}`, { as: 'officer', headers: { authorization: word } })
    await logged.ask('PUT', `/api/notes/77`, { as: 'leader', body: { text: word } })
    await logged.ask('GET', '/api/fault?kind=constraint', { as: 'officer' })
    await logged.ask('GET', `/nowhere/${word}`)
    await logged.close()
    const lines = async () => {
      const text = await readFile(destination, 'utf8').catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? '' : Promise.reject(error),
      )
      return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    }
    while ((await lines()).length < 6) await pause(10)
    const told = await lines()
    expect(told.map(({ msg, method, route, status }) => [msg, method, route, status])).toEqual([
      ['answered', 'POST', '/api/notes', 201],
      ['answered', 'GET', '/api/notes', 200],
      ['answered', 'PUT', '/api/notes/:id', 403],
      ['fault', undefined, '/api/fault', undefined],
      ['answered', 'GET', '/api/fault', 500],
      ['answered', 'GET', '-', 404],
    ])
    expect(told.every(({ requestId }) => typeof requestId === 'string')).toBe(true)
    for (const personal of [word, phone]) expect(JSON.stringify(told)).not.toContain(personal)
  })
})

describe('without a web folder', () => {
  it('nothing but the API is there', async () => {
    const bare = await openTestDoorway()
    expect((await bare.ask('GET', '/')).statusCode).toBe(404)
    await bare.close()
  })
})
