import type { ServerRoom } from '../../../platform/room.ts'
import type { LedgersNeeds } from './needs.ts'

/** What imports bring to the room. */
export const openImports = (_needs: LedgersNeeds): Pick<ServerRoom, 'routes' | 'listeners' | 'jobs' | 'law'> => ({
  routes: [],
  listeners: [],
  jobs: [],
  law: [],
})
