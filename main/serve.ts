import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { evidenceStoresOf } from './evidenceStore.ts'
import { buildWeb } from './buildWeb.ts'
import { readConfig } from './config.ts'
import { openGround } from './database.ts'
import type { FirstAccounts } from './rooms.ts'
import { projectFolder, startServer } from './server.ts'

const say = (line = ''): void => void process.stdout.write(`${line}\n`)

/** How long running requests may take to end once a stop is asked for. */
const graceMillis = 10_000

/** `npm start`: everything from the data folder to the web app; answers the exit code once it is stopped. */
export const serve = async (): Promise<number> => {
  const beganAt = performance.now()
  const config = readConfig(process.env, projectFolder)
  if (!config.ok) throw config.refusal
  const asked = stopAsked()
  const ground = await openGround(config.value)
  const { log } = ground
  let stopped = true
  try {
    const webFolder = await buildWeb(projectFolder, ground.dataFolder.path, say)
    const server = await startServer({
      databaseUrl: ground.databaseUrl,
      secrets: ground.secrets,
      evidence: evidenceStoresOf(config.value.evidence, ground.dataFolder.path),
      ledgersFolder: join(ground.dataFolder.path, 'ledgers'),
      log,
      host: config.value.host,
      port: config.value.port,
      address: config.value.address,
      webFolder,
      furnish: {
        sample: config.value.sample,
        history: true,
        historyBegins: () => say('正在写入样例 Writing the sample …'),
        keep: (first) => keepAccounts(ground.dataFolder.path, first),
      },
    })
    await greet(server.address, ground.dataFolder.path, server.firstAccounts, performance.now() - beganAt)
    const why = await Promise.race([asked.then(() => 'asked' as const), ground.fallen.then(() => 'fallen' as const)])
    if (why === 'fallen') {
      log.fatal('PostgreSQL ended by itself')
      process.stderr.write(
        'PostgreSQL 意外停止，安澜随之停止；重新启动即可恢复。\nPostgreSQL ended by itself, and Anlan stops with it; starting again recovers everything.\n',
      )
    }
    stopped = await Promise.race([server.stop().then(() => true), setTimeout(graceMillis, false, { ref: false })])
    if (!stopped) log.warn({ graceMillis }, 'some requests did not end in time')
    return why === 'asked' && stopped ? 0 : 1
  } finally {
    await ground.close()
    // What would not end holds the process no longer; everything acknowledged is on disk.
    if (!stopped) process.exit(1)
  }
}

/**
 * The handlers stay: under npm a Ctrl-C comes twice, from the terminal and from npm, and the second must not cut the
 * stop short. A closed terminal (SIGHUP) asks for the same.
 */
const stopAsked = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })

const accountsFile = (dataFolder: string): string => join(dataFolder, 'first-accounts.txt')

const accountLines = ({ password, accounts }: FirstAccounts): string =>
  [
    ...(password === null ? [] : [`样例账号密码 Password of every sample account: ${password}`]),
    ...accounts.map(
      (account) =>
        `  ${account.login.padEnd(22)} ${account.password === null ? '' : `${account.password}  `}${account.words.zh} · ${account.words.en}`,
    ),
  ].join('\n')

/** On the disk, for this user alone, before the accounts exist. */
const keepAccounts = async (dataFolder: string, first: FirstAccounts): Promise<void> => {
  const file = await open(accountsFile(dataFolder), 'w', 0o600)
  await file.chmod(0o600)
  await file.writeFile(`${accountLines(first)}\n`)
  await file.sync()
  await file.close()
}

/** One short message. */
const greet = async (address: string, dataFolder: string, first: FirstAccounts | null, millis: number): Promise<void> => {
  say()
  say(`安澜 Anlan  ${address}  (${(millis / 1000).toFixed(1)} s)`)
  if (first) say(accountLines(first))
  const kept = await stat(accountsFile(dataFolder)).then(
    () => true,
    () => false,
  )
  if (kept) say(`初始账号 First accounts: ${accountsFile(dataFolder)}`)
  say('停止 Stop: Ctrl+C')
}
