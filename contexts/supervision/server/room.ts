import type { Services } from '../../../platform/database/transaction.ts'
import type { MigrationSet, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { furnishBulletin, type BulletinSampleNeeds } from './bulletinSample.ts'
import { bulletinNames, openBulletinRoutes } from './bulletins.ts'
import { supervisionExports } from './exports.ts'
import { openFiveFullRoutes } from './fiveFull.ts'
import { openInspectionRoutes } from './inspection.ts'
import { furnishInspection, type InspectionSampleNeeds } from './inspectionSample.ts'
import { supervisionLawRows } from '../rules/limits.ts'
import { raiseDoubtsJob } from './doubtSearch.ts'
import { followUnit } from './followUnit.ts'
import { inspectionNames } from './inspectionNames.ts'
import type { InspectionNeeds } from './needs.ts'

const supervisionMigrations: MigrationSet = { schema: 'supervision', folder: new URL('./migrations/', import.meta.url) }

export type SupervisionRoom = {
  readonly room: ServerRoom
  /** Writes the room's sample into a house of the sample that has none of it yet, after the other rooms wrote theirs. */
  readonly furnish: (services: Services, sample: BulletinSampleNeeds & InspectionSampleNeeds) => Promise<void>
}

/** Opens the room. */
export const openSupervision = (needs: InspectionNeeds & BulletinNeeds): SupervisionRoom => ({
  room: {
    contract,
    migrations: supervisionMigrations,
    routes: [...openInspectionRoutes(needs), ...openBulletinRoutes(needs), ...openFiveFullRoutes(needs)],
    listeners: [followUnit],
    jobs: [raiseDoubtsJob(needs)],
    law: supervisionLawRows,
    exports: supervisionExports(needs),
    recordNames: { ...inspectionNames, bulletin: bulletinNames },
  },
  furnish: async (services, sample) => {
    await furnishInspection(services, needs, sample)
    await furnishBulletin(services, needs, sample)
  },
})
