import { join } from 'node:path'
import { openDatabase } from '../platform/database/pool.ts'
import type { Services } from '../platform/database/transaction.ts'
import { runningEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { openSecrets } from '../platform/secrets/openSecrets.ts'
import { readConfig, type Config } from './config.ts'
import { openGround } from './database.ts'
import { projectFolder } from './server.ts'

/** Does an operator's work beside a running server where there is one, else on a ground of its own. */
export const besideServer = async <Value>(
  prepare: (url: string, config: Config) => Promise<void>,
  work: (services: Services) => Promise<Value>,
): Promise<Value> => {
  const config = readConfig(process.env, projectFolder)
  if (!config.ok) throw config.refusal
  const running = config.value.database.kind === 'embedded' ? await runningEmbeddedPostgres(config.value.dataFolder) : config.value.database
  const ground = running === undefined ? await openGround(config.value) : null
  const url = running?.url ?? ground!.databaseUrl
  const secrets = ground?.secrets ?? (await openSecrets(join(config.value.dataFolder, 'keys'), url))
  // Where no server was ever started there is nothing yet, and that is whole.
  await prepare(url, config.value)
  const database = openDatabase(url, {
    onError: (error) => {
      throw error
    },
  })
  try {
    return await work({ database, secrets, clock: () => Temporal.Now.instant() })
  } finally {
    await database.close()
    await ground?.close()
  }
}

export const print = (line: string): void => void process.stdout.write(`${line}\n`)
