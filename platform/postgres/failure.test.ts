import { describe, expect, it } from 'vitest'
import { failureFrom, meaningOf } from './failure.ts'

const place = { folder: '/data/postgres', logFile: '/data/postgres/startup.log' }
const line = (level: string, text: string) => `2026-11-24 06:07:16.568 UTC [1] ${level}:  ${text}`

describe('why a server did not start, in its own words', () => {
  it.each([
    ['LOG', 'could not bind IPv4 address "127.0.0.1": Address already in use', 'portTaken', 'POSTGRES_FAILED'],
    ['FATAL', 'lock file "postmaster.pid" already exists', 'notYetReleased', 'POSTGRES_FAILED'],
    ['FATAL', 'pre-existing shared memory block (key 16039975, ID 4) is still in use', 'notYetReleased', 'POSTGRES_FAILED'],
    ['FATAL', 'could not write lock file "postmaster.pid": No space left on device', 'lasting', 'DISK_TOO_SMALL'],
    ['FATAL', 'could not open file "pg_wal/000000010000000000000001": Permission denied', 'lasting', 'DATA_NOT_WRITABLE'],
    ['FATAL', 'data directory "/proc/self/cwd" has wrong ownership', 'lasting', 'DATA_NOT_WRITABLE'],
    ['PANIC', 'could not locate a valid checkpoint record at 0/1B814F8', 'lasting', 'DATA_DAMAGED'],
    ['FATAL', 'incorrect checksum in control file', 'lasting', 'DATA_DAMAGED'],
    ['FATAL', 'could not map anonymous shared memory: Cannot allocate memory', 'lasting', 'POSTGRES_FAILED'],
    ['FATAL', 'unrecognized configuration parameter "shared_bufers"', 'lasting', 'POSTGRES_FAILED'],
  ])('%s: %s', (level, text, kind, code) => {
    const failure = failureFrom(`${line('LOG', 'starting PostgreSQL 18.4')}\n${line(level, text)}\n`, { code: 1, signal: null }, place)
    expect(failure.kind).toBe(kind)
    expect(failure.refusal.code).toBe(code)
  })

  it('tells the first grave word, not the ones that follow from it', () => {
    const said = [
      line('FATAL', 'could not open file "global/1262": No such file or directory'),
      line('FATAL', 'the database system is starting up'),
    ].join('\n')
    expect(failureFrom(said, { code: 1, signal: null }, place).refusal.facts).toMatchObject({
      cause: 'could not open file "global/1262": No such file or directory',
    })
  })

  it.each([
    [{ code: null, signal: 'SIGKILL' as const }, 'SIGKILL'],
    [{ code: 3, signal: null }, 'exit 3'],
  ])('a server that says nothing is told by how it ended: %o', (end, cause) => {
    expect(failureFrom('', end, place).refusal).toMatchObject({ code: 'POSTGRES_FAILED', facts: { cause, logFile: place.logFile } })
  })
})

describe('what an error of the first connection means', () => {
  it.each([
    ['XX001', 'damaged'],
    ['58P01', 'damaged'],
    ['3D000', 'damaged'],
    ['57P03', 'fallen'],
    ['ECONNRESET', 'fallen'],
    ['53300', 'other'],
  ])('%s', (code, meaning) => {
    expect(meaningOf(Object.assign(new Error('x'), { code }))).toBe(meaning)
  })

  it('a connection that ends without a word is a server that fell', () => {
    expect(meaningOf(new Error('Connection terminated unexpectedly'))).toBe('fallen')
  })
})
