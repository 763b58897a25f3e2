import { z } from 'zod'
import { route, type Contract } from '../../../kernel/contract.ts'
import { actions } from './actions.ts'
import { words } from './words.ts'

const instant = z.iso.datetime()
/** Both languages, from the words of the room that owns the thing. */
const sentence = z.object({ zh: z.string(), en: z.string() })
/** A page of the product. */
const address = z.string().startsWith('/').nullable()

/** One thing somebody owes; whatever room it comes from, the desk orders it by the clock. */
export const owed = z.object({
  /** Unique within its room. */
  id: z.string(),
  room: z.string(),
  roomTitle: sentence,
  /** The room's word for the kind of thing, e.g. `rolesToGrant`. */
  kind: z.string(),
  title: sentence,
  /** The button that leads to the record. */
  deed: sentence,
  /** What it is about: a name of a person, a unit, a place. */
  subject: z.string(),
  detail: sentence.nullable(),
  /** The four levels of the law, 1 the gravest. */
  level: z.number().int().min(1).max(4).nullable(),
  recordKind: z.string(),
  recordId: z.string(),
  address,
  owedSince: instant,
  /** The step's own clock, which starts anew with each step. */
  stepDueAt: instant.nullable(),
  /** The clock that law started; it never resets. */
  lawDueAt: instant.nullable(),
})

export const alarm = z.object({
  id: z.uuid(),
  kind: z.string(),
  subject: z.string(),
  sentence,
  firstAt: instant,
  lastAt: instant,
  failures: z.number().int(),
  acknowledgedAt: instant.nullable(),
  /** The name of who knows; null where nobody does yet, or the product knows the person no more. */
  acknowledgedBy: z.string().nullable(),
})

export const figure = z.object({
  room: z.string(),
  figure: z.string(),
  title: sentence,
  unit: sentence,
  value: z.number(),
  /** The list of the records that are counted. */
  address,
  /** The end of each of the last 30 days in Beijing, the oldest first; the last is today. */
  trend: z.array(z.object({ day: z.iso.date(), value: z.number() })),
})

export const deed = z.object({
  at: instant,
  action: z.string(),
  title: sentence,
  /** What the record is called; null where the product knows it no more, or it lies out of scope. */
  subject: sentence.nullable(),
  recordKind: z.string(),
  recordId: z.string(),
  address,
  result: z.enum(['done', 'refused']),
})

export const routes = {
  desk: route({
    method: 'GET',
    path: '/api/desk',
    summary: { zh: '我的工作台：我欠的事、报警、本区数字', en: 'My desk: what I owe, my alarms, my region’s figures' },
    action: 'desk.read',
    scope: 'rows',
    output: z.object({
      /** By the earlier of both clocks, so that what is overdue comes first; without a clock last. At most 500. */
      owed: z.array(owed),
      /** How many there are in all. */
      owedTotal: z.number().int(),
      alarms: z.array(alarm),
      /** Of the scope of the present post; those whose records it may open. */
      figures: z.array(figure),
      /** One's own last ten deeds. */
      recent: z.array(deed),
      asOf: instant,
      /** The rooms whose changes make this answer stale. */
      follows: z.array(z.string()),
    }),
    success: 200,
    refusals: [],
  }),
  acknowledgeAlarm: route({
    method: 'POST',
    path: '/api/desk/alarms/:id/acknowledge',
    summary: { zh: '确认报警', en: 'Acknowledge an alarm' },
    action: 'alarm.acknowledge',
    scope: 'record',
    params: z.object({ id: z.uuid() }),
    output: alarm,
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
}

export const contract = { room: 'desk', actions, routes, refusals: {}, events: {}, views: [], words } satisfies Contract<
  Record<never, never>,
  typeof actions
>
