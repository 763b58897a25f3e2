/**
 * Reasons for which Anlan declines to start. Each is something an operator can
 * mend, so it is told in one sentence a language and never as a stack trace.
 */
const sentences = {
  CONFIG_INVALID: (facts: { problems: readonly { name: string; zh: string; en: string }[] }) => ({
    zh: `配置有误：${facts.problems.map((problem) => `${problem.name} ${problem.zh}`).join('；')}。`,
    en: `The configuration is wrong: ${facts.problems.map((problem) => `${problem.name} ${problem.en}`).join('; ')}.`,
  }),
  PORT_TAKEN: (facts: { host: string; port: number }) => ({
    zh: `${facts.host} 的 ${facts.port} 端口已被其他程序占用。请先关闭那个程序，或用 ANLAN_PORT 换一个端口。`,
    en: `Port ${facts.port} on ${facts.host} is used by another program. Stop that program, or choose another port with ANLAN_PORT.`,
  }),
  HOST_UNAVAILABLE: (facts: { host: string; port: number; cause: string }) => ({
    zh: `无法在 ${facts.host}:${facts.port} 上监听（${facts.cause}）。请检查 ANLAN_HOST 和 ANLAN_PORT。`,
    en: `Cannot listen on ${facts.host}:${facts.port} (${facts.cause}). Check ANLAN_HOST and ANLAN_PORT.`,
  }),
  DATA_NOT_WRITABLE: (facts: { folder: string; cause: string }) => ({
    zh: `数据目录 ${facts.folder} 无法写入（${facts.cause}）。请修改该目录的权限，或用 ANLAN_DATA 指定另一个目录。`,
    en: `The data folder ${facts.folder} cannot be written (${facts.cause}). Change its permissions, or name another folder with ANLAN_DATA.`,
  }),
  DATA_OWNED_BY_OTHER: (facts: { folder: string; owner: string; account: string }) => ({
    zh: `数据目录 ${facts.folder} 属于用户 ${facts.owner}，而当前用户是 ${facts.account}。请用原来的用户（或 root）启动，或用 ANLAN_DATA 指定另一个目录。`,
    en: `The data folder ${facts.folder} belongs to the user ${facts.owner}, but this is the user ${facts.account}. Start as the user who made it (or as root), or name another folder with ANLAN_DATA.`,
  }),
  DATA_IN_USE: (facts: { folder: string; pid: number; lockFile: string }) => ({
    zh: `数据目录 ${facts.folder} 正被另一个安澜进程（${facts.pid}）使用。请先停止它，或用 ANLAN_DATA 指定另一个目录；若确认它已不在运行，请删除 ${facts.lockFile}。`,
    en: `The data folder ${facts.folder} is in use by another Anlan (process ${facts.pid}). Stop it first, or name another folder with ANLAN_DATA; if you are sure that it no longer runs, delete ${facts.lockFile}.`,
  }),
  DATA_DAMAGED: (facts: { folder: string; cause: string }) => ({
    zh: `数据目录 ${facts.folder} 已损坏（${facts.cause}）。安澜没有重建或覆盖它。请从备份恢复，或用 ANLAN_DATA 指定一个新的目录。`,
    en: `The data folder ${facts.folder} is damaged (${facts.cause}). Anlan has not rebuilt or overwritten it. Restore it from a backup, or name a new folder with ANLAN_DATA.`,
  }),
  DATA_OTHER_VERSION: (facts: { folder: string; dataMajor: string; programMajor: number }) => ({
    zh: `数据目录 ${facts.folder} 由 PostgreSQL ${facts.dataMajor} 创建，本程序自带的是 PostgreSQL ${facts.programMajor}，不能直接打开。请用原来的安澜版本导出数据，或用 ANLAN_DATA 指定一个新的目录。`,
    en: `The data folder ${facts.folder} was made by PostgreSQL ${facts.dataMajor}, but this program brings PostgreSQL ${facts.programMajor} and cannot open it. Export the data with the Anlan that made it, or name a new folder with ANLAN_DATA.`,
  }),
  DISK_TOO_SMALL: (facts: { folder: string; freeBytes: number; neededBytes: number }) => ({
    zh: `数据目录 ${facts.folder} 所在磁盘只剩 ${megabytes(facts.freeBytes)} MB，至少需要 ${megabytes(facts.neededBytes)} MB。请清理磁盘，或用 ANLAN_DATA 指定另一块磁盘上的目录。`,
    en: `The disk of the data folder ${facts.folder} has only ${megabytes(facts.freeBytes)} MB free, and at least ${megabytes(facts.neededBytes)} MB are needed. Free some space, or name a folder on another disk with ANLAN_DATA.`,
  }),
  DATABASE_URL_INVALID: (facts: { zh: string; en: string }) => ({
    zh: `DATABASE_URL 不正确：${facts.zh}。正确的写法如 postgres://用户:密码@主机:5432/数据库。`,
    en: `DATABASE_URL is wrong: ${facts.en}. A right one reads like postgres://user:password@host:5432/database.`,
  }),
  DATABASE_UNREACHABLE: (facts: { url: string; zh: string; en: string }) => ({
    zh: `无法使用 DATABASE_URL 指定的数据库 ${facts.url}：${facts.zh}。`,
    en: `The database named by DATABASE_URL, ${facts.url}, cannot be used: ${facts.en}.`,
  }),
  POSTGRES_TOO_OLD: (facts: { version: string; neededMajor: number }) => ({
    zh: `数据库的版本是 PostgreSQL ${facts.version}，安澜需要 PostgreSQL ${facts.neededMajor} 或更新的版本。`,
    en: `The database runs PostgreSQL ${facts.version}, but Anlan needs PostgreSQL ${facts.neededMajor} or later.`,
  }),
  POSTGRES_FAILED: (facts: { folder: string; cause: string; logFile: string }) => ({
    zh: `自带的 PostgreSQL 未能启动（${facts.cause}）。数据目录是 ${facts.folder}，详情见 ${facts.logFile}。`,
    en: `The bundled PostgreSQL did not start (${facts.cause}). The data folder is ${facts.folder}; more is in ${facts.logFile}.`,
  }),
  SCHEMA_NEWER: (facts: { room: string; databaseVersion: number; programVersion: number }) => ({
    zh: `数据库比程序新：${facts.room} 在数据库中是第 ${facts.databaseVersion} 版，本程序只认识到第 ${facts.programVersion} 版。请使用更新的安澜程序。`,
    en: `The database is newer than this program: ${facts.room} is at step ${facts.databaseVersion} there, and this program knows only up to step ${facts.programVersion}. Use a newer Anlan.`,
  }),
  SCHEMA_CHANGED: (facts: { room: string; step: string }) => ({
    zh: `数据库中 ${facts.room} 的迁移步骤 ${facts.step} 与本程序的不一致，程序可能被改动过。请使用原来的安澜程序。`,
    en: `The step ${facts.step} of ${facts.room} in the database differs from this program's; the program may have been changed. Use the original Anlan.`,
  }),
  PLATFORM_UNSUPPORTED: (facts: { platform: string; missing: string }) => ({
    zh: `在本机（${facts.platform}）上找不到自带的 ${facts.missing}。如果安装时省略了可选依赖，请重新执行 npm install（不要带 --omit=optional）；自带程序支持 Linux（x64、arm64，glibc）、macOS（arm64）和 Windows（x64）。`,
    en: `The bundled ${facts.missing} is not there for this machine (${facts.platform}). If optional dependencies were left out, run npm install again without --omit=optional; the bundled programs exist for Linux (x64 and arm64, glibc), macOS (arm64) and Windows (x64).`,
  }),
  ACCOUNT_UNKNOWN: (facts: { uid: number }) => ({
    zh: `当前用户（编号 ${facts.uid}）在系统用户表中没有登记，PostgreSQL 无法以它运行。请在 /etc/passwd 中加入该用户、换一个用户启动，或用 DATABASE_URL 指定外部数据库。`,
    en: `The current user (number ${facts.uid}) has no entry in the system's list of users, and PostgreSQL cannot run without one. Add it to /etc/passwd, start as another user, or name an external database with DATABASE_URL.`,
  }),
  ACCOUNT_MISSING: (facts: { cause: string }) => ({
    zh: `PostgreSQL 不能以 root 运行，也没有可代用的普通用户（${facts.cause}）。请用普通用户启动，或建立一个名为 anlan 的系统用户，或用 DATABASE_URL 指定外部数据库。`,
    en: `PostgreSQL refuses to run as root, and there is no ordinary user to run it as (${facts.cause}). Start as an ordinary user, or make a system user named anlan, or name an external database with DATABASE_URL.`,
  }),
  PROGRAM_UNREACHABLE: (facts: { folder: string; account: string }) => ({
    zh: `PostgreSQL 将以用户 ${facts.account} 运行，但该用户读不到程序目录 ${facts.folder}，也没有可供复制的位置。请把项目移到该用户可读的位置（例如 /opt/anlan），或用普通用户启动。`,
    en: `PostgreSQL is to run as the user ${facts.account}, but that user cannot read the program folder ${facts.folder}, and there is nowhere to copy it to. Move the project to a place that user can read (for example /opt/anlan), or start as an ordinary user.`,
  }),
  KEY_MISSING: (facts: { file: string }) => ({
    zh: `数据库中已有加密内容，但主密钥文件 ${facts.file} 不存在。请从备份恢复该文件；没有它，已加密的内容无法读取。`,
    en: `The database holds sealed values, but the master key file ${facts.file} is not there. Restore it from a backup; without it nothing that was sealed can be read.`,
  }),
  KEY_DIFFERENT: (facts: { file: string }) => ({
    zh: `主密钥文件 ${facts.file} 与数据库不匹配：数据库中的内容是用另一个密钥加密的。请恢复与该数据库一同备份的密钥文件，或检查 ANLAN_DATA 和 DATABASE_URL 是否对应。`,
    en: `The master key file ${facts.file} does not belong to this database, which was sealed under another key. Restore the key file that was backed up with the database, or check that ANLAN_DATA and DATABASE_URL belong together.`,
  }),
  KEY_DAMAGED: (facts: { file: string }) => ({
    zh: `主密钥文件 ${facts.file} 已损坏。请从备份恢复该文件，不要删除它。`,
    en: `The master key file ${facts.file} is damaged. Restore it from a backup; do not delete it.`,
  }),
  KEY_EXPOSED: (facts: { file: string; mode: string }) => ({
    zh: `主密钥文件 ${facts.file} 可被其他用户读取（权限 ${facts.mode}）。请执行 chmod 600 收紧权限，并查明是否已经泄露。`,
    en: `The master key file ${facts.file} can be read by other users (mode ${facts.mode}). Close it with chmod 600, and find out whether somebody has read it.`,
  }),
  KEY_UNREADABLE: (facts: { file: string; cause: string }) => ({
    zh: `无法读取主密钥文件 ${facts.file}（${facts.cause}）。请检查该文件的所有者和权限。`,
    en: `The master key file ${facts.file} cannot be read (${facts.cause}). Check its owner and its rights.`,
  }),
} as const

