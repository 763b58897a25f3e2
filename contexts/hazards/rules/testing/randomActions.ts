import type { Chance } from '../../../../kernel/chance.ts'
import type { Action, ActionKind, DeedFacts } from '../actions.ts'
import { findings, levels, type Assignee } from '../hazard.ts'
import type { Person } from '../people.ts'
import { factsOf, people, place } from './story.ts'

export const crowd: readonly Person[] = Object.values(people)

const assignees: readonly Assignee[] = [
  { personId: 'worker', organisationId: 'plant' },
  { personId: 'officer', organisationId: 'plant' },
  { personId: 'inspector', organisationId: 'plant' },
  { personId: 'contractor', organisationId: 'contractors' },
]

const texts = ['说明', '说明', '说明', ' ']

/** A day around a moment, now and then one gone by. */
const dayNear = (chance: Chance, now: Temporal.Instant): string =>
  now
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDate()
    .add({ days: chance.integer(-3, 60) })
    .toString()

/** The same kind of action in details that are mostly, and not always, as they should be. */
export const randomAction = (kind: ActionKind, chance: Chance, now: Temporal.Instant): Action => {
  const text = chance.pick(texts)
  const evidence = chance.pick([['photo'], ['photo', 'paper'], []])
  const day = dayNear(chance, now)
  const yes = chance.fraction() < 0.7
  switch (kind) {
    case 'classify':
      return { kind, level: chance.pick(levels), reason: text }
    case 'raise':
    case 'askSoftening':
    case 'askWithdrawal':
      return { kind, reason: text }
    case 'decideSoftening':
    case 'decideWithdrawal':
      return { kind, agree: yes, reason: text }
    case 'order':
      return { kind, assignee: chance.pick(assignees), requirement: text, dueOn: day, longerReason: text, interimControls: text }
    case 'control':
      return { kind, controls: text }
    case 'report':
      return yes ? { kind, to: 'staff', means: 'staffCongress', evidence } : { kind, to: 'authority', evidence }
    case 'plan':
      return {
        kind,
        five: {
          responsibility: text,
          measures: text,
          fundsYuan: yes ? 0 : null,
          dueOn: yes ? now.toString().slice(0, 10) : day,
          contingency: text,
        },
      }
    case 'start':
    case 'close':
      return { kind }
    case 'askExtension':
      return { kind, toOn: day, reason: text, interimControls: text }
    case 'decideExtension':
      return yes ? { kind, grant: true, toOn: day } : { kind, grant: false, reason: text }
    case 'transfer':
      return { kind, to: chance.pick(assignees), reason: text }
    case 'handOver':
      return { kind, to: { organisationId: chance.pick(['fireBureau', 'cityBureau']), tier: 'county' }, reason: text }
    case 'selfCheck':
      return { kind, rectifiedBy: [chance.pick(['mate', 'deputy', 'county'])], description: text, evidence, costYuan: null }
    case 'evaluate':
      return { kind, by: 'ownExperts', body: text, evaluators: chance.pick([[], ['city']]), opinion: text, passed: yes, evidence }
    case 'applyForReview':
      return { kind, evidence }
    case 'review':
      return yes
        ? { kind, passed: true, opinion: text, evidence, noPositionReason: text }
        : { kind, passed: false, opinion: text, evidence, noPositionReason: null, redoOn: chance.pick([null, day]), suspend: false }
    case 'list':
      return { kind, documentNo: text, dueOn: day }
    case 'lift':
      return { kind, reason: text }
    case 'linkRecurrence':
      return {
        kind,
        earlier: { hazardId: chance.pick(['hazard-0', 'hazard-1']), unitId: 'unit-1', foundAt: '2026-01-01T00:00:00Z' },
        reason: text,
      }
  }
}

export const randomFinding = (chance: Chance) => ({ how: chance.pick(findings), proposedLevel: chance.pick(levels) })

/** A person with a device that is right, slow or fast, and mostly on the spot. */
export const randomFacts = (chance: Chance, person: Person, now: Temporal.Instant): DeedFacts =>
  factsOf(person, now, {
    claimedAt: now.add({ hours: chance.pick([0, 0, -5, 3]) }).toString(),
    position: chance.pick([place, place, null, { ...place, lat: place.lat + 0.01 }]),
  })
