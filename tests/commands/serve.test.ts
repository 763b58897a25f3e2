import { chown, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { processesWorkingIn } from '../../platform/processes.ts'
import { ordinaryUser } from '../../platform/testing/ordinaryUser.ts'
import { testDatabase } from '../../platform/testing/postgres.ts'
import { addressOf, killAllAnlan, killAnlan, startAnlan, stopAnlan } from './anlan.ts'
import { installedCopy, prepared, projectFolder, removeHomes, type Prepared } from './installedCopy.ts'

const isRoot = process.geteuid?.() === 0
const account = ordinaryUser(join(projectFolder, 'main/start.mjs'))

let at: Prepared
beforeAll(async () => {
  at = await prepared()
})

afterAll(async () => {
  await killAllAnlan()
  await removeHomes()
})

/** Whether it is alive, ready for requests, and serves the web app. */
async function answersAt(address: string): Promise<{ alive: number; ready: number; page: boolean }> {
  const [alive, ready, page] = await Promise.all(['healthz', 'readyz', ''].map((path) => fetch(`${address}/${path}`)))
  return { alive: alive!.status, ready: ready!.status, page: (await page!.text()).includes('<html') }
}

const well = { alive: 200, ready: 200, page: true }

describe('a start', () => {
  it('ends in one short message with the address and, the first time, accounts with a password of their own', async () => {
    const said: string[] = []
    for (const path of [join(at.home, 'one'), join(at.home, 'two')]) {
      const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: path }, byNpm: path.endsWith('one') })
      expect(await answersAt(await addressOf(anlan))).toEqual(well)
      await killAnlan(anlan, path)
      said.push(anlan.said().stdout)
      expect(anlan.said().stderr).toBe('')
    }
    const passwords = said.map((text) => /^\s+system\s+(\S{10,})\s/m.exec(text)?.[1])
    expect(passwords[0]).toBeTypeOf('string')
    expect(passwords[0]).not.toBe(passwords[1])
  })

  it('of an existing folder says the address again and no password', async () => {
    const path = await at.begunCopy()
    const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    expect(await answersAt(await addressOf(anlan))).toEqual(well)
    await stopAnlan(anlan)
    expect(anlan.said().stdout).not.toMatch(/^\s+system\s+\S{10,}\s/m)
    expect(processesWorkingIn(join(path, 'postgres/data')) ?? []).toEqual([])
  })

  it.each([[['SIGINT', 'SIGINT']], [['SIGTERM', 'SIGTERM']], [['SIGHUP']]] as const)(
    'stops in order when asked by %s, as often as it is asked',
    async (signals) => {
      const path = await at.begunCopy()
      const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
      await addressOf(anlan)
      // Under npm a Ctrl-C comes twice: from the terminal, and once more from npm.
      for (const signal of signals) {
        anlan.child.kill(signal)
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      expect(await anlan.ended).toEqual({ code: 0, signal: null })
      expect(processesWorkingIn(join(path, 'postgres/data')) ?? []).toEqual([])
      expect(await readdir(path)).not.toContain('anlan.lock')
    },
  )

  it('keeps everything in a folder that others cannot look into', async () => {
    const path = join(at.home, 'closed')
    const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    await addressOf(anlan)
    await stopAnlan(anlan)
    expect((await stat(path)).mode & 0o077).toBe(0)
  })

  it('works on the database named by DATABASE_URL, and makes none of its own', async () => {
    const database = await testDatabase()
    const path = join(at.home, 'external')
    const anlan = startAnlan({ from: at.installed, env: { ANLAN_DATA: path, DATABASE_URL: database.url } })
    expect(await answersAt(await addressOf(anlan))).toEqual(well)
    await stopAnlan(anlan)
    expect(await readdir(path)).not.toContain('postgres')
    await database.drop()
  })
})

describe('an installation in a folder with blanks and Chinese characters, its install scripts switched off', () => {
  it('starts, keeps its data in the project, and a second copy runs beside it', async () => {
    const copies = await Promise.all(['安 澜 一', '安 澜 二'].map((name) => installedCopy(join(at.home, '应急 指挥', name), at.installed)))
    const both = copies.map((from) => startAnlan({ from }))
    const addresses = await Promise.all(both.map(addressOf))
    expect(new Set(addresses).size).toBe(2)
    expect(await Promise.all(addresses.map(answersAt))).toEqual([well, well])
    await Promise.all(both.map(stopAnlan))
    for (const from of copies) expect(await readdir(from)).toContain('.anlan')
  })

  it.skipIf(!isRoot)('starts for root in a home that is closed to the user PostgreSQL runs as', async () => {
    const hadCache = existsSync('/var/cache/anlan')
    const closed = await mkdtemp(join(homedir(), 'anlan 封闭 '))
    try {
      expect((await stat(closed)).mode & 0o077).toBe(0)
      const anlan = startAnlan({ from: await installedCopy(join(closed, '安 澜'), at.installed) })
      expect(await answersAt(await addressOf(anlan))).toEqual(well)
      await stopAnlan(anlan)
    } finally {
      await rm(closed, { recursive: true })
      if (!hadCache) await rm('/var/cache/anlan', { recursive: true, force: true })
    }
  })

  it.skipIf(account === undefined)(
    'starts for an ordinary user who may not write into the installation, with and without a web app in it',
    async () => {
      const from = await installedCopy(join(at.home, 'read only'), at.installed)
      const path = join(at.home, 'ordinary')
      await mkdir(path)
      await chown(path, account!.uid, account!.gid)
      for (const data of ['数据', '另一处']) {
        const anlan = startAnlan({ from, account, env: { ANLAN_DATA: join(path, data) } })
        expect(await answersAt(await addressOf(anlan))).toEqual(well)
        await stopAnlan(anlan)
        expect((await stat(join(path, data, 'postgres'))).uid).toBe(account!.uid)
        await rm(join(from, 'dist'), { recursive: true, force: true })
      }
    },
  )
})

describe('after kill -9', () => {
  it('of Anlan alone it starts again', async () => {
    const path = await at.begunCopy()
    const first = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    await addressOf(first)
    await killAnlan(first)
    const second = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    expect(await answersAt(await addressOf(second))).toEqual(well)
    await stopAnlan(second)
  })

  it('of Anlan and its whole database it starts again', async () => {
    const path = await at.begunCopy()
    const first = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    await addressOf(first)
    await killAnlan(first, path)
    const second = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    expect(await answersAt(await addressOf(second))).toEqual(well)
    await stopAnlan(second)
  })

  it('in the midst of the first start it starts anew', async () => {
    const path = join(at.home, 'interrupted')
    const first = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    while (!existsSync(join(path, 'postgres/data/postmaster.pid'))) await new Promise((resolve) => setTimeout(resolve, 5))
    await killAnlan(first, path)
    const second = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    expect(await answersAt(await addressOf(second))).toEqual(well)
    await stopAnlan(second)
    expect(second.said().stdout).toMatch(/^\s+system\s+\S{10,}\s/m)
  })

  it('of its database alone it ends by itself, says so, and starts again', async () => {
    const path = await at.begunCopy()
    const first = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    await addressOf(first)
    for (const pid of processesWorkingIn(join(path, 'postgres/data')) ?? []) process.kill(pid, 'SIGKILL')
    expect(await first.ended).toEqual({ code: 1, signal: null })
    expect(first.said().stderr).toMatch(/^PostgreSQL 意外停止.*\nPostgreSQL ended by itself/)
    const second = startAnlan({ from: at.installed, env: { ANLAN_DATA: path } })
    expect(await answersAt(await addressOf(second))).toEqual(well)
    await stopAnlan(second)
  })
})
