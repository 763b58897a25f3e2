import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { hazardToReview, personAt, photo, spot, type Person } from './pocketStage.ts'
import { startProduct, visitorIn, type Product, type Visitor } from './product.ts'

const picture = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo }
const unitName = '暗访化工厂'

const today = (): string => Temporal.Now.plainDateISO('Asia/Shanghai').toString()

const fits = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** 四不两直: a closure is drawn, rechecked on the spot, found false, confirmed by a second person, and owed again. */
describe('a false closure found', () => {
  let product: Product
  let inspector: Person
  let hazard: { readonly unitId: string; readonly hazardId: string }
  beforeAll(async () => {
    product = await startProduct()
    inspector = await personAt(product, 'county.inspector')
    const waiting = await hazardToReview(product, unitName)
    hazard = waiting
    const act = async (action: object, baseVersion: number): Promise<number> => {
      const done = await inspector.call(hazards.actOnHazard, {
        params: { unitId: waiting.unitId, hazardId: waiting.hazardId },
        body: { action: action as never, baseVersion, claimedAt: new Date().toISOString(), position: { ...spot, accuracyMetres: 8 } },
      })
      return done.line.version
    }
    const evidence = [await inspector.photo()]
    const version = await act({ kind: 'review', passed: true, opinion: '堆料已清', evidence, noPositionReason: null }, waiting.version)
    await act({ kind: 'close' }, version)
  })
  afterAll(() => product.stop())

  const at = async (login: string, work: (page: Page, visitor: Visitor) => Promise<void>): Promise<void> => {
    const visitor = await product.visitor()
    await visitor.signIn(login)
    await visitor.page.getByRole('heading', { level: 1 }).waitFor()
    await work(visitor.page, visitor)
    await visitor.leave()
  }

  let recheckPath = ''

  it('the city draws what was closed today, and anybody may draw again', async () => {
    await at('city.officer', async (page, { mustBeSound }) => {
      await page.goto('/rechecks')
      await page.getByRole('link', { name: '抽取已销号隐患' }).first().click()
      await page.getByRole('textbox', { name: '名称', exact: true }).fill('当日销号抽查')
      await page.getByLabel('销号日期从').fill(today())
      await page.getByRole('textbox', { name: '行业代码', exact: true }).fill('C2614')
      await page.getByRole('textbox', { name: '抽取数量', exact: true }).fill('1000')
      await page.getByText(/可抽 \d+ 条/).waitFor()
      await mustBeSound('a new draw')
      await page.getByRole('button', { name: /^抽取 \d+ 条$/ }).click()
      await mustBeSound('what a draw does')
      await page.getByRole('dialog').getByRole('button', { name: /^抽取/ }).click()
      await page.getByRole('heading', { level: 1, name: '当日销号抽查' }).waitFor()
      await page.getByRole('button', { name: '重算核对' }).click()
      await page.getByText('重算一致').waitFor()
      await mustBeSound('a draw')
    })
  })

  it('the recheck is given to the officer; the county that closed it sees nothing of it', async () => {
    await at('city.leader', async (page) => {
      await page.goto('/draws')
      await page.getByText('当日销号抽查').first().click()
      await page.getByRole('heading', { level: 1, name: '当日销号抽查' }).waitFor()
      await page.getByRole('checkbox').first().check()
      const officer = await personAt(product, 'city.officer')
      await page.getByRole('combobox', { name: '派给' }).selectOption(officer.me.person.id)
      await page.getByRole('button', { name: /^派 \d+ 条$/ }).click()
      await page.getByText(/^已派/).waitFor()
    })
    await at('county.leader', async (page) => {
      await page.goto('/draws')
      await page.getByText('还没有抽取过').waitFor()
      await page.goto('/rechecks')
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await page.getByText(unitName).count()).toBe(0)
    })
  })

  it('on the spot, by phone, the officer finds it still there', async () => {
    const visitor = await visitorIn(
      await product.browser.newContext({
        viewport: { width: 360, height: 640 },
        baseURL: product.address,
        geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 6 },
        permissions: ['geolocation'],
        hasTouch: true,
      }),
      product.password,
    )
    const { page, mustBeSound } = visitor
    await visitor.signIn('city.officer')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto('/rechecks?view=mine')
    await page.getByRole('listitem').filter({ hasText: unitName }).getByRole('button').first().click()
    await page.getByRole('radio', { name: /虚假销号/ }).waitFor()
    recheckPath = new URL(page.url()).pathname
    expect(await fits(page), 'the recheck is wider than a phone').toBe(true)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('请选结论。').waitFor()
    await page.getByRole('radio', { name: /虚假销号/ }).check()
    await page.getByRole('textbox', { name: '所见', exact: true }).fill('消火栓仍被堆料遮挡，堆料高过箱门')
    await page.locator('input[type=file]').first().setInputFiles(picture)
    await page
      .getByText(/^已上传/)
      .first()
      .waitFor()
    await page.getByRole('button', { name: '定位', exact: true }).click()
    await page.getByText(/已定位|离隐患部位/).waitFor()
    await page.setViewportSize({ width: 360, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) })
    await mustBeSound('a recheck on a phone')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('待第二人确认').first().waitFor()
    await visitor.leave()
  })

  it('a second person confirms, and the hazard is open again', async () => {
    await at('city.leader', async (page, { mustBeSound }) => {
      await page.goto('/')
      await page.getByRole('listitem').filter({ hasText: '确认虚假销号' }).filter({ hasText: unitName }).first().waitFor()
      await page.goto(recheckPath)
      await page.getByRole('button', { name: '确认虚假销号' }).click()
      await mustBeSound('what confirming does')
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /^确认虚假销号/ })
        .click()
      await page.getByText('隐患已重新打开').waitFor()
      await mustBeSound('a settled recheck')
    })
  })

  it('its rectifier owes it again, and its record says so', async () => {
    await at('plant.worker', async (page, { mustBeSound }) => {
      await page.goto('/')
      await page.getByRole('listitem').filter({ hasText: '整改并自查' }).filter({ hasText: unitName }).first().waitFor()
      await page.goto(`/hazards/${hazard.unitId}/${hazard.hazardId}`)
      await page.getByText('曾虚假销号').first().waitFor()
      await page.getByText('复核发现虚假销号，重新打开').first().waitFor()
      await mustBeSound('a hazard that was reopened')
    })
  })

  it('the closure counts against who closed it, of so many that were rechecked', async () => {
    await at('city.leader', async (page, { mustBeSound }) => {
      await page.goto('/closers')
      const row = page.getByRole('row').filter({ hasText: inspector.me.person.name })
      await row.waitFor()
      await mustBeSound('by who closed')
      await row.getByRole('link').last().click()
      await page.getByText(unitName).first().waitFor()
    })
  })

  it.each([
    ['zh', 1440, 900],
    ['en', 360, 640],
  ] as const)('every page of it stands in %s at %d x %d', async (language, width, height) => {
    const visitor = await product.visitor({ viewport: { width, height } })
    const { page, mustBeSound } = visitor
    await visitor.signIn('city.leader')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.evaluate((chosen) => localStorage.setItem('anlan.language', chosen), language)
    await page.goto('/doubts')
    const doubts = await page
      .getByRole('heading', { level: 1 })
      .waitFor()
      .then(() => doubtPaths(page))
    for (const path of ['/rechecks', '/rechecks?view=confirm', '/draws', '/draws/new', '/closers', '/doubts', recheckPath, ...doubts]) {
      await page.setViewportSize({ width, height })
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await page.waitForLoadState('networkidle')
      expect(await fits(page), `${path} is wider than the screen`).toBe(true)
      await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) })
      await mustBeSound(path)
    }
    await visitor.leave()
  })
})

/** A doubt of each kind, as the API tells them to who is signed in. */
const doubtPaths = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const answer = (await (await fetch('/api/supervision/doubts?limit=200')).json()) as {
      rows: { kind: string; unitId: string; doubtId: string }[]
    }
    return [...new Map(answer.rows.map(({ kind, unitId, doubtId }) => [kind, `/doubts/${unitId}/${doubtId}`])).values()]
  })
