import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBook } from '../../platform/sheets/openBook.ts'
import { startProduct, type MortalProduct } from './product.ts'

let product: MortalProduct
let folder: string
beforeAll(async () => {
  product = await startProduct()
  folder = await mkdtemp(join(tmpdir(), 'anlan-exported-'))
})
afterAll(async () => {
  await product.stop()
  await rm(folder, { recursive: true, force: true })
})

const rowsIn = async (path: string): Promise<readonly (readonly (string | null)[])[]> => {
  const opened = await openBook(path)
  if (!opened.ok) throw new Error(opened.refusal.code)
  const rows: (string | null)[][] = []
  for await (const batch of opened.value.rows(0)) {
    if (!batch.ok) throw new Error(batch.refusal.code)
    for (const { cells } of batch.value) rows.push(cells.map((cell) => cell?.text ?? null))
  }
  await opened.value.close()
  return rows
}

test('an officer filters the hazards, exports them, leaves, finds the export again and downloads it; the file has the rows', async () => {
  const { page, signIn, mustBeSound, leave } = await product.visitor({ acceptDownloads: true })
  await signIn('city.officer')
  await page.goto(`${product.address}/hazards?level=major&open=true`)
  const counted = page.locator('.al-table-foot output')
  await counted.waitFor()
  const total = Number(/[\d,]+/.exec((await counted.textContent()) ?? '')?.[0].replaceAll(',', ''))
  expect(total).toBeGreaterThan(0)

  await page.getByRole('button', { name: '导出', exact: true }).click()
  const asking = page.getByRole('dialog')
  await asking.getByText(`共 ${total.toLocaleString('en')} 条，含当前筛选`).waitFor()
  await mustBeSound('the window of an export')
  await asking.getByRole('radio', { name: 'Excel 工作簿（.xlsx）', exact: true }).check()
  const saved = page.waitForEvent('download', { timeout: 60_000 })
  await asking.getByRole('button', { name: '开始导出', exact: true }).click()
  // It is saved by itself, before the person's eyes.
  const first = await saved
  expect(first.suggestedFilename()).toMatch(/^隐患台账-\d{8}-\d{4}\.xlsx$/)
  await asking.getByRole('button', { name: '复制 sha256sum -c 校验行', exact: true }).waitFor()
  await mustBeSound('an export that is ready')
  await asking.getByRole('button', { name: '关闭', exact: true }).last().click()

  // Later, and elsewhere in the product, it is found again.
  await page.goto(`${product.address}/units`)
  await page.goto(`${product.address}/exports`)
  await page.getByRole('heading', { name: '导出', exact: true }).waitFor()
  await page.getByText('隐患台账', { exact: true }).first().click()
  const one = page.getByRole('dialog')
  const sum = (await one.locator('code').first().textContent()) ?? ''
  await mustBeSound('an export of the list')
  const again = page.waitForEvent('download', { timeout: 60_000 })
  await one.getByRole('link', { name: '下载', exact: true }).click()
  const path = join(folder, 'hazards.xlsx')
  await (await again).saveAs(path)
  expect(
    createHash('sha256')
      .update(await readFile(path))
      .digest('hex'),
  ).toBe(sum)
  const [head = [], ...rows] = await rowsIn(path)
  expect(rows).toHaveLength(total)
  const column = (name: string): number => head.indexOf(name)
  expect(new Set(rows.map((row) => row[column('隐患等级')]))).toEqual(new Set(['重大隐患']))
  expect(new Set(rows.map((row) => row[column('是否销号')]))).toEqual(new Set(['否']))
  await leave()
})

test('the page of exports is sound on a phone in English, and an old spreadsheet gets its encoding', async () => {
  const { page, context, signIn, mustBeSound, leave } = await product.visitor({
    viewport: { width: 360, height: 640 },
    acceptDownloads: true,
  })
  await context.addInitScript(() => localStorage.setItem('anlan.language', 'en'))
  await signIn('county.officer')
  await page.goto(`${product.address}/law`)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const asking = page.getByRole('dialog')
  await asking.getByRole('radio', { name: 'Text table (.csv)', exact: true }).check()
  await asking.getByRole('radio', { name: 'GB18030', exact: true }).check()
  await asking.getByText('For old Chinese spreadsheet programs').waitFor()
  await asking.getByRole('radio', { name: '中文', exact: true }).check()
  const saved = page.waitForEvent('download', { timeout: 60_000 })
  await asking.getByRole('button', { name: 'Export', exact: true }).click()
  const path = join(folder, 'limits.csv')
  await (await saved).saveAs(path)
  const bytes = await readFile(path)
  expect(new TextDecoder('gb18030').decode(bytes).startsWith('限值,标准,')).toBe(true)
  await page.goto(`${product.address}/exports`)
  await page.getByText('CSV · GB18030').first().waitFor()
  await mustBeSound('exports on a phone')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  await leave()
})
