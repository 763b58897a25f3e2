import { sql } from 'kysely'
import type { Services } from '../../../platform/database/transaction.ts'
import type { MigrationSet, RecordNames, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { enforcementLawRows } from '../rules/lawRows.ts'
import { openCaseRoutes } from './cases.ts'
import { enforcementExports } from './exports.ts'
import type { Needs, PaperNeeds } from './needs.ts'
import { openPaperRoutes } from './paper.ts'
import { furnishEnforcement, type SampleNeeds } from './sample/furnishEnforcement.ts'
import { followUnit, turnJob } from './turn.ts'

const migrations: MigrationSet = { schema: 'enforcement', folder: new URL('./migrations/', import.meta.url) }

const isRecordId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A case is called by its number and what it is about. */
const caseNames: RecordNames = async (tx, texts) => {
  const pairs = texts.filter((text) => isRecordId.test(text)).map((text) => text.split('.'))
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select unit_id || '.' || id as id, number || ' ' || matter as name from enforcement.case_file
    where (unit_id, id) in (select * from unnest(${pairs.map(([unit]) => unit)}::uuid[], ${pairs.map(([, id]) => id)}::uuid[]))`.execute(
    tx.tables(),
  )
  return new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))
}

export type EnforcementRoom = {
  readonly room: ServerRoom
  /** Writes the room's sample into a house of the sample that has none of it yet; answers whether it did. */
  readonly furnish: (services: Services, sample: SampleNeeds) => Promise<boolean>
}

/** Opens the room. */
export const openEnforcement = (needs: Needs & PaperNeeds): EnforcementRoom => ({
  room: {
    contract,
    migrations,
    routes: [...openCaseRoutes(needs), ...openPaperRoutes(needs)],
    listeners: [followUnit],
    jobs: [turnJob(needs)],
    law: enforcementLawRows,
    exports: enforcementExports(needs),
    recordNames: { case: caseNames },
  },
  furnish: (services, sample) => furnishEnforcement(services, needs, sample),
})
