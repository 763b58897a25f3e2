import { describe, expect, it } from 'vitest'
import {
  assign,
  confirm,
  find,
  mayJudge,
  partOf,
  standsAbove,
  tierOfScope,
  tiers,
  type Closure,
  type Fix,
  type Recheck,
  type Seen,
  type Supervisor,
} from './recheck.ts'

const closure: Closure = {
  closerId: 'closer',
  closerTier: 'county',
  reviewerId: 'reviewer',
  reviewerTier: 'county',
  finderId: 'finder',
  handIds: ['worker', 'evaluator'],
}
const recheck = (change: Partial<Recheck> = {}): Recheck => ({ state: 'assigned', closure, assigneeId: 'city', foundBy: null, ...change })
const city: Supervisor = { personId: 'city', tier: 'city' }
const mate: Supervisor = { personId: 'mate', tier: 'city' }
const place: Fix = { lng: 120.5, lat: 30.3, accuracyMetres: 10 }
const seen = (change: Partial<Seen> = {}): Seen => ({
  finding: 'true',
  note: '',
  photos: 1,
  position: place,
  noPositionReason: null,
  ...change,
})
const limits = { recheckMetres: 300, recheckPhotos: 1 }
const code = (verdict: { readonly ok: boolean; readonly refusal?: { readonly code: string }; readonly value?: unknown }): unknown =>
  verdict.ok ? verdict.value : verdict.refusal?.code

const far = { ...place, lat: place.lat + 0.01 }

describe('复核: who may judge a closure', () => {
  it.each(['closer', 'reviewer', 'finder', 'worker', 'evaluator'])('not the %s, who had a part in it', (personId) => {
    expect(code(mayJudge(closure, { personId, tier: 'province' }))).toBe('RECHECK_HAD_PART')
  })
  it('everybody with a part is named once', () => {
    expect(partOf({ ...closure, reviewerId: 'closer' }).toSorted()).toEqual(['closer', 'evaluator', 'finder', 'worker'])
  })
  it('nobody of the tier that closed it or of one below, but another of the province, above which nobody stands', () => {
    expect(tiers.filter((tier) => standsAbove(tier, closure))).toEqual(['city', 'province'])
    expect(tiers.filter((tier) => standsAbove(tier, { closerTier: 'unit', reviewerTier: 'unit' }))).toEqual([
      'town',
      'county',
      'city',
      'province',
    ])
    expect(tiers.filter((tier) => standsAbove(tier, { closerTier: 'unit', reviewerTier: 'city' }))).toEqual(['province'])
    expect(tiers.filter((tier) => standsAbove(tier, { closerTier: 'province', reviewerTier: 'unit' }))).toEqual(['province'])
  })
  it('a tier is told by the digits of a scope', () => {
    expect(['', '33', '3301', '330114', '330114001'].map(tierOfScope)).toEqual(['province', 'province', 'city', 'county', 'town'])
  })
})

describe('四不两直: on the spot, with photos, without notice', () => {
  it.each([
    ['truly closed', recheck(), city, seen(), { state: 'settled', outcome: 'true', distanceMetres: 0 }],
    ['false', recheck(), city, seen({ finding: 'false', note: '仍无显示' }), { state: 'unconfirmed', outcome: null, distanceMetres: 0 }],
    [
      'came back',
      recheck(),
      city,
      seen({ finding: 'cameBack', note: '又堵上了' }),
      { state: 'settled', outcome: 'cameBack', distanceMetres: 0 },
    ],
    [
      'nothing to judge, without a photo',
      recheck(),
      city,
      seen({ finding: 'unjudged', note: '已停产', photos: 0 }),
      { state: 'settled', outcome: 'unjudged', distanceMetres: 0 },
    ],
    [
      'without a position and saying why',
      recheck(),
      city,
      seen({ position: null, noPositionReason: '地下室' }),
      { state: 'settled', outcome: 'true', distanceMetres: null },
    ],
    ['without a position', recheck(), city, seen({ position: null }), 'RECHECK_POSITION_MISSING'],
    ['from a kilometre away', recheck(), city, seen({ position: far }), 'RECHECK_OFF_THE_SPOT'],
    [
      'from a kilometre away by a position that may be off by one',
      recheck(),
      city,
      seen({ position: { ...far, accuracyMetres: 1000 } }),
      { state: 'settled', outcome: 'true', distanceMetres: 1112 },
    ],
    ['false without saying what was seen', recheck(), city, seen({ finding: 'false', note: ' ' }), 'RECHECK_NOTE_MISSING'],
    ['without a photo', recheck(), city, seen({ photos: 0 }), 'RECHECK_PHOTOS_MISSING'],
    ['by somebody it was not given to', recheck(), mate, seen(), 'RECHECK_NOT_YOURS'],
    ['before it was given to anybody', recheck({ state: 'drawn', assigneeId: null }), city, seen(), 'RECHECK_STATE_WRONG'],
    ['twice', recheck({ state: 'settled' }), city, seen(), 'RECHECK_STATE_WRONG'],
    [
      'by who had a part in it',
      recheck({ assigneeId: 'closer' }),
      { personId: 'closer', tier: 'city' } as const,
      seen(),
      'RECHECK_HAD_PART',
    ],
  ] as const)('%s', (_title, given, by, what, then) => expect(code(find(given, by, what, place, limits))).toEqual(then))

  it('a hazard without a place has no distance', () => {
    expect(code(find(recheck(), city, seen(), null, limits))).toEqual({ state: 'settled', outcome: 'true', distanceMetres: null })
  })
})

describe('a second person', () => {
  const found = recheck({ state: 'unconfirmed', foundBy: 'city' })
  it.each([
    ['agrees', found, mate, { agree: true, note: '' }, 'false'],
    ['does not, and says why', found, mate, { agree: false, note: '照片是另一处' }, 'notConfirmed'],
    ['does not, and says nothing', found, mate, { agree: false, note: '' }, 'RECHECK_NOTE_MISSING'],
    ['is not the first', found, city, { agree: true, note: '' }, 'RECHECK_SECOND_PERSON'],
    ['had no part in it', found, { personId: 'reviewer', tier: 'city' } as const, { agree: true, note: '' }, 'RECHECK_HAD_PART'],
    ['stands above who closed it', found, { personId: 'x', tier: 'county' } as const, { agree: true, note: '' }, 'RECHECK_TIER_TOO_LOW'],
    ['answers once', recheck({ state: 'settled', foundBy: 'city' }), mate, { agree: true, note: '' }, 'RECHECK_STATE_WRONG'],
  ] as const)('%s', (_title, given, by, answer, then) => expect(code(confirm(given, by, answer))).toBe(then))
})

describe('giving a recheck to somebody', () => {
  it.each([
    ['who stands above', recheck({ state: 'drawn' }), city, null],
    ['another, while nothing is found', recheck(), mate, null],
    ['after something is found', recheck({ state: 'unconfirmed' }), mate, 'RECHECK_STATE_WRONG'],
    ['who had a part', recheck({ state: 'drawn' }), { personId: 'finder', tier: 'city' } as const, 'RECHECK_HAD_PART'],
    ['of the county that closed it', recheck({ state: 'drawn' }), { personId: 'x', tier: 'county' } as const, 'RECHECK_TIER_TOO_LOW'],
  ] as const)('%s', (_title, given, to, then) => expect(code(assign(given, to))).toBe(then))
})
