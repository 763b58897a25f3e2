import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes as enforcement } from '../../contexts/enforcement/contract/index.ts'
import { routes as hazards } from '../../contexts/hazards/contract/index.ts'
import { personAt, photo, type Person } from './pocketStage.ts'
import type { Visitor } from './product.ts'
import { startProductInTime, type ProductInTime } from './productInTime.ts'

const picture = { name: '笔录.jpg', mimeType: 'image/jpeg', buffer: photo }
const matter = '未如实记录事故隐患排查治理情况（旅程）'

/** A case of enforcement, each person on a screen of his own: from a hazard to the fine paid and the closing. */
describe('a case from a hazard to its closing', () => {
  let product: ProductInTime
  let inspector: Person
  let names: { readonly inspector: string; readonly reviewer: string; readonly officer: string; readonly leader: string }
  let unitId = ''
  let hazardId = ''
  let address = ''
  beforeAll(async () => {
    product = await startProductInTime()
    inspector = await personAt(product, 'county.inspector')
    const principal = await personAt(product, 'plant.principal')
    const [own] = (await principal.call(hazards.units, {})).rows
    if (!own) throw new Error('the sample plant has no unit')
    unitId = own.unitId
    const [cited] = (await inspector.call(enforcement.unitForCase, { params: { unitId } })).hazards
    if (!cited) throw new Error('the sample plant has no hazard')
    hazardId = cited.hazardId
    const nameAt = async (login: string) => (await personAt(product, login)).me.person.name
    names = {
      inspector: inspector.me.person.name,
      reviewer: await nameAt('county.reviewer'),
      officer: await nameAt('county.officer'),
      leader: await nameAt('county.leader'),
    }
  })
  afterAll(() => product.stop())

  const at = async (login: string, work: (page: Page, visitor: Visitor) => Promise<void>, phone = false): Promise<void> => {
    const visitor = await product.visitor(phone ? { viewport: { width: 360, height: 640 }, hasTouch: true } : {})
    await visitor.signIn(login)
    await work(visitor.page, visitor)
    await visitor.leave()
  }
  /** What stands on the desk over this case, by the kind of thing owed. */
  const owes = async (page: Page, what: string): Promise<void> => {
    await page.goto('/')
    await page.getByRole('listitem').filter({ hasText: what }).filter({ hasText: matter }).first().waitFor()
    await page.goto(address)
  }
  const within = (page: Page) => page.getByRole('dialog').last()
  const named = (deed: string) => ({ name: new RegExp(`^${deed}`) })
  /** One deed: its button, its form, and once more where it stands against somebody. */
  const act = async (
    page: Page,
    deed: string,
    { fill, grave = false }: { fill?: () => Promise<void>; grave?: boolean } = {},
  ): Promise<void> => {
    await page.getByRole('button', named(deed)).first().click()
    await within(page).waitFor()
    await fill?.()
    await within(page).getByRole('button', named(deed)).click()
    if (grave) await within(page).getByRole('button', named(deed)).click()
    await page.getByRole('dialog').first().waitFor({ state: 'detached' })
  }
  const show = async (page: Page): Promise<void> => {
    await within(page).locator('input[type=file]').first().setInputFiles(picture)
    await within(page)
      .getByText(/^已上传/)
      .first()
      .waitFor()
  }
  const today = (ahead = 0): string => Temporal.Now.plainDateISO('Asia/Shanghai').add({ days: ahead }).toString()

  it('out of a hazard an inspector proposes a case with two officers; the leader owes the answer and opens it', async () => {
    await at('county.inspector', async (page, { mustBeSound }) => {
      await page.goto(`/hazards/${unitId}/${hazardId}`)
      await page.getByRole('link', { name: '提请立案', exact: true }).click()
      await page.getByRole('textbox', { name: '案由', exact: true }).fill(matter)
      await page.getByLabel('来源').selectOption('hazardConcealed')
      await page.getByLabel('办案人员 1').selectOption({ label: await labelOf(page, '办案人员 1', names.inspector) })
      await page.getByRole('textbox', { name: '执法证号 1', exact: true }).fill('浙 330114-0217')
      await page.getByLabel('证件有效期至 1').fill(today(400))
      await page.getByText('办案人员现有 1 人，不得少于 2 人').waitFor()
      await page.getByLabel('办案人员 2').selectOption({ label: await labelOf(page, '办案人员 2', names.reviewer) })
      await page.getByRole('textbox', { name: '执法证号 2', exact: true }).fill('浙 330114-0233')
      await page.getByLabel('证件有效期至 2').fill(today(400))
      await mustBeSound('a proposal')
      await page.getByRole('button', { name: '提请立案', exact: true }).click()
      await within(page).getByRole('button', named('提请立案')).click()
      await page.getByRole('heading', { name: matter }).waitFor()
      address = new URL(page.url()).pathname
      await mustBeSound('a case that is proposed')
    })
    await at('county.leader', async (page) => {
      await owes(page, '审批立案')
      await act(page, '批准立案')
      await page.getByText('调查中 · 此刻').waitFor()
    })
  })

  it('its officer proposes the penalty within the law and gives notice', async () => {
    await at('county.inspector', async (page, { mustBeSound }) => {
      await owes(page, '调查取证并告知')
      await act(page, '提出处罚建议', {
        fill: async () => {
          await within(page).getByLabel('处罚依据').selectOption('a97.record.first.unit')
          await within(page).getByRole('textbox', { name: '罚款（元）', exact: true }).fill('100001')
          await within(page).getByRole('textbox', { name: '裁量理由', exact: true }).fill('台账三处与现场不符')
          await within(page).getByText('不在法定幅度内').waitFor()
          await within(page).getByRole('textbox', { name: '罚款（元）', exact: true }).fill('80,000')
          await within(page).getByText('达到听证标准').waitFor()
          await mustBeSound('a penalty')
        },
      })
      await act(page, '作出处罚告知')
      await page.getByText('已告知 · 此刻').waitFor()
      await mustBeSound('a case with its notice')
    })
  })

  it('the head of the unit confirms it on his phone, states a defence, and asks for a hearing', async () => {
    await at(
      'plant.principal',
      async (page, { mustBeSound }) => {
        await owes(page, '签收执法文书')
        await act(page, '确认收到')
        await page.getByRole('link', { name: '行政处罚告知书 PDF', exact: true }).waitFor()
        await act(page, '陈述申辩', {
          fill: () => within(page).getByRole('textbox', { name: '内容', exact: true }).fill('台账系交接时误填，已补正'),
        })
        await act(page, '要求听证', { fill: () => within(page).getByRole('textbox', { name: '理由', exact: true }).fill('罚款数额过高') })
        await page.getByRole('button', named('终止听证')).first().waitFor()
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)
        await mustBeSound('a case as its party sees it')
        expect(await page.getByText('提出处罚建议').count()).toBe(0)
      },
      true,
    )
  })

  it('the defence is answered, and somebody who did not investigate calls the hearing and holds it', async () => {
    await at('county.reviewer', async (page) => {
      await owes(page, '复核陈述申辩')
      await act(page, '复核陈述申辩', {
        fill: async () => {
          await within(page).getByText('不予采纳', { exact: true }).click()
          await within(page).getByRole('textbox', { name: '理由', exact: true }).fill('补正在案发之后')
        },
      })
    })
    await at('county.officer', async (page) => {
      await owes(page, '通知听证')
      await act(page, '通知听证', {
        fill: async () => {
          await within(page).getByLabel('听证地点').fill('区应急管理局三楼')
          await within(page)
            .getByLabel('主持人')
            .selectOption({ label: await labelOf(page, '主持人', names.inspector) })
          await within(page).getByLabel('听证日期').fill(today(2))
          await within(page).getByText('参与调查的人员不能').waitFor()
          await within(page)
            .getByLabel('主持人')
            .selectOption({ label: await labelOf(page, '主持人', names.officer) })
          await within(page).getByText('听证须提前 7 个工作日通知').waitFor()
          await within(page).getByLabel('听证日期').fill(today(20))
        },
      })
    })
    await at('plant.principal', async (page) => {
      await owes(page, '签收执法文书')
      await act(page, '确认收到')
    })
    product.letDaysPass(21)
    await at('county.officer', async (page, { mustBeSound }) => {
      await owes(page, '主持听证')
      await act(page, '登记听证', {
        grave: true,
        fill: async () => {
          await within(page).getByRole('textbox', { name: '意见', exact: true }).fill('事实清楚，建议酌减')
          await show(page)
          await mustBeSound('a hearing')
        },
      })
      await act(page, '法制审核', {
        grave: true,
        fill: () => within(page).getByRole('textbox', { name: '意见', exact: true }).fill('程序合法'),
      })
    })
  })

  it('the leader has it discussed and decides, no heavier than the notice; the unit confirms the decision', async () => {
    await at('county.leader', async (page, { mustBeSound }) => {
      await owes(page, '集体讨论')
      await act(page, '集体讨论', {
        fill: async () => {
          await within(page)
            .getByRole('checkbox', { name: new RegExp(names.leader) })
            .check()
          await within(page)
            .getByRole('checkbox', { name: new RegExp(names.officer) })
            .check()
          await within(page).getByRole('textbox', { name: '意见', exact: true }).fill('同意从轻')
        },
      })
      await act(page, '作出决定', {
        grave: true,
        fill: async () => {
          await within(page).getByRole('textbox', { name: '决定理由', exact: true }).fill('事实清楚，证据确凿')
          await within(page).getByRole('textbox', { name: '罚款（元）', exact: true }).fill('90000')
          await within(page).getByText('不得比告知的处罚').waitFor()
          await within(page).getByRole('textbox', { name: '罚款（元）', exact: true }).fill('60000')
          await within(page).getByLabel('责令改正期限').fill(today(40))
          await mustBeSound('a decision')
        },
      })
      await page.getByText('已决定 · 此刻').waitFor()
    })
    await at('plant.principal', async (page) => {
      await owes(page, '签收执法文书')
      await act(page, '确认收到')
      await page.getByText('缴款期限').first().waitFor()
    })
  })

  it('paid and put right, it is closed; every paper prints, and the figure of what was collected opens it', async () => {
    await at('county.inspector', async (page, { mustBeSound }) => {
      await page.goto(address)
      await act(page, '登记缴款', { fill: () => within(page).getByRole('textbox', { name: '票据号', exact: true }).fill('浙财罚 2026-1') })
      await act(page, '登记整改完成', {
        fill: async () => {
          await within(page).getByRole('textbox', { name: '意见', exact: true }).fill('台账与现场一致')
          await show(page)
        },
      })
      await act(page, '结案', {
        grave: true,
        fill: () => within(page).getByRole('textbox', { name: '理由', exact: true }).fill('执行完毕'),
      })
      await page.getByText('处罚执行完毕').first().waitFor()
      await mustBeSound('a closed case')
      const papers = await page
        .getByRole('link', { name: / PDF$/ })
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
      expect(papers).toHaveLength(8)
      for (const href of papers) {
        const answer = await page.request.get(href)
        expect(`${answer.status()} ${answer.headers()['content-type']}`).toBe('200 application/pdf')
      }
      await page.goto(`/cases?counts=collectedYuan&from=${today(21)}&to=${today(22)}`)
      await page.getByText(matter).first().waitFor()
      await page.getByText('收缴 60,000 元').waitFor()
      await mustBeSound('the list of cases')
    })
  })
})

/** The option of a choice that speaks of somebody. */
const labelOf = async (page: Page, field: string, name: string): Promise<string> => {
  const labels = await page.getByLabel(field).last().locator('option').allTextContents()
  const found = labels.find((label) => label.includes(name))
  if (found === undefined) throw new Error(`${field} offers nobody called ${name}: ${labels.join(', ')}`)
  return found
}
