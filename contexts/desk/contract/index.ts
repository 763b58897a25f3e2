import { z } from 'zod'
import { roles, type Role } from '../../../kernel/actor.ts'
import { route, type Contract } from '../../../kernel/contract.ts'

/** Everybody has a desk. */
export const actions = { 'desk.read': roles } as const satisfies Record<string, readonly Role[]>

const instant = z.iso.datetime()

/** One thing somebody owes; whatever room it comes from, the desk orders it by the clock. */
export const owed = z.object({
  id: z.string(),
  room: z.string(),
  /** The room's word for the kind of thing, e.g. `rolesToGrant`; its sentence stands in the room's messages. */
  kind: z.string(),
  /** What it is about: a name of a person, a unit, a place. */
  subject: z.string(),
  detail: z.string().nullable(),
  level: z.number().int().min(1).max(4).nullable(),
  recordKind: z.string(),
  recordId: z.string(),
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
  firstAt: instant,
  lastAt: instant,
  failures: z.number().int(),
  acknowledgedAt: instant.nullable(),
  acknowledgedBy: z.string().nullable(),
})

export const routes = {
  desk: route({
    method: 'GET',
    path: '/api/desk',
    summary: { zh: '我的工作台：我欠的事、报警、本区数字', en: 'My desk: what I owe, my alarms, my region’s figures' },
    action: 'desk.read',
    scope: 'rows',
    output: z.object({
      owed: z.array(owed),
      alarms: z.array(alarm),
      figures: z.array(
        z.object({
          room: z.string(),
          figure: z.string(),
          value: z.number(),
          /** The end of each of the last 30 days, the oldest first. */
          trend: z.array(z.object({ day: z.iso.date(), value: z.number() })),
        }),
      ),
      recent: z.array(z.object({ at: instant, action: z.string(), recordKind: z.string(), recordId: z.string(), result: z.enum(['done', 'refused']) })),
      asOf: instant,
    }),
    success: 200,
    refusals: [],
  }),
  acknowledgeAlarm: route({
    method: 'POST',
    path: '/api/desk/alarms/:id/acknowledge',
    summary: { zh: '确认报警', en: 'Acknowledge an alarm' },
    action: 'desk.read',
    scope: 'record',
    params: z.object({ id: z.uuid() }),
    output: alarm,
    success: 200,
    refusals: ['RECORD_NOT_FOUND'],
  }),
}

export const contract = { room: 'desk', actions, routes, refusals: {}, events: {}, views: [] } satisfies Contract<Record<never, never>, typeof actions>
