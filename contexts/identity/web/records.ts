import type { RouteOutput } from '../../../kernel/contract.ts'
import type { routes } from '../contract/index.ts'

/** The records of the room as the server tells them. */
export type Organisation = RouteOutput<typeof routes.addOrganisation>
export type OrganisationRecord = RouteOutput<typeof routes.organisation>
export type Person = RouteOutput<typeof routes.person>
export type Post = RouteOutput<typeof routes.addPost>
export type Session = RouteOutput<typeof routes.sessions>['rows'][number]
export type AuditEntry = RouteOutput<typeof routes.auditEntries>['rows'][number]
export type AuditState = RouteOutput<typeof routes.auditState>
