import type { PersonActor, Role } from '../../../kernel/actor.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Services, Tx } from '../../../platform/database/transaction.ts'

/** Names by id; whoever the product knows no more is not in it. */
export type Names = ReadonlyMap<string, string>

/** What supervision asks of the rest of the product; wired in main. */
export type Needs = {
  /** People by id, whatever the scope: who did what is told to everybody who may read it. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Short names of organisations by id, within the scope. */
  readonly organisationNames: (tx: Tx, ids: readonly string[]) => Promise<Names>
  /** Names of regions by code, in both languages; a code that stands for none is not in it. */
  readonly regionNames: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
}

/** What draws, rechecks and doubts ask beyond that. */
export type InspectionNeeds = Needs & {
  /** What an organisation tightened of the limits. */
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  /** Who of these roles answers for a region, or for one it lies in; posts in the asker's sight alone. */
  readonly supervisorsFor: (
    tx: Tx,
    region: string,
    roles: readonly Role[],
  ) => Promise<
    readonly {
      readonly personId: string
      readonly name: string
      readonly title: string
      readonly organisationId: string
      readonly scopeRegion: string
    }[]
  >
  /** Opens a closed hazard again that a confirmed recheck found still there. */
  readonly reopenHazard: (
    tx: Tx,
    actor: PersonActor,
    request: { readonly unitId: string; readonly hazardId: string; readonly recheckId: string; readonly reason: string },
  ) => Promise<Result<null>>
  /** Sees to it that a photo can be found by how it looks. */
  readonly readLikeness: (services: Services, hash: string) => Promise<unknown>
}
