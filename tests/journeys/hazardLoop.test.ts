import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as desk } from '../../contexts/desk/contract/index.ts'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { personAt, photo, type Person } from './pocketStage.ts'
import { visitorIn, type Visitor } from './product.ts'
import { startProductInTime, type ProductInTime } from './productInTime.ts'

/** What a browser writes to its console about a network that was cut. */
const lost = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket connection to/
const picture = { name: '现场.jpg', mimeType: 'image/jpeg', buffer: photo }
const patience = { timeout: 60_000 }
const campaignName = '罐区切断阀专项检查'
const fault = '根部阀为手动，紧急切断不可用'

/** The whole story of a major hazard, each person on a screen of his own: from the bureau's campaign to its closing on the spot. */
describe('a major hazard from campaign to closing', () => {
  let product: ProductInTime
  let inspector: Person
  let plant: Person
  let unit: { readonly unitId: string; readonly name: string; readonly spot: { readonly longitude: number; readonly latitude: number } }
  let record = ''
  beforeAll(async () => {
    product = await startProductInTime()
    inspector = await personAt(product, 'county.inspector')
    plant = await personAt(product, 'plant.safety')
    const { rows } = await plant.call(hazards.units, {})
    const [own] = rows
    if (!own?.place) throw new Error('the sample plant has no unit with a place')
    unit = { unitId: own.unitId, name: own.name, spot: { longitude: own.place.lng, latitude: own.place.lat } }
  })
  afterAll(() => product.stop())

  const at = async (login: string, work: (page: Page, visitor: Visitor) => Promise<void>): Promise<void> => {
    const visitor = await product.visitor()
    await visitor.signIn(login)
    await work(visitor.page, visitor)
    await visitor.leave()
  }

  const onPhone = async (login: string, work: (page: Page, visitor: Visitor, context: BrowserContext) => Promise<void>): Promise<void> => {
    const visitor = await visitorIn(
      await product.browser.newContext({
        viewport: { width: 360, height: 640 },
        baseURL: product.address,
        geolocation: { ...unit.spot, accuracy: 6 },
        permissions: ['geolocation'],
        hasTouch: true,
      }),
      product.password,
      lost,
    )
    const { page, context } = visitor
    await page.goto('/m')
    await page.getByLabel('用户名').fill(login)
    await page.getByLabel('密码', { exact: true }).fill(product.password)
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByRole('heading', { name: '随身' }).waitFor()
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready
    })
    await work(page, visitor, context)
    await visitor.leave()
  }

  /** What stands on the desk, by the kind of thing owed. */
  const owes = async (page: Page, what: string, about: string): Promise<void> => {
    await page.goto('/')
    await page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: about }).first().waitFor()
  }

  /** The window above the page. */
  const within = (page: Page) => page.getByRole('dialog').last()
  const submit = (page: Page, deed: string): Promise<void> =>
    within(page)
      .getByRole('button', { name: new RegExp(`^${deed}`) })
      .click()
  /** What is sent at once, and what was asked once more because it cannot be taken back. */
  const act = async (page: Page, deed: string): Promise<void> => {
    await submit(page, deed)
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
  }
  const show = async (page: Page): Promise<void> => {
    await within(page).locator('input[type=file]').first().setInputFiles(picture)
    await within(page)
      .getByText(/^已上传/)
      .first()
      .waitFor()
  }

  it('the bureau makes a campaign, and its inspector owes the visit', async () => {
    await at('county.leader', async (page, { mustBeSound }) => {
      await page.goto('/campaigns')
      await page
        .getByRole('button', { name: '发起专项行动' })
        .or(page.getByRole('link', { name: '发起专项行动' }))
        .first()
        .click()
      await page.getByRole('textbox', { name: '名称', exact: true }).fill(campaignName)
      const today = Temporal.Now.plainDateISO('Asia/Shanghai')
      await page.getByLabel('开始日期').fill(today.toString())
      await page.getByLabel('结束日期').fill(today.add({ days: 30 }).toString())
      await page.getByLabel('任务目标').fill('罐区根部阀逐个试关')
      await page.getByLabel('化工和危险化学品重大事故隐患20条').check()
      await mustBeSound('a new campaign')
      await page.getByRole('button', { name: '发起，下一步定检查对象' }).click()
      await page.getByText('逐个', { exact: true }).click()
      await page.getByPlaceholder('输入名称或信用代码').fill(unit.name)
      await page.getByRole('button', { name: `列入 ${unit.name}` }).click()
      await page.getByText('范围内已有 1 家').waitFor()
      await page.getByRole('link', { name: '下一步：编制计划' }).click()
      await page.getByRole('checkbox', { name: new RegExp(inspector.me.person.name) }).check()
      await page.getByLabel('原因').fill('首次安排')
      await mustBeSound('a plan')
      await page.getByRole('button', { name: '分派' }).click()
      await page.getByText('计划已编制').waitFor()
      await page.getByRole('button', { name: '完成，看专项行动' }).click()
      await page.getByRole('heading', { name: campaignName }).waitFor()
      await page.getByText('0 / 1 家').first().waitFor()
      await mustBeSound('a campaign')
    })
    await at('county.inspector', async (page) => owes(page, '还有 1 家未查', campaignName))
  })

  it('without signal he finds what the list calls major; it arrives with the signal, and he owes its level', async () => {
    await onPhone('county.inspector', async (page, { mustBeSound }, context) => {
      await page.getByRole('link', { name: unit.name }).first().waitFor()
      await context.setOffline(true)
      await page.reload()
      await page.getByRole('link', { name: unit.name }).first().click()
      await page.getByRole('button', { name: '开始检查' }).click()
      await page.getByLabel('专项行动').selectOption({ label: campaignName })
      await page.getByText('开始，共 20 项').click()
      for (const rank of [1, 2, 3, 4]) {
        await page.getByText(`${rank} / 20`).waitFor()
        await page.getByRole('button', { name: /^符合/ }).click()
      }
      await page.getByText('5 / 20').waitFor()
      await page.getByRole('button', { name: /^不符合/ }).click()
      await page.getByLabel('拍照').setInputFiles(picture)
      await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
      await page.getByLabel('什么情况').fill(fault)
      await page.getByRole('button', { name: '记下，下一题' }).click()
      await page.getByText('6 / 20').waitFor()
      await page.getByRole('button', { name: '总览' }).click()
      await page.getByText(/已定位 ±6 m/).waitFor()
      await mustBeSound('a visit before it goes')
      await page.getByRole('button', { name: '存入手机待送' }).click()
      await page.getByText('还不在服务器').waitFor()
      await context.setOffline(false)
      await page.getByText('没有待送的东西').waitFor(patience)
    })
    const found = await inspector.call(hazards.hazards, { query: { unitId: unit.unitId, find: fault } })
    expect(found.rows).toMatchObject([{ state: 'found', level: null, how: 'departmentCheck' }])
    record = `/hazards/${unit.unitId}/${found.rows[0]?.hazardId}`
    await at('county.inspector', async (page, { mustBeSound }) => {
      await owes(page, '隐患定级', fault)
      await page.goto('/campaigns')
      await page.getByText(campaignName).click()
      await page.getByText('1 / 1 家').first().waitFor()
      await page.goto(record)
      await page.getByRole('button', { name: '定级' }).click()
      await mustBeSound('fixing the level')
      // The list makes it major: there is no way to call it general.
      await within(page).getByText('一般隐患').click()
      await within(page).getByText('ITEM_MAKES_MAJOR').waitFor()
      await within(page).getByText('重大隐患', { exact: true }).click()
      await act(page, '定级')
      await page.getByText('已办：定级').waitFor()
    })
    await at('county.officer', async (page, { mustBeSound }) => {
      await owes(page, '下达整改', fault)
      await page.goto(record)
      await page.getByRole('button', { name: '下达整改' }).click()
      await within(page).getByText(plant.me.person.name).click()
      await within(page).getByLabel('整改要求').fill('加装可远程关闭的紧急切断阀')
      await within(page)
        .getByLabel('整改期限')
        .fill(Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 20 }).toString())
      await within(page).getByLabel('期间管控措施').fill('停用该储罐，专人值守')
      await mustBeSound('an order')
      await submit(page, '下达整改')
      await act(page, '下达整改')
      await page.getByText('已办：下达整改').waitFor()
    })
  })

  it('the plant fails five-in-place and is told what lacks; whole, the work begins', async () => {
    await at('plant.safety', async (page, { mustBeSound }) => {
      await owes(page, '开始整改', fault)
      await page.goto(record)
      await page.getByText('FIVE_NOT_IN_PLACE').waitFor()
      await mustBeSound('a start refused')
      await page.getByRole('button', { name: '编制治理方案' }).click()
      await within(page).getByLabel('责任（谁负责）').fill('储运部经理')
      await within(page).getByLabel('措施（做什么）').fill('加装 SIS 紧急切断阀 2 台')
      await within(page)
        .getByLabel('整改期限')
        .fill(Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: 15 }).toString())
      await within(page)
        .getByText(/五落实还缺：资金、预案/)
        .waitFor()
      await act(page, '编制治理方案')
      await page
        .getByText(/五落实还缺：资金、预案/)
        .first()
        .waitFor()
      await page.getByText('FIVE_NOT_IN_PLACE').waitFor()
      await page.getByRole('button', { name: '编制治理方案' }).click()
      await within(page).getByLabel('资金（元）').fill('386000')
      await within(page).getByLabel('预案（期间出事怎么办）').fill('罐根泄漏现场处置方案')
      await act(page, '编制治理方案')
      await page.getByRole('button', { name: '开始整改' }).click()
      await act(page, '开始整改')
      await page.getByRole('button', { name: '整改自查' }).waitFor()
      await owes(page, '整改并自查', fault)
    })
  })

  it('once the deadline has gone by more time is refused, and the county is told', async () => {
    product.letDaysPass(23)
    await at('plant.safety', async (page, { mustBeSound }) => {
      await page.goto(record)
      await page.getByText(/暂不能办/).click()
      await page.getByText('EXTENSION_TOO_LATE').waitFor()
      await mustBeSound('an extension too late')
    })
    await product.run('hazards.escalate')
    await at('county.leader', async (page) => owes(page, '逾期未办：整改并自查', fault))
  })

  it('the plant puts it right, reports to its staff, has it evaluated and applies; its own review is refused', async () => {
    await at('plant.safety', async (page, { mustBeSound }) => {
      await page.goto(record)
      await page.getByRole('button', { name: '报告重大隐患' }).click()
      await show(page)
      await act(page, '报告重大隐患')
      await page.getByRole('button', { name: '整改自查' }).click()
      await show(page)
      await within(page).getByLabel('整改情况').fill('已加装，远程关断 2.8 秒到位')
      await within(page).getByLabel('花费（元）').fill('380000')
      await mustBeSound('a self-check')
      await act(page, '整改自查')
      await page.getByRole('button', { name: '治理评估' }).click()
      await within(page).getByLabel('评估单位或专家').fill('安评中心（样例）')
      await within(page).getByText('合格', { exact: true }).click()
      await within(page).getByLabel('意见').fill('联锁试验三次均动作')
      await show(page)
      await act(page, '治理评估')
      await page.getByRole('button', { name: '申请审查' }).click()
      await show(page)
      await act(page, '申请审查')
      await page.getByText('REVIEWER_NOT_INDEPENDENT').first().waitFor()
      await mustBeSound('a review refused')
    })
  })

  it('another inspector reviews it on the spot and closes it; nothing is owed any more', async () => {
    await at('county.reviewer', async (page) => owes(page, '现场复查', fault))
    await onPhone('county.reviewer', async (page, { mustBeSound }) => {
      await page.goto(`/m${record}`)
      await page.getByRole('button', { name: '现场复查' }).click()
      await page.getByText(/已定位/).waitFor()
      await page.getByLabel('现在的样子').setInputFiles(picture)
      await page.getByRole('img', { name: '第 1 张照片' }).waitFor()
      await page.getByLabel('复查意见').fill('现场试关合格')
      await mustBeSound('the review on the spot')
      await page.getByRole('button', { name: '存入手机待送' }).click()
      await page.getByText('没有待送的东西').waitFor(patience)
    })
    await at('county.reviewer', async (page, { mustBeSound }) => {
      await owes(page, '销号', fault)
      await page.goto(record)
      await page.getByRole('button', { name: '销号' }).click()
      await act(page, '销号')
      await page.getByText('已销号，只能查看').waitFor()
      await mustBeSound('a closed hazard')
    })
    for (const login of ['county.reviewer', 'county.officer', 'county.inspector', 'plant.safety', 'plant.principal', 'county.leader']) {
      const { owed } = await (await personAt(product, login)).call(desk.desk)
      expect([login, owed.filter(({ subject }) => subject === fault)]).toEqual([login, []])
    }
  })
})
