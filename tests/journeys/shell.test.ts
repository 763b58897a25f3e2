import type { Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers, openScreen, openWebStage, overflows, patience, type PlayedApi, type WebStage } from './builtWeb.ts'

let stage: WebStage

beforeAll(async () => {
  stage = await openWebStage()
})
afterAll(() => stage.stop())

const regions = [
  { code: '330000', name: '浙江省', nameEn: 'Zhejiang' },
  { code: '330200', name: '宁波市', nameEn: 'Ningbo' },
  { code: '330211', name: '镇海区', nameEn: 'Zhenhai' },
]
const officer = {
  id: 'post-1',
  title: '危化监管科科员',
  organisationId: 'o',
  organisationName: '镇海区应急管理局',
  regionCode: '330211',
  regionPath: regions,
  roles: ['officer'],
  ownOrganisationOnly: false,
}
const dispatcher = {
  ...officer,
  id: 'post-2',
  title: '市局值班长',
  regionCode: '330200',
  regionPath: regions.slice(0, 2),
  roles: ['dispatcher'],
}
const meOf = (post: typeof officer, more: object = {}) => ({
  person: { id: 'person-1', name: '沈知远' },
  post,
  posts: [officer, dispatcher],
  actions: [],
  mustChangePassword: false,
  serverTime: '2026-11-24T06:32:07.000Z',
  ...more,
})

const refuse =
  (status: number, code: string, zh: string, facts: object = {}) =>
  (route: Route) =>
    route.fulfill({ status, json: { refusal: { code, facts, sentence: { zh, en: `(${code})` } } } })
const answer = (json: unknown) => (route: Route) => route.fulfill({ json })

const signedOut: PlayedApi = { 'GET /api/identity/me': refuse(401, 'SIGN_IN_REQUIRED', '请先登录。') }
const signedIn: PlayedApi = { 'GET /api/identity/me': answer(meOf(officer)) }

const sizes = [
  { name: '1440 x 900', width: 1440, height: 900 },
  { name: '360 x 640', width: 360, height: 640 },
]

describe.each(sizes)('$name', ({ width, height }) => {
  test('the sign-in is sound, and tells at the field what is wrong', async () => {
    const { page, context, complaints } = await openScreen(stage, {
      width,
      height,
      api: { ...signedOut, 'POST /api/identity/session': refuse(401, 'SIGN_IN_FAILED', '用户名或密码不正确。再错 3 次将锁定。') },
    })
    await page.goto('/')
    await page.getByRole('button', { name: '登录' }).click()
    await page.getByText('请输入用户名。').waitFor()
    await page.getByLabel('用户名').fill('shen')
    await page.getByLabel('密码', { exact: true }).fill('not the password')
    await page.keyboard.press('Enter')
    await page.getByText('再错 3 次将锁定').waitFor()
    const password = page.getByLabel('密码', { exact: true })
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    expect(await password.inputValue()).toBe('')
    expect(await barriers(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  })

  test('a locked account is told until when', async () => {
    const { page, context } = await openScreen(stage, {
      width,
      height,
      api: {
        ...signedOut,
        'POST /api/identity/session': refuse(423, 'ACCOUNT_LOCKED', '连续输错密码，账号已锁定 30 分钟。', {
          lockedUntil: '2099-11-24T06:58:00.000Z',
          minutes: 30,
        }),
      },
    })
    await page.goto('/')
    await page.getByLabel('用户名').fill('shen')
    await page.getByLabel('密码', { exact: true }).fill('x')
    await page.keyboard.press('Enter')
    await page.getByText('账号锁定至 2099-11-24 14:58').waitFor()
    expect(await barriers(page)).toEqual([])
    await context.close()
  })

  test('the frame is sound, and nothing is wider than the screen', async () => {
    const { page, context, complaints } = await openScreen(stage, { width, height, api: signedIn, theme: width === 360 ? 'dark' : 'light' })
    await page.goto('/no-such-page')
    await page.getByText('没有这个页面').waitFor()
    // The live line is not served here: the banner stands after its grace.
    await page.getByText('起连接中断').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await overflows(page)).toBe(false)
    expect(complaints).toEqual([])
    await context.close()
  })
})

test('signing in leads to the page that was asked for', async () => {
  let signed = false
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) => (signed ? answer(meOf(officer))(route) : refuse(401, 'SIGN_IN_REQUIRED', '请先登录。')(route)),
      'POST /api/identity/session': async (route) => {
        signed = true
        expect(route.request().postDataJSON()).toEqual({ login: 'shen', password: 'a password' })
        await answer(meOf(officer))(route)
      },
    },
  })
  await page.goto('/no-such-page?tab=2')
  await page.getByLabel('用户名').fill(' shen ')
  await page.getByLabel('密码', { exact: true }).fill('a password')
  await page.keyboard.press('Enter')
  await page
    .getByRole('button', { name: /切换岗位/ })
    .first()
    .waitFor()
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/no-such-page?tab=2')
  await page.getByText('镇海区', { exact: true }).first().waitFor()
  await context.close()
})

