import type { PersonActor } from '../../../kernel/actor.ts'
import type { LawRow } from '../../../kernel/law.ts'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { routes } from '../contract/index.ts'
import { judgeTightening } from '../rules/judgeTightening.ts'
import { findLimit } from './limitStore.ts'
import { judged, limitFor } from './limits.ts'
import type { Needs } from './needs.ts'
import { endTightened, insertTightened, lockHeld } from './tightenedStore.ts'

type Asked = { readonly value: LawRow['value'] | null; readonly reason: string }

const tighten = async (tx: Tx, needs: Needs, actor: PersonActor, key: string, { value, reason }: Asked) => {
  const limit = await findLimit(tx, key)
  if (!limit) return refuse('RECORD_NOT_FOUND', { kind: 'limit', id: key })
  const held = await lockHeld(tx, actor.organisationId, key)
  const verdict = judgeTightening(judged(limit), held?.value ?? null, value, reason)
  if (!verdict.ok) return verdict
  if (held) await endTightened(tx, actor.organisationId, held.id, value === null ? { by: actor.personId, reason } : null)
  if (value !== null) await insertTightened(tx, actor, { key, value, reason })
  tx.audit({
    action: value === null ? 'limit.release' : 'limit.tighten',
    record: { kind: 'limit', id: key },
    regionCode: actor.regionCode,
    organisationId: actor.organisationId,
    before: { text: limit.value, own: held?.value ?? null },
    after: { own: value, reason },
  })
  tx.emit({
    type: value === null ? 'law.limitReleased' : 'law.limitTightened',
    regionCode: actor.regionCode,
    organisationId: actor.organisationId,
    record: { kind: 'limit', id: key },
    payload: { key, organisationId: actor.organisationId },
  })
  return ok((await limitFor(tx, needs, actor, key))!)
}

/** An organisation makes a limit stricter for itself, or takes that back; the text itself is never loosened. */
export const openTightenLimit = (needs: Needs): RouteHandler =>
  handle(routes.tightenLimit, (tx, { actor, params, body }) => tighten(tx, needs, actor, params.key, body))
