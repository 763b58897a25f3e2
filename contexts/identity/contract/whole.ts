import { z } from 'zod'
import { owedColumns, regionFigureColumns, type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { auditRoutes } from './auditRoutes.ts'
import { organisationRoutes } from './organisationRoutes.ts'
import { ownRoutes } from './ownRoutes.ts'
import { peopleRoutes } from './peopleRoutes.ts'
import { postRoutes } from './postRoutes.ts'
import { regionRoutes } from './regionRoutes.ts'
import { refusals, type IdentityFacts } from './refusals.ts'
import { id } from './shapes.ts'
import { owedKinds, regionFigures, words } from './words.ts'

export { organisationKinds, departmentLines, type OrganisationKind, type DepartmentLine } from '../rules/organisations.ts'
export type { IdentityFacts } from './refusals.ts'

export const routes = { ...ownRoutes, ...regionRoutes, ...organisationRoutes, ...peopleRoutes, ...postRoutes, ...auditRoutes }

export const events = {
  organisationAdded: { type: 'identity.organisationAdded', payload: z.object({ organisationId: id }) },
  organisationChanged: { type: 'identity.organisationChanged', payload: z.object({ organisationId: id }) },
  personAdded: { type: 'identity.personAdded', payload: z.object({ personId: id }) },
  personChanged: { type: 'identity.personChanged', payload: z.object({ personId: id }) },
  personLeft: { type: 'identity.personLeft', payload: z.object({ personId: id }) },
  postAdded: { type: 'identity.postAdded', payload: z.object({ postId: id, personId: id }) },
  postEnded: { type: 'identity.postEnded', payload: z.object({ postId: id, personId: id }) },
  rolesGranted: { type: 'identity.rolesGranted', payload: z.object({ postId: id, personId: id }) },
  sessionEnded: { type: 'identity.sessionEnded', payload: z.object({ sessionId: id, personId: id }) },
} as const

/** What the desk reads here: each thing somebody owes, and the figures of a region. */
export const views = [
  {
    name: 'identity.owed',
    columns: owedColumns,
    holds: owedKinds,
  },
  { name: 'identity.region_figure', columns: regionFigureColumns, holds: regionFigures },
] as const

export const contract = {
  room: 'identity',
  actions,
  routes,
  refusals,
  events,
  views,
  words,
} satisfies Contract<IdentityFacts, typeof actions>
