import { z } from 'zod'
import type { Action } from '../rules/actions.ts'
import { levels, staffMeans } from '../rules/hazard.ts'
import { tiers } from '../rules/people.ts'
import { day, id, longText } from './registerShapes.ts'

const reason = z.string().trim().max(2000)
const evidence = z.array(id).max(50)
const assignee = z.object({ personId: id, organisationId: id })
const people = z.array(id).max(50)
const answered = { agree: z.boolean(), reason: reason.nullable().default(null) }

const five = z.object({
  responsibility: longText.nullable(),
  measures: longText.nullable(),
  fundsYuan: z.number().min(0).max(1e12).nullable(),
  dueOn: day.nullable(),
  contingency: longText.nullable(),
})

const reviewed = {
  kind: z.literal('review'),
  opinion: reason,
  evidence,
  /** Why no position could be had; counts for a general hazard alone. */
  noPositionReason: reason.nullable().default(null),
}

/**
 * What a person does to a hazard: one of 23, each with its own details. Texts may come blank: which part a deed lacks is
 * the rules' to say, in words that people understand.
 */
export const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('classify'), level: z.enum(levels), reason: reason.nullable().default(null) }),
  z.object({ kind: z.literal('raise'), reason }),
  z.object({ kind: z.literal('askSoftening'), reason }),
  z.object({ kind: z.literal('decideSoftening'), ...answered }),
  z.object({
    kind: z.literal('order'),
    /** Who puts it right. */
    assignee: assignee.nullable(),
    requirement: reason,
    dueOn: day,
    longerReason: reason.nullable().default(null),
    interimControls: reason.nullable().default(null),
  }),
  z.object({ kind: z.literal('control'), controls: reason }),
  z.discriminatedUnion('to', [
    z.object({ kind: z.literal('report'), to: z.literal('authority'), evidence }),
    z.object({ kind: z.literal('report'), to: z.literal('staff'), means: z.enum(staffMeans), evidence }),
  ]),
  z.object({ kind: z.literal('plan'), five }),
  z.object({ kind: z.literal('start') }),
  z.object({ kind: z.literal('askExtension'), toOn: day, reason, interimControls: reason }),
  z.discriminatedUnion('grant', [
    z.object({ kind: z.literal('decideExtension'), grant: z.literal(true), toOn: day }),
    z.object({ kind: z.literal('decideExtension'), grant: z.literal(false), reason }),
  ]),
  z.object({ kind: z.literal('transfer'), to: assignee, reason }),
  z.object({
    kind: z.literal('handOver'),
    to: z.object({ organisationId: id, tier: z.enum(tiers).exclude(['unit']) }),
    reason,
  }),
  z.object({
    kind: z.literal('selfCheck'),
    rectifiedBy: people,
    description: reason,
    evidence,
    costYuan: z.number().min(0).max(1e12).nullable().default(null),
  }),
  z.object({
    kind: z.literal('evaluate'),
    by: z.enum(['ownExperts', 'qualifiedBody']),
    body: z.string().trim().max(200),
    /** Those evaluators who are people of the product. */
    evaluators: people.default([]),
    opinion: reason,
    passed: z.boolean(),
    evidence,
  }),
  z.object({ kind: z.literal('applyForReview'), evidence }),
  z.discriminatedUnion('passed', [
    z.object({ ...reviewed, passed: z.literal(true) }),
    z.object({ ...reviewed, passed: z.literal(false), redoOn: day.nullable().default(null), suspend: z.boolean().default(false) }),
  ]),
  z.object({ kind: z.literal('close') }),
  z.object({ kind: z.literal('list'), documentNo: z.string().trim().max(80), dueOn: day }),
  z.object({ kind: z.literal('lift'), reason: reason.nullable().default(null) }),
  /** The earlier hazard of the same unit; when it was found the server knows. */
  z.object({ kind: z.literal('linkRecurrence'), earlierHazardId: id, reason }),
  z.object({ kind: z.literal('askWithdrawal'), reason }),
  z.object({ kind: z.literal('decideWithdrawal'), ...answered }),
])

/** An action as it arrives; of an earlier hazard only its id. */
export type SentAction = z.output<typeof action>

type Complete = Exclude<SentAction, { readonly kind: 'linkRecurrence' }>

/** The compiler's word that what the contract parses is what the rules take: kind by kind, none left out. */
export const actionOfSent = (sent: Complete): Action => sent
