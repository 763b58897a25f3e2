import { join } from 'node:path'
import { figuresCommand } from '../contexts/hazards/server/room.ts'
import { silentLog } from '../platform/log/log.ts'
import { besideServer, print } from './besideServer.ts'
import { evidenceStoresOf } from './evidenceStore.ts'
import { openHouse, type House } from './rooms.ts'
import { migrateHouse } from './server.ts'

/** `npm run anlan -- figures …` */
export const runFigures = async (args: readonly string[]): Promise<number> => {
  let house: House | undefined
  return besideServer(
    (url, { evidence, dataFolder, address }) => {
      house = openHouse({
        evidence: evidenceStoresOf(evidence, dataFolder),
        ledgersFolder: join(dataFolder, 'ledgers'),
        address: () => address ?? '',
      })
      return migrateHouse(url, house, silentLog())
    },
    (services) => figuresCommand(args, { services, recompute: (...asked) => house!.recomputeFigures(...asked), print }),
  )
}
