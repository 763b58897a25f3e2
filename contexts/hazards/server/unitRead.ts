import type { RouteInput } from '../../../kernel/contract.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { majorHazardSource } from '../rules/majorHazardSource.ts'
import { namesFor, type NameNeeds } from './pageNames.ts'
import { doublesOf, featuresOf } from './unitCheck.ts'
import { industriesWithin } from './unitIndustry.ts'
import { listUnits, specialListById, type UnitFilter } from './unitListStore.ts'
import { listsOfUnit } from './unitLists.ts'
import { joinedInto, unitRow } from './unitStore.ts'
import { unitView, unitViews } from './unitView.ts'

/** The filters of the list as the register keeps things; refuses an industry or a list that is not known. */
export const unitFilterOf = async (tx: Tx, query: RouteInput<typeof registerRoutes.units>['query']): Promise<Result<UnitFilter>> => {
  const { industry, industryAlone, listId, ...filter } = query
  const industries = industry === undefined ? ok(undefined) : industriesWithin(industry, industryAlone)
  if (!industries.ok) return industries
  const list = listId === undefined ? undefined : await specialListById(tx, listId)
  if (listId !== undefined && !list) return refuse('RECORD_NOT_FOUND', { kind: 'specialList', id: listId })
  return ok({ ...filter, list, industries: industries.value })
}

/** The register as it is read: the list, one unit with its verdict of GB 18218, and its probable doubles. */
export const openReadUnits = (needs: NameNeeds): readonly RouteHandler[] => [
  handle(registerRoutes.units, async (tx, { query }) => {
    const filter = await unitFilterOf(tx, query)
    if (!filter.ok) return filter
    const { rows, total, next } = await listUnits(tx, filter.value, query)
    return ok({ rows: await unitViews(tx, needs, rows), total, next })
  }),

  handle(registerRoutes.unit, async (tx, { params }) => {
    const row = await unitRow(tx, params.unitId)
    if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: params.unitId })
    const source = row.chemicals.length === 0 ? null : majorHazardSource(row.chemicals, row.exposed_people)
    // What was written was judged before; a table of another edition may know a substance no more.
    if (source !== null && !source.ok) return source
    const joined = await joinedInto(tx, params.unitId)
    const names = await namesFor(tx, needs, { people: joined.map(({ personId }) => personId) })
    return ok({
      unit: await unitView(tx, needs, row),
      chemicals: row.chemicals.map(({ substance, tonnes, category }) => ({ substance, tonnes, ...(category ? { category } : {}) })),
      exposedPeople: row.exposed_people,
      majorHazardSource:
        source === null
          ? null
          : {
              ...source.value,
              rows: [...source.value.rows],
              shares: source.value.shares.map((share) => ({ ...share, rows: [...share.rows] })),
            },
      joined: joined.map((trace) => ({ ...trace, personName: names.person(trace.personId) })),
      lists: await listsOfUnit(tx, row),
    })
  }),

  handle(registerRoutes.unitDuplicates, async (tx, { params }) => {
    const row = await unitRow(tx, params.unitId)
    if (!row) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: params.unitId })
    return ok(await doublesOf(tx, featuresOf(row), row.unit_id))
  }),
]
