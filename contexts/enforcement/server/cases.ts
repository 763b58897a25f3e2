import { ok, refuse } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/routes.ts'
import { actOnCase } from './actOnCase.ts'
import { listCases, listOwnCases, summariseCases } from './caseList.ts'
import { caseRecord, ownRecord } from './caseRecord.ts'
import { certificatesOf } from './caseStore.ts'
import { listLeads } from './leads.ts'
import type { Needs } from './needs.ts'
import { proposeCase } from './proposeCase.ts'

/** Cases: listed, read, proposed, acted upon; and the party's own door. */
export const openCaseRoutes = (needs: Needs): readonly RouteHandler[] => [
  handle(routes.cases, (tx, { query }) => listCases(tx, needs, query)),

  handle(routes.caseSummary, (tx, { query }) => summariseCases(tx, query)),

  handle(routes.caseRecord, (tx, { actor, params }) => caseRecord(tx, needs, actor, params.unitId, params.caseId)),

  handle(routes.proposeCase, async (tx, { actor, params: { unitId }, body }) => {
    const begun = await proposeCase(tx, needs, actor, unitId, body)
    return begun.ok ? caseRecord(tx, needs, actor, unitId, begun.value.id) : begun
  }),

  handle(routes.actOnCase, async (tx, { actor, params, body }) => {
    const done = await actOnCase(tx, needs, actor, params, body)
    return done.ok ? caseRecord(tx, needs, actor, params.unitId, params.caseId) : done
  }),

  handle(routes.ownCases, (tx, { query }) => listOwnCases(tx, needs, query)),

  handle(routes.ownCase, (tx, { actor, params }) => ownRecord(tx, needs, actor, params.unitId, params.caseId)),

  handle(routes.answerCase, async (tx, { actor, params, body }) => {
    const done = await actOnCase(tx, needs, actor, params, body)
    return done.ok ? ownRecord(tx, needs, actor, params.unitId, params.caseId) : done
  }),

  handle(routes.leads, (tx, { query }) => listLeads(tx, needs, query)),

  handle(routes.unitForCase, async (tx, { params: { unitId } }) => {
    const unit = await needs.unitOfCase(tx, unitId)
    if (!unit) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
    const heads = unit.organisationId === null ? [] : await needs.peopleInRoles(tx, unit.organisationId, ['principal', 'venueManager'])
    const hazards = await needs.hazardsOfCase(tx, unitId)
    const { name, uscc, address, regionCode } = unit
    return ok({
      unitId,
      name,
      uscc,
      address,
      regionCode,
      heads: heads.map(({ personId, name: called, title }) => ({ personId, name: called, title })),
      hazards: hazards.map(({ version: _version, ...hazard }) => hazard),
    })
  }),

  handle(routes.enforcers, async (tx, { actor }) => {
    const people = await needs.peopleInRoles(tx, actor.organisationId, ['leader', 'officer', 'inspector'])
    const certificates = await certificatesOf(
      tx,
      people.map(({ personId }) => personId),
    )
    return ok({
      rows: people.map((person) => ({
        ...person,
        roles: [...person.roles],
        certificateNo: certificates.get(person.personId)?.certificateNo ?? null,
        validTo: certificates.get(person.personId)?.validTo ?? null,
      })),
    })
  }),
]
