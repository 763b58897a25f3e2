import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import sharp from 'sharp'
import { routes } from '../../contexts/tips/contract/index.ts'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { personAt } from './pocketStage.ts'
import { startProduct, visitorIn, type MortalProduct, type Visitor } from './product.ts'

const phone = { viewport: { width: 360, height: 640 } }

/** Whether everything fits the width, and on the public page everything is as large as it must be. */
const mustFit = async ({ page }: Visitor, title: string): Promise<void> => {
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), `${title} is wider than the screen`).toBe(
    true,
  )
}

const mustBeLarge = async ({ page }: Visitor, title: string): Promise<void> => {
  const small = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.tips-public *')].flatMap((element) => {
      const box = element.getBoundingClientRect()
      const said = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '')
      const size = Number.parseFloat(getComputedStyle(element).fontSize)
      const text = said && size < 20 ? [`${element.textContent} ${size}px`] : []
      const touched =
        element.matches('button, a, select, textarea, input[type="text"], input[type="tel"]') && box.height > 1 && box.height < 56
      return [...text, ...(touched ? [`${element.textContent} is ${box.height}px high`] : [])]
    }),
  )
  expect(small, title).toEqual([])
}

describe('a passer-by tells of a danger', () => {
  let product: MortalProduct
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  it('scans a poster, reports with a photo, follows it, and hears of the reward, while four people do their part', async () => {
    const officerApi = await personAt(product, 'county.officer')
    const [gate] = (await officerApi.call(routes.posters, { query: { ended: 'false' } })).rows.filter(({ kind }) => kind === 'gate')
    const unitName = gate?.unit?.name ?? ''
    expect(unitName).not.toBe('')

    // The street: no account, no cookie.
    const context = await product.browser.newContext({ ...phone, baseURL: product.address })
    const passerBy = await visitorIn(context, product.password, /ERR_CONNECTION_RESET/)
    const street = passerBy.page
    await street.goto(`/tip/${gate?.code}`)
    await street.getByRole('heading', { name: '安全隐患举报', level: 1 }).waitFor()
    await street.getByText('看见隐患，扫码告诉我们').waitFor()
    expect(await street.locator('body').innerText()).not.toContain(unitName)
    await street.getByRole('button', { name: '出口、通道堵塞', exact: true }).click()
    await street.getByRole('textbox', { name: '说几句', exact: true }).fill('三楼安全出口上锁，堆满纸箱，连续三天了')
    const picture = await sharp({ create: { width: 1200, height: 900, channels: 3, background: '#8a6a3c' } })
      .jpeg()
      .toBuffer()
    await street.locator('input[type="file"]').setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: picture })
    await street.getByRole('img', { name: '第 1 张照片', exact: true }).waitFor()
    await street.getByText('正在传……').first().waitFor({ state: 'hidden' })
    await street.getByRole('radio', { name: '留姓名电话，可领奖金', exact: true }).check()
    await street.getByRole('textbox', { name: '姓名', exact: true }).fill('钱守信')
    await street.getByRole('textbox', { name: '手机号', exact: true }).fill('13905711234')
    await passerBy.mustBeSound('the form')
    await mustBeLarge(passerBy, 'the form')
    await mustFit(passerBy, 'the form')

    // In English, and narrower: what was filled in stays.
    await street.getByRole('button', { name: 'English', exact: true }).click()
    await street.getByRole('heading', { name: 'Tell of a danger', level: 1 }).waitFor()
    await street.setViewportSize({ width: 320, height: 640 })
    await passerBy.mustBeSound('the form in English')
    await mustBeLarge(passerBy, 'the form in English')
    await mustFit(passerBy, 'the form in English')
    await street.setViewportSize(phone.viewport)
    await street.getByRole('button', { name: '中文', exact: true }).click()

    // A bad line: nothing is lost, and nothing is sent twice.
    await passerBy.context.route('**/api/tips/public/tips', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await street.getByRole('button', { name: '提交举报', exact: true }).click()
    await street.getByRole('alert').filter({ hasText: '不会重复提交' }).waitFor()
    await passerBy.context.unroute('**/api/tips/public/tips')
    await street.getByRole('button', { name: '再试一次', exact: true }).click()
    await street.getByRole('heading', { name: '收到了，谢谢', level: 1 }).waitFor()
    const [number = '', secret = ''] = await street.locator('dl dd').allInnerTexts()
    expect([number, secret]).toEqual([expect.stringMatching(/^\d{4} \d{4} \d{4} \d\d$/), expect.stringMatching(/^\d{3} \d{3}$/)])
    await mustBeLarge(passerBy, 'the receipt')
    await mustFit(passerBy, 'the receipt')
    expect(await passerBy.context.cookies()).toEqual([])
    const tips = (await officerApi.call(routes.tips, { query: { find: '连续三天了' } })).rows
    expect(tips).toHaveLength(1)
    const tipId = tips[0]?.tipId ?? ''

    const follow = async (): Promise<void> => {
      await street.goto('/tip/follow')
      await street.getByRole('textbox', { name: '查询号', exact: true }).fill(number)
      await street.getByRole('textbox', { name: '密码', exact: true }).fill(secret)
      await street.getByRole('button', { name: '查询', exact: true }).click()
      await street.getByRole('heading', { name: '经过', level: 2 }).waitFor()
    }
    await follow()
    await street.locator('.tips-followed-now').getByText('已收到').waitFor()
    await mustBeLarge(passerBy, 'following')

    // The office takes it up.
    const officer = await product.visitor()
    await officer.signIn('county.officer')
    await officer.page.getByRole('heading', { level: 1 }).first().waitFor()
    await officer.page.goto(`/tips/${tipId}`)
    await officer.page.getByRole('button', { name: '受理', exact: true }).click()
    await officer.page.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
    await officer.page.getByText('核查中').first().waitFor()
    await officer.page.getByRole('button', { name: '给举报人留言', exact: true }).click()
    await officer.page.getByRole('textbox', { name: '留言', exact: true }).fill('请问是哪一栋楼？')
    await officer.page.getByRole('dialog').getByRole('button', { name: '给举报人留言', exact: true }).click()
    await officer.page.getByText('请问是哪一栋楼？').first().waitFor()
    await officer.mustBeSound('the record')
    expect(await officer.page.locator('body').innerText()).not.toContain('钱守信')

    await follow()
    await street.getByText('请问是哪一栋楼？').waitFor()
    await street.getByRole('textbox', { name: '写给办理机关', exact: true }).fill('三号楼东侧')
    await street.getByRole('button', { name: '发送', exact: true }).click()
    await street.getByText('三号楼东侧').waitFor()
    await passerBy.mustBeSound('following')
    expect(await street.locator('body').innerText()).not.toContain(unitName)

    // An inspector checks it into a hazard of the unit behind the gate.
    const inspector = await product.visitor()
    await inspector.signIn('county.inspector')
    await inspector.page.getByRole('heading', { level: 1 }).first().waitFor()
    await inspector.page.goto(`/tips/${tipId}`)
    await inspector.page.getByRole('button', { name: '登记核查结果', exact: true }).click()
    const check = inspector.page.getByRole('dialog')
    await check.getByRole('combobox', { name: '核查结果', exact: true }).selectOption('true')
    await check.getByText(unitName).waitFor()
    await check.getByRole('textbox', { name: '核查情况', exact: true }).fill('现场核实，三楼安全出口确已上锁')
    await inspector.mustBeSound('the check')
    await check.getByRole('button', { name: '登记核查结果', exact: true }).click()
    await inspector.page.getByRole('heading', { name: '所立隐患', level: 2 }).waitFor()
    const record = await officerApi.call(routes.tip, { params: { tipId } })
    const hazard = await officerApi.call(hazards.hazard, {
      params: { unitId: record.hazard?.unitId ?? '', hazardId: record.hazard?.hazardId ?? '' },
    })
    expect(hazard.line).toMatchObject({ unitName, how: 'publicReport', state: 'found' })

    // Somebody else answers; a reward is proposed by one, decided by another, and paid by the keeper.
    await officer.page.reload()
    await officer.page.getByRole('button', { name: '答复举报人', exact: true }).click()
    await officer.page.getByRole('textbox', { name: '答复', exact: true }).fill('您反映的问题属实，已责令整改，谢谢。')
    await officer.page.getByRole('dialog').getByRole('button', { name: '答复举报人', exact: true }).click()
    await officer.page.getByText('已答复').first().waitFor()
    await officer.page.getByRole('button', { name: '提出奖励', exact: true }).click()
    await officer.page.getByRole('combobox', { name: '奖励类别', exact: true }).selectOption('general')
    await officer.page.getByRole('textbox', { name: '奖励金额（元）', exact: true }).fill('500')
    await officer.page.getByRole('textbox', { name: '理由', exact: true }).fill('线索准确')
    await officer.mustBeSound('the proposal')
    await officer.page.getByRole('dialog').getByRole('button', { name: '提出奖励', exact: true }).click()
    await officer.page.getByRole('heading', { name: '奖励', level: 2 }).waitFor()

    const leader = await product.visitor()
    await leader.signIn('county.leader')
    await leader.page.getByRole('heading', { level: 1 }).first().waitFor()
    await leader.page.goto(`/tips/${tipId}`)
    await leader.page.getByRole('button', { name: '审批奖励', exact: true }).click()
    await leader.page.getByRole('radio', { name: '同意', exact: true }).check()
    await leader.page.getByRole('textbox', { name: '意见', exact: true }).fill('同意')
    await leader.page.getByRole('dialog').getByRole('button', { name: '审批奖励', exact: true }).click()
    await leader.page.getByText('同意 · 同意').first().waitFor()

    await follow()
    await street.getByText('决定奖励 500 元。').waitFor()

    const keeper = await product.visitor()
    await keeper.signIn('county.keeper')
    await keeper.page.getByRole('heading', { level: 1 }).first().waitFor()
    await keeper.page.goto(`/tips/${tipId}`)
    await keeper.page.getByRole('button', { name: '查看举报人', exact: true }).click()
    await keeper.page.getByRole('textbox', { name: '目的', exact: true }).fill('联系领取奖金')
    await keeper.page.getByRole('dialog').getByRole('button', { name: '查看', exact: true }).click()
    await keeper.page.getByText('钱守信').waitFor()
    await keeper.page.getByText('13905711234').waitFor()
    await keeper.mustBeSound('the name')
    await keeper.page.getByRole('dialog').getByRole('button', { name: '关闭', exact: true }).last().click()
    await keeper.page.getByText('钱守信').waitFor({ state: 'hidden' })
    await keeper.page.getByRole('button', { name: '登记发放', exact: true }).click()
    await keeper.page.getByRole('textbox', { name: '凭证', exact: true }).fill('转账凭证 118')
    await keeper.page.getByRole('dialog').getByRole('button', { name: '登记发放', exact: true }).click()
    await keeper.page.getByText('转账凭证 118').first().waitFor()

    await follow()
    await street.getByText('已发放奖励 500 元。').waitFor()
    await street.locator('.tips-followed-now').getByText('属实，正在整改').waitFor()
    await street.getByRole('button', { name: '撤回我的姓名', exact: true }).click()
    await street.getByRole('button', { name: '确定撤回', exact: true }).click()
    await street.getByText('这件举报是匿名的。').waitFor()
    await mustBeLarge(passerBy, 'the end')
    await mustFit(passerBy, 'the end')
    await passerBy.mustBeSound('the end')

    // Whoever handled the case sees that the name was looked at once, and by whom.
    await officer.page.reload()
    await officer.page.getByText('被查看 1 次').waitFor()
    for (const visitor of [passerBy, officer, inspector, leader, keeper]) await visitor.leave()
  }, 240_000)

  it.each([
    ['zh', 1440, 900],
    ['en', 360, 640],
  ] as const)(
    'the pages of the office in %s at %d x %d',
    async (language, width, height) => {
      const officer = await personAt(product, 'county.officer')
      const tips = (await officer.call(routes.tips, { query: { limit: 100 } })).rows
      const [poster] = (await officer.call(routes.posters)).rows
      const visitor = await product.visitor({ viewport: { width, height } })
      const { page, mustBeSound, leave } = visitor
      await visitor.signIn('county.officer')
      await page.evaluate((chosen) => localStorage.setItem('anlan.language', chosen), language)
      const states = [...new Map(tips.map(({ state, tipId }) => [state, tipId])).values()]
      for (const path of [
        '/tips',
        '/tips?counts=decided&from=2020-01-01&to=2099-12-31',
        '/tips?find=nothing-like-this',
        ...states.map((tipId) => `/tips/${tipId}`),
        '/tips/posters',
        '/tips/posters/new',
        `/tips/posters/${poster?.id}`,
      ]) {
        await page.setViewportSize({ width, height })
        await page.goto(path)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await page.waitForLoadState('networkidle')
        await mustFit(visitor, path)
        // As tall as the page, or axe takes a row that lies under the fixed bar for one too small to touch.
        await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight + 200) })
        await mustBeSound(path)
      }
      await leave()
    },
    180_000,
  )
})
