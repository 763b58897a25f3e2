import { describe, expect, it } from 'vitest'
import type { HazardEvent } from './events.ts'
import { paperAt, type HazardPaper } from './paper.ts'
import { checkOf } from './paperCheck.ts'
import { shownOf } from './paperShown.ts'
import {
  acts,
  after,
  applied,
  five,
  foundBy,
  item,
  majorOrdered,
  ordered,
  ownOrdered,
  people,
  selfChecked,
  type Story,
} from './testing/story.ts'

const { inspector, city, worker, head, countyLeader } = people

/** The paper of the last thing that happened. */
const paperOf = ({ events }: Story): HazardPaper => {
  const paper = paperAt(events, events.length)
  if (!paper.ok) throw new Error(`${paper.refusal.code}`)
  return paper.value
}

const generalRefused = (): Story => after(selfChecked(ordered()), [{ ...acts.refuse, redoOn: '2026-11-13', suspend: true }, inspector])
const twice = (): Story => after(generalRefused(), [acts.selfCheck, worker, '2026-11-12T10:00'], [acts.review, inspector])

describe('what stands on the paper of each event', () => {
  it.each<readonly [string, () => Story, object]>([
    [
      'an authority’s order is 责令限期整改指令书 (安全生产法 art. 65)',
      ordered,
      {
        kind: 'order',
        version: 3,
        ordinal: 1,
        by: { personId: 'inspector', side: 'authority' },
        level: 'general',
        requirement: '更换',
        dueOn: '2026-11-16',
        controls: '停用该区域',
        assignee: { personId: 'worker' },
        five: null,
        shown: { found: ['photo-1'], selfCheck: [], review: [] },
        found: { description: '可燃气体报警器失效', place: { accuracyMetres: 8 } },
      },
    ],
    ['the unit’s own order is 隐患整改通知单 (16号令 art. 15)', ownOrdered, { kind: 'notice', by: { side: 'unit' }, dueOn: '2026-11-16' }],
    [
      'the order of a major hazard names the five before they are in place (16号令 art. 15)',
      majorOrdered,
      { kind: 'order', level: 'major', five: { responsibility: null, measures: null, fundsYuan: null, dueOn: null, contingency: null } },
    ],
    [
      'a listing is 挂牌督办通知书 under the number that was given (安全生产法 art. 41)',
      () => after(majorOrdered(), [acts.plan, head], [acts.list, city]),
      { kind: 'listing', documentNo: '督办〔2026〕1号', dueOn: '2026-12-31', tier: 'city', five: { ...five, dueOn: '2026-11-15' } },
    ],
    [
      'a review that passed says what it answers, what was done, and where the reviewer stood',
      () => after(selfChecked(ordered()), [acts.review, inspector]),
      {
        kind: 'review',
        passed: true,
        redoOn: null,
        suspend: false,
        round: 1,
        opinion: '合格',
        answers: { kind: 'order', by: { organisationId: 'countyBureau' }, dueOn: '2026-11-16', requirement: '更换' },
        selfCheck: { description: '已更换', rectifiedBy: ['mate'], costYuan: 58_000, step: { by: { personId: 'worker' } } },
        presence: { kind: 'position', distanceMetres: 0, position: { accuracyMetres: 8 } },
        evaluation: null,
        assignee: { personId: 'worker' },
        shown: { found: ['photo-1'], selfCheck: ['photo-2'], review: ['photo-3'] },
      },
    ],
    [
      'a review that did not pass keeps the self-check it refused, and says by when again',
      generalRefused,
      { kind: 'review', passed: false, redoOn: '2026-11-13', suspend: true, round: 1, selfCheck: { description: '已更换' } },
    ],
    ['a second review is the second of its kind, of the second round', twice, { kind: 'review', passed: true, ordinal: 2, round: 2 }],
    [
      'a review of a major hazard says who evaluated it (16号令 art. 18), and the five',
      () => after(applied(majorOrdered()), [acts.review, countyLeader]),
      { kind: 'review', evaluation: { by: 'qualifiedBody', body: '评价机构' }, five: { fundsYuan: 60_000 }, level: 'major' },
    ],
    [
      'a review of an own notice answers the notice',
      () => after(selfChecked(ownOrdered()), [acts.review, head]),
      { kind: 'review', answers: { kind: 'notice' } },
    ],
  ])('%s', (_title, story, expected) => expect(paperOf(story())).toMatchObject(expected))

  it.each<readonly [string, () => Story, readonly string[]]>([
    ['order, general', ordered, ['第四十一条', '第六十五条第一款第三项', '第十五条']],
    ['order, major', majorOrdered, ['第四十一条', '第六十五条第一款第三项', '第十五条', '第十六条']],
    ['notice', ownOrdered, ['第四十一条', '第十五条']],
    ['review by an authority', () => after(selfChecked(ordered()), [acts.review, inspector]), ['第四十一条', '第六十五条第一款第三项']],
    [
      'review, major',
      () => after(applied(majorOrdered()), [acts.review, countyLeader]),
      ['第四十一条', '第六十五条第一款第三项', '第十八条', '第二十三条'],
    ],
  ])('%s rests on its clauses', (_title, story, clauses) => {
    const { bases } = paperOf(story())
    expect(bases.map(({ zh }) => zh)).toEqual(clauses)
  })

  it('has the cited item with its edition and clause', () => {
    expect(
      paperOf(after(foundBy(inspector, { item, proposedLevel: 'major' }), [acts.major, inspector], [acts.order, inspector])).found.item,
    ).toEqual(item)
  })
})

