import { ok } from '../../kernel/result.ts'
import { openDatabase } from '../database/pool.ts'
import { silentLog } from '../log/log.ts'
import { testSecrets } from '../secrets/testSecrets.ts'
import { note } from './testWork.ts'
import { startWorker } from './worker.ts'

/**
 * A server's worker as a process of its own, for a test that kills it: its listener does its deed, says so, and never
 * comes to its commit. Argument: the database's address.
 */
const url = process.argv[2]
if (url === undefined) throw new Error('no address')

const database = openDatabase(url, { onError: () => undefined })
await startWorker({ database, secrets: testSecrets(), clock: () => Temporal.Now.instant() }, url, {
  listeners: [
    {
      name: 'desk.count',
      event: 'gate.opened',
      run: async (tx, { record }) => {
        await note(tx, `half done ${record?.id}`)
        process.stdout.write('in the midst\n')
        await new Promise(() => undefined)
        return ok(undefined)
      },
    },
  ],
  jobs: [],
  log: silentLog(),
})
