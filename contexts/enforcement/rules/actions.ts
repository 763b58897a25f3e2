import type { HolidayCalendar } from '../../../kernel/time.ts'
import type { Tightened } from '../../../kernel/law.ts'
import type { CitedHazard, Officer, Party, Penalty, Remedy, Result, ServedPaper, ServiceWay } from './case.ts'
import type { Cause } from './causes.ts'
import type { Person } from './people.ts'

type NoMore = Record<never, never>

type Served = {
  readonly paper: ServedPaper
  readonly way: ServiceWay
  readonly servedOn: string
  readonly receiver: string
  readonly witness: string | null
  readonly evidence: readonly string[]
}

/** What each action says beyond who and when. Days are dates in Beijing (`2026-12-01`), money in yuan, evidence by its ids. */
export type ActionDetails = {
  approveOpening: NoMore
  refuseOpening: { readonly reason: string }
  replaceOfficers: { readonly officers: readonly Officer[]; readonly reason: string }
  askRecusal: { readonly personId: string; readonly reason: string }
  decideRecusal: { readonly agree: boolean; readonly reason: string; readonly replacement: Officer | null }
  addFact: {
    readonly text: string
    readonly happenedOn: string | null
    readonly evidence: readonly string[]
    readonly hazard: CitedHazard | null
  }
  strikeFact: { readonly place: number; readonly reason: string }
  proposePenalty: { readonly penalty: Penalty }
  notify: NoMore
  serve: Served
  /** The party confirms online that it has a paper, and agrees to be served so (行政处罚法 art. 61). */
  confirmReceipt: { readonly paper: ServedPaper }
  state: { readonly text: string; readonly evidence: readonly string[] }
  answerStatement: { readonly place: number; readonly accepted: boolean; readonly reason: string }
  askHearing: { readonly reason: string }
  waive: NoMore
  /** The periods of the notice have run out and the party asked for nothing more. */
  closeRights: NoMore
  callHearing: { readonly heldAt: string; readonly place: string; readonly presiderId: string }
  holdHearing: { readonly opinion: string; readonly record: readonly string[] }
  /** The party takes its demand back, or did not come without a reason (art. 64 (6)). */
  dropHearing: { readonly reason: string }
  reviewLegally: { readonly passed: boolean; readonly opinion: string }
  discuss: { readonly attendees: readonly string[]; readonly opinion: string }
  extend: { readonly toOn: string; readonly reason: string }
  decide: {
    readonly result: Result
    readonly penalty: Penalty | null
    readonly reasons: string
    readonly rectifyBy: string | null
    /** Why it comes after the term. */
    readonly lateReason: string | null
  }
  recordPayment: { readonly yuan: number; readonly paidOn: string; readonly receiptNo: string }
  askInstalments: { readonly reason: string }
  decideInstalments: { readonly agree: boolean; readonly dueOn: string | null; readonly reason: string }
  recordRectified: { readonly opinion: string; readonly evidence: readonly string[] }
  noteRemedy: { readonly remedy: Remedy['kind']; readonly filedOn: string }
  endRemedy: { readonly endedOn: string; readonly outcome: 'upheld' | 'revoked' }
  urge: NoMore
  askCourt: NoMore
  withdraw: { readonly reason: string }
  close: { readonly reason: string }
}

export type ActionKind = keyof ActionDetails

export type ActionOf<Kind extends ActionKind> = { readonly kind: Kind } & ActionDetails[Kind]

/** One thing a person wants to do to a case. */
export type Action = { readonly [Kind in ActionKind]: ActionOf<Kind> }[ActionKind]

/** What a case is proposed or decided on the spot with. */
export type NewCase = {
  readonly caseId: string
  readonly unitId: string
  readonly organisationId: string | null
  readonly cause: Cause
  readonly matter: string
  readonly party: Party
  readonly foundOn: string
  readonly actEndedOn: string | null
  readonly harm: boolean
  readonly officers: readonly Officer[]
  readonly fact: { readonly text: string; readonly evidence: readonly string[]; readonly hazard: CitedHazard | null }
}

/** By what the limits are read: what was tightened, and the days off that are known. */
export type Settings = { readonly tightened: Tightened; readonly calendar: HolidayCalendar }

/** Around a deed: who, and the limits in force. The moment is the server's own. */
export type DeedFacts = Settings & { readonly person: Person }
