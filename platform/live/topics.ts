import { inScope, type PersonActor, type Role } from '../../kernel/actor.ts'
import type { Contract } from '../../kernel/contract.ts'
import { auditVerified } from '../audit/jobs.ts'
import { alarmAcknowledged, alarmEnded, alarmRaised } from '../work/alarms.ts'

/**
 * An event that screens are hinted about; what is not named here is told to nobody. It reaches whoever has the event's
 * region and organisation in scope, and one of the roles where some are named. `anywhere` is for what has no region;
 * it needs roles.
 */
export type Topic =
  | { readonly event: string; readonly roles?: readonly Role[]; readonly anywhere?: false }
  | { readonly event: string; readonly roles: readonly Role[]; readonly anywhere: true }

/** What the platform tells of itself goes to the people who run the installation, wherever they sit. */
const ownTopics: readonly Topic[] = [
  ...[alarmRaised, alarmAcknowledged, alarmEnded].map((event): Topic => ({ event, roles: ['systemAdmin', 'auditAdmin'], anywhere: true })),
  { event: auditVerified, roles: ['auditAdmin'], anywhere: true },
]

/** Every event that the rooms declare, and what the platform tells of itself. */
export const topicsOf = (contracts: readonly Contract[]): readonly Topic[] => [
  ...contracts.flatMap(({ events }) => Object.values(events).map(({ type }) => ({ event: type }))),
  ...ownTopics,
]

const holdsRole = ({ roles }: PersonActor, topic: Topic): boolean =>
  topic.roles === undefined || topic.roles.some((role) => roles.includes(role))

/** Whether this person is hinted about an event of this topic, region and organisation. */
export const isTold = (
  actor: PersonActor,
  topic: Topic,
  event: { readonly regionCode: string; readonly organisationId: string | null },
): boolean => holdsRole(actor, topic) && (topic.anywhere === true || inScope(actor.scope, event))

/** The events a person may be told of: within the scope, and wherever they happen. */
export const eventsFor = (
  actor: PersonActor,
  topics: readonly Topic[],
): { readonly scoped: readonly string[]; readonly anywhere: readonly string[] } => {
  const held = topics.filter((topic) => holdsRole(actor, topic))
  return {
    scoped: held.filter(({ anywhere }) => anywhere !== true).map(({ event }) => event),
    anywhere: held.filter(({ anywhere }) => anywhere === true).map(({ event }) => event),
  }
}
