import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Pool } from 'pg'
import { startServer } from '../../main/server.ts'
import { diskStore } from '../../platform/evidence/room.ts'
import { silentLog } from '../../platform/log/log.ts'
import { testSecrets } from '../../platform/secrets/testSecrets.ts'
import { launchBrowser } from '../../platform/testing/browser.ts'
import { testDatabase } from '../../platform/testing/postgres.ts'
import { builtWeb } from './builtWeb.ts'
import { visitorIn, type Product } from './product.ts'

/** The product in the process of the test, whose clock the test can put on: a deadline passes without waiting for it. */
export type ProductInTime = Product & {
  /** From now on it is so many days later for the product; screens follow the server's clock. */
  letDaysPass(days: number): void
  /** Has a job of the timetable run now; answers once it is through. */
  run(job: string): Promise<void>
}

export const startProductInTime = async (): Promise<ProductInTime> => {
  let aheadHours = 0
  const folder = await mkdtemp(join(tmpdir(), 'anlan-evidence-'))
  const database = await testDatabase()
  const pool = new Pool({ connectionString: database.url })
  let password: string | null = null
  const server = await startServer({
    databaseUrl: database.url,
    secrets: testSecrets(),
    evidence: { store: diskStore(folder) },
    ledgersFolder: join(folder, 'ledgers'),
    log: silentLog(),
    host: '127.0.0.1',
    port: 0,
    address: null,
    webFolder: await builtWeb(),
    furnish: {
      sample: true,
      history: true,
      keep: async (first) => {
        password = first.password
      },
    },
    clock: () => Temporal.Now.instant().add({ hours: aheadHours }),
  })
  const secret = password ?? ''
  const browser = await launchBrowser()
  return {
    address: server.address,
    password: secret,
    browser,
    letDaysPass: (days) => {
      aheadHours += 24 * days
    },
    run: async (job) => {
      await pool.query('select graphile_worker.add_job($1)', [job])
      for (;;) {
        const { rowCount } = await pool.query('select from graphile_worker.jobs where task_identifier = $1', [job])
        if (rowCount === 0) return
        await pause(100)
      }
    },
    visitor: async (options = {}) =>
      visitorIn(await browser.newContext({ viewport: { width: 1440, height: 900 }, baseURL: server.address, ...options }), secret),
    stop: async () => {
      await browser.close()
      await server.stop()
      await pool.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
