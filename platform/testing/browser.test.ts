import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
}, 120_000)
afterAll(() => browser.close())

describe('the browser for tests', () => {
  it('shows a page and reads it', async () => {
    const page = await browser.newPage()
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent('<h1>安澜</h1><button onclick="this.textContent=1+1">+</button>')}`)
    expect(await page.textContent('h1')).toBe('安澜')
    await page.click('button')
    expect(await page.textContent('button')).toBe('2')
    await page.close()
  })

  it('draws with WebGL2, for maps', async () => {
    const page = await browser.newPage()
    const pixel = await page.evaluate(`(() => {
      const gl = document.createElement('canvas').getContext('webgl2')
      if (gl === null) return null
      gl.clearColor(1, 0.5, 0, 1)
      gl.clear(gl.COLOR_BUFFER_BIT)
      const pixel = new Uint8Array(4)
      gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      return Array.from(pixel)
    })()`)
    expect(pixel).toEqual([255, 128, 0, 255])
    await page.close()
  })

  it('keeps contexts apart and makes a picture', async () => {
    const [one, two] = await Promise.all([
      browser.newContext({ locale: 'zh-CN' }),
      browser.newContext({ locale: 'en-GB', colorScheme: 'dark' }),
    ])
    const pages = await Promise.all([one.newPage(), two.newPage()])
    const languages = await Promise.all(pages.map((page) => page.evaluate('navigator.language')))
    expect(languages).toEqual(['zh-CN', 'en-GB'])
    const picture = await pages[0].screenshot()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
    await Promise.all([one.close(), two.close()])
  })
})
