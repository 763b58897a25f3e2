import type { ActionDetails, NewCase } from './actions.ts'
import type { CitedHazard, Officer, Penalty, ServedPaper, ServiceWay } from './case.ts'
import type { Step } from './people.ts'

type NoMore = Record<never, never>

/** What each event says beyond which case, who and when. */
export type EventDetails = {
  proposed: Omit<NewCase, 'caseId'>
  decidedOnSpot: Omit<NewCase, 'caseId'> & { readonly penalty: Penalty; readonly receiver: string }
  opened: NoMore
  openingRefused: { readonly reason: string }
  officersReplaced: { readonly officers: readonly Officer[]; readonly reason: string }
  recusalAsked: ActionDetails['askRecusal']
  recusalDecided: ActionDetails['decideRecusal'] & { readonly personId: string }
  factAdded: {
    readonly text: string
    readonly happenedOn: string | null
    readonly evidence: readonly string[]
    readonly hazard: CitedHazard | null
  }
  factStruck: ActionDetails['strikeFact']
  penaltyProposed: { readonly penalty: Penalty }
  notified: { readonly penalty: Penalty; readonly mayBeHeard: boolean }
  served: {
    readonly paper: ServedPaper
    readonly way: ServiceWay
    readonly servedOn: string
    readonly receiver: string
    readonly witness: string | null
    readonly evidence: readonly string[]
  }
  stated: ActionDetails['state']
  statementAnswered: ActionDetails['answerStatement']
  hearingAsked: ActionDetails['askHearing']
  waived: NoMore
  rightsLapsed: NoMore
  hearingCalled: ActionDetails['callHearing']
  hearingHeld: ActionDetails['holdHearing']
  hearingDropped: ActionDetails['dropHearing']
  reviewed: { readonly opinion: string }
  returned: { readonly opinion: string }
  discussed: ActionDetails['discuss']
  extended: ActionDetails['extend']
  decided: ActionDetails['decide']
  paid: ActionDetails['recordPayment']
  instalmentsAsked: ActionDetails['askInstalments']
  instalmentsDecided: ActionDetails['decideInstalments']
  rectified: ActionDetails['recordRectified']
  remedyNoted: ActionDetails['noteRemedy']
  remedyEnded: ActionDetails['endRemedy']
  urged: NoMore
  courtAsked: NoMore
  withdrawn: ActionDetails['withdraw']
  closed: { readonly reason: string }
}

export type EventKind = keyof EventDetails

export type EventOf<Kind extends EventKind> = { readonly kind: Kind; readonly caseId: string; readonly step: Step } & EventDetails[Kind]

/** Everything that ever happens to a case. Nothing is taken back; a correction is an event of its own. */
export type CaseEvent = { readonly [Kind in EventKind]: EventOf<Kind> }[EventKind]
