import { inScope } from '../../../kernel/actor.ts'
import type { RouteInput } from '../../../kernel/contract.ts'
import { parseUscc } from '../../../kernel/identifiers.ts'
import { parseRegionCode } from '../../../kernel/region.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { regionInForce } from '../rules/regionInForce.ts'
import { regionCandidates } from '../rules/regionOnRecord.ts'
import {
  childrenOfOrganisation,
  holderOfUscc,
  holdersOf,
  insertOrganisation,
  listOrganisations,
  lockOrganisation,
  movePeople,
  organisationInScope,
  peopleOfOrganisation,
  shownOrganisation,
  updateOrganisation,
  type OrganisationRow,
} from './organisationStore.ts'

const notFound = (id: string) => refuse('RECORD_NOT_FOUND', { kind: 'organisation', id })

const freeUscc = async (tx: Tx, uscc: string | null, except: string | null): Promise<Result<null>> => {
  if (uscc === null) return ok(null)
  const parsed = parseUscc(uscc)
  if (!parsed.ok) return parsed
  const organisationName = await holderOfUscc(tx, uscc, except)
  return organisationName === null ? ok(null) : refuse('USCC_TAKEN', { uscc, organisationName })
}

const linesInScope = async (tx: Tx, ids: readonly (string | null)[]): Promise<Result<null>> => {
  for (const id of ids) if (id !== null && !(await organisationInScope(tx, id))) return notFound(id)
  return ok(null)
}

/** What the record keeps of an organisation. */
const facts = ({ kind, name, short_name, uscc, line, region_code, parent_id, also_reports_to, closed_on }: OrganisationRow) => ({
  kind,
  name,
  shortName: short_name,
  uscc,
  line,
  regionCode: region_code,
  parentId: parent_id,
  alsoReportsToId: also_reports_to,
  closedOn: closed_on,
})

const changed = async (
  tx: Tx,
  action: string,
  before: OrganisationRow | null,
  id: string,
  event: 'organisationAdded' | 'organisationChanged',
) => {
  const after = await organisationInScope(tx, id)
  const organisation = await shownOrganisation(tx, id)
  if (!after || !organisation) throw new Error(`the organisation ${id} was written out of its writer's scope`)
  tx.audit({
    action,
    record: { kind: 'organisation', id },
    regionCode: after.region_code,
    organisationId: id,
    ...(before ? { before: facts(before) } : {}),
    after: facts(after),
  })
  tx.emit({
    type: `identity.${event}`,
    regionCode: after.region_code,
    organisationId: id,
    record: { kind: 'organisation', id },
    payload: { organisationId: id },
  })
  return ok(organisation)
}

const add = async (tx: Tx, body: RouteInput<typeof routes.addOrganisation>['body']) => {
  const region = parseRegionCode(body.regionCode)
  const inForce = region.ok
    ? regionInForce(region.value, dateInBeijing(tx.now).toString())
    : refuse('REGION_UNKNOWN', { regionCode: body.regionCode })
  if (!inForce.ok) return inForce
  // A new organisation is inside no organisation's own scope: only a post that answers for the region adds one.
  if (!inScope(tx.actor.scope, { regionCode: inForce.value })) return refuse('OUT_OF_SCOPE', { regionCode: inForce.value })
  for (const check of [await freeUscc(tx, body.uscc, null), await linesInScope(tx, [body.parentId, body.alsoReportsToId])])
    if (!check.ok) return check
  const id = await insertOrganisation(tx, {
    kind: body.kind,
    name: body.name,
    short_name: body.shortName,
    uscc: body.uscc,
    line: body.line,
    recorded_region: inForce.value,
    region_code: inForce.value,
    parent_id: body.parentId,
    also_reports_to: body.alsoReportsToId,
    opened_on: dateInBeijing(tx.now).toString(),
  })
  return changed(tx, 'organisation.add', null, id, 'organisationAdded')
}

/** The row a change begins from: in scope, still open, and of the version the writer saw. */
const openRow = async (tx: Tx, id: string, version: number): Promise<Result<OrganisationRow>> => {
  const row = await lockOrganisation(tx, id)
  if (!row) return notFound(id)
  if (row.closed_on !== null) return refuse('ORGANISATION_CLOSED', { name: row.name, closedOn: row.closed_on })
  if (row.version !== version)
    return refuse('VERSION_STALE', { kind: 'organisation', id, expectedVersion: version, actualVersion: row.version })
  return ok(row)
}

/** Organisations of every kind: registered, changed, closed with a day; never deleted. */
export const openOrganisations = (): readonly RouteHandler[] => [
  handle(routes.organisations, async (tx, { query }) => ok(await listOrganisations(tx, query))),

  handle(routes.organisation, async (tx, { params }) => {
    const organisation = await shownOrganisation(tx, params.id)
    if (!organisation) return notFound(params.id)
    return ok({ organisation, children: await childrenOfOrganisation(tx, params.id), people: await peopleOfOrganisation(tx, params.id) })
  }),

  handle(routes.addOrganisation, (tx, { body }) => add(tx, body)),

  handle(routes.changeOrganisation, async (tx, { params, body }) => {
    const before = await openRow(tx, params.id, body.version)
    if (!before.ok) return before
    // A superior that is not named stays: one out of scope was never shown to whoever writes.
    const { parentId = before.value.parent_id, alsoReportsToId = before.value.also_reports_to } = body
    if (parentId === params.id || alsoReportsToId === params.id) return notFound(params.id)
    const otherLines = [parentId, alsoReportsToId].filter((id) => id !== before.value.parent_id && id !== before.value.also_reports_to)
    for (const check of [await freeUscc(tx, body.uscc, params.id), await linesInScope(tx, otherLines)]) if (!check.ok) return check
    await updateOrganisation(tx, params.id, {
      name: body.name,
      short_name: body.shortName,
      uscc: body.uscc,
      line: body.line,
      parent_id: parentId,
      also_reports_to: alsoReportsToId,
    })
    return changed(tx, 'organisation.change', before.value, params.id, 'organisationChanged')
  }),

  handle(routes.decideRegion, async (tx, { params, body }) => {
    const before = await openRow(tx, params.id, body.version)
    if (!before.ok) return before
    const candidates = regionCandidates({
      recordedRegion: before.value.recorded_region,
      openedOn: before.value.opened_on,
      regionDecided: before.value.region_decided,
      regionDecidedOn: before.value.region_decided_on,
    })
    if (!candidates.some((candidate) => candidate === body.regionCode))
      return refuse('REGION_NOT_CANDIDATE', { regionCode: body.regionCode, candidates })
    if (!inScope(tx.actor.scope, { regionCode: body.regionCode, organisationId: params.id }))
      return refuse('OUT_OF_SCOPE', { regionCode: body.regionCode })
    await updateOrganisation(tx, params.id, {
      region_code: body.regionCode,
      region_to_decide: false,
      region_decided: body.regionCode,
      region_decided_on: dateInBeijing(tx.now).toString(),
    })
    await movePeople(tx, params.id, body.regionCode)
    return changed(tx, 'organisation.change', before.value, params.id, 'organisationChanged')
  }),

  handle(routes.closeOrganisation, async (tx, { params, body }) => {
    const before = await openRow(tx, params.id, body.version)
    if (!before.ok) return before
    const holders = await holdersOf(tx, params.id)
    if (holders.people > 0 || holders.children > 0) return refuse('ORGANISATION_IN_USE', holders)
    await updateOrganisation(tx, params.id, { closed_on: dateInBeijing(tx.now).toString() })
    return changed(tx, 'organisation.close', before.value, params.id, 'organisationChanged')
  }),
]
