import type { PersonActor } from '../../../kernel/actor.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { RegionCode } from '../../../kernel/region.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { KeepEvidence } from '../../../platform/evidence/room.ts'
import type { Print } from '../../../platform/paper/printer.ts'

/** A unit of the register as a tip needs to know it. */
export type KnownUnit = { readonly unitId: string; readonly name: string; readonly regionCode: string }

export type KnownHazard = {
  readonly unitId: string
  readonly hazardId: string
  readonly unitName: string
  readonly number: string
  readonly description: string
  readonly state: string
  readonly closedAt: string | null
}

/** What a check found at a unit; evidence by the ids of the checker's own uploads. */
export type PublicFinding = {
  readonly unitId: string
  readonly description: string
  readonly proposedLevel: 'general' | 'major'
  readonly evidence: readonly string[]
}

/** What the room asks of the rest of the product; wired in main. */
export type Needs = {
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly regionNames: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
  /** The regions below one that are in force, for the public to choose from. */
  readonly regionsBelow: (tx: Tx, parent: string) => Promise<readonly { readonly code: string; readonly name: Sentence }[]>
  /** The widest region that this house answers for. */
  readonly homeRegion: (tx: Tx) => Promise<string>
  /** Whether a record may be made in the region on that day. */
  readonly regionInForce: (code: RegionCode, day: string) => Result<RegionCode>
  /** What the organisation of whoever acts has tightened of the limits. */
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  /** Units and hazards of the register, within the scope. */
  readonly unitKnown: (tx: Tx, unitId: string) => Promise<KnownUnit | undefined>
  readonly hazardKnown: (tx: Tx, unitId: string, hazardId: string) => Promise<KnownHazard | undefined>
  /** Puts what a check found on the register as reported by the public, under the checker's name. */
  readonly findReported: (
    tx: Tx,
    by: PersonActor,
    finding: PublicFinding,
  ) => Promise<Result<{ readonly unitId: string; readonly hazardId: string }>>
  readonly keepEvidence: KeepEvidence
  readonly print: Print
  /** Where people reach the product, without a slash at the end. */
  readonly address: () => string
}
