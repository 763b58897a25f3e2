import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf } from '../../../kernel/chance.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import { eventNames } from '../contract/names.ts'
import { refusals } from '../contract/refusals.ts'
import type { ActionKind } from './actions.ts'
import { apply, evolve } from './apply.ts'
import type { Case, State } from './case.ts'
import { actionKinds, decide, possibleActions } from './decide.ts'
import type { CaseEvent } from './events.ts'
import { balanceYuan, fineOf, todayOf } from './fine.ts'
import { owedBy } from './owed.ts'
import { paperAt, paperOf, papersOfParty } from './paper.ts'
import { partyHistory, partySees } from './partyView.ts'
import type { CaseRefusal } from './refusalFacts.ts'
import { crowd, randomAction } from './testing/randomActions.ts'
import { beijing, factsOf, proposedCase, settings } from './testing/story.ts'

type Life = {
  readonly states: readonly { readonly held: Case; readonly at: Temporal.Instant }[]
  readonly events: readonly CaseEvent[]
  readonly refused: readonly CaseRefusal[]
}

/** What brings a case on, so that random people get to its end. */
const onward: { readonly [S in State]: readonly ActionKind[] } = {
  proposed: ['approveOpening'],
  investigating: ['proposePenalty', 'notify', 'notify', 'addFact'],
  noticed: ['confirmReceipt', 'confirmReceipt', 'askHearing', 'waive', 'closeRights', 'state'],
  hearingAsked: ['callHearing'],
  hearingCalled: ['confirmReceipt', 'confirmReceipt', 'holdHearing', 'holdHearing', 'dropHearing'],
  weighing: ['answerStatement', 'decideRecusal', 'reviewLegally', 'discuss', 'decide', 'decide'],
  decided: ['confirmReceipt', 'serve', 'close'],
  served: [
    'recordPayment',
    'recordPayment',
    'recordRectified',
    'close',
    'urge',
    'noteRemedy',
    'endRemedy',
    'askInstalments',
    'decideInstalments',
  ],
  closed: ['close'],
}

const live = (seed: number): Life => {
  const chance = chanceOf(String(seed))
  const begun = proposedCase()
  let now = beijing('2026-11-02T10:00')
  let { held } = begun
  const states = [{ held, at: now }]
  const events = [...begun.history]
  const refused: CaseRefusal[] = []
  for (let step = 0; step < 140; step += 1) {
    now = now.add({ hours: chance.integer(0, 40) })
    const kind = chance.fraction() < 0.85 ? chance.pick(onward[held.state]) : chance.pick(actionKinds)
    const verdict = decide(held, randomAction(kind, held, chance, now), factsOf(chance.pick(crowd)), now)
    if (!verdict.ok) {
      refused.push(verdict.refusal)
      continue
    }
    held = apply(held, verdict.value)
    events.push(verdict.value)
    states.push({ held, at: now })
  }
  return { states, events, refused }
}

/** Lives are costly to make and cheap to judge, so each is made once. */
const lives = new Map<number, Life>()

const holds = (judge: (life: Life) => void): void =>
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 120 }), (seed) => {
      const life = lives.get(seed) ?? live(seed)
      lives.set(seed, life)
      judge(life)
    }),
    { numRuns: 120 },
  )

const last = ({ states }: Life): Case => states.at(-1)!.held

