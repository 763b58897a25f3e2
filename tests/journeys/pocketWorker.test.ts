import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openHttp } from '../../platform/http/server.ts'
import { launchBrowser } from '../../platform/testing/browser.ts'
import { builtWeb, openScreen, patience, type PlayedApi, type WebStage } from './builtWeb.ts'

let stage: WebStage
let folder = ''

beforeAll(async () => {
  // A copy, so that a newer build can be laid over it.
  folder = await mkdtemp(join(tmpdir(), 'anlan-builds-'))
  await cp(await builtWeb(), folder, { recursive: true })
  const http = await openHttp({ log: pino({ level: 'silent' }), web: { folder } })
  const address = await http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  stage = {
    address,
    browser,
    stop: async () => {
      await browser.close()
      await http.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
})
afterAll(() => stage.stop())

const post = {
  id: 'post-1',
  title: '检查员',
  organisationId: 'o',
  organisationName: '钱塘区应急',
  regionCode: '330114',
  regionPath: [{ code: '330114', name: '钱塘区', nameEn: 'Qiantang' }],
  roles: ['inspector'],
  ownOrganisationOnly: false,
}
const api: PlayedApi = {
  'GET /api/identity/me': (route) =>
    route.fulfill({
      json: {
        person: { id: 'person-1', name: '沈知远' },
        post,
        posts: [post],
        actions: ['hazard.find', 'hazard.read', 'visit.record'],
        mustChangePassword: false,
        serverTime: new Date().toISOString(),
      },
    }),
  'GET /api/hazards/field-pack': (route) =>
    route.fulfill({
      json: {
        madeAt: new Date().toISOString(),
        units: [],
        checklists: [],
        hazards: [],
        campaigns: [],
        owed: [],
        unitsLeftOut: 0,
        hazardsLeftOut: 0,
      },
    }),
}

const cachesOf = (page: Awaited<ReturnType<typeof openScreen>>['page']): Promise<readonly string[]> =>
  page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('anlan-pocket-')))

test('a newer build takes over once nothing is being filled in, and the old one is cleared away; no answer is ever kept', async () => {
  const { page, context } = await openScreen(stage, { width: 360, height: 640, api })
  await page.goto('/m')
  await page.getByRole('button', { name: '报隐患' }).waitFor()
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  const [former] = await cachesOf(page)
  expect(former).toMatch(/^anlan-pocket-[0-9a-f]{16}$/)
  const addresses = await page.evaluate(async () => {
    const kept: string[] = []
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) kept.push(new URL(url).pathname)
    return kept
  })
  expect(addresses).toContain('/m')
  expect(addresses.filter((path) => !path.startsWith('/assets/') && path !== '/m')).toEqual([])
  // Under the worker from here on, as on every later visit.
  await page.reload()
  await page.getByRole('button', { name: '报隐患' }).click()
  await page.getByLabel('什么', { exact: true }).fill('配电箱门未关')
  const worker = await readFile(join(folder, 'sw.js'), 'utf8')
  await writeFile(join(folder, 'sw.js'), worker.replace((former ?? '').slice('anlan-pocket-'.length), '0123456789abcdef'))
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready
    await registration.update()
  })
  // The new build is whole on the phone and waits: something is being filled in.
  await expect.poll(() => cachesOf(page), patience).toContain('anlan-pocket-0123456789abcdef')
  await expect.poll(() => page.evaluate(async () => (await navigator.serviceWorker.ready).waiting !== null), patience).toBe(true)
  expect(await page.getByLabel('什么', { exact: true }).inputValue()).toBe('配电箱门未关')
  expect(await cachesOf(page)).toContain(former)
  await page.getByRole('link', { name: '返回' }).click()
  await expect.poll(() => cachesOf(page), patience).toEqual(['anlan-pocket-0123456789abcdef'])
  // What was being filled in is still there after the page was renewed.
  await page.getByRole('link', { name: /报隐患/ }).waitFor()
  await context.close()
})
