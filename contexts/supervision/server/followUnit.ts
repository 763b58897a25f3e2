import { sql } from 'kysely'
import { ok } from '../../../kernel/result.ts'
import type { Listener } from '../../../platform/work/work.ts'
import { placesOf } from './visitStore.ts'

/** A unit that counts elsewhere takes its rechecks and doubts along; what stood on paper stays. */
export const followUnit: Listener = {
  name: 'supervision.followUnit',
  event: 'hazards.unitChanged',
  run: async (tx, { payload: { unitId } }) => {
    if (typeof unitId !== 'string') return ok(undefined)
    const place = (await placesOf(tx, [unitId])).get(unitId)
    if (!place) return ok(undefined)
    const { regionCode, organisationId } = place
    for (const table of ['recheck', 'doubt'])
      await sql`update supervision.${sql.ref(table)} set region_code = ${regionCode}, organisation_id = ${organisationId}::uuid
        where unit_id = ${unitId}::uuid and (region_code <> ${regionCode} or organisation_id is distinct from ${organisationId}::uuid)`.execute(
        tx.tables(),
      )
    await sql`update supervision.written set region_code = ${regionCode} where unit_id = ${unitId}::uuid and region_code <> ${regionCode}`.execute(
      tx.tables(),
    )
    return ok(undefined)
  },
}
