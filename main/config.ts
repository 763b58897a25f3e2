import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { ok, type Result } from '../kernel/result.ts'
import { databaseUrlProblem } from '../platform/postgres/external.ts'
import { startRefusal, type StartRefusal } from '../platform/startRefusal.ts'

/** Everything an operator can set. This file is the only one that reads the environment. */
export type Config = {
  readonly host: string
  /** 0 stands for any free port. */
  readonly port: number
  /** Where people reach the product, without a slash at the end; null where it is the address it listens on. */
  readonly address: string | null
  /** Absolute path of the folder that holds database, evidence and secrets. */
  readonly dataFolder: string
  /** Where evidence is kept: in the data folder, or in a bucket of an S3-compatible store. */
  readonly evidence: { readonly kind: 'disk' } | ({ readonly kind: 's3' } & EvidenceBucket)
  readonly database: { readonly kind: 'embedded' } | { readonly kind: 'external'; readonly url: string }
  /** Whether sample regions, organisations and people are made at the first start. */
  readonly sample: boolean
}

export type EvidenceBucket = {
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Put before every key; empty where the bucket is ours alone. */
  readonly prefix: string
}

/** `https://KEY:SECRET@host/bucket/prefix?region=…`; undefined where it is not of that form. */
const evidenceBucket = (text: string): EvidenceBucket | undefined => {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const [bucket, ...prefix] = url.pathname.split('/').filter((part) => part !== '')
  if (!/^https?:$/.test(url.protocol) || bucket === undefined || url.username === '' || url.password === '') return undefined
  return {
    endpoint: url.origin,
    bucket,
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    prefix: prefix.map((part) => `${decodeURIComponent(part)}/`).join(''),
  }
}

/** `https://anlan.example.cn/`, without the slash at its end; undefined where it is no address of the web, or says more than a place. */
const publicAddress = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined
  const { protocol, origin, pathname, search, hash, username } = new URL(text)
  if (!/^https?:$/.test(protocol) || search !== '' || hash !== '' || username !== '') return undefined
  return `${origin}${pathname.replace(/\/+$/, '')}`
}

/**
 * The variables with what they may be. An empty value counts as an absent one, as the shells and
 * container files of most operators cannot say the difference.
 */
const variables = {
  ANLAN_HOST: {
    schema: z
      .string()
      .refine((host) => isIP(host) !== 0 || /^(?!-)[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/.test(host))
      .default('127.0.0.1'),
    zh: '应为 IP 地址或主机名',
    en: 'must be an IP address or a host name',
  },
  ANLAN_PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.int().max(65_535))
      .default(8080),
    zh: '应为 0 到 65535 的整数（0 表示任选一个空闲端口）',
    en: 'must be a whole number from 0 to 65535 (0 takes any free port)',
  },
  ANLAN_ADDRESS: {
    schema: z
      .string()
      .refine((text) => publicAddress(text) !== undefined)
      .transform((text) => publicAddress(text)!)
      .optional(),
    zh: '应为网址，如 https://anlan.example.cn',
    en: 'must be a web address like https://anlan.example.cn',
  },
  ANLAN_DATA: {
    schema: z
      .string()
      .refine((path) => !path.includes('\0'))
      .default('.anlan'),
    zh: '应为一个目录的路径',
    en: 'must be the path of a folder',
  },
  ANLAN_EVIDENCE: {
    schema: z
      .string()
      .refine((text) => evidenceBucket(text) !== undefined)
      .transform((text): Config['evidence'] => ({ kind: 's3', ...evidenceBucket(text)! }))
      .optional(),
    zh: '应为 https://密钥编号:密钥@主机/存储桶?region=区域',
    en: 'must read like https://KEY:SECRET@host/bucket?region=REGION',
  },
  ANLAN_SAMPLE: {
    schema: z
      .enum(['on', 'off'])
      .default('on')
      .transform((value) => value === 'on'),
    zh: '应为 on 或 off',
    en: 'must be on or off',
  },
} as const

type Variables = { readonly [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['schema']> }

/**
 * Reads the configuration.
 *
 * @param env the environment, as `process.env`
 * @param projectFolder absolute; a relative ANLAN_DATA is taken from here
 * @returns the configuration, or the refusal CONFIG_INVALID naming every wrong variable, or DATABASE_URL_INVALID.
 *   A refusal never repeats a value, as that may be a password put into the wrong variable.
 */
export const readConfig = (env: Readonly<Record<string, string | undefined>>, projectFolder: string): Result<Config, StartRefusal> => {
  const problems: { name: string; zh: string; en: string }[] = []
  const read = <Name extends keyof Variables>(name: Name): Variables[Name] | undefined => {
    const { schema, zh, en } = variables[name]
    const parsed = schema.safeParse(given(env[name]))
    if (parsed.success) return parsed.data as Variables[Name]
    problems.push({ name, zh, en })
    return undefined
  }
  const host = read('ANLAN_HOST')
  const port = read('ANLAN_PORT')
  const address = read('ANLAN_ADDRESS')
  const data = read('ANLAN_DATA')
  const sample = read('ANLAN_SAMPLE')
  const evidence = read('ANLAN_EVIDENCE')
  if (host === undefined || port === undefined || data === undefined || sample === undefined || problems.length > 0) {
    return { ok: false, refusal: startRefusal('CONFIG_INVALID', { problems }) }
  }
  const url = given(env['DATABASE_URL'])
  const problem = url === undefined ? undefined : databaseUrlProblem(url)
  if (problem !== undefined) return { ok: false, refusal: startRefusal('DATABASE_URL_INVALID', problem) }
  return ok({
    host,
    port,
    address: address ?? null,
    dataFolder: resolve(projectFolder, data),
    database: url === undefined ? { kind: 'embedded' } : { kind: 'external', url },
    evidence: evidence ?? { kind: 'disk' },
    sample,
  })
}

const given = (value: string | undefined): string | undefined => {
  const text = value?.trim()
  return text === '' ? undefined : text
}
