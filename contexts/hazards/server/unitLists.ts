import { inScope } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { regionCode, regionRange, regionWithin } from '../../../kernel/region.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { openUnit, regionOf } from './unitCheck.ts'
import {
  closeList,
  endListing,
  insertListing,
  insertSpecialList,
  listingsOf,
  lockSpecialList,
  specialListById,
  specialLists,
} from './unitListStore.ts'
import type { RegisterNeeds } from './unitNeeds.ts'
import { lockUnit, type UnitRow } from './unitStore.ts'

type ListRow = NonNullable<Awaited<ReturnType<typeof specialListById>>>

const listPaper = ({ id, name, basis, regions, region_code, organisation_id, opened_on, closed_on, version }: ListRow) => ({
  id,
  name,
  basis,
  regions,
  regionCode: region_code,
  organisationId: organisation_id,
  openedOn: opened_on,
  closedOn: closed_on,
  version,
})

const listViews = async (tx: Tx, needs: NameNeeds, rows: readonly ListRow[]) => {
  const names = await namesFor(tx, needs, { regions: rows.flatMap(({ regions, region_code }) => [...regions, region_code]) })
  return rows.map((row) => ({
    ...listPaper(row),
    regionNames: row.regions.map(names.region),
    regionName: names.region(row.region_code),
  }))
}

const listView = async (tx: Tx, needs: NameNeeds, row: ListRow) => {
  const [view] = await listViews(tx, needs, [row])
  if (!view) throw new Error('a row has a view')
  return view
}

type Listing = RouteOutput<typeof registerRoutes.listUnit>[number]

/** The lists a unit stands on: by a row of its own, or because its region is on the list. */
export const listsOfUnit = async (tx: Tx, unit: UnitRow): Promise<Listing[]> => {
  const lists = (await specialLists(tx)).filter(({ closed_on }) => closed_on === null)
  const own = await listingsOf(tx, unit.unit_id)
  const here = regionCode(unit.region_code)
  return lists.flatMap((list): Listing[] => {
    const row = own.find(({ list_id }) => list_id === list.id)
    if (row) return [{ listId: list.id, name: list.name, by: 'unit', reason: row.reason, fromOn: row.from_on }]
    return list.regions.some((code) => regionWithin(here, regionRange(regionCode(code))))
      ? [{ listId: list.id, name: list.name, by: 'region', reason: null, fromOn: list.opened_on }]
      : []
  })
}

/** Lists that set units apart, such as 重点县 by regions or 重点企业 unit by unit. */
export const openUnitLists = (needs: RegisterNeeds): readonly RouteHandler[] => [
  handle(registerRoutes.specialLists, async (tx) => ok(await listViews(tx, needs, await specialLists(tx)))),

  handle(registerRoutes.addSpecialList, async (tx, { body, actor }) => {
    const region = regionOf(tx, needs, body.regionCode)
    if (!region.ok) return region
    // A list is an authority's: a post that sees its own organisation alone makes none.
    if (!inScope(tx.actor.scope, { regionCode: region.value })) return refuse('OUT_OF_SCOPE', { regionCode: region.value })
    const regions: string[] = []
    for (const code of body.regions) {
      const listed = regionOf(tx, needs, code)
      if (!listed.ok) return listed
      regions.push(listed.value)
    }
    const id = await insertSpecialList(tx, {
      name: body.name,
      basis: body.basis,
      regions,
      region_code: region.value,
      organisation_id: actor.organisationId,
      opened_on: dateInBeijing(tx.now).toString(),
    })
    const made = await specialListById(tx, id)
    if (!made) throw new Error(`the special list ${id} is not there after it was made`)
    tx.audit({
      action: 'specialList.add',
      record: { kind: 'specialList', id },
      regionCode: region.value,
      organisationId: actor.organisationId,
      after: listPaper(made),
    })
    return ok(await listView(tx, needs, made))
  }),

  handle(registerRoutes.closeSpecialList, async (tx, { params, body }) => {
    const held = await lockSpecialList(tx, params.id)
    if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'specialList', id: params.id })
    if (held.closed_on !== null) return refuse('LIST_CLOSED', { name: held.name, closedOn: held.closed_on })
    if (held.version !== body.version)
      return refuse('VERSION_STALE', { kind: 'specialList', id: params.id, expectedVersion: body.version, actualVersion: held.version })
    await closeList(tx, params.id, dateInBeijing(tx.now).toString())
    const closed = await specialListById(tx, params.id)
    if (!closed) throw new Error(`the special list ${params.id} is not there after it was closed`)
    tx.audit({
      action: 'specialList.change',
      record: { kind: 'specialList', id: params.id },
      regionCode: held.region_code,
      organisationId: held.organisation_id,
      before: listPaper(held),
      after: listPaper(closed),
    })
    return ok(await listView(tx, needs, closed))
  }),

  handle(registerRoutes.listUnit, async (tx, { params, body }) => {
    const held = openUnit(await lockUnit(tx, params.unitId), params.unitId, null)
    if (!held.ok) return held
    const list = await specialListById(tx, body.listId)
    if (!list) return refuse('RECORD_NOT_FOUND', { kind: 'specialList', id: body.listId })
    if (list.closed_on !== null) return refuse('LIST_CLOSED', { name: list.name, closedOn: list.closed_on })
    const on = await listingsOf(tx, params.unitId)
    if (!on.some(({ list_id }) => list_id === list.id))
      await insertListing(tx, held.value, list.id, body.reason, dateInBeijing(tx.now).toString())
    listed(tx, held.value, { listId: list.id, reason: body.reason, on: true })
    return ok(await listsOfUnit(tx, held.value))
  }),

  handle(registerRoutes.unlistUnit, async (tx, { params, body }) => {
    const unit = await lockUnit(tx, params.unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: params.unitId })
    const ended = await endListing(tx, params.unitId, params.listId, dateInBeijing(tx.now).toString())
    if (!ended) return refuse('RECORD_NOT_FOUND', { kind: 'specialListing', id: params.listId })
    listed(tx, unit, { listId: params.listId, reason: body.reason, on: false })
    return ok(await listsOfUnit(tx, unit))
  }),
]

const listed = (tx: Tx, unit: UnitRow, after: { readonly listId: string; readonly reason: string; readonly on: boolean }): void => {
  const place = { regionCode: unit.region_code, organisationId: unit.organisation_id }
  const record = { kind: 'unit', id: unit.unit_id }
  tx.audit({ action: 'specialList.change', record, ...place, after })
  tx.emit({ type: 'hazards.unitChanged', ...place, record, payload: { unitId: unit.unit_id } })
}