describe('whatever anybody tries', () => {
  it('the history is the case: evolved anew it is the same, and each event is one version', () =>
    holds((life) => {
      expect(evolve(life.events)).toEqual(last(life))
      expect(last(life).version).toBe(life.events.length)
    }))

  it('行政处罚法 art. 44, 57: no penalty is decided without a notice that reached the party before', () =>
    holds(({ events }) => {
      const decided = events.findIndex((event) => event.kind === 'decided' && event.result === 'penalty')
      if (decided < 0) return
      const before = events.slice(0, decided)
      const noticed = before.findLastIndex(({ kind }) => kind === 'notified')
      expect(noticed).toBeGreaterThan(0)
      expect(before.slice(noticed).some((event) => event.kind === 'served' && event.paper === 'notice')).toBe(true)
    }))

  it('行政处罚法 art. 45: what is decided is never heavier than what was told last', () =>
    holds(({ events }) => {
      const decided = events.find((event) => event.kind === 'decided')
      const notified = events.findLast((event) => event.kind === 'notified')
      if (decided?.kind !== 'decided' || decided.penalty === null || notified?.kind !== 'notified') return
      expect(decided.penalty.fineYuan).toBeLessThanOrEqual(notified.penalty.fineYuan)
    }))

  it('行政处罚法 art. 57, 58, 64: who ever investigated neither opens, reviews, presides nor decides', () =>
    holds(({ states, events }) => {
      events.forEach((event, at) => {
        if (!['opened', 'reviewed', 'returned', 'hearingHeld', 'decided'].includes(event.kind)) return
        expect(states[at]!.held.investigators).not.toContain(event.step.by.personId)
      })
    }))

  it('行政处罚法 art. 42: two officers at least, at every moment', () =>
    holds(({ states }) => states.forEach(({ held }) => expect(held.officers.length).toBeGreaterThanOrEqual(2))))

  it('行政处罚法 art. 72: fine and surcharge are never overpaid, and the surcharge never exceeds the fine', () =>
    holds(({ states }) =>
      states.forEach(({ held, at }) => {
        if (held.state !== 'served') return
        const balance = balanceYuan(held, todayOf(at), settings)
        expect(balance).toBeGreaterThanOrEqual(0)
        expect(balance).toBeLessThanOrEqual(2 * fineOf(held))
      }),
    ))

  it('nothing is deleted: a closed case changes no more, a struck fact stays', () =>
    holds(({ states }) => {
      const closed = states.findIndex(({ held }) => held.state === 'closed')
      expect([-1, states.length - 1]).toContain(closed)
      const known = states.map(({ held }) => held.facts.length)
      expect(known).toEqual(known.toSorted((one, other) => one - other))
    }))

  it('an open case is always owed by somebody, a closed one by nobody', () =>
    holds(({ states }) =>
      states.forEach(({ held, at }) => {
        const waitsForCourt = held.state === 'served' && held.remedies.some(({ ended }) => ended === null)
        const somebody = owedBy(held, at, settings).length > 0
        expect(somebody || waitsForCourt).toBe(held.state !== 'closed')
      }),
    ))

  it('a greyed action is refused for the very same reason when it is tried', () =>
    holds(({ states }) => {
      const { held, at } = states[Math.floor(states.length / 2)]!
      const chance = chanceOf('greyed')
      for (const person of crowd)
        for (const { action, refusal } of possibleActions(held, factsOf(person), at)) {
          if (refusal === null) continue
          expect(decide(held, randomAction(action, held, chance, at), factsOf(person), at)).toEqual({ ok: false, refusal })
        }
    }))

  it('every refusal has both sentences, and every event its name', () =>
    holds(({ refused, events }) => {
      for (const refusal of refused) {
        const { zh, en } = sentenceOf(refusals, refusal)
        expect(zh).toMatch(/\p{Script=Han}.*。$/u)
        expect(en).toMatch(/^[A-Z“].*\.$/u)
        expect(`${zh}${en}`).not.toMatch(/undefined|null|NaN|\[object/)
      }
      for (const { kind } of events) expect(eventNames[kind].zh).not.toBe('')
    }))

  it('each event with a paper prints it, and the party has none that was not served to it', () =>
    holds(({ events }) => {
      events.forEach((event, at) => expect(paperAt(events, at + 1, settings).ok).toBe(paperOf(event) !== null))
      for (const version of papersOfParty(events))
        expect(['notice', 'hearingNotice', 'decision', 'receipt']).toContain(paperOf(events[version - 1]!))
    }))

  it('the party is told nothing internal', () =>
    holds(({ events, states }) => {
      for (const event of partyHistory(events))
        expect(['proposed', 'opened', 'factAdded', 'penaltyProposed', 'reviewed', 'returned', 'discussed', 'extended']).not.toContain(
          event.kind,
        )
      const told = events.findIndex(({ kind }) => kind === 'notified' || kind === 'decided')
      for (const { held } of told < 0 ? states : states.slice(0, told)) expect(partySees(held)).toBe(false)
    }))
})

it('random people get everywhere', () => {
  const reached = new Set<State>()
  const outcomes = new Set<string>()
  for (let seed = 1; seed <= 120; seed += 1) {
    const life = lives.get(seed) ?? live(seed)
    for (const { held } of life.states) {
      reached.add(held.state)
      if (held.state === 'closed') outcomes.add(held.outcome)
    }
  }
  expect(reached.size).toBe(9)
  expect(outcomes.size).toBeGreaterThanOrEqual(6)
})
