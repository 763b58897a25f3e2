import { describe, expect, test } from 'vitest'
import { actionKinds } from '../../rules/decide.ts'
import type { HazardEvent } from '../../rules/events.ts'
import { evolve } from '../../rules/apply.ts'
import { chooseActions } from './choose.ts'
import { actionOf, draftOf, fieldsOf, yuanOf, type Draft } from './drafts.ts'
import { judge } from './judge.ts'
import { personOf } from './me.ts'
import type { HazardRecord } from './record.ts'
import { stretchesOf } from './stretchesOf.ts'
import { beforeAndAfter, timelineOf } from './timelineOf.ts'
import { trackOf } from './trackOf.ts'

const hazardId = '0198f0a1-0000-7000-8000-000000000001'
const unitId = '0198f0a1-0000-7000-8000-000000000002'
const plant = '0198f0a1-0000-7000-8000-000000000003'
const bureau = '0198f0a1-0000-7000-8000-000000000004'

const inspector = { personId: 'inspector', organisationId: bureau, side: 'authority', tier: 'county', leads: false } as const
const safety = { personId: 'safety', organisationId: plant, side: 'unit', tier: 'unit', leads: false } as const

const step = (by: typeof inspector | typeof safety, claimedAt: string, receivedAt = claimedAt) => ({ by, claimedAt, receivedAt })
const spot = { lng: 121.5873, lat: 30.0416, accuracyMetres: 5 }

const found: HazardEvent = {
  kind: 'found',
  hazardId,
  unitId,
  organisationId: plant,
  step: step(inspector, '2026-10-12T01:14:00Z', '2026-10-12T01:40:00Z'),
  found: {
    step: step(inspector, '2026-10-12T01:14:00Z', '2026-10-12T01:40:00Z'),
    how: 'departmentCheck',
    description: '根部阀为手动',
    place: spot,
    evidence: ['before'],
    item: null,
    proposedLevel: 'general',
  },
}
const classified: HazardEvent = {
  kind: 'classified',
  hazardId,
  step: step(inspector, '2026-10-12T03:00:00Z'),
  level: 'general',
  reason: null,
}
const ordered: HazardEvent = {
  kind: 'ordered',
  hazardId,
  step: step(inspector, '2026-10-13T01:30:00Z'),
  assignee: { personId: 'safety', organisationId: plant },
  requirement: '换阀',
  dueOn: '2026-10-20',
  longerReason: null,
  controls: null,
}
const started: HazardEvent = { kind: 'started', hazardId, step: step(safety, '2026-10-13T02:00:00Z') }
const selfChecked = (at: string, evidence: string): HazardEvent => ({
  kind: 'selfChecked',
  hazardId,
  step: step(safety, at),
  rectifiedBy: ['safety'],
  description: '已换',
  evidence: [evidence],
  costYuan: 1200,
})
const refused: HazardEvent = {
  kind: 'reviewRefused',
  hazardId,
  step: step(inspector, '2026-10-16T02:00:00Z'),
  presence: { kind: 'position', position: { ...spot, lng: 121.5874 }, distanceMetres: 10 },
  opinion: '缺试验记录',
  evidence: ['seen'],
  redoOn: null,
  suspend: false,
}
const history: readonly HazardEvent[] = [found, classified, ordered, started, selfChecked('2026-10-15T02:00:00Z', 'after 1'), refused]

