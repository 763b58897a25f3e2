import { ok } from '../../../kernel/result.ts'
import type { ServerRoom } from '../../../platform/room.ts'
import type { Listener } from '../../../platform/work/work.ts'
import { importLimits } from '../rules/importLimits.ts'
import { openImportDeeds } from './importDeeds.ts'
import { openMatchImport } from './importMatch.ts'
import { passImportJob } from './importPass.ts'
import { purgeImportsJob } from './importPurge.ts'
import { openReadImports } from './importRead.ts'
import { readImportJob } from './importReadJob.ts'
import { openReturnRows } from './importReturn.ts'
import { openImportsWith } from './importRoom.ts'
import { moveImports } from './importStore.ts'
import { openBeginImport, openReceiveLedger } from './importUpload.ts'
import type { LedgersNeeds } from './needs.ts'

/** An organisation whose region was succeeded takes its imports along. */
const followOrganisation: Listener = {
  name: 'ledgers.followOrganisation',
  event: 'identity.organisationChanged',
  run: async (tx, { organisationId, regionCode }) => {
    if (organisationId) await moveImports(tx, organisationId, regionCode)
    return ok(undefined)
  },
}

/** What imports bring to the room. */
export const openImports = (needs: LedgersNeeds): Pick<ServerRoom, 'routes' | 'listeners' | 'jobs' | 'law'> => {
  const imports = openImportsWith(needs)
  return {
    routes: [
      ...openReadImports(imports),
      openBeginImport(imports),
      openReceiveLedger(imports),
      openMatchImport(imports),
      ...openImportDeeds(imports),
      openReturnRows(imports),
    ],
    listeners: [followOrganisation],
    jobs: [readImportJob(imports), passImportJob(imports), purgeImportsJob(imports)],
    law: Object.values(importLimits),
  }
}
