import { openHouse } from '../rooms.ts'
import { openDatabase } from '../../platform/database/pool.ts'
import { diskStore, openEvidence } from '../../platform/evidence/room.ts'
import { testSecrets } from '../../platform/secrets/testSecrets.ts'
import { sampleCast } from '../../contexts/identity/server/room.ts'
import { testNeeds } from './testHazards.ts'
import { regionInForce } from '../../contexts/identity/rules/regionInForce.ts'
import { furnishHazards } from '../../contexts/hazards/server/sample/furnishHazards.ts'

/**
 * A server that furnishes its first start, as a process of its own, for a test that kills it. It says `in the midst` with half
 * of the history written. Argument: `{ url, folder, now }` as JSON.
 */
const argument = process.argv[2]
if (argument === undefined) throw new Error('no argument')
const { url, folder, now } = JSON.parse(argument) as { url: string; folder: string; now: string }

const store = diskStore(folder)
const house = openHouse({ evidence: { store }, ledgersFolder: folder, address: () => 'http://localhost' })
const handlers = house.rooms.flatMap(({ routes }) => routes)
const { stock } = openEvidence({ store })
let taken = 0
const services = {
  database: openDatabase(url, { onError: () => undefined }),
  secrets: testSecrets(),
  clock: () => Temporal.Instant.from(now),
}
await furnishHazards(services, {
  needs: { ...testNeeds, regionInForce },
  handlers,
  sample: {
    sampleCast,
    begins: () => {},
    stock: {
      ...stock,
      take: async (tx, file, as) => {
        taken += 1
        if (taken < 250) return stock.take(tx, file, as)
        process.stdout.write('in the midst\n')
        return new Promise(() => setInterval(() => undefined, 1000))
      },
    },
  },
})
