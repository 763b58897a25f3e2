import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers, openScreen, openWebStage, overflows, patience, type Look, type WebStage } from './builtWeb.ts'

let stage: WebStage

beforeAll(async () => {
  stage = await openWebStage()
})
afterAll(() => stage.stop())

const looks: readonly (Look & { readonly name: string })[] = [
  { name: 'Chinese, light, 1440 x 900', language: 'zh', theme: 'light' },
  { name: 'English, dark, 1440 x 900', language: 'en', theme: 'dark' },
  { name: 'Chinese, dark, 360 x 640', language: 'zh', theme: 'dark', width: 360, height: 640 },
  { name: 'English, light, 360 x 640', language: 'en', theme: 'light', width: 360, height: 640 },
]

describe.each(looks)('every part of ui, $name', (look) => {
  test('is sound to an assistive device, keeps to the content policy and to the width of the screen', async () => {
    const { page, context, complaints } = await openScreen(stage, look)
    await page.goto('/gallery')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page
      .locator(look.width === 360 ? '.al-rows' : '[role=table]')
      .first()
      .waitFor()
    await page.locator('.al-loading-row').first().waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    expect(await page.getAttribute('html', 'data-theme')).toBe(look.theme)
    expect(await page.getAttribute('html', 'lang')).toBe(look.language === 'zh' ? 'zh-CN' : 'en')
    expect(complaints).toEqual([])
    await context.close()
  })

  test('its windows are sound, keep the focus inside and give it back', async () => {
    const { page, context, complaints } = await openScreen(stage, look)
    await page.goto('/gallery')
    const row = page
      .locator('.gallery-row')
      .filter({ has: page.locator('button', { hasText: look.language === 'zh' ? '抽屉' : 'Drawer' }) })
    for (const index of [0, 1, 2, 4, 5]) {
      const opener = row.getByRole('button').nth(index)
      await opener.click()
      const window = page.locator('dialog[open]')
      await window.waitFor()
      expect(await barriers(page)).toEqual([])
      expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true)
      await page.keyboard.press('Escape')
      await window.waitFor({ state: 'detached' })
      expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true)
    }
    expect(complaints).toEqual([])
    await context.close()
  })
})

describe('by keyboard alone', () => {
  test('the palette finds, moves and closes', async () => {
    const { page, context } = await openScreen(stage, { language: 'zh' })
    await page.goto('/gallery')
    await page.getByRole('button', { name: '命令面板' }).press('Enter')
    const palette = page.getByRole('dialog', { name: '命令面板' })
    await page.keyboard.type('岗位')
    await expect.poll(() => palette.getByRole('option').allInnerTexts(), patience).toHaveLength(1)
    expect(await palette.getByRole('option').getAttribute('aria-selected')).toBe('true')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('人')
    await page.keyboard.press('ArrowUp')
    await expect.poll(() => palette.getByRole('option').last().getAttribute('aria-selected'), patience).toBe('true')
    await page.keyboard.press('Enter')
    await palette.waitFor({ state: 'detached' })
    await context.close()
  })

  test('a list is walked by J and K, opened by Enter, and a field keeps its letters', async () => {
    const { page, context } = await openScreen(stage, { language: 'zh' })
    await page.goto('/gallery')
    const table = page.getByRole('table', { name: '一千行' })
    await table.waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    const present = table.locator('.al-table-present')
    expect(await present.getAttribute('aria-rowindex')).toBe('2')
    await page.getByLabel('找隐患').fill('')
    await page.getByLabel('找隐患').press('j')
    expect(await page.getByLabel('找隐患').inputValue()).toBe('j')
    expect(await present.getAttribute('aria-rowindex')).toBe('2')
    await context.close()
  })

  test('an undo is one key away, and says that it was done', async () => {
    const { page, context } = await openScreen(stage, { language: 'zh' })
    await page.goto('/gallery')
    await page.getByRole('button', { name: '可撤销的提示' }).click()
    await page.getByText('已把 26-0417 转给韩立勋').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByText('已撤销 · 已把 26-0417 转给韩立勋').waitFor()
    expect(await page.locator('.al-toast').count()).toBe(1)
    await context.close()
  })

  test('single keys can be switched off, and stay off', async () => {
    const { page, context } = await openScreen(stage, { language: 'zh' })
    await page.goto('/gallery')
    await page.getByRole('button', { name: '快捷键', exact: true }).click()
    await page.getByRole('radiogroup', { name: '单键快捷键' }).getByText('关').click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    expect(await page.locator('.al-table-present').count()).toBe(0)
    await page.reload()
    await page.getByRole('table', { name: '一千行' }).waitFor()
    await page.keyboard.press('j')
    expect(await page.locator('.al-table-present').count()).toBe(0)
    await context.close()
  })
})

test('language and theme switch without a reload and are kept', async () => {
  const { page, context } = await openScreen(stage, { language: 'zh', theme: 'light' })
  await page.goto('/gallery')
  await page.evaluate(() => Object.assign(window, { sameDocument: true }))
  await page.getByRole('button', { name: 'EN', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Gallery of parts' }).waitFor()
  await page.getByRole('button', { name: 'Switch to dark' }).click()
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(14, 18, 19)')
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Gallery of parts' }).waitFor()
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await context.close()
})

test('without a choice the theme follows the system', async () => {
  const context = await stage.browser.newContext({ baseURL: stage.address, colorScheme: 'dark' })
  const page = await context.newPage()
  await page.goto('/gallery')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.getAttribute('html', 'data-theme')).toBe('dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await expect.poll(() => page.getAttribute('html', 'data-theme'), patience).toBe('light')
  await context.close()
})

test('Chinese is drawn in the bundled face', async () => {
  const { page, context } = await openScreen(stage)
  await page.goto('/gallery')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready
    return (
      document.fonts.check('16px "Noto Sans SC Variable"', '安澜隐患闭环') && [...document.fonts].some((face) => face.status === 'loaded')
    )
  })
  expect(loaded).toBe(true)
  await context.close()
})