describe('the track', () => {
  test('of a general hazard has seven stops, of a major one nine', () => {
    expect(trackOf(evolve(history), history).stops.map((stop) => stop.step)).toEqual([
      'found',
      'classify',
      'order',
      'start',
      'rectify',
      'review',
      'close',
    ])
    const majorOne: readonly HazardEvent[] = [found, { ...classified, level: 'major' } as HazardEvent]
    expect(trackOf(evolve(majorOne), majorOne).stops).toHaveLength(9)
  })

  test('a refused review leads back to the work, with its day, its person and its reason', () => {
    const { present, turns, stops } = trackOf(evolve(history), history)
    expect(present).toBe(4)
    expect(turns).toEqual([{ from: 5, to: 4, at: '2026-10-16T02:00:00Z', personId: 'inspector', reason: '缺试验记录' }])
    expect(stops.map(({ by }) => by?.by.personId ?? null)).toEqual(['inspector', 'inspector', 'inspector', 'safety', null, null, null])
  })

  test('of one found in error ends with the withdrawal', () => {
    const story: readonly HazardEvent[] = [
      found,
      classified,
      { kind: 'withdrawalAsked', hazardId, step: step(inspector, '2026-10-12T04:00:00Z'), reason: '看错' },
      { kind: 'withdrawn', hazardId, step: step(inspector, '2026-10-12T05:00:00Z'), reason: null },
    ]
    const { stops, present } = trackOf(evolve(story), story)
    expect(stops.map((stop) => stop.step)).toEqual(['found', 'classify', 'withdrawn'])
    expect(present).toBe(3)
  })
})

test('each step clock begins with its step; a new round begins anew and the last one runs', () => {
  const stretches = stretchesOf(history, '2026-10-23T16:00:00Z')
  expect(stretches.map(({ step: name, round }) => `${name} ${round}`)).toEqual([
    'classify 0',
    'order 0',
    'start 1',
    'rectify 1',
    'review 1',
    'rectify 2',
  ])
  expect(stretches.map(({ startedAt }) => startedAt)).toEqual([
    '2026-10-12T01:40:00Z',
    '2026-10-12T03:00:00Z',
    '2026-10-13T01:30:00Z',
    '2026-10-13T02:00:00Z',
    '2026-10-15T02:00:00Z',
    '2026-10-16T02:00:00Z',
  ])
  expect(stretches.at(-1)).toMatchObject({ dueAt: '2026-10-23T16:00:00Z', endedAt: null })
})

describe('the timeline', () => {
  test('tells the newest first, each with the version it made', () => {
    expect(timelineOf(history).map(({ version }) => version)).toEqual([6, 5, 4, 3, 2, 1])
  })

  test('what came later than it was done says so, and what came at once does not', () => {
    const told = timelineOf(history)
    expect(told.at(-1)).toMatchObject({ at: '2026-10-12T01:14:00.000Z', receivedAt: '2026-10-12T01:40:00Z' })
    expect(told[0]?.receivedAt).toBeNull()
  })

  test('what was turned back stands hollow, with its distance from the finding', () => {
    expect(timelineOf(history)[0]).toMatchObject({ hollow: true, evidence: ['seen'], place: { fromFindingMetres: 10 } })
  })

  test('before is the finding, after is the last self-check', () => {
    const twice = [...history, selfChecked('2026-10-18T02:00:00Z', 'after 2')]
    expect(beforeAndAfter(twice)).toEqual({ before: ['before'], after: ['after 2'] })
    expect(beforeAndAfter([found])).toEqual({ before: ['before'], after: [] })
  })
})

