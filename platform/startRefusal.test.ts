import { expect, test } from 'vitest'
import { listenRefusal, refusalText, startRefusal } from './startRefusal.ts'

test('a refusal is told in one line a language, Chinese first, with its code and without a stack', () => {
  const text = refusalText(startRefusal('PORT_TAKEN', { host: '127.0.0.1', port: 8080 }))
  const [zh, en, end, ...rest] = text.split('\n')
  expect(zh).toMatch(/^安澜无法启动：127\.0\.0\.1 的 8080 端口/)
  expect(en).toMatch(/^Anlan cannot start: Port 8080 on 127\.0\.0\.1 .* \[PORT_TAKEN\]$/)
  expect([end, rest]).toEqual(['', []])
})

test('wrong settings end with 2, everything else with 1', () => {
  expect(startRefusal('CONFIG_INVALID', { problems: [] }).exitCode).toBe(2)
  expect(startRefusal('DATABASE_URL_INVALID', { zh: '甲', en: 'a' }).exitCode).toBe(2)
  expect(startRefusal('DATA_DAMAGED', { folder: '/x', cause: 'y' }).exitCode).toBe(1)
})

test('the disk is told in megabytes', () => {
  const { zh, en } = startRefusal('DISK_TOO_SMALL', { folder: '/x', freeBytes: 300 * 1_048_576 + 1, neededBytes: 1_073_741_824 })
  expect(zh).toContain('只剩 300 MB，至少需要 1024 MB')
  expect(en).toContain('only 300 MB free, and at least 1024 MB are needed')
})

test.each([
  ['EADDRINUSE', 'PORT_TAKEN'],
  ['EACCES', 'HOST_UNAVAILABLE'],
  ['EADDRNOTAVAIL', 'HOST_UNAVAILABLE'],
  ['EMFILE', undefined],
])('an error of listen, %s, is %s', (code, refusal) => {
  expect(listenRefusal(Object.assign(new Error('x'), { code }), { host: 'h', port: 1 })?.code).toBe(refusal)
})
