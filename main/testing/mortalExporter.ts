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
if (diesAt === 'joining') {
  // The time is asked for by each transaction; the last of all is the one that makes the file known.
  const { kysely } = database
  const watched = new Proxy(kysely, {
    get: (target, name, receiver) => {
      if (name !== 'transaction') return Reflect.get(target, name, receiver) as unknown
      return () => ({
        execute: async (work: Parameters<ReturnType<typeof kysely.transaction>['execute']>[0]) => {
          const { rows } = await database.pool.query<{ state: string }>('select state from ledgers.export where id = $1', [exportId])
          asked += rows[0]?.state === 'joining' ? 1 : 0
          // Taken up, its parts read; then the third.
          if (asked === 3) await inTheMidst()
          return kysely.transaction().execute(work)
        },
      })
    },
  })
  let asked = 0
  Object.assign(services, { database: { ...database, kysely: watched } })
}
for (;;) await turn(services, exportId)
