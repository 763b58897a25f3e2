import type { RefusalOf } from '../../../kernel/refusals.ts'
import type { Result } from '../../../kernel/result.ts'
import type { ActionKind } from './actions.ts'
import type { EventKind } from './events.ts'
import type { FiveItem, Finding, HandKind, Level, State } from './hazard.ts'
import type { Tier } from './people.ts'

/** What a deed needs and did not get. */
export type MissingPart =
  | 'description'
  | 'reason'
  | 'evidence'
  | 'requirement'
  | 'assignee'
  | 'interimControls'
  | 'controls'
  | 'rectifiedBy'
  | 'body'
  | 'opinion'
  | 'documentNo'

/** Whose deed it is. */
export type Needed =
  | 'manager'
  | 'managerOrAuthority'
  | 'headOrAuthority'
  | 'unitOrAuthority'
  | 'assigneeOrManager'
  | 'authority'
  | 'countyAuthority'
  | 'reviewer'

/** Why a deed is an authority's and nobody else's. */
export type Because = 'major' | 'foundByAuthority' | 'orderedByAuthority' | 'otherOrganisation'

/** Why a hazard cannot be opened again, or not by this person. */
export type ReopeningProblem = 'notClosed' | 'foundInError' | 'closedInLedger' | 'notAuthority' | 'hadHand' | 'noReason'

/** A deed that somebody did meanwhile. */
export type MeanwhileDeed = { readonly kind: EventKind; readonly personId: string; readonly claimedAt: string; readonly receivedAt: string }

/** The facts of every refusal of the hazard's loop, of risk and of major hazard sources. */
export type HazardFacts = {
  HAZARD_STATE_WRONG: { action: ActionKind; state: State; expected: readonly State[] }
  NOT_YOURS_TO_DO: { action: ActionKind; needed: Needed; because: Because | null }
  DEED_INCOMPLETE: { action: ActionKind | 'find'; missing: readonly MissingPart[] }
  EVIDENCE_TOO_LITTLE: { action: ActionKind; given: number; least: number }
  ITEM_MAKES_MAJOR: { itemCode: string; edition: string; clause: string }
  SECOND_PERSON_NEEDED: { action: ActionKind; firstPersonId: string }
  LEVEL_UNSUITED: { action: ActionKind; level: Level; expected: Level }
  DUE_IN_PAST: { dueOn: string; today: string }
  DUE_LONGER_THAN_USUAL: { dueOn: string; usualOn: string; days: number }
  DUE_BEYOND_LAW: { dueOn: string; lawDueOn: string }
  DUE_BEYOND_LISTING: { dueOn: string; listingDueOn: string }
  FIVE_NOT_IN_PLACE: { missing: readonly FiveItem[] }
  REPORT_NOT_NEEDED: { to: 'authority' | 'staff'; how: Finding }
  REPORTED_ALREADY: { to: 'authority' | 'staff'; at: string }
  REPORTS_MISSING: { missing: readonly ('authority' | 'staff')[] }
  EXTENSION_TOO_LATE: { dueAt: string; askedAt: string; clock: 'law' | 'step' }
  EXTENSIONS_USED_UP: { granted: number; most: number }
  EXTENSION_NOT_LATER: { dueOn: string; askedOn: string }
  EXTENSION_MORE_THAN_ASKED: { askedOn: string; grantedOn: string }
  EXTENSION_GRANTER_TOO_LOW: { setterTier: Tier; setterLeads: boolean; granterTier: Tier; least: Tier }
  ASKED_ALREADY: { action: ActionKind; personId: string; at: string }
  NOTHING_ASKED: { action: ActionKind }
  HAND_OVER_UNSUITED: {
    problem: 'noDepartment' | 'otherTier'
    statedTier: Exclude<Tier, 'unit'>
    /** Where the organisation sits; null where it can have no charge at all. */
    tier: Exclude<Tier, 'unit'> | null
  }
  TRANSFER_TO_SAME: { organisationId: string; personId: string | null }
  REVIEWER_NOT_INDEPENDENT: { action: ActionKind; personId: string; as: HandKind }
  POSITION_MISSING: { action: ActionKind; limitMetres: number }
  NOT_ON_THE_SPOT: { distanceMetres: number; accuracyMetres: number; limitMetres: number }
  LISTED_ALREADY: { tier: Tier; organisationId: string; documentNo: string }
  NOT_LISTED: { action: ActionKind }
  LISTING_NOT_LIFTED: { action: ActionKind; tier: Tier; organisationId: string; documentNo: string }
  LISTING_TIER_TOO_LOW: { listedTier: Tier; ownTier: Tier }
  RECURRENCE_UNSUITED: { problem: 'itself' | 'otherUnit' | 'notEarlier' | 'linkedAlready'; earlierId: string }
  CHANGED_MEANWHILE: { action: ActionKind; deeds: readonly MeanwhileDeed[]; because: string | null }
  RISK_VALUE_OFF_SCALE: { method: 'LS' | 'LEC'; factor: 'L' | 'S' | 'E' | 'C'; value: number; scale: readonly number[] }
  SUBSTANCE_UNKNOWN: { substance: string }
  SUBSTANCE_AMBIGUOUS: { substance: string; candidates: readonly string[] }
  QUANTITY_INVALID: { substance: string; tonnes: number }
  REOPENING_UNSUITED: { problem: ReopeningProblem }
  PAPER_UNSUITED: { kind: EventKind; version: number }
}

export type HazardRefusal = RefusalOf<HazardFacts>

/** What a rule of the hazard answers. */
export type Verdict<Value> = Result<Value, HazardRefusal>

/** The answer of a rule that refuses; the facts belong to the code. */
export const no = <Code extends keyof HazardFacts>(
  code: Code,
  facts: HazardFacts[Code],
): { readonly ok: false; readonly refusal: HazardRefusal } => ({
  ok: false,
  // A code and its own facts are one member of the union; the compiler can't see it through the index.
  refusal: { code, facts } as unknown as HazardRefusal,
})
