import type { PersonActor } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { visitRoutes } from '../contract/visitRoutes.ts'
import type { Visit } from '../rules/coverage.ts'
import type { CitedItem } from '../rules/hazard.ts'
import type { CampaignRow } from './campaignStore.ts'
import { citedItems } from './citedItems.ts'
import { personOf } from './personOf.ts'
import { factsOf, type UnitRow } from './unitStore.ts'
import { registeredAt } from './visitStore.ts'

type Body = RouteInput<typeof visitRoutes.recordVisit>['body']

/** The ways in which somebody of a side can visit: a unit checks itself, and nobody else's check is its own. */
export const waysOf = (side: string): readonly Visit['how'][] => {
  if (side === 'unit') return ['selfCheck']
  return side === 'authority' ? ['departmentCheck', 'expertCheck', 'peerCheck'] : ['expertCheck', 'peerCheck']
}

/** Every item that a visit speaks of, in an answer or a finding. */
const itemKeysOf = ({ answers, findings }: Body): readonly string[] => [
  ...answers.map(({ itemKey }) => itemKey),
  ...findings.flatMap(({ itemKey }) => (itemKey === null ? [] : [itemKey])),
]

const looksSound = async (tx: Tx, { reinspections, campaignId }: Body, unit: UnitRow): Promise<Result<null>> => {
  if (reinspections.length === 0) return ok(null)
  const listed: ReadonlySet<string> = campaignId === null ? new Set() : await registeredAt(tx, unit.unit_id, campaignId)
  const stranger = reinspections.find(({ hazardId }) => !listed.has(hazardId))
  return stranger ? refuse('HAZARD_NOT_REGISTERED', { hazardId: stranger.hazardId, campaignId }) : ok(null)
}

/** What a visit happened at. `on` is its day in Beijing. */
export type VisitFacts = { readonly unit: UnitRow; readonly campaign: CampaignRow | null; readonly on: string; readonly actor: PersonActor }

/**
 * Whether a visit can have been made as it is told; the items it speaks of, as they stood on its day. What it says is
 * judged by the day it was made, however late it comes.
 */
export const checkVisit = async (
  tx: Tx,
  body: Body,
  { unit, campaign, on, actor }: VisitFacts,
): Promise<Result<ReadonlyMap<string, CitedItem>>> => {
  const { how, result, answers, findings, reinspections } = body
  const expected = waysOf(personOf(actor, factsOf(unit)).side)
  if (!expected.includes(how)) return refuse('VISIT_KIND_UNSUITED', { how, expected })
  if (unit.closed_on !== null && on > unit.closed_on)
    return refuse('UNIT_CLOSED', { unitId: unit.unit_id, name: unit.name, closedOn: unit.closed_on })
  if (campaign !== null && (on < campaign.from_on || on > campaign.to_on))
    return refuse('CAMPAIGN_NOT_RUNNING', { name: campaign.name, from: campaign.from_on, to: campaign.to_on, on })
  if (result === 'notAdmitted' && answers.length + findings.length + reinspections.length > 0)
    return refuse('VISIT_NOT_ADMITTED', { answers: answers.length, findings: findings.length, reinspections: reinspections.length })
  if (how !== 'selfCheck' && body.position === null && body.noPositionReason === null) return refuse('VISIT_POSITION_MISSING', { how })
  const items = await citedItems(tx, itemKeysOf(body), on)
  if (!items.ok) return items
  const looks = await looksSound(tx, body, unit)
  return looks.ok ? items : looks
}
