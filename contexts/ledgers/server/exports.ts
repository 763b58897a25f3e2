import type { ServerRoom } from '../../../platform/room.ts'
import { openBeginExport } from './exportBegin.ts'
import { openClearJobs } from './exportClear.ts'
import { openDownloadExport } from './exportDownload.ts'
import { openExportFolder } from './exportFolder.ts'
import { openWriteExport } from './exportJob.ts'
import { openReadExports } from './exportRead.ts'
import type { LedgersNeeds } from './needs.ts'

/** What exports bring to the room. */
export const openExports = (needs: LedgersNeeds): Pick<ServerRoom, 'routes' | 'listeners' | 'jobs' | 'law'> => {
  const folder = openExportFolder(needs.folder)
  return {
    routes: [openBeginExport(needs, folder), ...openReadExports(needs), openDownloadExport(needs, folder)],
    listeners: [],
    jobs: [openWriteExport(needs, folder), ...openClearJobs(folder)],
    law: [],
  }
}
