import { expect, it } from 'vitest'
import type { PersonActor } from '../../kernel/actor.ts'
import type { Contract } from '../../kernel/contract.ts'
import { cursorText, parseCursor } from './cursor.ts'
import { eventsFor, isTold, topicsOf } from './topics.ts'

const actor = (change: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: 'p1',
  sessionId: 's1',
  postId: 'post1',
  organisationId: 'o1',
  regionCode: '330114',
  roles: ['officer'],
  scope: { lo: '330114', hi: '330115', organisationId: null },
  ...change,
})
const bound = actor({ scope: { lo: '330114', hi: '330115', organisationId: 'o1' } })
const admin = actor({ roles: ['systemAdmin'] })
const here = { regionCode: '330114003', organisationId: 'o1' }

it.each([
  ['in the county', actor(), here, true],
  ['in the county itself', actor(), { regionCode: '330114', organisationId: null }, true],
  ['in the county beside', actor(), { regionCode: '330115', organisationId: null }, false],
  ['in the city above', actor(), { regionCode: '3301', organisationId: null }, false],
  ['of no region', actor(), { regionCode: '', organisationId: null }, false],
  ['of the own organisation', bound, here, true],
  ['of another organisation', bound, { ...here, organisationId: 'o2' }, false],
  ['of no organisation, to one who is bound to one', bound, { ...here, organisationId: null }, false],
])('an event %s', (_, who, event, told) => {
  expect(isTold(who, { event: 'gate.opened' }, event)).toBe(told)
})

it('is told only to the roles that are named', () => {
  const topic = { event: 'gate.opened', roles: ['systemAdmin'] as const }
  expect(isTold(actor(), topic, here)).toBe(false)
  expect(isTold(admin, topic, here)).toBe(true)
  expect(isTold(admin, topic, { regionCode: '', organisationId: null })).toBe(false)
  expect(isTold(admin, { ...topic, anywhere: true }, { regionCode: '', organisationId: null })).toBe(true)
})

it('hints about the events that the rooms declare, and about alarms to those who run the installation', () => {
  const contract: Contract = {
    room: 'gate',
    actions: {},
    routes: {},
    refusals: {},
    views: [],
    events: { opened: { type: 'gate.opened', payload: undefined as never } },
  }
  const topics = topicsOf([contract])
  expect(eventsFor(actor(), topics)).toEqual({ scoped: ['gate.opened'], anywhere: [] })
  expect(eventsFor(admin, topics)).toEqual({
    scoped: ['gate.opened'],
    anywhere: ['work.alarmRaised', 'work.alarmAcknowledged', 'work.alarmEnded'],
  })
})

it('reads the cursors it writes, and no other', () => {
  const cursor = { era: '0a1b2c3d', xid: 18_446_744_073n }
  expect(parseCursor(cursorText(cursor))).toEqual(cursor)
  for (const text of ['', '5', '0a1b2c3d', '0a1b2c3d-', '0a1b2c3d-x', '0a1b2c3d--1', `0a1b2c3d-${'9'.repeat(20)}`, "0a1b2c3d-1'"])
    expect(parseCursor(text)).toBeNull()
})