test('an initial password must be changed before anything else', async () => {
  let changed = false
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) => answer(meOf(officer, { mustChangePassword: !changed }))(route),
      'PUT /api/identity/password': async (route) => {
        const { next } = route.request().postDataJSON() as { next: string }
        if (next === 'short') return refuse(422, 'PASSWORD_WEAK', '密码至少 8 位。')(route)
        changed = true
        return route.fulfill({ status: 204 })
      },
    },
  })
  await page.goto('/')
  await page.getByLabel('现用密码').fill('initial')
  await page.getByLabel('新密码').fill('short')
  await page.keyboard.press('Enter')
  await page.getByText('密码至少 8 位。').waitFor()
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('新密码').fill('Long enough 8')
  await page.keyboard.press('Enter')
  await page.getByRole('banner').waitFor()
  await context.close()
})

test('P and a digit act in another post; the other post finds nothing of the first', async () => {
  let present = officer
  let asked = 0
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) => answer(meOf(present))(route),
      'PUT /api/identity/session/post': async (route) => {
        asked += 1
        expect(route.request().headers()['idempotency-key']).toMatch(/^[0-9a-f-]{36}$/)
        expect(route.request().postDataJSON()).toEqual({ postId: 'post-2' })
        present = dispatcher
        await answer(meOf(dispatcher))(route)
      },
    },
  })
  await page.goto('/no-such-page')
  await page.getByText('没有这个页面').waitFor()
  await page.keyboard.press('p')
  await page.getByRole('dialog', { name: '切换岗位' }).waitFor()
  expect(await barriers(page)).toEqual([])
  await page.keyboard.press('2')
  await page.getByText('已切换到 市局值班长 · 镇海区应急管理局').waitFor()
  expect(asked).toBe(1)
  await expect.poll(() => page.locator('.shell-place-own').innerText(), patience).toBe('宁波市')
  await context.close()
})

test('a session that ends covers the page and keeps it; the same person finds it as it was', async () => {
  let ended = false
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) =>
        ended
          ? refuse(401, 'SESSION_ENDED', '会话因长时间未操作已结束，请重新登录。', { reason: 'idle' })(route)
          : answer(meOf(officer))(route),
      'PUT /api/identity/session/post': (route) => {
        ended = true
        return refuse(401, 'SESSION_ENDED', '会话因长时间未操作已结束，请重新登录。', { reason: 'idle' })(route)
      },
      'POST /api/identity/session': (route) => {
        ended = false
        return answer(meOf(officer))(route)
      },
    },
  })
  await page.goto('/no-such-page')
  await page.getByText('没有这个页面').waitFor()
  await page.locator('.shell-page').evaluate((element) => element.setAttribute('data-same', 'yes'))
  await page.keyboard.press('p')
  await page.getByRole('dialog', { name: '切换岗位' }).waitFor()
  await page.keyboard.press('2')
  await page.getByText('未提交的内容仍在页面上').waitFor()
  expect(await page.locator('.shell-page').isVisible()).toBe(false)
  expect(await barriers(page)).toEqual([])
  await page.getByLabel('用户名').fill('shen')
  await page.getByLabel('密码', { exact: true }).fill('a password')
  await page.keyboard.press('Enter')
  await page.locator('.shell-page[data-same=yes]').waitFor()
  await context.close()
})

