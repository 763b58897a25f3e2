import { systemActor, type PersonActor } from '../../../kernel/actor.ts'
import type { Services } from '../../../platform/database/transaction.ts'
import type { ExportList } from '../../../platform/ledger.ts'
import type { ExportFolder } from './exportFolder.ts'
import type { ExportRow } from './exportStore.ts'
import type { LedgersNeeds } from './needs.ts'

export const writeJob = 'ledgers.writeExport'

export const exporter = systemActor(writeJob)

/** Everything that a step at an export needs. */
export type Exporting = {
  readonly services: Services
  readonly needs: LedgersNeeds
  readonly folder: ExportFolder
  readonly row: ExportRow
  readonly list: ExportList
  /** Its maker, under the scope of its beginning. */
  readonly actor: PersonActor
}
