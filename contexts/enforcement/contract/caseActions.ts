import { z } from 'zod'
import type { Action } from '../rules/actions.ts'
import { discretions, results, served, serviceWays } from '../rules/case.ts'
import { causes } from '../rules/causes.ts'
import { otherPenalties, partyKinds } from '../rules/penalties.ts'

export const id = z.uuid()
export const day = z.iso.date()
export const instant = z.iso.datetime()
export const sentence = z.object({ zh: z.string(), en: z.string() })
export const version = z.number().int().min(1)

const reason = z.string().trim().max(2000)
const evidence = z.array(id).max(50)
const yuanAmount = z.number().int().min(0).max(1_000_000_000)
const answered = { agree: z.boolean(), reason }

export const officer = z.object({ personId: id, certificateNo: z.string().trim().max(40), validTo: day })

export const penalty = z.object({
  penaltyKey: z.string().max(60),
  fineYuan: yuanAmount,
  others: z.array(z.enum(otherPenalties)).max(otherPenalties.length),
  incomeYuan: yuanAmount.nullable().default(null),
  discretion: z.object({ kind: z.enum(discretions), reasons: reason }),
})

/** What a case begins with. The server itself knows the unit and, of a hazard, its number and version. */
export const beginning = z.object({
  cause: z.enum(causes),
  matter: z.string().trim().max(200),
  party: z.object({
    kind: z.enum(partyKinds),
    /** Of a person; the unit’s own name the register knows. */
    name: z.string().trim().max(100).default(''),
    title: z.string().trim().max(100).nullable().default(null),
    personId: id.nullable().default(null),
  }),
  foundOn: day,
  actEndedOn: day.nullable().default(null),
  harm: z.boolean().default(false),
  officers: z.array(officer).max(6),
  fact: z.object({ text: reason, evidence, hazardId: id.nullable().default(null) }),
  /** With it the case is decided and handed over on the spot. */
  spot: z
    .object({ penalty, receiver: z.string().trim().max(100) })
    .nullable()
    .default(null),
})

const place = z.number().int().min(1)

/**
 * What somebody of the authority does to a case. Texts may come blank: which part a deed lacks is the rules' to say, in
 * words that people understand.
 */
export const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('approveOpening') }),
  z.object({ kind: z.literal('refuseOpening'), reason }),
  z.object({ kind: z.literal('replaceOfficers'), officers: z.array(officer).max(6), reason }),
  z.object({ kind: z.literal('askRecusal'), personId: id, reason }),
  z.object({ kind: z.literal('decideRecusal'), ...answered, replacement: officer.nullable().default(null) }),
  z.object({
    kind: z.literal('addFact'),
    text: reason,
    happenedOn: day.nullable().default(null),
    evidence,
    /** The hazard whose record proves it; its number and version the server knows. */
    hazardId: id.nullable().default(null),
  }),
  z.object({ kind: z.literal('strikeFact'), place, reason }),
  z.object({ kind: z.literal('proposePenalty'), penalty }),
  z.object({ kind: z.literal('notify') }),
  z.object({
    kind: z.literal('serve'),
    paper: z.enum(served),
    way: z.enum(serviceWays),
    servedOn: day,
    receiver: z.string().trim().max(100),
    witness: z.string().trim().max(100).nullable().default(null),
    evidence,
  }),
  z.object({ kind: z.literal('state'), text: reason, evidence }),
  z.object({ kind: z.literal('answerStatement'), place, accepted: z.boolean(), reason }),
  z.object({ kind: z.literal('closeRights') }),
  z.object({ kind: z.literal('callHearing'), heldAt: instant, place: z.string().trim().max(200), presiderId: id }),
  z.object({ kind: z.literal('holdHearing'), opinion: reason, record: evidence }),
  z.object({ kind: z.literal('dropHearing'), reason }),
  z.object({ kind: z.literal('reviewLegally'), passed: z.boolean(), opinion: reason }),
  z.object({ kind: z.literal('discuss'), attendees: z.array(id).max(20), opinion: reason }),
  z.object({ kind: z.literal('extend'), toOn: day, reason }),
  z.object({
    kind: z.literal('decide'),
    result: z.enum(results),
    penalty: penalty.nullable().default(null),
    reasons: reason,
    rectifyBy: day.nullable().default(null),
    lateReason: reason.nullable().default(null),
  }),
  z.object({ kind: z.literal('recordPayment'), yuan: yuanAmount, paidOn: day, receiptNo: z.string().trim().max(60) }),
  z.object({ kind: z.literal('decideInstalments'), ...answered, dueOn: day.nullable().default(null) }),
  z.object({ kind: z.literal('recordRectified'), opinion: reason, evidence }),
  z.object({ kind: z.literal('noteRemedy'), remedy: z.enum(['reconsideration', 'lawsuit']), filedOn: day }),
  z.object({ kind: z.literal('endRemedy'), endedOn: day, outcome: z.enum(['upheld', 'revoked']) }),
  z.object({ kind: z.literal('urge') }),
  z.object({ kind: z.literal('askCourt') }),
  z.object({ kind: z.literal('withdraw'), reason }),
  z.object({ kind: z.literal('close'), reason }),
])

/** What the party does to its own case. */
export const partyAction = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('confirmReceipt'), paper: z.enum(served) }),
  z.object({ kind: z.literal('state'), text: reason, evidence }),
  z.object({ kind: z.literal('askHearing'), reason }),
  z.object({ kind: z.literal('waive') }),
  z.object({ kind: z.literal('dropHearing'), reason }),
  z.object({ kind: z.literal('askRecusal'), personId: id, reason }),
  z.object({ kind: z.literal('askInstalments'), reason }),
  z.object({ kind: z.literal('noteRemedy'), remedy: z.enum(['reconsideration', 'lawsuit']), filedOn: day }),
])

export type SentAction = z.output<typeof action>
export type SentPartyAction = z.output<typeof partyAction>
export type SentBeginning = z.output<typeof beginning>

type Complete = Exclude<SentAction, { readonly kind: 'addFact' }> | SentPartyAction

/** The compiler's word that what the contract parses is what the rules take: kind by kind, none left out. */
export const actionOfSent = (sent: Complete): Action => sent
