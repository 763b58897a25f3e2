import { randomUUIDv7 } from 'node:crypto'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { judgeDuplicate, type DuplicateVerdict } from '../rules/duplicates.ts'
import type { NameNeeds } from './pageNames.ts'
import { featuresOf, openUnit, unitChanged } from './unitCheck.ts'
import { joinChecked } from './unitMove.ts'
import { insertAlias, lockUnit, repointAliases, unitRow, updateUnit, type UnitRow } from './unitStore.ts'
import { unitView } from './unitView.ts'

/** Why one unit cannot be joined to another; null where it can. Two codes are two legal persons. */
const unsuited = (unitId: string, into: UnitRow, verdict: DuplicateVerdict): Result<never> | null => {
  const problem = (name: string, score: number | null) => refuse('JOIN_UNSUITED', { problem: name, score })
  if (into.unit_id === unitId) return problem('itself', null)
  if (into.alias_of !== null) return problem('otherJoined', null)
  if (into.closed_on !== null) return problem('otherClosed', null)
  if (verdict.reasons.includes('otherCode')) return problem('otherCode', verdict.score)
  return verdict.score === 0 ? problem('unlike', verdict.score) : null
}

/** Joins two units found to be one: no row moves, the trace says who found it and why, and only one of them counts. */
export const openJoinUnits = (needs: NameNeeds): RouteHandler =>
  handle(registerRoutes.joinUnits, async (tx, { params, body, actor }) => {
    const { unitId } = params
    const held = openUnit(await lockUnit(tx, unitId), unitId, body.version)
    if (!held.ok) return held
    const into = await unitRow(tx, body.intoId)
    if (!into) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: body.intoId })
    const verdict = judgeDuplicate(featuresOf(held.value), featuresOf(into))
    const no = unsuited(unitId, into, verdict)
    if (no) return no
    const { recorded_region, region_code, organisation_id } = held.value
    await insertAlias(tx, {
      unit_id: unitId,
      id: randomUUIDv7(),
      into_id: into.unit_id,
      reason: body.reason,
      score: verdict.score,
      reasons: [...verdict.reasons],
      person_id: actor.personId,
      post_id: actor.postId,
      at: tx.at,
      ended_at: null,
      end_reason: null,
      ended_by: null,
      ended_post_id: null,
      recorded_region,
      region_code,
      organisation_id,
    })
    await updateUnit(tx, unitId, { alias_of: into.unit_id })
    await repointAliases(tx, unitId, into.unit_id)
    await joinChecked(tx, held.value, into)
    return ok(await unitView(tx, needs, await unitChanged(tx, 'unit.join', held.value, unitId)))
  })
