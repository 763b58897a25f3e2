import type { Role } from '../../../kernel/actor.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { Sentence } from '../../../kernel/refusals.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { Print } from '../../../platform/paper/printer.ts'

/** A unit as a party to a case. */
export type UnitOfCase = {
  readonly unitId: string
  readonly name: string
  readonly uscc: string | null
  readonly address: string | null
  readonly organisationId: string | null
  readonly regionCode: string
  /** Who answers for it by the register. */
  readonly responsiblePersonId: string | null
}

/** A hazard as a case cites it. */
export type HazardOfCase = {
  readonly hazardId: string
  readonly number: string
  readonly description: string
  readonly version: number
  readonly level: 'general' | 'major' | null
  readonly state: string
  readonly foundOn: string
  readonly dueOn: string | null
}

/** A hazard that may be worth a case, by why. */
export type Lead = {
  readonly unitId: string
  readonly unitName: string
  readonly hazardId: string
  readonly number: string
  readonly description: string
  readonly level: 'general' | 'major'
  readonly regionCode: string
  readonly cause: 'hazardMajor' | 'hazardLate' | 'falseClosure'
  readonly foundOn: string
  readonly dueOn: string | null
}

export type PersonInRole = { readonly personId: string; readonly name: string; readonly title: string; readonly roles: readonly Role[] }

/** What enforcement asks of the rest of the product; wired in main. */
export type Needs = {
  /** People by id, whatever the scope: who did what to a case is told to everybody who may read it. */
  readonly peopleNames: (tx: Tx, ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** People of an organisation in scope who hold one of the roles now, by name. */
  readonly peopleInRoles: (tx: Tx, organisationId: string, roles: readonly Role[]) => Promise<readonly PersonInRole[]>
  /** Organisations in full and in short, whatever the scope. */
  readonly organisationTitles: (
    tx: Tx,
    ids: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly shortName: string }>>
  /** What an open organisation is and where it sits, whatever the scope; undefined for none. */
  readonly seatOf: (tx: Tx, organisationId: string) => Promise<{ readonly kind: string; readonly regionCode: string } | undefined>
  readonly regionNames: (tx: Tx, codes: readonly string[]) => Promise<ReadonlyMap<string, Sentence>>
  readonly tightenedFor: (tx: Tx, organisationId: string | null) => Promise<Tightened>
  /** A unit in scope; undefined outside. */
  readonly unitOfCase: (tx: Tx, unitId: string) => Promise<UnitOfCase | undefined>
  /** Hazards of a unit in scope, the newest first; with `ids` those alone. */
  readonly hazardsOfCase: (tx: Tx, unitId: string, ids?: readonly string[]) => Promise<readonly HazardOfCase[]>
  /** Hazards in scope that call for enforcement: major and overdue, long overdue, or closed falsely. */
  readonly caseLeads: (tx: Tx, asked: { readonly region: string | undefined; readonly most: number }) => Promise<readonly Lead[]>
}

export type PaperNeeds = {
  readonly print: Print
  /** Where people reach the product, without a slash at the end. */
  readonly address: () => string
}
