import type { PersonActor, Role } from '../../../kernel/actor.ts'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { actions } from '../contract/actions.ts'
import { packUnits, pocketRoutes } from '../contract/pocketRoutes.ts'
import { checklistsFor, itemsFor, type Checklist } from '../rules/criteria.ts'
import { campaignById, type CampaignRow } from './campaignStore.ts'
import { campaignViews } from './campaignView.ts'
import { checklistView } from './criteriaRead.ts'
import { libraryOf } from './criteriaStore.ts'
import {
  campaignsOf,
  hazardsToTake,
  openUnitRows,
  outstandingOf,
  ownUnits,
  owedOverHazards,
  plannedUnits,
  type OwedThing,
} from './fieldPackStore.ts'
import { hazardRecord } from './hazardRecord.ts'
import type { Needs } from './needs.ts'
import { personOf } from './personOf.ts'
import { factsOf, type UnitRow } from './unitStore.ts'
import { unitViews } from './unitView.ts'
import { waysOf } from './visitCheck.ts'

type Pack = RouteOutput<typeof pocketRoutes.fieldPack>

const visitors: ReadonlySet<Role> = new Set(actions['visit.record'])

/** Each hazard is read with its history (about 2 ms), so that a pack stays under two seconds. */
const packHazards = 600

/** A list as this pack has it: the items that one of its units needs, each once. */
const takenList = (list: Checklist, needed: ReadonlySet<string>): Checklist => ({
  ...list,
  items: list.items.filter(({ key }) => needed.has(key)),
})

/** Which lists go along, and which items of them are for which unit. */
const listsFor = (library: readonly Checklist[], rows: readonly UnitRow[], on: string) => {
  const perUnit = rows.map((row) => {
    const { kind, industryCode: industry, tags } = factsOf(row)
    const checked = { kind, industry, tags }
    return checklistsFor(library, checked, on).map((list) => ({ list, keys: itemsFor(list, checked).map(({ key }) => key) }))
  })
  const needed = new Map<Checklist, Set<string>>()
  for (const { list, keys } of perUnit.flat()) {
    const held = needed.get(list) ?? new Set()
    for (const key of keys) held.add(key)
    needed.set(list, held)
  }
  const taken = new Map([...needed].map(([list, keys]) => [list, takenList(list, keys)]))
  const placesIn = new Map([...taken].map(([list, { items }]) => [list, new Map(items.map(({ key }, place) => [key, place]))]))
  return {
    checklists: [...taken.values()].map(checklistView),
    ofUnit: (index: number): Pack['units'][number]['lists'] =>
      (perUnit[index] ?? []).map(({ list, keys }) => ({
        key: list.key,
        edition: list.edition,
        items: keys.length === placesIn.get(list)?.size ? null : keys.flatMap((key) => placesIn.get(list)?.get(key) ?? []),
      })),
  }
}

/**
 * Which units the person takes along: what is his or given to him by name, then what everybody in his role owes. A ledger of a
 * year can leave a role thousands of open hazards, and none of them may push out the visit that is planned for today.
 */
const chosenUnits = async (tx: Tx, actor: PersonActor, owed: readonly OwedThing[]): Promise<readonly string[]> => {
  const { organisationId } = actor.scope
  const own = organisationId === null ? [] : await ownUnits(tx, organisationId, packUnits)
  const planned = await plannedUnits(tx, actor.personId)
  const [mine, ofRole] = [true, false].map((whose) => owed.filter((each) => each.mine === whose))
  return [...new Set([...own, ...[...mine!, ...planned, ...ofRole!].map(({ unitId }) => unitId)])]
}

const grouped = <Row extends { readonly unitId: string }>(rows: readonly Row[]): ReadonlyMap<string, readonly Row[]> =>
  Map.groupBy(rows, ({ unitId }) => unitId)

const campaignRows = async (tx: Tx, ids: readonly string[]): Promise<readonly CampaignRow[]> => {
  const rows: CampaignRow[] = []
  for (const id of new Set(ids)) {
    const row = await campaignById(tx, id)
    if (row) rows.push(row)
  }
  return rows
}

const tightenedBy = async (tx: Tx, needs: Needs, rows: readonly UnitRow[]) => {
  const held = new Map<string | null, Record<string, number | string | boolean>>()
  for (const { organisation_id } of rows)
    if (!held.has(organisation_id)) held.set(organisation_id, Object.fromEntries(await needs.tightenedFor(tx, organisation_id)))
  return held
}

/** Everything that somebody needs to work at these units without signal. */
const packOf = async (tx: Tx, needs: Needs, actor: PersonActor, unitId: string | undefined): Promise<Pack> => {
  const allOwed = await owedOverHazards(tx, actor, packHazards)
  const chosen = unitId === undefined ? await chosenUnits(tx, actor, allOwed) : [unitId]
  const taken = new Map((await openUnitRows(tx, chosen.slice(0, packUnits))).map((row) => [row.unit_id, row]))
  const rows = chosen.flatMap((id) => taken.get(id) ?? [])
  const unitIds = rows.map(({ unit_id }) => unit_id)
  const lists = listsFor(await libraryOf(tx), rows, dateInBeijing(tx.now).toString())
  const planned = grouped((await plannedUnits(tx, actor.personId)).filter(({ unitId: id }) => taken.has(id)))
  const targets = grouped(await campaignsOf(tx, unitIds))
  const outstanding = await outstandingOf(tx, unitIds)
  const known = grouped(outstanding)
  const { keys, total } = await hazardsToTake(
    tx,
    unitIds,
    outstanding.map(({ hazardId }) => hazardId),
    packHazards,
  )
  const hazards: Pack['hazards'] = []
  for (const key of keys) {
    const record = await hazardRecord(tx, needs, actor, key.unitId, key.hazardId)
    if (record.ok) hazards.push(record.value)
  }
  const tightened = await tightenedBy(tx, needs, rows)
  const views = await unitViews(tx, needs, rows)
  const inCampaigns = [...targets.values(), ...planned.values(), ...known.values()].flat().map(({ campaignId }) => campaignId)
  return {
    madeAt: tx.at,
    units: views.map((unit, index) => {
      const person = personOf(actor, unit)
      return {
        unit,
        person: { ...person, roles: [...person.roles] },
        ways: actor.roles.some((role) => visitors.has(role)) ? [...waysOf(person.side)] : [],
        lists: lists.ofUnit(index),
        tightened: tightened.get(unit.organisationId) ?? {},
        plannedIn: (planned.get(unit.unitId) ?? []).map(({ campaignId }) => campaignId),
        campaigns: (targets.get(unit.unitId) ?? []).map(({ campaignId }) => campaignId),
        registered: (known.get(unit.unitId) ?? []).map(({ campaignId, hazardId }) => ({ campaignId, hazardId })),
      }
    }),
    checklists: lists.checklists,
    hazards,
    campaigns: await campaignViews(tx, needs, await campaignRows(tx, inCampaigns)),
    owed: allOwed.filter((owed) => taken.has(owed.unitId)),
    unitsLeftOut: chosen.length - Math.min(chosen.length, packUnits),
    hazardsLeftOut: total - keys.length,
  }
}

/** What a phone takes along to work without signal: one route, so that it is of one moment. */
export const openFieldPack = (needs: Needs): RouteHandler =>
  handle(pocketRoutes.fieldPack, async (tx, { query, actor }) => ok(await packOf(tx, needs, actor, query.unitId)))
