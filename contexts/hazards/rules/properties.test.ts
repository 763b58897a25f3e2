import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chanceOf, type Chance } from '../../../kernel/chance.ts'
import { sentenceOf } from '../../../kernel/refusals.ts'
import { eventNames } from '../contract/names.ts'
import { refusals } from '../contract/refusals.ts'
import type { Action, ActionKind, DeedFacts } from './actions.ts'
import { apply, evolve, extensionAskedOf } from './apply.ts'
import { legalClock } from './clocks.ts'
import { actionKinds, decide, possibleActions } from './decide.ts'
import { escalated, escalations } from './escalation.ts'
import type { EventKind, HazardEvent } from './events.ts'
import { countsOfHazard, deltasBetween, deltasOfEvent, figureKeyOf, overdueOn, summed, type Delta, type Standing } from './figures.ts'
import { foundByAuthority, type Hazard, type RectifiedHazard, type State } from './hazard.ts'
import { merge } from './merge.ts'
import type { HazardRefusal } from './refusalFacts.ts'
import { owedBy } from './owed.ts'
import { reopen } from './reopen.ts'
import { enteredBy, randomLedger } from './testing/ledger.ts'
import { crowd, randomAction, randomFacts, randomFinding } from './testing/randomActions.ts'
import { foundBy, people, settings, beijing } from './testing/story.ts'

type Life = {
  readonly states: readonly Hazard[]
  readonly events: readonly HazardEvent[]
  readonly refused: readonly HazardRefusal[]
}

/** What brings a hazard on, so that random people get to its end. */
const onward: { readonly [S in State]: readonly ActionKind[] } = {
  found: ['classify'],
  classified: ['order'],
  ordered: ['plan', 'start', 'start', 'askExtension'],
  rectifying: ['selfCheck', 'selfCheck', 'askExtension'],
  selfChecked: ['review', 'evaluate', 'report'],
  evaluated: ['report', 'applyForReview'],
  applied: ['review'],
  reviewed: ['lift', 'close', 'close'],
  closed: ['close'],
}

type Attempt = { readonly action: Action; readonly facts: DeedFacts }

/** Mostly somebody tries to bring it on; else anybody tries anything. */
const attempt = (hazard: Hazard, chance: Chance, now: Temporal.Instant): Attempt => {
  const facts = randomFacts(chance, chance.pick(crowd), now)
  const softening: readonly ActionKind[] = hazard.softening === null ? [] : ['decideSoftening', 'decideSoftening', 'decideSoftening']
  const extension: readonly ActionKind[] =
    extensionAskedOf(hazard) === null ? [] : ['decideExtension', 'decideExtension', 'decideExtension']
  const kind = chance.fraction() < 0.8 ? chance.pick([...onward[hazard.state], ...softening, ...extension]) : chance.pick(actionKinds)
  return { action: randomAction(kind, chance, now), facts }
}

const live = (seed: number, steps: number): Life => {
  const chance = chanceOf(String(seed))
  const recheck = chanceOf(`recheck ${seed}`)
  const { how, proposedLevel } = randomFinding(chance)
  const finder = how === 'departmentCheck' ? people.inspector : how === 'selfCheck' ? people.officer : people.peer
  const ledger = chanceOf(`ledger ${seed}`)
  const begun = seed % 5 === 0 ? enteredBy(finder, randomLedger(ledger)) : foundBy(finder, { how, proposedLevel })
  const states: Hazard[] = [begun.hazard]
  const events: HazardEvent[] = [...begun.events]
  const refused: HazardRefusal[] = []
  let now = beijing('2026-11-02T09:00')
  let hazard: Hazard = begun.hazard
  const happen = (event: HazardEvent): void => {
    hazard = apply(hazard, event)
    events.push(event)
    states.push(hazard)
  }
  for (let step = 0; step < steps; step += 1) {
    now = now.add({ hours: chance.integer(0, 6) })
    if (chance.fraction() < 0.05) escalations(hazard, now, settings).forEach((late) => happen(escalated(late, now)))
    // A second person of the province confirms a recheck; of an open hazard nothing comes of it.
    if (recheck.fraction() < 0.02) {
      const reopened = reopen(hazard, { recheckId: `recheck-${step}`, reason: '仍在' }, randomFacts(recheck, recheck.pick(crowd), now), now)
      if (reopened.ok) happen(reopened.value)
    }
    const { action, facts } = attempt(hazard, chance, now)
    const verdict = decide(hazard, action, facts, now)
    if (verdict.ok) happen(verdict.value)
    else refused.push(verdict.refusal)
  }
  return { states, events, refused }
}

