import type { MigrationSet, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { openBulletinRoutes } from './bulletins.ts'
import { openFiveFullRoutes } from './fiveFull.ts'
import { openInspectionRoutes } from './inspection.ts'
import type { Needs } from './needs.ts'

const supervisionMigrations: MigrationSet = { schema: 'supervision', folder: new URL('./migrations/', import.meta.url) }

export type SupervisionRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openSupervision = (needs: Needs & BulletinNeeds): SupervisionRoom => ({
  room: {
    contract,
    migrations: supervisionMigrations,
    routes: [...openInspectionRoutes(needs), ...openBulletinRoutes(needs), ...openFiveFullRoutes(needs)],
    listeners: [],
    jobs: [],
    law: [],
  },
})
