import { join } from 'node:path'
import { auditCommand } from '../platform/audit/command.ts'
import { auditMigrations } from '../platform/audit/migrations.ts'
import { migrate } from '../platform/database/migrate.ts'
import { openDatabase } from '../platform/database/pool.ts'
import { runningEmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { openSecrets } from '../platform/secrets/openSecrets.ts'
import { readConfig } from './config.ts'
import { openGround } from './database.ts'
import { projectFolder } from './server.ts'

/** `npm run anlan -- audit …`: beside a running server where there is one, else on a ground of its own. */
export const runAudit = async (args: readonly string[]): Promise<number> => {
  const config = readConfig(process.env, projectFolder)
  if (!config.ok) throw config.refusal
  const running = config.value.database.kind === 'embedded' ? await runningEmbeddedPostgres(config.value.dataFolder) : config.value.database
  const ground = running === undefined ? await openGround(config.value) : null
  const url = running?.url ?? ground!.databaseUrl
  const secrets = ground?.secrets ?? (await openSecrets(join(config.value.dataFolder, 'keys'), url))
  // Where no server was ever started there is an empty audit, and that is whole.
  await migrate(url, [auditMigrations])
  const database = openDatabase(url, {
    onError: (error) => {
      throw error
    },
  })
  try {
    return await auditCommand([...args], {
      database,
      secrets,
      clock: () => Temporal.Now.instant(),
      print: (line) => void process.stdout.write(`${line}\n`),
    })
  } finally {
    await database.close()
    await ground?.close()
  }
}