describe('what has no paper', () => {
  it.each([
    [1, 'found'],
    [2, 'classified'],
    [4, 'started'],
    [5, 'selfChecked'],
  ])('version %d, %s', (version, kind) => {
    expect(paperAt(selfChecked(ordered()).events, version)).toEqual({
      ok: false,
      refusal: { code: 'PAPER_UNSUITED', facts: { kind, version } },
    })
  })
  it('a version that never was is a bug of the caller', () => {
    expect(() => paperAt(ordered().events, 4)).toThrow(RangeError)
  })
})

describe('a paper printed later', () => {
  it('is what it was, whatever happened since', () => {
    const then = ordered()
    const later = after(selfChecked(then), [acts.review, inspector], [acts.close, inspector])
    expect(paperAt(later.events, 3)).toEqual(paperAt(then.events, 3))
    expect(paperAt(later.events, 3).ok).toBe(true)
  })
})

describe('the check value', () => {
  const [, , order] = ordered().events
  it('is eight hex digits, whatever the order of the keys', () => {
    const turned = Object.fromEntries(Object.entries(order!).toReversed()) as unknown as HazardEvent
    expect(checkOf(order!)).toMatch(/^[0-9a-f]{8}$/)
    expect(checkOf(turned)).toBe(checkOf(order!))
  })
  it('is another when anything in the event is', () => {
    expect(checkOf({ ...order!, dueOn: '2026-11-17' } as HazardEvent)).not.toBe(checkOf(order!))
  })
})

describe('at most six pictures', () => {
  const four = (name: string): string[] => [1, 2, 3, 4].map((place) => `${name}${place}`)
  it.each([
    [
      { found: four('f'), selfCheck: [], review: [] },
      { found: four('f'), selfCheck: [], review: [] },
    ],
    [
      { found: four('f'), selfCheck: four('s'), review: four('r') },
      { found: ['f1', 'f2'], selfCheck: ['s1', 's2'], review: ['r1', 'r2'] },
    ],
    [
      { found: ['f1'], selfCheck: four('s'), review: four('r') },
      { found: ['f1'], selfCheck: ['s1', 's2', 's3'], review: ['r1', 'r2'] },
    ],
  ])('%o', (asked, shown) => expect(shownOf(asked)).toEqual(shown))
})
