import { sql } from 'kysely'
import type { Services } from '../../../platform/database/transaction.ts'
import type { MigrationSet, RecordNames, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { hazardLawRows } from '../rules/lawRows.ts'
import { openAddCampaign } from './campaignAdd.ts'
import { openChangeCampaign, openEndCampaign } from './campaignChange.ts'
import { openPlanCampaign } from './campaignPlan.ts'
import { openReadProgress } from './campaignProgress.ts'
import { openReadCampaigns } from './campaignRead.ts'
import { registerHazards } from './campaignRegister.ts'
import { openReadRemovals, removeTargets } from './campaignRemove.ts'
import { takeOverHazards } from './campaignTakeOver.ts'
import { addTargets } from './campaignTargets.ts'
import { addChecklist } from './criteriaAdd.ts'
import { readCriteria } from './criteriaRead.ts'
import { escalateJob } from './escalate.ts'
import { hazardExports } from './export/exports.ts'
import { openFieldPack } from './fieldPack.ts'
import { readIndustries } from './industryRead.ts'
import { foldJob, recomputeFigures, recountHazards, type Recomputed } from './figureJobs.ts'
import { openFigureRoutes } from './figures.ts'
import { openHazardRoutes } from './hazards.ts'
import { limitListeners } from './limitListeners.ts'
import { openPaperRoute } from './paper.ts'
import type { PaperNeeds } from './paperNeeds.ts'
import { hazardKnown, openFindReported, someClosedHazards, someUnits, unitKnown } from './publicReports.ts'
import { registerNames } from './recordNames.ts'
import { openAddUnit } from './unitAdd.ts'
import { openChangeUnit } from './unitChange.ts'
import { openCloseUnit } from './unitClose.ts'
import { openJoinUnits } from './unitJoin.ts'
import { openUnitLists } from './unitLists.ts'
import { openPartUnit } from './unitPart.ts'
import { followOrganisation } from './unitFollow.ts'
import { openReadUnits } from './unitRead.ts'
import { recountRegister } from './unitRecount.ts'
import { furnishHazards, type SampleNeeds } from './sample/furnishHazards.ts'
import { openReopenHazard, type ReopenHazard } from './reopenHazard.ts'
import { hazardLedgers } from './ledger/ledgers.ts'
import type { LedgerNeeds } from './ledger/ledgerNeeds.ts'
import { openReadVisits } from './visitRead.ts'
import { openRecordVisit } from './visitRecord.ts'

export { caseLeads, hazardsOfCase, unitOfCase, unitsOfCase } from './caseFacts.ts'
export { conformance } from './conformance.ts'
export { figuresCommand } from './figuresCommand.ts'

const hazardMigrations: MigrationSet = { schema: 'hazards', folder: new URL('./migrations/', import.meta.url) }

const isRecordId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A hazard is called by what was found. */
const hazardNames: RecordNames = async (tx, texts) => {
  const pairs = texts.filter((text) => isRecordId.test(text)).map((text) => text.split('.'))
  if (pairs.length === 0) return new Map()
  const { rows } = await sql<{ id: string; name: string }>`
    select unit_id || '.' || id as id, description as name from hazards.hazard
    where (unit_id, id) in (select * from unnest(${pairs.map(([unit]) => unit)}::uuid[], ${pairs.map(([, id]) => id)}::uuid[]))`.execute(
    tx.tables(),
  )
  return new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))
}

export type HazardRoom = {
  readonly room: ServerRoom
  /** Counts the figures anew from the records and tells where they disagree; with `repair` they are put right. */
  readonly recomputeFigures: (services: Services, options: { readonly repair: boolean }) => Promise<Recomputed>
  /** For a recheck that found a closed hazard still there, confirmed by a second person. */
  readonly reopenHazard: ReopenHazard
  /** What the public told, checked and recorded; and what a tip needs to know of the register. */
  readonly publicReports: {
    readonly findReported: ReturnType<typeof openFindReported>
    readonly unitKnown: typeof unitKnown
    readonly someUnits: typeof someUnits
    readonly someClosedHazards: typeof someClosedHazards
    readonly hazardKnown: typeof hazardKnown
  }
  /** Writes the room's sample into a house of the sample that has none of it yet; answers whether it did. */
  readonly furnish: (services: Services, sample: SampleNeeds) => Promise<boolean>
}

/** Opens the room. */
export const openHazards = (needs: LedgerNeeds, papers: PaperNeeds): HazardRoom => {
  const routes = [
    ...openReadUnits(needs),
    openAddUnit(needs),
    openChangeUnit(needs),
    openCloseUnit(needs),
    openJoinUnits(needs),
    openPartUnit(needs),
    ...openUnitLists(needs),
    readIndustries,
    ...readCriteria,
    addChecklist,
    ...openReadCampaigns(needs),
    openAddCampaign(needs),
    openChangeCampaign(needs),
    openEndCampaign(needs),
    ...openReadProgress(needs),
    addTargets,
    removeTargets,
    openReadRemovals(needs),
    registerHazards,
    takeOverHazards,
    openPlanCampaign(needs),
    ...openReadVisits(needs),
    openRecordVisit(needs),
    openFieldPack(needs),
    ...openHazardRoutes(needs),
    openPaperRoute(papers),
    ...openFigureRoutes(needs),
  ]
  return {
    room: {
      contract,
      migrations: hazardMigrations,
      routes,
      listeners: [followOrganisation(needs), ...limitListeners(needs)],
      jobs: [foldJob, escalateJob(needs)],
      law: hazardLawRows,
      recordNames: { ...registerNames, hazard: hazardNames },
      ledgers: hazardLedgers(needs),
      exports: hazardExports(needs),
    },
    reopenHazard: openReopenHazard(needs),
    recomputeFigures: (services, options) => recomputeFigures(services, [recountHazards, recountRegister], options),
    publicReports: { findReported: openFindReported(needs), unitKnown, someUnits, someClosedHazards, hazardKnown },
    furnish: (services, sample) => furnishHazards(services, { needs, handlers: routes, sample }),
  }
}
