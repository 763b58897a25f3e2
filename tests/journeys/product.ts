import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { launchBrowser } from '../../platform/testing/browser.ts'

const project = join(import.meta.dirname, '..', '..')

/** The product as a stranger would start it: a process of its own, on a data folder of its own. */
export type Product = {
  readonly address: string
  /** The one password of the sample's accounts. */
  readonly password: string
  readonly browser: Browser
  /** A person at a device of his own. */
  visitor(options?: Parameters<Browser['newContext']>[0]): Promise<Visitor>
  stop(): Promise<void>
}

export type MortalProduct = Product & {
  /** Kills the server as a power cut would, and starts it again at the same address on the same data. */
  crash(): Promise<void>
}

export type Visitor = {
  readonly page: Page
  readonly context: BrowserContext
  signIn(login: string, password?: string): Promise<void>
  /** Fails on what an assistive device would stumble over (WCAG 2.2 AA by axe), and on anything the page complained of. */
  mustBeSound(title: string): Promise<void>
  leave(): Promise<void>
}

type Running = {
  readonly address: string
  readonly password: string | undefined
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>
}

const started = async (dataFolder: string, port: string): Promise<Running> => {
  const child = spawn(process.execPath, ['main/start.mjs', 'serve'], {
    cwd: project,
    env: { ...process.env, ANLAN_DATA: dataFolder, ANLAN_PORT: port, DATABASE_URL: '', ANLAN_SAMPLE: 'on' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text
  })
  let address: string | undefined
  let password: string | undefined
  for await (const line of createInterface(child.stdout)) {
    address ??= /http:\/\/\S+/.exec(line)?.[0]
    password ??= /sample account: (\S+)/.exec(line)?.[1]
    if (line.includes('Ctrl+C')) break
  }
  if (address === undefined) throw new Error(`the product did not start: ${complaints}`)
  child.stdout.resume()
  return {
    address,
    password,
    end: async (signal) => {
      child.kill(signal)
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    },
  }
}

export const startProduct = async (): Promise<MortalProduct> => {
  const folder = await mkdtemp(join(tmpdir(), 'anlan 旅程 '))
  let running = await started(folder, '0')
  const { address, password } = running
  if (password === undefined) throw new Error('the sample told no password')
  const browser = await launchBrowser()
  return {
    address,
    password,
    browser,
    visitor: async (options = {}) =>
      visitorIn(await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: address, ...options }), password),
    crash: async () => {
      await running.end('SIGKILL')
      running = await started(folder, new URL(address).port)
    },
    stop: async () => {
      await browser.close()
      await running.end('SIGTERM')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

// The server's refusals are part of the journeys; the browser writes each to its console.
const expected = /the server responded with a status of 4\d\d/

/** What is rising into place is half transparent for a moment, and no contrast can be read off it; what turns for ever is left. */
const atRest = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => null),
  )

/** @param alsoExpected what the browser writes to its console of what the journey does to it, such as a lost network. */
export const visitorIn = async (context: BrowserContext, samplePassword: string, alsoExpected?: RegExp): Promise<Visitor> => {
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !expected.test(message.text()) && alsoExpected?.test(message.text()) !== true)
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  const visitor: Visitor = {
    page,
    context,
    signIn: async (login, password = samplePassword) => {
      await page.goto('/')
      await page.getByLabel(/^(用户名|User name)$/).fill(login)
      await page.getByLabel(/^(密码|Password)$/).fill(password)
      const answered = page.waitForResponse(
        (response) => response.url().endsWith('/api/identity/session') && response.request().method() === 'POST',
      )
      await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click()
      await answered
    },
    mustBeSound: async (title) => {
      await atRest(page)
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze()
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
      if (found.length > 0 || complaints.length > 0) throw new Error(`${title}: ${[...found, ...complaints].join('\n')}`)
    },
    leave: () => context.close(),
  }
  // What the person saw when a step failed says more than the step.
  onTestFailed(async ({ task }) => {
    const picture = join(tmpdir(), `anlan-journey-${task.id}.png`)
    await page.screenshot({ path: picture })
    process.stderr.write(`${task.name}: ${page.url()}, see ${picture}\n${complaints.join('\n')}\n`)
  })
  return visitor
}
