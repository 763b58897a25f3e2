import { join } from 'node:path'
import { openDataFolder, type DataFolder } from '../platform/dataFolder.ts'
import { openLog, type Log } from '../platform/log/log.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../platform/postgres/embedded.ts'
import { checkExternalPostgres } from '../platform/postgres/external.ts'
import { openSecrets } from '../platform/secrets/openSecrets.ts'
import type { Secrets } from '../platform/secrets/secrets.ts'
import type { Config } from './config.ts'

/** The ground a server stands on: its data folder, its database and its keys. */
export type Ground = {
  readonly dataFolder: DataFolder
  readonly databaseUrl: string
  readonly secrets: Secrets
  /** Written to `anlan.log` of the data folder. */
  readonly log: Log
  /** Settles when the embedded server ends by itself; never for an external one. */
  readonly fallen: Promise<EmbeddedPostgres['ended'] extends Promise<infer End> ? End : never>
  close(): Promise<void>
}

/** Opens data folder, database and keys; on a refusal half-way what was opened is closed again. */
export const openGround = async (config: Config): Promise<Ground> => {
  const dataFolder = await openDataFolder(config.dataFolder)
  const log = openLog({ destination: join(dataFolder.path, 'anlan.log') })
  let embedded: EmbeddedPostgres | undefined
  const close = async (): Promise<void> => {
    await embedded?.stop()
    await dataFolder.release()
  }
  try {
    if (config.database.kind === 'external') await checkExternalPostgres(config.database.url)
    else embedded = await startEmbeddedPostgres({ dataFolder, log })
    const databaseUrl = config.database.kind === 'external' ? config.database.url : embedded!.url
    const secrets = await openSecrets(join(dataFolder.path, 'keys'), databaseUrl)
    return { dataFolder, databaseUrl, secrets, log, fallen: embedded?.ended ?? new Promise(() => {}), close }
  } catch (error) {
    await close()
    throw error
  }
}
