import { sql } from 'kysely'
import { ok, refuse } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handle, type RouteHandler } from '../../../platform/http/handler.ts'
import { registerRoutes } from '../contract/registerRoutes.ts'
import { standingAfterParting, type Joined } from '../rules/joining.ts'
import type { NameNeeds } from './pageNames.ts'
import { unitChanged } from './unitCheck.ts'
import { settleMarks } from './unitMove.ts'
import { endAlias, idsInScope, joinedGroup, lockUnit, repointUnits, updateUnit } from './unitStore.ts'
import { unitView } from './unitView.ts'

/**
 * Parts a unit from the one it was joined to by mistake. Its records never moved, so it counts again as it did, and what was
 * joined to it before follows it; what it was joined to may have been joined further meanwhile. The trace stays, with who
 * ended it and why.
 */
export const openPartUnit = (needs: NameNeeds): RouteHandler =>
  handle(registerRoutes.partUnit, async (tx, { params, body, actor }) => {
    const { unitId } = params
    const held = await lockUnit(tx, unitId)
    if (!held) return refuse('RECORD_NOT_FOUND', { kind: 'unit', id: unitId })
    if (held.alias_of === null) return refuse('PART_UNSUITED', { problem: 'notJoined' })
    if (held.version !== body.version)
      return refuse('VERSION_STALE', { kind: 'unit', id: unitId, expectedVersion: body.version, actualVersion: held.version })
    const group = await joinedGroup(tx, unitId)
    // The marks of all of them are weighed anew, so all of them must be seen.
    const seen = await idsInScope(
      tx,
      group.map((member) => member.unitId),
    )
    if (seen.size < group.length) return refuse('PART_UNSUITED', { problem: 'outOfScope' })
    await endAlias(tx, unitId, { at: tx.at, reason: body.reason, personId: actor.personId, postId: actor.postId })
    const standing = standingAfterParting(group, unitId)
    await updateUnit(tx, unitId, { alias_of: null, double_reason: body.reason })
    await repointUnits(
      tx,
      [...standing].filter(([member, stands]) => stands === unitId && member !== unitId).map(([member]) => member),
      unitId,
    )
    await settle(tx, group, standing, [unitId, held.alias_of])
    return ok(await unitView(tx, needs, await unitChanged(tx, 'unit.part', held, unitId)))
  })

/** Each of the two has the marks that the visits of its own members made. */
const settle = async (
  tx: Tx,
  group: readonly Joined[],
  standing: ReadonlyMap<string, string>,
  stands: readonly string[],
): Promise<void> => {
  for (const unitId of stands) {
    const members = group.filter((member) => standing.get(member.unitId) === unitId).map((member) => member.unitId)
    const { rows } = await sql<{ mark: string }>`
      select distinct 'month/' || to_char(on_day, 'YYYY-MM') as mark from hazards.visit
      where unit_id = any(${members}::uuid[]) and result = 'checked' and how <> 'selfCheck'
      union select distinct 'campaign/' || campaign_id from hazards.visit
      where unit_id = any(${members}::uuid[]) and result = 'checked' and how <> 'selfCheck' and campaign_id is not null`.execute(
      tx.tables(),
    )
    await settleMarks(
      tx,
      unitId,
      rows.map(({ mark }) => mark),
    )
  }
}