/** Lives are costly to make and cheap to judge, so each is made once. */
const lives = new Map<number, Life>()

const lifeOf = (seed: number): Life => {
  const lived = lives.get(seed) ?? live(seed, 130)
  lives.set(seed, lived)
  return lived
}

const seeds = fc.integer({ min: 0, max: 249 })

/** The first life that breaks a rule, with what is wrong in it; null where none does. */
const broken = (faultsOf: (life: Life, seed: number) => readonly unknown[]): unknown => {
  const { failed, counterexample } = fc.check(
    fc.property(seeds, (seed) => faultsOf(lifeOf(seed), seed).length === 0),
    { numRuns: 250 },
  )
  const seed = counterexample?.[0]
  return failed ? { seed, faults: seed === undefined ? [] : faultsOf(lifeOf(seed), seed) } : null
}

/** Everybody who had the work, did it, said it was done or judged it, told from the events alone. */
const handsFrom = (events: readonly HazardEvent[]): ReadonlySet<string> =>
  new Set(
    events.flatMap((event) => {
      if (event.kind === 'ordered') return [event.assignee.personId]
      if (event.kind === 'transferred') return [event.to.personId]
      if (event.kind === 'selfChecked') return [event.step.by.personId, ...event.rectifiedBy]
      if (event.kind === 'evaluated') return [event.step.by.personId, ...event.evaluators]
      return event.kind === 'reviewApplied' ? [event.step.by.personId] : []
    }),
  )

const rectified = (states: readonly Hazard[]): RectifiedHazard | null => {
  const last = states.at(-1)
  return last?.state === 'closed' && last.outcome === 'rectified' ? last : null
}

const late = beijing('2030-01-01T00:00')
const someday = beijing('2026-12-20T09:00')

