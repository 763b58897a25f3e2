import { call, RefusalError } from '../../../../ui/api.ts'
import type { Sender } from '../../../../ui/outbox/engine.ts'
import type { Item, Meanwhile } from '../../../../ui/outbox/records.ts'
import { hazardRoutes } from '../../contract/hazardRoutes.ts'
import { eventNames } from '../../contract/names.ts'
import { visitRoutes } from '../../contract/visitRoutes.ts'
import type { EventKind } from '../../rules/events.ts'
import type { DeedContent, ReportContent } from './deedContent.ts'
import { sentActionOf } from './deedContent.ts'
import { bodyOf, type VisitContent } from './visitContent.ts'

/** A visit with all that belongs to it. */
export const visitSender: Sender = {
  send: async (item, { key, signal, evidenceOf }) => {
    const visit = item.content as VisitContent
    const body = bodyOf(visit, item.claimedAt, evidenceOf)
    const { receivedAt } = await call(visitRoutes.recordVisit, { params: { unitId: visit.unitId }, body }, { key, signal })
    return { receivedAt }
  },
}

/** A hazard that was found outside a visit. */
export const reportSender: Sender = {
  send: async (item, { key, signal, evidenceOf }) => {
    const { unitId, hazardId, description, proposedLevel, position, photos } = item.content as ReportContent
    const body = { hazardId, description, proposedLevel, position, evidence: photos.map(evidenceOf), claimedAt: item.claimedAt }
    const { hazard } = await call(hazardRoutes.findHazard, { params: { unitId }, body }, { key, signal })
    return { receivedAt: hazard.found.step.receivedAt }
  },
}

type Done = { readonly kind: string; readonly personId: string; readonly receivedAt: string }

const deedsIn = ({ code, facts }: RefusalError): readonly Done[] => {
  const { deeds } = facts
  return code === 'CHANGED_MEANWHILE' && Array.isArray(deeds) ? (deeds as readonly Done[]) : []
}

/** Who did what meanwhile, by name: the refusal tells people by their ids. */
const explain = async (item: Item, refusal: RefusalError): Promise<readonly Meanwhile[]> => {
  const deeds = deedsIn(refusal)
  if (deeds.length === 0) return []
  const { unitId, hazardId } = item.content as DeedContent
  const { people } = await call(hazardRoutes.hazard, { params: { unitId, hazardId } })
  return deeds.map(({ kind, personId, receivedAt }) => ({
    at: receivedAt,
    who: people[personId] ?? '',
    what: eventNames[kind as EventKind] ?? { zh: kind, en: kind },
  }))
}

/** A review or a self-check on the spot. */
export const deedSender: Sender = {
  send: async (item, { key, signal, evidenceOf }) => {
    const content = item.content as DeedContent
    const { unitId, hazardId, baseVersion, position } = content
    const action = sentActionOf(content, evidenceOf)
    const body = { action, baseVersion, position, claimedAt: item.claimedAt }
    const record = await call(hazardRoutes.actOnHazard, { params: { unitId, hazardId }, body }, { key, signal })
    const last = record.history.at(-1)
    return { receivedAt: last !== undefined && 'step' in last ? last.step.receivedAt : new Date().toISOString() }
  },
  explain,
}
