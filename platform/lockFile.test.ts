import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockHolder, takeLock, type Lock } from './lockFile.ts'
import { ownMark } from './processes.ts'

let folder: string
let path: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'anlan-lock-'))
  path = join(folder, '锁.lock')
})
afterEach(() => rm(folder, { recursive: true }))

async function taken(): Promise<Lock> {
  const answer = await takeLock(path)
  if ('heldBy' in answer) throw new Error('held')
  return answer.lock
}

describe('a lock that a process holds by a file', () => {
  it('is held by one at a time, and free again once released', async () => {
    const lock = await taken()
    expect(await takeLock(path)).toEqual({ heldBy: expect.objectContaining({ pid: process.pid }) })
    expect(await lockHolder(path)).toMatchObject({ pid: process.pid })
    await lock.release()
    expect(await lockHolder(path)).toBeUndefined()
    await (await taken()).release()
    expect(await readdir(folder)).toEqual([])
  })

  it('goes to exactly one of many that ask at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)))
    expect(answers.filter((answer) => 'lock' in answer)).toHaveLength(1)
  })

  it('goes to exactly one of many that find it dead', async () => {
    await writeFile(path, JSON.stringify({ pid: 2 ** 22 + 1, startMark: 'long ago' }))
    const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)))
    expect(answers.filter((answer) => 'lock' in answer)).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['锁.lock'])
  })

  it('is free when one who was burying a dead lock died too', async () => {
    const dead = JSON.stringify({ pid: 2 ** 22 + 1, startMark: 'long ago' })
    await Promise.all([writeFile(path, dead), writeFile(`${path}.burial`, dead)])
    const answers = await Promise.all(Array.from({ length: 20 }, () => takeLock(path)))
    expect(answers.filter((answer) => 'lock' in answer)).toHaveLength(1)
    expect(await readdir(folder)).toEqual(['锁.lock'])
  })

  it('is free when its holder was killed', async () => {
    const script = `
      const { takeLock } = await import(${JSON.stringify(new URL('./lockFile.ts', import.meta.url).href)})
      await takeLock(process.argv[1])
      console.log('held')
      setInterval(() => {}, 1000)`
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, path], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    expect(await takeLock(path)).toEqual({ heldBy: expect.objectContaining({ pid: child.pid }) })
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
    expect(await lockHolder(path)).toBeUndefined()
    await (await taken()).release()
  })

  it.skipIf(process.platform === 'win32')('is free when its holder died and the number went to another process', async () => {
    await writeFile(path, JSON.stringify({ ...ownMark(), startMark: 'an earlier moment' }))
    expect(await lockHolder(path)).toBeUndefined()
    await (await taken()).release()
  })

  it.each(['', '{', '{"pid":"x"}'])('is free when the file holds no process: %j', async (text) => {
    await writeFile(path, text)
    const lock = await taken()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ pid: process.pid })
    await lock.release()
  })

  it('is not released by one who lost it', async () => {
    const lock = await taken()
    const other = JSON.stringify({ pid: process.pid, token: 'other' })
    await writeFile(path, other)
    await lock.release()
    expect(await readFile(path, 'utf8')).toBe(other)
  })
})