function megabytes(bytes: number): number {
  return Math.floor(bytes / 1_048_576)
}

type Sentences = typeof sentences

export type StartRefusalCode = keyof Sentences

/** The facts that a refusal of the given code carries. */
export type StartRefusalFacts<Code extends StartRefusalCode> = Parameters<Sentences[Code]>[0]

/** Wrong settings end with 2, everything else that stops a start with 1. */
const settingCodes: ReadonlySet<StartRefusalCode> = new Set<StartRefusalCode>(['CONFIG_INVALID', 'DATABASE_URL_INVALID'])

/**
 * The start is refused for a reason that the operator can mend. It is thrown, because it
 * ends the process from any depth of the start; the launcher catches it and prints
 * {@link refusalText} without a stack.
 */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode
  readonly facts: Readonly<Record<string, unknown>>
  readonly zh: string
  readonly en: string
  readonly exitCode: 1 | 2

  constructor(code: StartRefusalCode, facts: Readonly<Record<string, unknown>>, sentence: { zh: string; en: string }) {
    super(`${code}: ${sentence.en}`)
    this.name = 'StartRefusal'
    this.code = code
    this.facts = facts
    this.zh = sentence.zh
    this.en = sentence.en
    this.exitCode = settingCodes.has(code) ? 2 : 1
  }
}

/** Makes the refusal of `code` with its sentences in both languages. */
export function startRefusal<Code extends StartRefusalCode>(code: Code, facts: StartRefusalFacts<Code>): StartRefusal {
  const sentence = sentences[code] as (facts: StartRefusalFacts<Code>) => { zh: string; en: string }
  return new StartRefusal(code, facts, sentence(facts))
}

/** The refusal that an error of `listen` stands for, or undefined when it is a bug. */
export function listenRefusal(error: unknown, at: { host: string; port: number }): StartRefusal | undefined {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'EADDRINUSE') return startRefusal('PORT_TAKEN', at)
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return startRefusal('HOST_UNAVAILABLE', { ...at, cause: code })
  return undefined
}

/** What the operator reads on the terminal: one line a language, Chinese first. */
export function refusalText(refusal: StartRefusal): string {
  return `安澜无法启动：${refusal.zh}\nAnlan cannot start: ${refusal.en} [${refusal.code}]\n`
}
