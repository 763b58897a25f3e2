import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact, type Services, type Tx } from '../../../platform/database/transaction.ts'
import type { Job, Listener } from '../../../platform/work/work.ts'
import { recordIdOf, settingsFor } from './caseRow.ts'
import { lockCase, moveCases, rewriteClocks, turnedCases, type CaseKey } from './caseStore.ts'
import type { Needs } from './needs.ts'

/** Cases that are looked up at once. */
const atOnce = 100

const turnCase = async (tx: Tx, needs: Pick<Needs, 'tightenedFor'>, { unitId, id }: CaseKey): Promise<void> => {
  const found = await lockCase(tx, unitId, id)
  if (!found) return
  await rewriteClocks(tx, found, await settingsFor(tx, needs, found.place.authorityId))
  const { regionCode, organisationId } = found.place
  const record = { kind: 'case', id: recordIdOf({ unitId, id }) }
  tx.audit({ action: 'case.turn', record, regionCode, organisationId, after: { version: found.held.version } })
  const { version, state } = found.held
  tx.emit({
    type: 'enforcement.caseChanged',
    regionCode,
    organisationId,
    record,
    payload: { unitId, caseId: id, kind: 'turned', version, state },
  })
}

/**
 * What is owed changes by itself where a term runs out: the party's days to answer, or to pay. Written anew then, so that it
 * stands on the desk of who has to go on.
 * @returns how many cases were turned
 */
export const turnCases = async (services: Services, needs: Pick<Needs, 'tightenedFor'>): Promise<number> => {
  const actor = systemActor('enforcement.turn')
  let turned = 0
  for (;;) {
    const found = await transact(services, { actor, readOnly: true }, async (tx) => ok(await turnedCases(tx, atOnce)))
    const waiting = found.ok ? found.value : []
    for (const key of waiting) await transact(services, { actor }, async (tx) => ok(await turnCase(tx, needs, key)))
    turned += waiting.length
    if (waiting.length < atOnce) return turned
  }
}

export const turnJob = (needs: Pick<Needs, 'tightenedFor'>): Job => ({
  name: 'enforcement.turn',
  timetable: '*/5 * * * *',
  run: async (services) => {
    await turnCases(services, needs)
  },
})

/** Cases follow their unit to another region or organisation. */
export const followUnit: Listener = {
  name: 'enforcement.followUnit',
  event: 'hazards.unitChanged',
  run: async (tx, { regionCode, organisationId, payload }) => {
    const unitId = payload['unitId']
    if (typeof unitId !== 'string' || regionCode === null || regionCode === undefined) return ok(undefined)
    for (const { id } of await moveCases(tx, unitId, regionCode, organisationId ?? null))
      tx.audit({
        action: 'case.follow',
        record: { kind: 'case', id: recordIdOf({ unitId, id }) },
        regionCode,
        organisationId: null,
        after: { regionCode },
      })
    return ok(undefined)
  },
}
