import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { openDatabase } from '../../platform/database/pool.ts'
import { testSecrets } from '../../platform/secrets/testSecrets.ts'
import { countingList, turnsOf } from './exportStage.ts'

/**
 * A worker that writes an export, as a process of its own, for a test that kills it: it says `in the midst` where it is to die
 * and does nothing more. Argument: `{ url, folder, exportId, total, now, diesAt }` as JSON; `diesAt` is the row at which a page
 * begins, or `joining`: when the database is told of the file, which lies there already.
 */
const argument = process.argv[2]
if (argument === undefined) throw new Error('no argument')
const { url, folder, exportId, total, now, diesAt } = JSON.parse(argument) as {
  url: string
  folder: string
  exportId: string
  total: number
  now: string
  diesAt: number | 'joining'
}

const inTheMidst = async (): Promise<never> => {
  process.stdout.write('in the midst\n')
  return new Promise(() => setInterval(() => undefined, 1000))
}

const database = openDatabase(url, { onError: () => undefined })
const turn = turnsOf(
  folder,
  countingList(total, async (from) => {
    if (from === diesAt) await inTheMidst()
  }),
)
const services = {
  database,
  secrets: testSecrets(),
  clock: () => Temporal.Instant.from(now),
}
const fileLies = async (): Promise<boolean> => {
  const names = await readdir(join(folder, 'exports', exportId)).catch((error: NodeJS.ErrnoException) => {
    // Nothing was written yet.
    if (error.code === 'ENOENT') return []
    throw error
  })
  return names.some((name) => name.startsWith('file-'))
}
if (diesAt === 'joining') {
  const { kysely } = database
  const watched = new Proxy(kysely, {
    get: (target, name, receiver) => {
      if (name !== 'transaction') return Reflect.get(target, name, receiver) as unknown
      return () => ({
        execute: async (work: Parameters<ReturnType<typeof kysely.transaction>['execute']>[0]) => {
          if (await fileLies()) await inTheMidst()
          return kysely.transaction().execute(work)
        },
      })
    },
  })
  Object.assign(services, { database: { ...database, kysely: watched } })
}
for (;;) await turn(services, exportId)
