import { sql } from 'kysely'
import type { Services } from '../../../../platform/database/transaction.ts'
import type { EvidenceStock } from '../../../../platform/evidence/room.ts'
import type { RouteHandler } from '../../../../platform/http/handler.ts'
import type { RegisterNeeds } from '../unitNeeds.ts'
import { tellCampaigns } from './campaigns.ts'
import { openCast, type SampleCast } from './cast.ts'
import { tellDoubtful } from './doubtful.ts'
import { tellDeskStories } from './deskStories.ts'
import { tellFlood, tellRunning, tellYear } from './everyday.ts'
import { tellRegister, tellSpecialLists } from './register.ts'
import { openStage, type Stage } from './stage.ts'
import { writeHistory } from './timeline.ts'

/** What the sample of this room asks of the rest of the product; wired in main. */
export type SampleNeeds = {
  /** The people of the house's sample, as long as nobody has signed in; null in any other house. */
  readonly sampleCast: (services: Services) => Promise<SampleCast | null>
  readonly stock: EvidenceStock
  /** Told before it is written, which takes a while. */
  readonly begins: () => void
}

const begun = async ({ database }: Services): Promise<boolean> => {
  const { rows } = await sql`select from hazards.unit limit 1`.execute(database.kysely)
  return rows.length > 0
}

/** The seed of the sample that comes with the product. */
export const sampleSeed = 'anlan/hazards'

/** Puts all that the sample tells on the stage, in no order yet. */
export const composeSample = (stage: Stage): void => {
  const units = tellRegister(stage)
  tellSpecialLists(stage, units)
  const campaigns = tellCampaigns(stage, units)
  tellDeskStories(stage, units, campaigns)
  tellYear(stage, units)
  tellFlood(stage, units, campaigns)
  tellRunning(stage, units, campaigns)
  tellDoubtful(stage, units)
}

/**
 * Furnishes a house of the sample with a year of this room: register, campaigns, visits, hazards. Everything is done by the
 * room's own use cases under the people of the sample, at the instants of the past, in one transaction: a server killed in the
 * midst leaves an empty register, and the next start begins anew. So the register itself tells whether it was done, for a
 * unit is never deleted; and where somebody has signed in, people are no longer as the sample made them, and nothing is written.
 * The caller holds the lock under which a house is furnished.
 * @returns whether it was written now
 */
export const furnishHazards = async (
  services: Services,
  { needs, handlers, sample }: { readonly needs: RegisterNeeds; readonly handlers: readonly RouteHandler[]; readonly sample: SampleNeeds },
): Promise<boolean> => {
  if (await begun(services)) return false
  const cast = await sample.sampleCast(services)
  if (cast === null) return false
  sample.begins()
  const stage = openStage(services, { needs, handlers, cast: openCast(cast), stock: sample.stock, seed: sampleSeed })
  composeSample(stage)
  const history = { deeds: stage.deeds, board: stage.board, now: stage.times.now }
  await Promise.all([stage.album.draw(sample.stock), writeHistory(services, needs, history)])
  return true
}