test('a server that does not answer is told as such, and is asked again by hand', async () => {
  let away = true
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) =>
        away ? route.fulfill({ status: 500, json: { fault: { id: '7c1e' } } }) : answer(meOf(officer))(route),
    },
  })
  await page.goto('/no-such-page')
  await page.getByText('故障编号 7c1e').waitFor()
  expect(await barriers(page)).toEqual([])
  away = false
  await page.getByRole('button', { name: '重试' }).click()
  await page.getByText('没有这个页面').waitFor()
  await context.close()
})

test('the first key after the page is the way past the navigation', async () => {
  const { page, context } = await openScreen(stage, { api: signedIn })
  await page.goto('/no-such-page')
  await page.getByText('没有这个页面').waitFor()
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('page')
  await context.close()
})

test('signing out leaves nothing of the session on the page', async () => {
  let signed = true
  const { page, context } = await openScreen(stage, {
    api: {
      'GET /api/identity/me': (route) => (signed ? answer(meOf(officer))(route) : refuse(401, 'SIGN_IN_REQUIRED', '请先登录。')(route)),
      'DELETE /api/identity/session': (route) => {
        signed = false
        return route.fulfill({ status: 204 })
      },
    },
  })
  await page.goto('/no-such-page')
  await page.getByRole('button', { name: /沈知远.*账号菜单/ }).click()
  expect(await barriers(page)).toEqual([])
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
  expect(await page.getByText('沈知远').count()).toBe(0)
  await context.close()
})

describe('the live line', () => {
  type Line = { readonly path: string; readonly say: (message: object) => void; readonly drop: () => Promise<void> }

  const withLine = async (lines: Line[], refuses: () => boolean) => {
    let asked = 0
    const screen = await openScreen(stage, {
      api: {
        'GET /api/identity/me': (route) => {
          asked += 1
          return answer(meOf(officer))(route)
        },
      },
    })
    await screen.page.routeWebSocket('**/api/live**', (socket) => {
      if (refuses()) {
        void socket.close({ code: 1013 })
        return
      }
      const { pathname, search } = new URL(socket.url())
      lines.push({
        path: pathname + search,
        say: (message) => socket.send(JSON.stringify(message)),
        drop: () => socket.close({ code: 1001 }),
      })
      socket.send(JSON.stringify({ hello: { cursor: '7-100', serverTime: '2026-11-24T06:32:07.000Z' } }))
    })
    await screen.page.goto('/no-such-page')
    return { ...screen, asked: () => asked }
  }

  test('a hint makes the page ask again for what it concerns, and for nothing else', async () => {
    const lines: Line[] = []
    const { page, context, asked } = await withLine(lines, () => false)
    await page.getByText('实时', { exact: true }).waitFor()
    await expect.poll(asked, patience).toBe(2)
    lines[0]?.say({ hint: { cursor: '7-101', topic: 'law.limitTightened' } })
    await page.waitForTimeout(600)
    expect(asked()).toBe(2)
    lines[0]?.say({ hint: { cursor: '7-102', topic: 'identity.postAdded', record: { kind: 'post', id: 'x' } } })
    await expect.poll(asked, patience).toBe(3)
    await context.close()
  })

  test('a lost line is told with its hour, and resumed from the last hint', async () => {
    const lines: Line[] = []
    let away = false
    const { page, context, complaints } = await withLine(lines, () => away)
    await page.getByText('实时', { exact: true }).waitFor()
    lines[0]?.say({ hint: { cursor: '7-117', topic: 'identity.postAdded' } })
    away = true
    await lines[0]?.drop()
    await page.getByText('起连接中断，屏上数字停在那时').waitFor()
    expect(await page.getByText('已断开').count()).toBe(1)
    expect(await barriers(page)).toEqual([])
    away = false
    await page.getByText('实时', { exact: true }).waitFor()
    expect(await page.getByText('起连接中断').count()).toBe(0)
    expect(lines.map((line) => line.path)).toEqual(['/api/live', '/api/live?after=7-117'])
    expect(complaints).toEqual([])
    await context.close()
  })
})
