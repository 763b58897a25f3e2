import { systemActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import type { Job, Listener } from '../../../platform/work/work.ts'
import { destroyInformant } from './informantStore.ts'
import { keepEvent } from './keepEvent.ts'
import type { Needs } from './needs.ts'
import { lockTip, settingsFor, tables, tipsOfHazard } from './tipStore.ts'

const batch = 100

/** 个人信息保护法 art. 19, 47: a name is not kept longer than it is needed. */
export const forgetIdentity = (needs: Pick<Needs, 'tightenedFor'>): Job => ({
  name: 'tips.forgetIdentity',
  timetable: '23 2 * * *',
  run: async (services) => {
    for (;;) {
      const gone = await transact(services, { actor: systemActor('tips.forgetIdentity') }, async (tx) => {
        const due = await tables(tx)
          .selectFrom('tips.tip')
          .select('id')
          .where('forget_identity_at', '<=', tx.at)
          .orderBy('id')
          .limit(batch)
          .execute()
        const settings = await settingsFor(tx, needs)
        for (const { id } of due) {
          const held = await lockTip(tx, id)
          if (held?.tip.identity !== 'sealed') continue
          await destroyInformant(tx, id)
          await keepEvent(
            tx,
            held,
            { kind: 'identityDestroyed', at: tx.at, because: 'expired' },
            { action: 'tip.destroyIdentity', settings },
          )
        }
        return ok(due.length)
      })
      if (!gone.ok || gone.value < batch) return
    }
  },
})

type Following = Pick<Needs, 'tightenedFor' | 'hazardKnown'>

/** An event may come late and after others, so the hazard itself is asked how it stands now. */
const followHazard = (needs: Following, name: string, event: string): Listener => ({
  name,
  event,
  run: async (tx, { payload: { unitId, hazardId } }) => {
    if (typeof unitId !== 'string' || typeof hazardId !== 'string') return ok(undefined)
    const tipIds = await tipsOfHazard(tx, unitId, hazardId)
    if (tipIds.length === 0) return ok(undefined)
    const hazard = await needs.hazardKnown(tx, unitId, hazardId)
    if (!hazard) return ok(undefined)
    const closed = hazard.closedAt !== null
    const settings = await settingsFor(tx, needs)
    for (const id of tipIds) {
      const held = await lockTip(tx, id)
      if (!held || (held.tip.hazardClosedAt !== null) === closed) continue
      const kind = closed ? 'hazardClosed' : 'hazardReopened'
      await keepEvent(tx, held, { kind, at: tx.at }, { action: 'tip.followHazard', settings })
    }
    return ok(undefined)
  },
})

/** The informant hears when the hazard he told of is put right, and when that turns out to be false. */
export const hazardListeners = (needs: Following): readonly Listener[] => [
  followHazard(needs, 'tips.followClosed', 'hazards.hazardClosed'),
  followHazard(needs, 'tips.followChanged', 'hazards.hazardChanged'),
]
