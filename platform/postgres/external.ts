import pg from 'pg'
import { startRefusal, type StartRefusal } from '../startRefusal.ts'

/** The oldest PostgreSQL that Anlan is tested with. */
export const neededMajor = 15

const patienceMillis = 10_000

/**
 * Checks that the server named by DATABASE_URL is there, lets us in, is recent enough and can be
 * written to.
 *
 * @returns its version, for example `16.3`
 * @throws StartRefusal DATABASE_URL_INVALID | DATABASE_UNREACHABLE | POSTGRES_TOO_OLD
 */
export async function checkExternalPostgres(url: string): Promise<{ version: string }> {
  const problem = databaseUrlProblem(url)
  if (problem !== undefined) throw startRefusal('DATABASE_URL_INVALID', problem)
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patienceMillis,
    query_timeout: patienceMillis,
    application_name: 'anlan',
  })
  // What breaks beside a call breaks the call too, and is told there.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: string; encoding: string; standby: boolean }>(
      `select current_setting('server_version') as version, current_setting('server_version_num') as number,
              current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`,
    )
    const found = rows[0]
    if (found === undefined) throw new Error('no answer')
    if (Number(found.number) < neededMajor * 10_000) throw startRefusal('POSTGRES_TOO_OLD', { version: found.version, neededMajor })
    if (found.encoding !== 'UTF8') {
      throw unusable(url, `该数据库的编码是 ${found.encoding}，需要 UTF8`, `its encoding is ${found.encoding}, and UTF8 is needed`)
    }
    if (found.standby) throw unusable(url, '它是只读的备库', 'it is a standby that can only be read')
    return { version: found.version }
  } catch (error) {
    throw connectionRefusal(error, url)
  } finally {
    await client.end()
  }
}

/** What is wrong with the text of a DATABASE_URL, or undefined. */
export function databaseUrlProblem(url: string): { zh: string; en: string } | undefined {
  let parsed: URL
  try {
    parsed = new URL(url)
  } catch {
    return { zh: '它不是一个网址', en: 'it is no URL' }
  }
  if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') {
    return { zh: '它不以 postgres:// 开头', en: 'it does not begin with postgres://' }
  }
  if (parsed.hostname === '' && !parsed.searchParams.has('host')) return { zh: '缺少主机名', en: 'the host is missing' }
  if (parsed.pathname.length < 2) return { zh: '缺少数据库名', en: 'the name of the database is missing' }
  try {
    for (const part of [parsed.username, parsed.password, parsed.pathname]) decodeURIComponent(part)
  } catch {
    return { zh: '其中的 % 没有写成 %25', en: 'a % in it is not written as %25' }
  }
  return undefined
}

/** The address without its password and parameters, fit for a terminal or a log. */
export function withoutSecrets(url: string): string {
  const { protocol, username, host, pathname } = new URL(url)
  return `${protocol}//${username === '' ? '' : `${username}@`}${host}${pathname}`
}

type Sentence = { readonly zh: string; readonly en: string }

/** By SQLSTATE or system error, in words that say what to do. */
const reasons: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: {
    zh: '该地址没有数据库在监听，请检查主机、端口以及数据库是否已启动',
    en: 'nothing listens there; check host, port and whether the database runs',
  },
  ENOTFOUND: { zh: '找不到这个主机名', en: 'the host name is not known' },
  EAI_AGAIN: { zh: '暂时查不到这个主机名', en: 'the host name cannot be looked up now' },
  ETIMEDOUT: { zh: '连接超时，请检查网络与防火墙', en: 'the connection timed out; check network and firewall' },
  EHOSTUNREACH: { zh: '网络不通，请检查网络与防火墙', en: 'there is no way to the host; check network and firewall' },
  ENETUNREACH: { zh: '网络不通，请检查网络与防火墙', en: 'there is no way to the host; check network and firewall' },
  ECONNRESET: { zh: '对方断开了连接，该地址可能不是 PostgreSQL', en: 'the connection was cut; it may be no PostgreSQL' },
  '28P01': { zh: '用户名或密码不正确', en: 'the user name or the password is wrong' },
  '28000': { zh: '数据库不允许该用户从本机登录（pg_hba.conf）', en: 'the database does not let this user in from here (pg_hba.conf)' },
  '3D000': { zh: '这个数据库不存在，请先建立它', en: 'there is no database of this name; create it first' },
  '42501': { zh: '该用户没有连接这个数据库的权限', en: 'this user has no right to connect to the database' },
  '53300': { zh: '数据库的连接数已满', en: 'the database has no connection left' },
  '57P03': { zh: '数据库正在启动或恢复，请稍后再试', en: 'the database is starting or recovering; try again shortly' },
}

function connectionRefusal(error: unknown, url: string): unknown {
  const { code, message } = error as { code?: string; message: string }
  const known = code === undefined ? undefined : reasons[code]
  if (known !== undefined) return unusable(url, known.zh, known.en)
  if (error instanceof Error && error.name === 'StartRefusal') return error
  const silent = /timeout/i.test(message)
    ? reasons['ETIMEDOUT']
    : /terminated unexpectedly/.test(message)
      ? reasons['ECONNRESET']
      : undefined
  if (silent !== undefined) return unusable(url, silent.zh, silent.en)
  return unusable(url, `连接失败：${message}`, `the connection failed: ${message}`)
}

function unusable(url: string, zh: string, en: string): StartRefusal {
  return startRefusal('DATABASE_UNREACHABLE', { url: withoutSecrets(url), zh, en })
}
