import type { RouteOutput } from '../../../kernel/contract.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { criteriaRoutes } from '../contract/criteriaRoutes.ts'
import {
  checklistsFor,
  editionInForce,
  isInForce,
  itemOf,
  itemsFor,
  type Checklist,
  type Item,
  type Scope as ListScope,
} from '../rules/criteria.ts'
import { libraryOf } from './criteriaStore.ts'
import { unitInScope } from './unitStore.ts'

type ChecklistView = RouteOutput<typeof criteriaRoutes.checklist>

const scopeView = ({ kinds, industries, tags }: ListScope) => ({ kinds: [...kinds], industries: [...industries], tags: [...tags] })
const itemView = (item: Item): ChecklistView['items'][number] => ({ ...item, appliesTo: scopeView(item.appliesTo) })

/** A checklist as the screens show it. */
export const checklistView = (list: Checklist): ChecklistView => ({
  ...list,
  appliesTo: scopeView(list.appliesTo),
  items: list.items.map(itemView),
})

const headingView = (list: Checklist) => ({ ...checklistView({ ...list, items: [] }), items: list.items.length })

const today = (tx: Tx): string => dateInBeijing(tx.now).toString()

/** The criteria library as it is read: by list, by item, and what is to be asked at a unit on a day. */
export const readCriteria: readonly RouteHandler[] = [
  handle(criteriaRoutes.checklists, async (tx, { query: { on, sector } }) =>
    ok(
      (await libraryOf(tx))
        .filter((list) => (on === undefined || isInForce(list, on)) && (sector === undefined || list.sector === sector))
        .map(headingView),
    ),
  ),

  handle(criteriaRoutes.checklist, async (tx, { params: { key }, query: { on, edition } }) => {
    const library = await libraryOf(tx)
    const list =
      edition === undefined
        ? editionInForce(library, key, on ?? today(tx))
        : (library.find((each) => each.key === key && each.edition === edition) ?? null)
    return list === null ? refuse('CHECKLIST_UNKNOWN', { key }) : ok(checklistView(list))
  }),

  handle(criteriaRoutes.checklistItem, async (tx, { params: { key }, query: { on } }) => {
    const found = itemOf(await libraryOf(tx), key, on ?? today(tx))
    if (!found) return refuse('ITEM_UNKNOWN', { itemKey: key })
    return ok({ item: itemView(found.item), checklist: headingView(found.checklist), retiredOn: found.retiredOn })
  }),

  handle(criteriaRoutes.unitChecklists, async (tx, { params: { unitId }, query: { on } }) => {
    const unit = await unitInScope(tx, unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
    const checked = { kind: unit.kind, industry: unit.industryCode, tags: unit.tags }
    const lists = checklistsFor(await libraryOf(tx), checked, on ?? today(tx))
    return ok(lists.map((list) => checklistView({ ...list, items: itemsFor(list, checked) })))
  }),
]
