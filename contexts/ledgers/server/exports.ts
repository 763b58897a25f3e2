import type { ServerRoom } from '../../../platform/room.ts'
import type { LedgersNeeds } from './needs.ts'

/** What exports bring to the room. */
export const openExports = (_needs: LedgersNeeds): Pick<ServerRoom, 'routes' | 'listeners' | 'jobs' | 'law'> => ({
  routes: [],
  listeners: [],
  jobs: [],
  law: [],
})
