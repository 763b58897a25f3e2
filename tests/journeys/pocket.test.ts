import type { BrowserContext, Page } from 'playwright-core'
import { encodeQR } from 'qr'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { hazardToReview, personAt, photo, plannedUnit, spot, type Person } from './pocketStage.ts'
import { startProduct, visitorIn, type MortalProduct, type Visitor } from './product.ts'

/** What a browser writes to its console about a network that was cut and a server that was killed. */
const lost = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to/
const patience = { timeout: 60_000 }
const picture = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo }

/** An inspector's phone in a tank farm: what is done without signal arrives once, whatever breaks on the way. */
describe('the pocket', () => {
  let product: MortalProduct
  let inspector: Person
  beforeAll(async () => {
    product = await startProduct()
    inspector = await personAt(product, 'county.inspector')
  })
  afterAll(() => product.stop())

  const phone = async (): Promise<Visitor> =>
    visitorIn(
      await product.browser.newContext({
        viewport: { width: 360, height: 640 },
        baseURL: product.address,
        geolocation: { longitude: spot.lng, latitude: spot.lat, accuracy: 6 },
        permissions: ['geolocation'],
        hasTouch: true,
      }),
      product.password,
      lost,
    )

  const signInOnPhone = async (page: Page, login: string): Promise<void> => {
    await page.goto('/m')
    await page.getByLabel('用户名').fill(login)
    await page.getByLabel('密码', { exact: true }).fill(product.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '随身' }).waitFor()
  }

  /** Until the worker has every file of the pocket. */
  const kept = (page: Page): Promise<void> =>
    page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })

  const isEmpty = (page: Page): Promise<void> => page.getByText('没有待送的东西').waitFor(patience)

  const reload = async (context: BrowserContext, page: Page, address: string): Promise<Page> => {
    await page.close()
    const again = await context.newPage()
    again.setDefaultTimeout(20_000)
    await again.goto(address)
    return again
  }

  it('a visit without signal outlives the page, and a server killed while it is sent has it once', async () => {
    const name = '离线储运'
    const unitId = await plannedUnit(product, inspector, name)
    const { page, context, mustBeSound, leave } = await phone()
    await signInOnPhone(page, 'county.inspector')
    await page.getByRole('link', { name }).waitFor()
    await kept(page)
    await context.setOffline(true)
    await page.reload()
    await page.getByText(/无网络 自 \d\d:\d\d/).waitFor()
    await page.getByRole('link', { name }).click()
    await page.getByRole('button', { name: '开始检查' }).click()
    await page.getByText('开始，共 20 项').click()
    for (const rank of [1, 2, 3, 4]) {
      await page.getByText(`${rank} / 20`).waitFor()
      await page.getByRole('button', { name: /^符合/ }).click()
    }
    await page.getByText('5 / 20').waitFor()
    await mustBeSound('a question')
    await page.getByRole('button', { name: /^不符合/ }).click()
    await page.getByText('此项列在重大隐患判定标准内').waitFor()
    await page.getByLabel('拍照').setInputFiles(picture)
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await page.getByLabel('什么情况').fill('罐根部切断阀手轮缺失')
    await mustBeSound('a finding')
    await page.getByRole('button', { name: '记下，下一题' }).click()
    await page.getByText('6 / 20').waitFor()
    // The phone dies in the middle of it.
    await page
      .getByText(/^已存 \d\d:\d\d:\d\d$/)
      .first()
      .waitFor({ state: 'attached' })
    const draft = page.url()
    let open = await reload(context, page, draft)
    await open.getByText('6 / 20').waitFor()
    await open.getByRole('button', { name: '总览' }).click()
    await open.getByText('罐根部切断阀手轮缺失').waitFor()
    await open.getByText(/已定位 ±6 m/).waitFor()
    await open.getByRole('button', { name: '存入手机待送' }).click()
    await open.getByText('还不在服务器').waitFor()
    open = await reload(context, open, '/m/outbox')
    await open.getByText(`${name} 检查 5 项`).waitFor()
    let killed = 0
    await context.route(`**/api/hazards/units/${unitId}/visits`, async (route) => {
      if (route.request().method() !== 'POST' || killed > 0) return route.continue()
      killed += 1
      // The server has it, and dies before the phone hears so.
      await route.fetch()
      await product.crash()
      await route.abort()
    })
    await context.setOffline(false)
    await isEmpty(open)
    expect(killed).toBe(1)
    const again = await personAt(product, 'county.inspector')
    const visits = await again.call(hazards.visits, { query: { unitId } })
    expect(visits.total).toBe(1)
    const [visit] = visits.rows
    expect(visit).toMatchObject({ how: 'departmentCheck', answered: 5, notInOrder: 1, hazards: 1, position: { accuracyMetres: 6 } })
    expect(Date.parse(visit?.claimedAt ?? '')).toBeLessThan(Date.parse(visit?.receivedAt ?? ''))
    const found = await again.call(hazards.hazards, { query: { unitId } })
    expect(found.total).toBe(1)
    const record = await again.call(hazards.hazard, { params: { unitId, hazardId: found.rows[0]?.hazardId ?? '' } })
    expect(record.hazard.found).toMatchObject({ proposedLevel: 'major', item: { code: 'chem20.05', makesMajor: true } })
    expect(record.hazard.found.evidence).toHaveLength(1)
    await leave()
  })

  it('a review without signal, while a colleague reviews it too, tells who did what', async () => {
    const { unitId, hazardId, number, version } = await hazardToReview(product, '同时复查厂')
    const { page, context, mustBeSound, leave } = await phone()
    await signInOnPhone(page, 'county.inspector')
    await kept(page)
    await page.goto(`/m/hazards/${unitId}/${hazardId}`)
    await page.getByRole('button', { name: '现场复查' }).waitFor()
    await mustBeSound('a hazard on the phone')
    await context.setOffline(true)
    await page.getByText(/无网络/).waitFor()
    await page.getByRole('button', { name: '现场复查' }).click()
    await page.getByText(/已定位/).waitFor()
    await page.getByRole('button', { name: '存入手机待送' }).click()
    // The same rules as on the server, on the phone: no photo, no review.
    await page.getByText('EVIDENCE_TOO_LITTLE').waitFor()
    await page.getByLabel('现在的样子').setInputFiles(picture)
    await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
    await page.getByLabel('复查意见').fill('通道已清开')
    await mustBeSound('a review on the spot')
    await page.getByRole('button', { name: '存入手机待送' }).click()
    await page.getByText(`现场复查 ${number}`).waitFor()
    const officer = await personAt(product, 'county.officer')
    await officer.call(hazards.actOnHazard, {
      params: { unitId, hazardId },
      body: {
        action: { kind: 'review', passed: true, opinion: '已清开', evidence: [await officer.photo()] },
        baseVersion: version,
        claimedAt: new Date().toISOString(),
        position: { ...spot, accuracyMetres: 5 },
      },
    })
    await context.setOffline(false)
    await page.getByText('未被接收').waitFor(patience)
    await page.getByText(`${officer.me.person.name} 复查合格`).waitFor()
    await mustBeSound('a conflict')
    await page.getByRole('button', { name: '放弃' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '放弃' }).click()
    await isEmpty(page)
    await leave()
  })

  it('whoever had a hand in it is refused on the phone, with the reason', async () => {
    const { unitId, hazardId } = await hazardToReview(product, '自查自复厂')
    const { page, context, mustBeSound, leave } = await phone()
    await signInOnPhone(page, 'plant.safety')
    await kept(page)
    await page.goto(`/m/hazards/${unitId}/${hazardId}`)
    await page.getByText('REVIEWER_NOT_INDEPENDENT').waitFor()
    await context.setOffline(true)
    await page.reload()
    await page.getByText('REVIEWER_NOT_INDEPENDENT').waitFor()
    await mustBeSound('a review refused')
    await leave()
  })

  it('the code at a gate opens its unit, and a unit that was seen once is there without signal', async () => {
    const name = '扫码化工'
    const unitId = await plannedUnit(product, await personAt(product, 'county.officer'), name)
    const code = Buffer.from(encodeQR(`${product.address}/m/units/${unitId}`, 'gif', { scale: 8 }))
    const { page, context, mustBeSound, leave } = await phone()
    await signInOnPhone(page, 'county.inspector')
    await kept(page)
    await page.getByRole('link', { name: '扫码' }).click()
    await page.getByText('打不开相机').waitFor()
    await mustBeSound('scanning')
    await page.getByLabel('输入编号或网址').fill('https://elsewhere.example/m/units/1')
    await page.getByRole('button', { name: '打开' }).click()
    await page.getByText('这不是本系统检查对象的二维码').waitFor()
    await page.getByLabel('从照片识别').setInputFiles({ name: '门口.gif', mimeType: 'image/gif', buffer: code })
    await page.getByRole('heading', { name }).waitFor()
    await context.setOffline(true)
    await page.goto('/m')
    await page.getByRole('link', { name }).click()
    await page.getByRole('button', { name: '开始检查' }).waitFor()
    await leave()
  })

  it('what is not sent stays at the sign-out, and only its owner sends it', async () => {
    const name = '留存化工'
    const unitId = await plannedUnit(product, inspector, name)
    const { page, mustBeSound, leave } = await phone()
    await signInOnPhone(page, 'county.inspector')
    await page.getByRole('link', { name }).waitFor()
    await page.goto('/m/outbox')
    await page.getByRole('button', { name: '暂停' }).click()
    await page.goto(`/m/units/${unitId}`)
    await page.getByRole('button', { name: '报隐患' }).click()
    await page.getByLabel('拍照').setInputFiles(picture)
    await page.getByLabel('什么', { exact: true }).fill('配电箱门未关')
    await mustBeSound('a report')
    await page.getByRole('button', { name: '存入手机待送' }).click()
    await page.getByText('隐患 配电箱门未关').waitFor()
    await mustBeSound('the outbox')
    await page.getByRole('button', { name: /本机与账号/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('1 件在手机里，还不在服务器').waitFor()
    await mustBeSound('a sign-out with something unsent')
    await page.getByRole('button', { name: '仍要退出' }).click()
    await signInOnPhone(page, 'county.officer')
    await page.goto('/m/outbox')
    await page.getByText('另有 1 件属本机其他人').waitFor()
    await page.getByRole('button', { name: '继续送' }).click()
    await isEmpty(page)
    expect((await inspector.call(hazards.hazards, { query: { unitId } })).total).toBe(0)
    await page.getByRole('button', { name: /本机与账号/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByLabel('用户名').waitFor()
    await signInOnPhone(page, 'county.inspector')
    await page.goto('/m/outbox')
    await isEmpty(page)
    expect((await inspector.call(hazards.hazards, { query: { unitId } })).total).toBe(1)
    await leave()
  })
})
