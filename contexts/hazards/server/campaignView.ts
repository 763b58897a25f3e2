import type { RouteOutput } from '../../../kernel/contract.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { campaignRoutes } from '../contract/campaignRoutes.ts'
import type { CampaignRow } from './campaignStore.ts'

/** A campaign as the screens show it. */
export const campaignView = (row: CampaignRow): RouteOutput<typeof campaignRoutes.campaign> => ({
  id: row.id,
  name: row.name,
  kind: row.kind,
  from: row.from_on,
  to: row.to_on,
  goals: row.goals,
  goalPercent: row.goal_percent,
  checklists: row.checklists,
  regionCode: row.region_code,
  organisationId: row.organisation_id,
  version: row.version,
})

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
