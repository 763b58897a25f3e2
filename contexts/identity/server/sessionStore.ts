import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto'
import type { Role } from '../../../kernel/actor.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { IdentityTables } from './tables.ts'

/** The token goes to the browser; only its SM3 is kept. */
export const newToken = (): string => randomBytes(32).toString('base64url')
const tokenHash = (token: string): string => createHash('sm3').update(token).digest('hex')

export type SessionRow = {
  readonly id: string
  readonly personId: string
  readonly postId: string | null
  readonly startedAt: string
  readonly lastSeenAt: string
  readonly endReason: IdentityTables['identity.session']['end_reason']
  readonly passwordChangedAt: string
  readonly mustChangePassword: boolean
}

/** The session of a token, ended ones too, so that the answer can say why. */
export const sessionOfToken = async (tx: Tx, token: string): Promise<SessionRow | undefined> =>
  tx
    .tables<IdentityTables>()
    .selectFrom('identity.session as session')
    .innerJoin('identity.account as account', 'account.person_id', 'session.person_id')
    .select([
      'session.id',
      'session.person_id as personId',
      'session.post_id as postId',
      'session.started_at as startedAt',
      'session.last_seen_at as lastSeenAt',
      'session.end_reason as endReason',
      'account.password_changed_at as passwordChangedAt',
      'account.must_change_password as mustChangePassword',
    ])
    .where('session.token_hash', '=', tokenHash(token))
    .executeTakeFirst()

export type NewSession = {
  readonly personId: string
  readonly postId: string
  readonly address: string | null
  readonly device: string | null
}

/** Begins a session; answers its id and the token for the cookie. */
export const beginSession = async (tx: Tx, { personId, postId, address, device }: NewSession): Promise<{ id: string; token: string }> => {
  const id = randomUUIDv7()
  const token = newToken()
  await tx
    .tables<IdentityTables>()
    .insertInto('identity.session')
    .values({
      id,
      token_hash: tokenHash(token),
      person_id: personId,
      post_id: postId,
      started_at: tx.at,
      last_seen_at: tx.at,
      address,
      device,
      ended_at: null,
      end_reason: null,
    })
    .execute()
  return { id, token }
}

export const touchSession = async (tx: Tx, id: string): Promise<void> => {
  await tx.tables<IdentityTables>().updateTable('identity.session').set({ last_seen_at: tx.at }).where('id', '=', id).execute()
}

export const moveSession = async (tx: Tx, id: string, postId: string): Promise<void> => {
  await tx.tables<IdentityTables>().updateTable('identity.session').set({ post_id: postId }).where('id', '=', id).execute()
}

type EndReason = NonNullable<SessionRow['endReason']>

/** Ends sessions that still run and tells the open screens; answers how many there were. */
export const endSessions = async (
  tx: Tx,
  which: { readonly personId: string; readonly id?: string; readonly except?: string; readonly postId?: string },
  reason: EndReason,
): Promise<number> => {
  let query = tx
    .tables<IdentityTables>()
    .updateTable('identity.session')
    .set({ ended_at: tx.at, end_reason: reason })
    .where('person_id', '=', which.personId)
    .where('ended_at', 'is', null)
  if (which.id !== undefined) query = query.where('id', '=', which.id)
  if (which.except !== undefined) query = query.where('id', '!=', which.except)
  if (which.postId !== undefined) query = query.where('post_id', '=', which.postId)
  const ended = await query.returning('id').execute()
  for (const { id } of ended)
    tx.emit({
      type: 'identity.sessionEnded',
      // A session belongs to its person alone; the country's code keeps the hint away from every narrower scope.
      regionCode: '000000',
      record: { kind: 'session', id },
      payload: { sessionId: id, personId: which.personId },
    })
  return ended.length
}

/** The sessions of a person that still run, the newest first. */
export const runningSessions = async (tx: Tx, personId: string) =>
  tx
    .tables<IdentityTables>()
    .selectFrom('identity.session')
    .select(['id', 'started_at as startedAt', 'last_seen_at as lastSeenAt', 'address', 'device'])
    .where('person_id', '=', personId)
    .where('ended_at', 'is', null)
    .orderBy('started_at', 'desc')
    .execute()

export type PostRow = {
  readonly id: string
  readonly title: string
  readonly organisationId: string
  readonly organisationName: string
  readonly regionCode: string
  readonly roles: Role[]
  readonly scopeRegion: string
  readonly ownOrganisationOnly: boolean
}

/** The posts a person may act in today: begun, not ended, with roles granted, at an organisation that is open. */
export const postsInForce = async (tx: Tx, personId: string, today: string): Promise<PostRow[]> =>
  tx
    .tables<IdentityTables>()
    .selectFrom('identity.post_in_hand')
    .select([
      'id',
      'title',
      'organisation_id as organisationId',
      'organisation_name as organisationName',
      'region_code as regionCode',
      'roles',
      'scope_region as scopeRegion',
      'own_organisation_only as ownOrganisationOnly',
    ])
    .where('person_id', '=', personId)
    .where('starts_on', '<=', today)
    .where((row) => row.or([row('ends_on', 'is', null), row('ends_on', '>', today)]))
    .orderBy('made_at')
    .orderBy('id')
    .execute()
