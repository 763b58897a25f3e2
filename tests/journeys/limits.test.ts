import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startProduct, type Product } from './product.ts'

/**
 * A limit of the law through several hands: an enterprise makes it stricter and cannot make it looser, the county sees
 * who did, an officer compares it with the official text, and who has no part in it is told whose it is.
 */
describe('a limit and the people around it', () => {
  let product: Product
  beforeAll(async () => {
    product = await startProduct()
  })
  afterAll(() => product.stop())

  const idle = '/law/identity-session-idleMinutes'

  it('a safety officer finds it, is refused to loosen it, tightens it and takes it back', async () => {
    const { page, signIn, mustBeSound, leave } = await product.visitor()
    await signIn('plant.safety')
    await page.getByRole('heading', { name: '我的工作台' }).waitFor()
    await page.goto('/law')
    await page
      .getByText(/^\d+ 条$/)
      .first()
      .waitFor()
    await mustBeSound('the law table')
    await page.getByRole('searchbox').fill('无操作')
    await page.waitForURL((address) => address.searchParams.get('find') === '无操作')
    await page
      .getByRole('status')
      .filter({ hasText: /^1 条$/ })
      .waitFor()
    await page.getByRole('searchbox').blur()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${idle}`)
    await page.getByRole('button', { name: '本单位加严' }).click()
    await page.getByLabel(/^本单位执行值/).fill('31')
    await page.getByText('只能加严，不能放宽').waitFor()
    await page.getByLabel(/^本单位执行值/).fill('4')
    await page.getByText('最严可到 5').last().waitFor()
    await mustBeSound('a value that is refused')
    await page.getByLabel(/^本单位执行值/).fill('20')
    await page.getByRole('button', { name: '按此执行' }).click()
    await page.getByText('请写明理由。').waitFor()
    await page.getByLabel('理由').fill('中控室电脑不得无人值守')
    await page.getByRole('button', { name: '按此执行' }).click()
    await page.getByText('本单位定为 20 分钟').waitFor()
    await mustBeSound('a limit that was tightened')
    await page.getByRole('button', { name: '撤回加严' }).click()
    await page.getByLabel('理由').fill('检查结束')
    await page.getByRole('button', { name: '撤回', exact: true }).click()
    await page.getByText('同条文').waitFor()
    // Taken back by mistake: one key brings it again.
    await page.keyboard.press('Control+z')
    await page.getByText('撤销刚才的调整').first().waitFor()
    await leave()
  })

  it('the county sees who tightened it, and an officer compares it with the text', async () => {
    const { page, signIn, mustBeSound, leave } = await product.visitor()
    await signIn('city.officer')
    await page.getByRole('heading', { name: '我的工作台' }).waitFor()
    await page.goto('/law?tightened=true')
    await page.getByRole('link', { name: '无操作多久后结束会话' }).click()
    await page.getByRole('cell', { name: '20 分钟' }).waitFor()
    await page.getByText('由他人办理').waitFor()
    await page.getByRole('button', { name: '核对原文' }).click()
    await page.getByRole('button', { name: '核对无误' }).click()
    await page.getByText('请写明核对的是哪份原文。').waitFor()
    await page.getByLabel('所核的原文').fill('GB/T 22239-2019 正文第 8.1.4.1 条')
    await mustBeSound('comparing a limit')
    await page.getByRole('button', { name: '核对无误' }).click()
    await page.getByText('已核对“无操作多久后结束会话”').waitFor()
    await page.getByText('GB/T 22239-2019 正文第 8.1.4.1 条').first().waitFor()
    await leave()
  })

  it('a guard may read it and is told whose the rest is; on a phone and in English too', async () => {
    const { page, signIn, mustBeSound, leave } = await product.visitor({ viewport: { width: 390, height: 844 } })
    await signIn('plant.guard')
    await page.getByRole('heading', { name: '我的工作台' }).waitFor()
    await mustBeSound('the desk on a phone')
    await page.goto(idle)
    await page.getByText('由他人办理').waitFor()
    expect(await page.getByRole('button', { name: /加严|核对/ }).count()).toBe(0)
    await page.evaluate(() => localStorage.setItem('anlan.language', 'en'))
    await page.reload()
    await page.getByRole('heading', { name: 'Idle time that ends a session' }).waitFor()
    await page.getByText('For others to do').waitFor()
    await mustBeSound('a limit on a phone in English')
    await leave()
  })
})