describe('whatever people do, in whatever order', () => {
  it('no hazard is closed as rectified without a review by another person, who had no hand in it', () => {
    const faults = broken(({ states, events }) => {
      if (rectified(states) === null) return []
      const at = events.findLastIndex(({ kind }) => kind === 'reviewed')
      const review = events[at]
      const independent = review?.kind === 'reviewed' && !handsFrom(events.slice(0, at)).has(review.step.by.personId)
      return independent ? [] : [review]
    })
    expect(faults).toBeNull()
  })

  it('安全生产法 art. 41: no major hazard is closed by the unit, unreported, or while it is listed', () => {
    const faults = broken(({ states }) => {
      const closed = rectified(states)
      if (closed?.level !== 'major') return []
      const { review, closing, listing, reports } = closed
      const right =
        review.step.by.side === 'authority' &&
        closing.by.side === 'authority' &&
        listing === null &&
        reports.staff !== null &&
        (foundByAuthority(closed) || reports.authority !== null)
      return right ? [] : [closed]
    })
    expect(faults).toBeNull()
  })

  it('16号令 art. 15: no work on a major hazard starts without five in place', () => {
    const faults = broken(({ states, events }) =>
      events.filter((event, index) => {
        const before = states[index - 1]
        if (event.kind !== 'started' || before?.state !== 'ordered' || before.level !== 'major') return false
        return before.plan === null || Object.values(before.plan).some((part) => part === null || part === ' ')
      }),
    )
    expect(faults).toBeNull()
  })

  it('the origin of the legal clock never changes, and only an extension moves its end later', () => {
    const faults = broken(({ states, events }) =>
      states.filter((hazard, index) => {
        const [before, clock] = [legalClock(states[index - 1] ?? hazard), legalClock(hazard)]
        if (before === null) return false
        const later = clock !== null && clock.dueOn > before.dueOn
        return clock?.originAt !== before.originAt || (later && events[index]?.kind !== 'extensionGranted')
      }),
    )
    expect(faults).toBeNull()
  })

  it('nobody decides what he asked', () => {
    const answers: readonly (readonly [asked: EventKind, granted: EventKind])[] = [
      ['extensionAsked', 'extensionGranted'],
      ['softeningAsked', 'softened'],
      ['withdrawalAsked', 'withdrawn'],
    ]
    const faults = broken(({ events }) => {
      const by = (event: HazardEvent | undefined): string | null =>
        event === undefined || event.kind === 'escalated' ? null : event.step.by.personId
      return events.filter((event, index) => {
        const asked = answers.find(([, granted]) => granted === event.kind)?.[0]
        return asked !== undefined && by(events.slice(0, index).findLast(({ kind }) => kind === asked)) === by(event)
      })
    })
    expect(faults).toBeNull()
  })

  it('a closed hazard stays as it is: nothing is owed, and nothing happens to it but a reopening by an authority without a hand in it', () => {
    const faults = broken(({ states, events }) =>
      states.flatMap((closed, at) => {
        if (closed.state !== 'closed') return []
        const event = events[at + 1]
        const right =
          event === undefined ||
          (event.kind === 'reopened' &&
            closed.outcome === 'rectified' &&
            event.step.by.side === 'authority' &&
            ![...handsFrom(events.slice(0, at + 1)), closed.review.step.by.personId, closed.closing.by.personId].includes(
              event.step.by.personId,
            ))
        return [...(right ? [] : [event]), ...owedBy(closed, settings)]
      }),
    )
    expect(faults).toBeNull()
  })

  it('a reopened hazard keeps its level and its legal clock, begins a new round, and is owed by who is to put it right', () => {
    const faults = broken(({ states, events }) =>
      events.flatMap((event, at): readonly unknown[] => {
        const [before, after] = [states[at - 1], states[at]]
        if (event.kind !== 'reopened' || before?.state !== 'closed' || before.outcome !== 'rectified' || after?.state !== 'rectifying')
          return event.kind === 'reopened' ? [event] : []
        const same = JSON.stringify(legalClock(after)) === JSON.stringify(legalClock(before))
        const owner = owedBy(after, settings)[0]?.owner.personId
        return same && after.level === before.level && after.round === before.round + 1 && owner === (after.assignee?.personId ?? null)
          ? []
          : [after]
      }),
    )
    expect(faults).toBeNull()
  })

  it('who reviewed or closed a hazard falsely reviews or closes it no more', () => {
    const faults = broken(({ events }) => {
      const barred = new Set<string>()
      return events.filter((event, at) => {
        if (event.kind === 'reopened')
          for (const kind of ['reviewed', 'closed'] as const) {
            const last = events.slice(0, at).findLast((each) => each.kind === kind)
            if (last !== undefined && last.kind !== 'escalated') barred.add(last.step.by.personId)
          }
        return (event.kind === 'reviewed' || event.kind === 'closed') && barred.has(event.step.by.personId)
      })
    })
    expect(faults).toBeNull()
  })

  it('an open hazard always has somebody who owes its next step', () => {
    const faults = broken(({ states }) => states.filter((hazard) => hazard.state !== 'closed' && owedBy(hazard, settings).length === 0))
    expect(faults).toBeNull()
  })

  it('the state that is stored is the one that the history makes', () => {
    const faults = broken(({ states, events }) => {
      const [stored, made] = [states.at(-1), evolve(events)]
      return JSON.stringify(stored) === JSON.stringify(made) && made.version === events.length ? [] : [stored, made]
    })
    expect(faults).toBeNull()
  })

  it('a state survives being stored as JSON', () => {
    const { states } = lifeOf(7)
    for (const hazard of states) expect(JSON.parse(JSON.stringify(hazard))).toEqual(hazard)
  })

  it('each (step, round, request, tier) is told once', () => {
    const faults = broken(({ states, events }) => {
      const keys = events.flatMap((event) => (event.kind === 'escalated' ? [event.escalation.key] : []))
      const again = states.slice(-3).flatMap((hazard) => {
        const told = escalations(hazard, late, settings).reduce((after, each) => apply(after, escalated(each, late)), hazard)
        return escalations(told, late, settings)
      })
      return [...again, ...keys.filter((key, index) => keys.indexOf(key) !== index)]
    })
    expect(faults).toBeNull()
  })

  it('every refusal has both sentences', () => {
    const faults = broken(({ refused }) =>
      refused
        .map((refusal) => sentenceOf(refusals, refusal))
        .filter(({ zh, en }) => /undefined|null|NaN|\[object/.test(zh + en) || !zh.endsWith('。') || !en.endsWith('.')),
    )
    expect(faults).toBeNull()
  })

  it('what a screen greys out, the server refuses for the same reason', () => {
    const faults = broken(({ states }, seed) => {
      const chance = chanceOf(`screen ${seed}`)
      const hazard = chance.pick(states)
      const facts = randomFacts(chance, chance.pick(crowd), someday)
      return possibleActions(hazard, facts, someday).filter(({ action, refusal }) => {
        const verdict = decide(hazard, randomAction(action, chance, someday), facts, someday)
        return refusal !== null && (verdict.ok || JSON.stringify(verdict.refusal) !== JSON.stringify(refusal))
      })
    })
    expect(faults).toBeNull()
  })

  it('merged over any older version, an action never does what it could not do now', () => {
    const faults = broken(({ states, events }, seed) => {
      const chance = chanceOf(`merge ${seed}`)
      const hazard = states.at(-1)
      if (hazard === undefined) return ['no life']
      const action = randomAction(chance.pick(actionKinds), chance, someday)
      const facts = randomFacts(chance, chance.pick(crowd), someday)
      const merged = merge(hazard, { baseVersion: chance.integer(1, events.length), history: events }, action, facts, someday)
      const now = decide(hazard, action, facts, someday)
      return merged.ok && JSON.stringify(merged) !== JSON.stringify(now) ? [merged, now] : []
    })
    expect(faults).toBeNull()
  })
})

const sumOf = (deltas: readonly Delta[]): ReadonlyMap<string, number> =>
  new Map(summed(deltas).map((delta) => [figureKeyOf(delta), delta.change]))

describe('figures equal a recount from the records', () => {
  const standing = (region: string): Standing => ({ regionCode: region, industryCode: '2614', campaignId: 'campaign', registered: false })

  it('after any history, also of many hazards and of one that moved to another region', () => {
    fc.assert(
      fc.property(fc.array(seeds, { minLength: 1, maxLength: 4 }), (many) => {
        const deltas: Delta[] = []
        const counts: Delta[] = []
        many.forEach((seed, index) => {
          const { states, events } = lifeOf(seed)
          const [from, to] = [standing('330114001001'), standing(index % 2 === 0 ? '330114001001' : '330110002002')]
          events.forEach((event, at) => deltas.push(...deltasOfEvent(states[at - 1] ?? null, event, from)))
          const last = states.at(-1) ?? foundBy(people.inspector).hazard
          deltas.push(...deltasBetween(countsOfHazard(last, from), countsOfHazard(last, to)))
          counts.push(...countsOfHazard(last, to))
        })
        expect(sumOf(deltas)).toEqual(sumOf(counts))
        expect(overdueOn(deltas, '2026-12-31')).toBe(overdueOn(counts, '2026-12-31'))
      }),
      { numRuns: 100 },
    )
  })

  it('an event writes one row for each distinct key', () => {
    const faults = broken(({ states, events }) =>
      events.filter((event, at) => {
        const keys = deltasOfEvent(states[at - 1] ?? null, event, standing('330114001001')).map(figureKeyOf)
        return new Set(keys).size !== keys.length
      }),
    )
    expect(faults).toBeNull()
  })
})

describe('the random people are worth listening to', () => {
  it('they reach every state, every event and most refusals', () => {
    const all = Array.from({ length: 250 }, (_, seed) => lifeOf(seed))
    const states = new Set(all.flatMap((life) => life.states.map((hazard) => (hazard.state === 'closed' ? hazard.outcome : hazard.state))))
    const events = new Set(all.flatMap((life) => life.events.map(({ kind }) => kind)))
    const codes = new Set(all.flatMap((life) => life.refused.map(({ code }) => code)))
    expect([...states].toSorted()).toEqual([
      'applied',
      'classified',
      'closedInLedger',
      'evaluated',
      'found',
      'foundInError',
      'ordered',
      'rectified',
      'rectifying',
      'reviewed',
      'selfChecked',
    ])
    expect(Object.keys(eventNames).filter((kind) => !(events as ReadonlySet<string>).has(kind))).toEqual([])
    expect(codes.size).toBeGreaterThanOrEqual(25)
    const closedMajor = all.filter(({ states: each }) =>
      each.some((hazard) => hazard.state === 'closed' && hazard.outcome === 'rectified' && hazard.level === 'major'),
    )
    expect(closedMajor.length).toBeGreaterThan(0)
  })
})
