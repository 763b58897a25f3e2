import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { campaignRoutes } from '../contract/campaignRoutes.ts'
import { editionInForce, type Checklist } from '../rules/criteria.ts'
import type { CampaignRow } from './campaignStore.ts'
import { libraryOf } from './criteriaStore.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'

export type CampaignView = RouteOutput<typeof campaignRoutes.campaign>

/** The title of a list as it stands on the last day of the campaign; the latest, where none is in force then. */
const titleOf = (library: readonly Checklist[], key: string, on: string) => {
  const list = editionInForce(library, key, on) ?? library.findLast((each) => each.key === key)
  return { key, zh: list?.title.zh ?? key, en: list?.title.en ?? key }
}

/** Campaigns as the screens show them. */
export const campaignViews = async (tx: Tx, needs: NameNeeds, rows: readonly CampaignRow[]): Promise<CampaignView[]> => {
  const names = await namesFor(tx, needs, {
    regions: rows.map(({ region_code }) => region_code),
    organisations: rows.map(({ organisation_id }) => organisation_id),
    people: rows.map(({ made_by }) => made_by),
  })
  const library = await libraryOf(tx)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    from: row.from_on,
    to: row.to_on,
    goals: row.goals,
    goalPercent: row.goal_percent,
    checklists: row.checklists,
    checklistTitles: row.checklists.map((key) => titleOf(library, key, row.to_on)),
    regionCode: row.region_code,
    regionName: names.region(row.region_code),
    organisationId: row.organisation_id,
    organisationName: names.organisation(row.organisation_id),
    madeAt: row.made_at,
    madeByName: names.personOrNull(row.made_by),
    endedOn: row.ended_on,
    endReason: row.end_reason,
    plannedTo: row.planned_to_on,
    version: row.version,
  }))
}

export const campaignView = async (tx: Tx, needs: NameNeeds, row: CampaignRow): Promise<CampaignView> => {
  const [view] = await campaignViews(tx, needs, [row])
  if (!view) throw new Error('a row has a view')
  return view
}

/** Puts what was done to a campaign on the record and tells the other rooms. */
export const campaignChanged = (
  tx: Tx,
  action: 'campaign.add' | 'campaign.change' | 'campaign.plan',
  row: CampaignRow,
  after: Record<string, string | number | readonly string[]>,
): void => {
  const place = { regionCode: row.region_code, organisationId: row.organisation_id }
  const record = { kind: 'campaign', id: row.id }
  tx.audit({ action, record, ...place, after })
  tx.emit({
    type: action === 'campaign.add' ? 'hazards.campaignAdded' : 'hazards.campaignChanged',
    ...place,
    record,
    payload: { campaignId: row.id },
  })
}
