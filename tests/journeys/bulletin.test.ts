import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPdf } from '../../platform/testing/readPdf.ts'
import { startProduct, type MortalProduct } from './product.ts'

let product: MortalProduct
let folder: string
beforeAll(async () => {
  product = await startProduct()
  folder = await mkdtemp(join(tmpdir(), 'anlan-bulletin-'))
})
afterAll(async () => {
  await product.stop()
  await rm(folder, { recursive: true, force: true })
})

const kept = async (download: Download): Promise<Buffer> => {
  const path = join(folder, crypto.randomUUID())
  await download.saveAs(path)
  return readFile(path)
}

/** What a list of hazards, visits or units says of how many it has. */
const totalOf = async (page: Page): Promise<number> => {
  const counted = page.locator('.al-table-foot output')
  await counted.waitFor()
  return Number(/[\d,]+/.exec((await counted.textContent()) ?? '')?.[0].replaceAll(',', ''))
}

/** The whole page in one view, so that nothing lies half under the bar at its foot. */
const wholeIn = async (page: Page): Promise<void> =>
  page.setViewportSize({ width: 360, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) })

const noOverflow = async (page: Page): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect([page.url(), over]).toEqual([page.url(), 0])
}

test('a leader writes the bulletin of the year, opens a number, issues it, and takes it along as PDF and as Word', async () => {
  const { page, signIn, mustBeSound, leave } = await product.visitor({ acceptDownloads: true })
  await signIn('county.leader')
  await page.getByRole('link', { name: '战报', exact: true }).first().click()
  await page.getByRole('heading', { name: '战报', exact: true }).waitFor()
  // The sample has issued that of last month.
  await page.getByText('钱塘区隐患排查整治战报').first().waitFor()
  await mustBeSound('the list of bulletins')
  await page.getByRole('link', { name: '写战报', exact: true }).click()

  // What it would say follows what is chosen.
  await page.getByRole('heading', { name: '钱塘区隐患排查整治战报', exact: true }).waitFor()
  await page.getByRole('combobox', { name: '时段', exact: true }).selectOption('yearToDate')
  const overview = page.getByRole('region', { name: '总体情况', exact: true })
  await overview.getByText(/钱塘区.*开展检查/).waitFor()
  await page
    .getByText(/1月1日至.*（截至当日）/)
    .first()
    .waitFor()
  await mustBeSound('the preview of a bulletin')

  // A number opens exactly what it counts.
  const found = overview.locator('a[href*="foundFrom"]').first()
  const said = Number(/\d+/.exec((await found.textContent()) ?? '')?.[0])
  expect(said).toBeGreaterThan(10)
  await found.click()
  await page.getByRole('heading', { name: '隐患闭环', exact: true }).waitFor()
  expect(await totalOf(page)).toBe(said)
  await page.goBack()

  await page.getByRole('button', { name: '印发', exact: true }).click()
  const asking = page.getByRole('dialog')
  await asking.getByText('不能撤回；有误时出新版，并注明更正了哪一版。').waitFor()
  await mustBeSound('the question before issuing')
  await asking.getByRole('button', { name: /印发/ }).click()
  await page.getByRole('heading', { name: /^\d{4}年第2期$/ }).waitFor()
  await page.getByText('与印发时一致').waitFor()
  await page.getByRole('region', { name: '印发数与现数', exact: true }).getByText('发现隐患').waitFor()
  await mustBeSound('an issued bulletin')
  const address = new URL(page.url()).pathname

  const [word] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 Word', exact: true }).click()])
  expect(word.suggestedFilename()).toMatch(/^钱塘区隐患排查整治战报 \d{4}年第2期\.docx$/)
  const files = unzipSync(await kept(word))
  expect(strFromU8(files['word/document.xml']!)).toContain('总体情况')
  expect(strFromU8(files['word/_rels/document.xml.rels']!)).toContain('/hazards?withdrawn=false')

  const pdf = await page.request.get((await page.getByRole('link', { name: '下载 PDF', exact: true }).getAttribute('href')) ?? '')
  expect(pdf.headers()['content-type']).toBe('application/pdf')
  const { text, code } = await readPdf(await pdf.body())
  expect(text).toContain('钱塘区隐患排查整治战报')
  expect(text).toContain('尚待办理')
  expect(new URL(code!).pathname).toBe(address)

  // The same days again are a correction, which says why.
  await page.getByRole('link', { name: '更正（出新版）', exact: true }).click()
  await page.getByRole('textbox', { name: '更正原因', exact: true }).waitFor()
  await page.getByRole('button', { name: '印发', exact: true }).click()
  await page.getByText('请说明更正原因').waitFor()
  await mustBeSound('a correction without its reason')
  await page.getByRole('textbox', { name: '更正原因', exact: true }).fill('补录两次检查')
  await page.getByRole('button', { name: '印发', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: /印发/ }).click()
  await page.getByRole('heading', { name: /^\d{4}年第2期（第2版）$/ }).waitFor()
  await page.getByText('补录两次检查').first().waitFor()
  await page.getByRole('link', { name: '第 1 版', exact: true }).click()
  await page.getByText('已有新版', { exact: true }).waitFor()
  await mustBeSound('a bulletin that was corrected')
  await leave()
})

