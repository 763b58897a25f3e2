import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { personAt } from './pocketStage.ts'
import { startProduct, type MortalProduct } from './product.ts'

/** Every page of the room over the sample's year, wide and on a phone, in both languages: it fits, and nobody stumbles over it. */
describe('the pages of hazards', () => {
  let product: MortalProduct
  let paths: readonly string[]
  beforeAll(async () => {
    product = await startProduct()
    const officer = await personAt(product, 'county.officer')
    const [hazard] = (await officer.call(hazards.hazards, { query: { level: 'major', state: 'applied' } })).rows
    const [campaign] = (await officer.call(hazards.campaigns, { query: { phase: 'running' } })).rows
    const [visit] = (await officer.call(hazards.visits, { query: { how: 'departmentCheck' } })).rows
    const unit = `/units/${hazard?.unitId}`
    paths = [
      '/hazards',
      '/hazards/new',
      `/hazards/${hazard?.unitId}/${hazard?.hazardId}`,
      '/units',
      '/units/new',
      unit,
      `${unit}/change`,
      `${unit}/code`,
      '/special-lists',
      '/checklists',
      '/checklists/chem20',
      '/campaigns',
      '/campaigns/new',
      ...['', '?tab=targets', '?tab=plan', '?tab=visits', '?tab=hazards'].map((tab) => `/campaigns/${campaign?.id}${tab}`),
      '/visits',
      `/visits/${visit?.unitId}/${visit?.id}`,
      '/figures',
    ]
  })
  afterAll(() => product.stop())

  it.each([
    ['zh', 1440, 900],
    ['en', 360, 640],
  ] as const)('in %s at %d x %d', async (language, width, height) => {
    const visitor = await product.visitor({ viewport: { width, height } })
    const { page, mustBeSound, leave } = visitor
    await visitor.signIn('county.officer')
    await page.evaluate((chosen) => localStorage.setItem('anlan.language', chosen), language)
    for (const path of paths) {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
      expect(fits, `${path} is wider than the screen`).toBe(true)
      // As tall as the page, or axe takes a row that lies under the fixed bar for one too small to touch.
      await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) })
      await mustBeSound(path)
    }
    await leave()
  })
})
