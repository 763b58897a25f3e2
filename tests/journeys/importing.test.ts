import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bureauUnits, inBatches, type BureauUnit } from '../../main/testing/bureau/units.ts'
import type { Written } from '../../platform/sheets/sheet.ts'
import { writeBook } from '../../platform/sheets/writeBook.ts'
import { startProduct, visitorIn, type Product, type Visitor } from './product.ts'

/** A unit as a row of the bureau's own register. */
type Line = Pick<BureauUnit, 'name' | 'uscc' | 'town' | 'address'> | { readonly [Field in 'name' | 'uscc' | 'town' | 'address']: string }
type Row = Line & { readonly industry: string; readonly reason?: string }

/** Under 四级代号 nobody would look for an industry. */
const heads = ['序号', '企业名称', '统一社会信用代码', '所属镇街', '四级代号', '详细地址']

const writeRegister = (path: string, rows: readonly Row[], returned = false): Promise<void> =>
  writeBook(path, {
    format: 'csv',
    encoding: 'gb18030',
    sheet: {
      layout: {
        name: '监管对象',
        columns: [...heads, ...(returned ? ['退回原因', '有误列'] : [])].map(() => ({ width: 20, as: 'text' as const })),
        heads: [[...heads, ...(returned ? ['退回原因', '有误列'] : [])]],
      },
      rows: inBatches(
        rows.map(({ name, uscc, town, industry, address, reason }, at): readonly Written[] => [
          String(at + 1),
          name,
          uscc,
          town,
          industry,
          address,
          ...(returned ? [reason ?? '', ''] : []),
        ]),
      ),
    },
  })

const count = 1_500
const units = bureauUnits(count + 50, 'an import')
const sound: readonly Row[] = units.slice(0, count)
/** By their place in the file, four rows with what is wrong in them. */
const faults: Readonly<Record<number, Partial<Row>>> = {
  10: { uscc: '91330114MA0000000X' },
  200: { town: '桃花源街道' },
  600: { industry: '' },
  1_400: { name: '' },
}
const faulty = Object.keys(faults).map(Number)
const nextMonth: readonly Row[] = units.slice(count)

