import type { PersonActor } from '../../../kernel/actor.ts'
import { ok } from '../../../kernel/result.ts'
import { dateInBeijing } from '../../../kernel/time.ts'
import { transact, type Services } from '../../../platform/database/transaction.ts'
import type { BulletinNeeds } from './bulletinNeeds.ts'
import { issueBulletin } from './bulletins.ts'
import { listBulletins } from './bulletinStore.ts'

/** What the sample of bulletins asks of the rest of the product; wired in main. */
export type BulletinSampleNeeds = {
  /** The people of the house's sample, as long as nobody has signed in; null in any other house. */
  readonly sampleCast: (
    services: Services,
  ) => Promise<{ readonly posts: readonly { readonly login: string | null; readonly actor: PersonActor }[] } | null>
}

/**
 * Issues the bulletin of last month in the name of the county's leader, after the other rooms told their year: a first start
 * shows one. Answers whether it did.
 */
export const furnishBulletin = async (services: Services, needs: BulletinNeeds, { sampleCast }: BulletinSampleNeeds): Promise<boolean> => {
  const cast = await sampleCast(services)
  const leader = cast?.posts.find(({ login, actor }) => login === 'county.leader' && actor.roles.includes('leader'))?.actor
  if (leader === undefined) return false
  const issued = await transact(services, { actor: leader }, async (tx) => {
    const { total } = await listBulletins(tx, {}, { limit: 1 })
    if (total > 0) return ok(false)
    const on = dateInBeijing(tx.now).subtract({ months: 1 }).toString()
    const done = await issueBulletin(
      tx,
      needs,
      leader,
      { regionCode: leader.regionCode, kind: 'month', on },
      { corrects: null, reason: null },
    )
    return done.ok ? ok(true) : done
  })
  if (!issued.ok) throw new Error(`the bulletin of the sample was refused: ${issued.refusal.code}`)
  return issued.value
}
