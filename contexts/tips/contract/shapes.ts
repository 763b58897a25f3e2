import { z } from 'zod'
import { parseRegionCode } from '../../../kernel/region.ts'
import { actionKinds } from '../rules/actions.ts'
import type { TipEvent } from '../rules/events.ts'
import { publicStates } from '../rules/follow.ts'
import { accidentGrades, identities, outcomes, rewardKinds, states, topics } from '../rules/tip.ts'

export const id = z.uuid()
export const instant = z.iso.datetime()
export const day = z.iso.date()
export const version = z.number().int().min(1)
export const regionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3})?)?$/)
  .refine((code) => parseRegionCode(code).ok, 'not a region code (GB/T 2260): a level is skipped')
export const sentence = z.object({ zh: z.string(), en: z.string() })
export const shortText = z.string().trim().min(1).max(200)
export const longText = z.string().trim().min(1).max(2000)

export const pageQuery = {
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
}

export const fix = z.object({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  accuracyMetres: z.number().min(0).max(100_000),
})

export const topic = z.enum(topics)
export const state = z.enum(states)
export const outcome = z.enum(outcomes)
export const posterKinds = ['gate', 'street', 'village', 'region'] as const
export const posterKind = z.enum(posterKinds)
export type PosterKind = (typeof posterKinds)[number]

/** 128 bits in hex: nobody guesses the code of a poster, and it says nothing. */
export const posterCode = z.string().regex(/^[0-9a-f]{32}$/)

/** How a number of the bulletin or of the five-full board opens what it counts. */
export const tallyFigures = ['received', 'decided', 'decidedInTime', 'substantiated', 'rewarded', 'rewardYuan'] as const
export type TallyFigure = (typeof tallyFigures)[number]

export const rewardStates = ['none', 'proposed', 'agreed', 'refused', 'paid'] as const
export type RewardState = (typeof rewardStates)[number]

/** A tip as a list shows it. Nothing of the informant is in it. */
export const tipLine = z.object({
  tipId: id,
  /** How the office speaks of it: county, year, its place in the year: `330114-2026-J0007`. */
  number: z.string(),
  receivedAt: instant,
  state,
  topics: z.array(topic),
  words: z.string(),
  place: z.string(),
  regionCode,
  regionName: sentence,
  posterTitle: z.string().nullable(),
  photos: z.number().int(),
  named: z.boolean(),
  insider: z.boolean(),
  dueAt: instant.nullable(),
  overdue: z.boolean(),
  decidedAt: instant.nullable(),
  outcome: outcome.nullable(),
  reward: z.enum(rewardStates),
  rewardYuan: z.number().int().nullable(),
  awaitsReply: z.boolean(),
  joinedInto: id.nullable(),
  version,
})

const refusal = z.object({ code: z.string(), facts: z.record(z.string(), z.unknown()), sentence }).nullable()

/** The event as the rules made it. */
const event = z.looseObject({ kind: z.string() }) as unknown as z.ZodType<TipEvent>

export const tipRecord = z.object({
  line: tipLine,
  position: fix.nullable(),
  photoIds: z.array(id),
  identity: z.enum(identities),
  reveals: z.array(z.object({ personName: z.string(), at: instant })),
  /** Oldest first; as many as its version. */
  history: z.array(event),
  actions: z.array(z.object({ action: z.enum(actionKinds), refusal })),
  hazard: z
    .object({
      unitId: id,
      hazardId: id,
      unitName: z.string(),
      number: z.string(),
      description: z.string(),
      state: z.string(),
      closedAt: instant.nullable(),
    })
    .nullable(),
  /** The unit at whose gate the poster hangs. */
  posterUnit: z.object({ unitId: id, name: z.string() }).nullable(),
  reward: z
    .object({
      kind: z.enum(rewardKinds),
      fineYuan: z.number(),
      deaths: z.number().int(),
      grade: z.enum(accidentGrades),
      amountYuan: z.number().int(),
      reason: z.string(),
      proposedBy: z.string(),
      decided: z.object({ agree: z.boolean(), reason: z.string(), by: z.string(), at: instant }).nullable(),
      paid: z.object({ note: z.string(), by: z.string(), at: instant }).nullable(),
    })
    .nullable(),
  messages: z.array(z.object({ from: z.enum(['informant', 'office']), by: z.string().nullable(), text: z.string(), at: instant })),
  /** Others that were joined to it, and the one it was joined to. */
  joined: z.array(z.object({ tipId: id, number: z.string(), receivedAt: instant, words: z.string() })),
  joinedInto: z.object({ tipId: id, number: z.string(), state }).nullable(),
  /** Open tips near in place and time that may tell of the same. */
  alike: z.array(z.object({ tipId: id, number: z.string(), receivedAt: instant, words: z.string(), state })),
  people: z.record(z.string(), z.string()),
})

export const followView = z.object({
  state: z.enum(publicStates),
  steps: z.array(z.object({ state: z.enum(publicStates), at: instant })),
  answer: z.string().nullable(),
  referredTo: z.string().nullable(),
  reward: z.enum(['none', 'considered', 'granted', 'paid']),
  amountYuan: z.number().int().nullable(),
  messages: z.array(z.object({ from: z.enum(['informant', 'office']), text: z.string(), at: instant })),
  together: z.boolean(),
  named: z.boolean(),
  /** By when the present step is due; null once it is decided. */
  dueAt: instant.nullable(),
})

export const posterRow = z.object({
  id,
  code: posterCode,
  kind: posterKind,
  title: z.string(),
  words: sentence,
  regionCode,
  regionName: sentence,
  unit: z.object({ unitId: id, name: z.string() }).nullable(),
  madeAt: instant,
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  tips: z.number().int(),
  version,
})
