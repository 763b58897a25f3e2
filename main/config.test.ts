import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const project = resolve('/srv/安澜 project')

describe('the configuration', () => {
  it('without any variable: this machine only, port 8080, data in the project, own database, sample', () => {
    expect(readConfig({}, project)).toEqual({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 8080,
        address: null,
        dataFolder: resolve(project, '.anlan'),
        evidence: { kind: 'disk' },
        database: { kind: 'embedded' },
        sample: true,
      },
    })
  })

  it('with every variable', () => {
    const env = {
      ANLAN_HOST: '0.0.0.0',
      ANLAN_PORT: '80',
      ANLAN_ADDRESS: 'https://anlan.example.cn/safety/',
      ANLAN_DATA: '数据 folder',
      ANLAN_SAMPLE: 'off',
      ANLAN_EVIDENCE: 'https://key:s%2Fcret@s3.example:9000/evidence/anlan?region=cn-east-1',
      DATABASE_URL: 'postgres://a:b@db.example:5433/anlan?sslmode=require',
    }
    expect(readConfig(env, project)).toEqual({
      ok: true,
      value: {
        host: '0.0.0.0',
        port: 80,
        address: 'https://anlan.example.cn/safety',
        dataFolder: resolve(project, '数据 folder'),
        evidence: {
          kind: 's3',
          endpoint: 'https://s3.example:9000',
          bucket: 'evidence',
          region: 'cn-east-1',
          accessKeyId: 'key',
          secretAccessKey: 's/cret',
          prefix: 'anlan/',
        },
        database: { kind: 'external', url: env.DATABASE_URL },
        sample: false,
      },
    })
  })

  it('an empty or blank value is an absent one', () => {
    expect(readConfig({ ANLAN_HOST: '', ANLAN_PORT: ' ', ANLAN_DATA: '', ANLAN_SAMPLE: '', DATABASE_URL: '' }, project)).toEqual(
      readConfig({}, project),
    )
  })

  it.each([
    ['ANLAN_PORT', '0'],
    ['ANLAN_PORT', '65535'],
    ['ANLAN_HOST', '::1'],
    ['ANLAN_HOST', 'anlan.example.cn'],
    ['ANLAN_SAMPLE', 'on'],
    ['ANLAN_ADDRESS', 'http://10.0.0.8:8080'],
  ])('%s=%s is taken', (name, value) => {
    expect(readConfig({ [name]: value }, project).ok).toBe(true)
  })

  it.each([
    ['ANLAN_PORT', '65536'],
    ['ANLAN_PORT', '-1'],
    ['ANLAN_PORT', '80a'],
    ['ANLAN_PORT', '8080.5'],
    ['ANLAN_HOST', 'a b'],
    ['ANLAN_HOST', 'http://x'],
    ['ANLAN_SAMPLE', 'yes'],
    ['ANLAN_ADDRESS', 'plant.example.cn'],
    ['ANLAN_ADDRESS', 'ftp://plant.example.cn'],
    ['ANLAN_ADDRESS', 'https://plant.example.cn/?a=1'],
    ['ANLAN_ADDRESS', 'https://user:word@plant.example.cn'],
    ['ANLAN_SAMPLE', 'OFF'],
    ['ANLAN_DATA', 'a\0b'],
    ['ANLAN_EVIDENCE', 'https://s3.example/bucket'],
    ['ANLAN_EVIDENCE', 'https://key:secret@s3.example/'],
  ])('%s=%j is refused by name, and the value is not repeated', (name, value) => {
    expect(readConfig({ [name]: value }, project)).toMatchObject({
      ok: false,
      refusal: {
        code: 'CONFIG_INVALID',
        exitCode: 2,
        facts: { problems: [{ name }] },
        zh: expect.not.stringContaining(value),
        en: expect.not.stringContaining(value),
      },
    })
  })

  it('names every wrong variable at once', () => {
    expect(readConfig({ ANLAN_PORT: 'x', ANLAN_SAMPLE: 'x' }, project)).toMatchObject({
      refusal: { facts: { problems: [{ name: 'ANLAN_PORT' }, { name: 'ANLAN_SAMPLE' }] } },
    })
  })

  it.each(['mysql://a@b/c', 'db.example/anlan', 'postgres://user:secret@host', 'postgres://user:se%zzcret@host/d'])(
    'DATABASE_URL=%s is refused without repeating it',
    (url) => {
      expect(readConfig({ DATABASE_URL: url }, project)).toMatchObject({
        ok: false,
        refusal: { code: 'DATABASE_URL_INVALID', exitCode: 2, zh: expect.not.stringContaining(url), en: expect.not.stringContaining(url) },
      })
    },
  )
})
