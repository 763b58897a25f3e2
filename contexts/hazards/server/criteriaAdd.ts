import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { criteriaRoutes } from '../contract/criteriaRoutes.ts'
import { checklistFaults, libraryFaults } from '../rules/criteria.ts'
import { inSequence } from '../rules/criteria/editions.ts'
import { checklistView } from './criteriaRead.ts'
import { enteredLists, insertChecklist, lockChecklist } from './criteriaStore.ts'

/** An administrator enters an edition of a checklist. It is written once: a correction is another edition. */
export const addChecklist: RouteHandler = handle(criteriaRoutes.addChecklist, async (tx, { body, actor }) => {
  await lockChecklist(tx, body.key)
  const own = checklistFaults(body)
  // Faults between editions count only for a list that is sound by itself.
  const faults = own.length > 0 ? own : libraryFaults(inSequence([...(await enteredLists(tx)), body]))
  if (faults.length > 0) return refuse('CHECKLIST_FAULTY', { faults })
  await insertChecklist(tx, body, actor)
  const record = { kind: 'checklist', id: `${body.key}@${body.edition}` }
  const { key, edition, inForceFrom, inForceTo, items } = body
  const place = { regionCode: actor.regionCode, organisationId: actor.organisationId }
  tx.audit({ action: 'criteria.add', record, ...place, after: { key, edition, inForceFrom, inForceTo, items: items.length } })
  tx.emit({ type: 'hazards.checklistAdded', regionCode: '', record, payload: { key, edition } })
  return ok(checklistView(body))
})