describe('a draft', () => {
  const hazard = evolve(history)
  const blank = (kind: Parameters<typeof draftOf>[0]): Draft => draftOf(kind, hazard, { safety: '沈屿舟' }, null)

  test('every action has its fields, or is done without any', () => {
    const without = actionKinds.filter((kind) => fieldsOf(kind, hazard, blank(kind)).length === 0)
    expect(without).toEqual(['start', 'close'])
  })

  test('every action comes of a draft once its choices are made, each kind its own', () => {
    const chosen = {
      level: 'general',
      answer: 'yes',
      to: 'staff',
      dueOn: '2026-12-01',
      toOn: '2026-12-01',
      assignee: { personId: 'p', organisationId: plant, name: '' },
      authority: { organisationId: bureau, name: '', tier: 'county' },
      earlier: { hazardId: 'earlier', foundAt: '', name: '' },
    } as const
    for (const kind of actionKinds) expect(actionOf(kind, { ...blank(kind), ...chosen })).toMatchObject({ sent: { kind } })
  })

  test('a choice not made yet is named, and there is no action', () => {
    expect(actionOf('review', blank('review'))).toEqual({ lacking: 'answer' })
    expect(actionOf('handOver', blank('handOver'))).toEqual({ lacking: 'authority' })
    expect(actionOf('order', blank('order'))).toEqual({ lacking: 'dueOn' })
  })

  test('a refused review asks for the next day and whether the place stays shut', () => {
    expect(fieldsOf('review', hazard, { ...blank('review'), answer: 'no' })).toContain('redoOn')
    expect(fieldsOf('review', hazard, { ...blank('review'), answer: 'yes' })).not.toContain('redoOn')
  })

  test('a self-check begins with who is to put it right', () => {
    expect(blank('selfCheck').people).toEqual([{ personId: 'safety', organisationId: plant, name: '沈屿舟' }])
  })

  test('money is read as people write it', () => {
    expect(['38,6000', '38.6', '¥1 200元', '', '多少', '0'].map(yuanOf)).toEqual([386000, 38.6, 1200, null, null, 0])
  })
})

describe('the rule in the browser', () => {
  const hazard = evolve(history)
  const person = { personId: 'safety', organisationId: plant, side: 'unit', tier: 'unit', roles: ['safetyOfficer'] } as const
  const around = { person, at: '2026-10-17T02:00:00Z', position: null, earlierFoundAt: null }
  const sentOf = (draft: Partial<Draft>) => {
    const drafted = actionOf('selfCheck', { ...draftOf('selfCheck', hazard, {}, null), ...draft })
    if (!('sent' in drafted)) throw new Error(drafted.lacking)
    return drafted.sent
  }

  test('says what a deed lacks', () => {
    expect(judge(hazard, sentOf({}), around).refusal).toEqual({
      code: 'DEED_INCOMPLETE',
      facts: { action: 'selfCheck', missing: ['description', 'evidence'] },
    })
  })

  test('says who owes what once it is done', () => {
    const judged = judge(hazard, sentOf({ description: '已补', evidence: ['photo'] }), around)
    expect(judged).toMatchObject({ refusal: null, after: { state: 'selfChecked' }, owed: [{ kind: 'review', owner: { tier: 'county' } }] })
  })
})

test('what is next comes first; what belongs to another state is folded away', () => {
  const hazard = evolve(history)
  const refusal = (code: string) => ({ code, facts: {}, sentence: { zh: code, en: code } })
  const actions = [
    { action: 'selfCheck', refusal: null },
    { action: 'control', refusal: null },
    { action: 'decideExtension', refusal: refusal('NOTHING_ASKED') },
    { action: 'transfer', refusal: refusal('NOT_YOURS_TO_DO') },
    { action: 'classify', refusal: refusal('HAZARD_STATE_WRONG') },
  ] as HazardRecord['actions']
  const choice = chooseActions({ hazard, actions, owed: [] })
  expect([choice.next, choice.others, choice.refused.map(({ kind }) => kind)]).toEqual([['selfCheck'], ['control'], ['transfer']])
  expect(choice.irrelevant.map(({ kind }) => kind)).toEqual(['decideExtension', 'classify'])
})

test('who somebody is to a hazard comes of organisation and scope', () => {
  const me = (organisationId: string, ownOrganisationOnly: boolean, scopeRegion: string) =>
    personOf({ person: { id: 'p' }, post: { organisationId, ownOrganisationOnly, scopeRegion, roles: ['officer'] } } as never, plant)
  expect(
    [
      me(plant, true, '330211'),
      me(bureau, false, '330211'),
      me(bureau, false, '330200'),
      me(bureau, false, '330000'),
      me(bureau, true, '330211'),
    ].map(({ side, tier }) => `${side} ${tier}`),
  ).toEqual(['unit unit', 'authority county', 'authority city', 'authority province', 'peer unit'])
})
