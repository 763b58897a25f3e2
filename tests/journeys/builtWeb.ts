import { tmpdir } from 'node:os'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { pino } from 'pino'
import type { Browser, BrowserContext, Page, Route } from 'playwright-core'
import { buildWeb } from '../../main/buildWeb.ts'
import { openHttp } from '../../platform/http/server.ts'
import { launchBrowser } from '../../platform/testing/browser.ts'

const project = join(import.meta.dirname, '..', '..')

/** The folder of the built web app. */
export const builtWeb = (): Promise<string> => buildWeb(project, tmpdir(), () => undefined)

/** The built app behind the real HTTP server with its real content policy, and no room: the test plays the API. */
export type WebStage = {
  readonly address: string
  readonly browser: Browser
  readonly stop: () => Promise<void>
}

export const openWebStage = async (): Promise<WebStage> => {
  const http = await openHttp({ log: pino({ level: 'silent' }), web: { folder: await builtWeb() } })
  const address = await http.listen({ host: '127.0.0.1', port: 0 })
  const browser = await launchBrowser()
  return {
    address,
    browser,
    stop: async () => {
      await browser.close()
      await http.close()
    },
  }
}

/** Answers of the API, by `METHOD /path`; what is not named is not there. */
export type PlayedApi = { readonly [route: string]: (route: Route) => Promise<void> }

/** A slow machine is no fault: this ends what hangs. */
export const patience = { timeout: 20_000 }

export type Look = {
  readonly theme?: 'light' | 'dark'
  readonly language?: 'zh' | 'en'
  readonly width?: number
  readonly height?: number
  readonly api?: PlayedApi
}

export type Screen = {
  readonly page: Page
  readonly context: BrowserContext
  /** What the page complained of: broken policies, faults, failed loads; not the refusals that the test plays. */
  readonly complaints: readonly string[]
}

/** The lines by which a browser tells of refusals, and of the live line that nobody serves here. */
const played =
  /the server responded with a status of (4\d\d|503)|WebSocket connection to|ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|net::ERR_FAILED/

export const openScreen = async (stage: WebStage, look: Look = {}): Promise<Screen> => {
  const { theme = 'light', language = 'zh', width = 1440, height = 900, api = {} } = look
  const context = await stage.browser.newContext({ viewport: { width, height }, baseURL: stage.address, reducedMotion: 'reduce' })
  const page = await context.newPage()
  page.setDefaultTimeout(patience.timeout)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !played.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.addInitScript(
    ([chosenTheme, chosenLanguage]) => {
      // Once for each visit, so that a choice made on the page is not undone by a reload.
      if (sessionStorage.getItem('begun') !== null) return
      sessionStorage.setItem('begun', 'yes')
      localStorage.setItem('anlan.theme', chosenTheme)
      localStorage.setItem('anlan.language', chosenLanguage)
    },
    [theme, language] as const,
  )
  await page.route('**/api/**', async (route) => {
    const request = route.request()
    const answer = api[`${request.method()} ${new URL(request.url()).pathname}`]
    await (answer ? answer(route) : route.fulfill({ status: 404, json: {} }))
  })
  return { page, context, complaints }
}

/** What an assistive device would stumble over: WCAG 2.2 AA by axe, one line a fault. */
export const barriers = async (page: Page): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? ''}`),
  )
}

/** Whether the page is wider than the screen. */
export const overflows = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)
