import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDoorway, type TestDoorway } from './testDoorway.ts'

let door: TestDoorway
beforeAll(async () => {
  door = await openTestDoorway()
})
afterAll(() => door.close())

describe('what the operators ask', () => {
  it('is answered to everybody, signed in or not', async () => {
    for (const path of ['/healthz', '/metrics', '/api/openapi.json'])
      expect([path, (await door.ask('GET', path)).statusCode]).toEqual([path, 200])
  })

  it('alive from the first moment, ready once everything is up, and not ready from the moment a stop begins', async () => {
    const asked = async () => {
      const [alive, ready] = [await door.ask('GET', '/healthz'), await door.ask('GET', '/readyz')]
      return [
        alive.statusCode,
        ready.statusCode,
        ready.statusCode === 200 ? ready.body : (ready.json() as { refusal: { facts: unknown } }).refusal.facts,
      ]
    }
    expect(await asked()).toEqual([200, 503, { waitingFor: 'start' }])
    door.operations.setReady(true)
    expect(await asked()).toEqual([200, 200, 'ready\n'])
    door.operations.setReady(false)
    expect(await asked()).toEqual([200, 503, { waitingFor: 'start' }])
  })

  it('not ready while the database does not answer', async () => {
    const cut = await openTestDoorway()
    cut.operations.setReady(true)
    const { connectionString } = cut.services.database.pool.options
    const gone = new URL(connectionString!)
    await door.rows(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [gone.pathname.slice(1)])
    await door.rows(`alter database ${gone.pathname.slice(1)} allow_connections false`)
    const answer = await cut.ask('GET', '/readyz')
    expect([answer.statusCode, (answer.json() as { refusal: { facts: unknown } }).refusal.facts]).toEqual([
      503,
      { waitingFor: 'PostgreSQL' },
    ])
    await door.rows(`alter database ${gone.pathname.slice(1)} allow_connections true`)
    await cut.close()
  })

  it('figures in the form of Prometheus, by route and status, with no address and no name in them', async () => {
    await door.ask('GET', '/api/notes?limit=2', { as: 'officer' })
    await door.ask('PUT', '/api/notes/471147114711', { as: 'officer', body: { text: 'x' } })
    const { headers, body } = await door.ask('GET', '/metrics')
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(body).toContain('anlan_http_answer_seconds_count{method="GET",route="/api/notes",status="200"} 1')
    expect(body).toContain('anlan_http_answer_seconds_count{method="PUT",route="/api/notes/:id",status="404"} 1')
    expect(body).toMatch(/^anlan_database_connections\{state="open"\} [1-9]\d*$/m)
    expect(body).toMatch(/^anlan_process_resident_memory_bytes [1-9]/m)
    expect(body).not.toContain('471147114711')
    expect(body).not.toContain('limit=2')
  })
})