describe('a county takes its register in', () => {
  let product: Product
  let folder = ''
  let officer: Visitor
  let page: Page
  let first = ''
  beforeAll(async () => {
    product = await startProduct()
    folder = await mkdtemp(join(tmpdir(), 'anlan-importing-'))
    first = join(folder, '监管对象2026-10.csv')
    await writeRegister(
      first,
      sound.map((row, at) => ({ ...row, ...faults[at] })),
    )
  })
  afterAll(async () => {
    await product.stop()
    await rm(folder, { recursive: true, force: true })
  })

  const send = async (path: string): Promise<void> => {
    await page.goto('/imports')
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: /^选择台账文件/ }).click()
    await (await chooser).setFiles(path)
    await page.waitForURL(/\/imports\/[0-9a-f-]{36}$/)
  }
  const check = async (): Promise<void> => {
    await page.getByRole('button', { name: /^检查全部行/ }).click()
    await page.getByRole('button', { name: '改栏目对应' }).waitFor()
  }
  const begin = async (): Promise<void> => {
    await page.getByRole('button', { name: /^导入 [\d,]+ 行/ }).click()
    await page.getByRole('button', { name: /^开始导入/ }).click()
  }
  const mustFitPhone = async (): Promise<void> => {
    await page.setViewportSize({ width: 360, height: 640 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await page.setViewportSize({ width: 1440, height: 900 })
  }

  it('what can be sent is told, and a format that cannot be read is refused before it is sent', async () => {
    // One step of the story breaks the network on purpose.
    const context = await product.browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: product.address })
    officer = await visitorIn(context, product.password, /net::ERR_/)
    page = officer.page
    // A chooser that opens before the browser was told to hand it over would stay open and shut out the next.
    page.on('filechooser', () => undefined)
    await officer.signIn('county.officer')
    await page.getByRole('heading', { name: '我的工作台' }).waitFor()
    await page.getByRole('link', { name: '台账导入' }).click()
    await page.getByText('还没有导入过台账').waitFor()
    await page.getByText('检查对象台账').click()
    await page.getByText('监管对象类型').waitFor()
    await officer.mustBeSound('no imports yet')
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('n')
    await (await chooser).setFiles({ name: '旧台账.xls', mimeType: 'application/vnd.ms-excel', buffer: Buffer.from('old') })
    await page.getByText('另存为 .xlsx').waitFor()
    await officer.mustBeSound('an old format')
    await mustFitPhone()
  })

  it('an upload that broke off is found after a reload and goes on with the same file alone', async () => {
    const path = /\/api\/ledgers\/imports\/[^/]+\/file$/
    await page.route(path, (route) => route.abort())
    await send(first)
    await page.getByText('网络中断，恢复后自动从断点继续').waitFor()
    await officer.mustBeSound('a lost network')
    page.once('dialog', (dialog) => void dialog.accept())
    await page.reload()
    await page.getByText('上传未完成').waitFor()
    await officer.mustBeSound('an upload that broke off')
    await page.unroute(path)
    const another = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择原文件，继续上传' }).click()
    await (await another).setFiles({ name: '别的.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b') })
    await page.getByText('请选择原来那份文件').waitFor()
    const same = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: '选择原文件，继续上传' }).click()
    await (await same).setFiles(first)
    await page.getByRole('heading', { name: '监管对象2026-10.csv' }).waitFor()
    await page.getByText('编码 GB18030').waitFor()
  })

  it('a heading that the product does not know is matched by hand, and stays so after a reload', async () => {
    await page.getByText('缺少必需的栏目：行业类别。请在相应的列上方选择').waitFor()
    await page.getByText('IMPORT_COLUMNS_MISSING').waitFor()
    await officer.mustBeSound('a needed column is missing')
    await page.getByRole('combobox', { name: 'E 列 四级代号', exact: true }).selectOption('industry')
    await page.getByText('您指定的').waitFor()
    await page.getByRole('button', { name: /^检查全部行/ }).waitFor()
    await page.reload()
    await page.getByText('您指定的').waitFor()
    await officer.mustBeSound('matched')
  })

  it('the check says how many rows are good and what is wrong with which', async () => {
    await page.keyboard.press('c')
    await page.getByText('1,496 行可以导入').waitFor()
    await page.getByText('4 行将退回').waitFor()
    await page.getByText('桃花源街道').first().waitFor()
    expect(await page.getByRole('table', { name: '有误的行', exact: true }).getByRole('row').count()).toBe(1 + faulty.length)
    await officer.mustBeSound('checked')
    await mustFitPhone()
    await page.getByRole('button', { name: 'EN' }).click()
    await page.getByText('1,496 rows can be taken').waitFor()
    await officer.mustBeSound('checked, in English')
    await page.getByRole('button', { name: '中' }).click()
  })

  it('can be left while it runs and is found again', async () => {
    await page.keyboard.press('b')
    await page.getByText('1,496 行写入检查对象台账').waitFor()
    await officer.mustBeSound('before it begins')
    await page.keyboard.press('Control+Enter')
    await page
      .getByText(/正在导入|已完成/)
      .first()
      .waitFor()
    await page.goto('/units')
    await page.getByRole('heading', { name: '检查对象' }).waitFor()
    await page.goto('/imports')
    await page.getByRole('row', { name: /监管对象2026-10/ }).click()
    await page.getByText('已导入 1,496 行').waitFor()
    await page.getByText('4 行退回').waitFor()
    await officer.mustBeSound('done')
    await mustFitPhone()
  })

  it('the rows sent back come in the file’s own layout, and once mended they alone come in', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载退回的行' }).click()
    const returned = await download
    expect(returned.suggestedFilename()).toBe('监管对象2026-10-退回.csv')
    const text = new TextDecoder('gb18030', { fatal: true }).decode(await readFile(await returned.path()))
    const lines = text.trim().split('\r\n')
    expect(lines[0]).toBe([...heads, '退回原因', '有误列'].join(','))
    expect(lines.slice(1).map((line) => Number(line.split(',')[0]) - 1)).toEqual(faulty)
    expect(text).toContain('桃花源街道')

    const mended = join(folder, '监管对象2026-10-退回.csv')
    await writeRegister(
      mended,
      faulty.map((at) => ({ ...sound[at]!, reason: '已改' })),
      true,
    )
    await send(mended)
    await page.getByText('表头与上次相同').waitFor()
    await check()
    await page.getByText('4 行可以导入').waitFor()
    await begin()
    await page.getByText('已导入 4 行').waitFor()
    expect(await page.getByRole('link', { name: '下载退回的行' }).count()).toBe(0)
    await officer.mustBeSound('the mended are in')
  })

  it('the first file sent once more is told so and brings nothing new', async () => {
    await send(first)
    await page.getByText('同一份文件以前送过').waitFor()
    await page.getByRole('link', { name: /已导入 1,496 行/ }).waitFor()
    await officer.mustBeSound('sent before')
    await check()
    await page.getByText('没有可以导入的行').waitFor()
    await page.getByText('1,496 行已在册').waitFor()
    await officer.mustBeSound('nothing new')
    await page.getByRole('button', { name: '放弃导入' }).click()
    await page.getByText('没有写入任何内容').waitFor()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^放弃导入/ })
      .click()
    await page.getByText('导入前已放弃').waitFor()
    await officer.mustBeSound('cancelled')
  })

  it('next month’s file with the same odd heading is matched without asking', async () => {
    const path = join(folder, '监管对象2026-11.csv')
    await writeRegister(path, nextMonth)
    await send(path)
    await page.getByText('上次如此').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'E 列 四级代号', exact: true }).inputValue()).toBe('industry')
    await check()
    await page.getByText('50 行可以导入').waitFor()
    await begin()
    await page.getByText('已导入 50 行').waitFor()
    await page.goto('/imports')
    await page.getByRole('row', { name: /监管对象2026-11/ }).waitFor()
    await officer.mustBeSound('the list of imports')
    await mustFitPhone()
    await page.goto('/imports?state=ended&whose=scope')
    await page.getByRole('columnheader', { name: '导入人' }).waitFor()
    await officer.mustBeSound('what was imported in the county')
  })

  it('a leader sees what was imported and may send nothing', async () => {
    const leader = await product.visitor()
    await leader.signIn('county.leader')
    await leader.page.getByRole('heading', { name: '我的工作台' }).waitFor()
    await leader.page.goto('/imports')
    await leader.page.getByRole('row', { name: /监管对象2026-11/ }).click()
    await leader.page.getByText('已导入 50 行').waitFor()
    expect(await leader.page.getByRole('button', { name: /选择台账文件|放弃导入/ }).count()).toBe(0)
    await leader.mustBeSound('an import of somebody else')
    await leader.leave()
  })
})