test('an inspector reads bulletins in English on a phone, and is told who issues them', async () => {
  const { page, context, signIn, mustBeSound, leave } = await product.visitor({
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
  })
  await context.addInitScript(() => localStorage.setItem('anlan.language', 'en'))
  await signIn('county.inspector')
  await page.goto(`${product.address}/bulletins`)
  await page.getByText('Hazard bulletin, Qiantang District').first().click()
  await page.getByRole('heading', { name: /^No\. \d of \d{4}/ }).waitFor()
  await page.getByRole('region', { name: 'Overview', exact: true }).waitFor()
  await noOverflow(page)
  await wholeIn(page)
  await mustBeSound('a bulletin on a phone')
  await page.goto(`${product.address}/bulletins/new`)
  await page.getByText('A leader or an officer issues bulletins.').waitFor()
  await noOverflow(page)
  await wholeIn(page)
  await mustBeSound('the preview on a phone')
  await leave()
})

test('a chief reads the five-full board, goes down to a town, sorts it, and opens a number', async () => {
  const { page, signIn, mustBeSound, leave } = await product.visitor()
  await signIn('city.leader')
  await page.goto(`${product.address}/five-full?kind=yearToDate`)
  for (const part of ['社会全动员', '排查全覆盖', '管控全闭环', '执法全到位', '督查全方位'])
    await page.getByRole('heading', { name: part, exact: true }).waitFor()
  await page.getByText('五项不合成总分').waitFor()
  await mustBeSound('the board of a city')

  // How a measure is counted is told to pointer and keyboard.
  const measure = page.getByRole('button', { name: '在册单位覆盖率：怎么算', exact: true })
  await measure.focus()
  const definition = page.getByRole('tooltip').filter({ hasText: '每家只计一次，单位自查不计' })
  await definition.waitFor({ state: 'visible' })
  await mustBeSound('a definition')
  await page.keyboard.press('Escape')
  await definition.waitFor({ state: 'hidden' })

  const table = page.getByRole('table', { name: '各地 · 排查全覆盖', exact: true })
  await table.getByRole('button', { name: /检查家次/ }).click()
  await page.waitForURL(/sort=visits&way=descending/)
  await table.getByRole('link', { name: '钱塘区', exact: true }).click()
  await page.waitForURL(/region=330114/)
  await page.getByRole('navigation', { name: '所在地区', exact: true }).getByText('钱塘区', { exact: true }).waitFor()

  await page.getByRole('link', { name: '管控全闭环', exact: true }).click()
  const below = page.getByRole('table', { name: '各地 · 管控全闭环', exact: true })
  await below.waitFor()
  await mustBeSound('the board of a county')
  const open = below.locator('tfoot').getByRole('link', { name: /未销号重大隐患 \d+，打开记录$/ })
  const said = Number(await open.textContent())
  expect(said).toBeGreaterThan(0)
  await open.click()
  await page.getByRole('heading', { name: '隐患闭环', exact: true }).waitFor()
  expect(await totalOf(page)).toBe(said)
  await leave()
})

test('the board fits a phone', async () => {
  const { page, context, signIn, mustBeSound, leave } = await product.visitor({
    viewport: { width: 360, height: 640 },
    isMobile: true,
    hasTouch: true,
  })
  await context.addInitScript(() => localStorage.setItem('anlan.language', 'en'))
  await signIn('county.leader')
  await page.goto(`${product.address}/five-full?part=close`)
  await page.getByRole('heading', { name: 'Supervise', exact: true }).waitFor()
  await page.getByRole('table', { name: 'Region by region · Close', exact: true }).waitFor()
  await noOverflow(page)
  await wholeIn(page)
  await mustBeSound('the board on a phone')
  await leave()
})
