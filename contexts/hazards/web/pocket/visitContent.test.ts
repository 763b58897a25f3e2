import { describe, expect, test } from 'vitest'
import { sentActionOf } from './deedContent.ts'
import { unitIn } from './scanned.ts'
import { answerItem, bodyOf, gapsOf, nextItem, photosOf, putFinding, type FindingContent, type VisitContent } from './visitContent.ts'

const fix = { lng: 120.5, lat: 30.3, accuracyMetres: 6 }
const visit: VisitContent = {
  visitId: 'v',
  unitId: 'u',
  unitName: '东屿罐储',
  how: 'departmentCheck',
  announced: false,
  campaignId: null,
  result: 'checked',
  items: ['a', 'b', 'c'],
  at: 0,
  answers: {},
  findings: [],
  looks: {},
  photos: [],
  note: '',
  position: fix,
  noPositionReason: '',
  begunAt: '2026-11-24T01:00:00.000Z',
}
const finding: FindingContent = { hazardId: 'h', itemKey: 'b', description: '', proposedLevel: 'major', photos: [], place: null }

describe('a visit being filled in', () => {
  test('goes on to the next item without an answer, and to the overview where there is none', () => {
    const answered = answerItem(visit, 'b', 'yes')
    expect(nextItem(answered)).toBe(2)
    expect(nextItem({ ...answerItem(answered, 'c', 'yes'), at: 2 })).toBe(3)
  })

  test('a finding goes with its answer: what is in order now was none', () => {
    const wrong = putFinding(answerItem(visit, 'b', 'no'), finding)
    expect(answerItem(wrong, 'b', 'yes').findings).toEqual([])
    expect(answerItem(wrong, 'a', 'yes').findings).toEqual([finding])
    expect(putFinding(wrong, { ...finding, description: '缺手轮' }).findings).toHaveLength(1)
  })

  test.each([
    ['nothing at all', visit, ['nothing']],
    ['an answer', answerItem(visit, 'a', 'yes'), []],
    ['not in order without a hazard', answerItem(visit, 'a', 'no'), ['finding']],
    ['a finding without words and photo', putFinding(answerItem(visit, 'b', 'no'), finding), ['description', 'photo']],
    ['no position', answerItem({ ...visit, position: null }, 'a', 'yes'), ['position']],
    ['no position, with the reason', answerItem({ ...visit, position: null, noPositionReason: '地下泵房' }, 'a', 'yes'), []],
    ['a self-check needs no position', answerItem({ ...visit, how: 'selfCheck', position: null }, 'a', 'yes'), []],
    ['not let in', { ...visit, result: 'notAdmitted' as const }, []],
  ])('says what is missing: %s', (_case, given, gaps) => expect(gapsOf(given)).toEqual(gaps))

  test('is the same body each time, photos by their evidence, answers in the order of the list', () => {
    const whole = putFinding(answerItem(answerItem({ ...visit, photos: ['p1'] }, 'b', 'no'), 'a', 'notApplicable', '无此设施'), {
      ...finding,
      description: '缺手轮',
      photos: ['p2'],
    })
    const body = bodyOf(whole, '2026-11-24T02:00:00.000Z', (id) => `evidence of ${id}`)
    expect(photosOf(whole)).toEqual(['p1', 'p2'])
    expect(body).toMatchObject({
      evidenceIds: ['evidence of p1'],
      answers: [
        { itemKey: 'a', answer: 'notApplicable', note: '无此设施' },
        { itemKey: 'b', answer: 'no' },
      ],
      findings: [{ hazardId: 'h', evidenceIds: ['evidence of p2'] }],
      noPositionReason: null,
      claimedAt: '2026-11-24T02:00:00.000Z',
      begunAt: '2026-11-24T01:00:00.000Z',
    })
    expect(bodyOf({ ...whole, result: 'notAdmitted' }, '', String)).toMatchObject({ answers: [], findings: [], reinspections: [] })
  })
})

test('a review says why there is no position only where there is none', () => {
  const content = {
    unitId: 'u',
    hazardId: 'h',
    description: '',
    deed: 'review' as const,
    baseVersion: 3,
    personId: 'p',
    passed: false,
    text: '仍堵',
    photos: ['p1'],
    costYuan: null,
    position: fix,
    noPositionReason: '地下',
  }
  const evidence = (id: string): string => `evidence of ${id}`
  expect(sentActionOf(content, evidence)).toMatchObject({
    kind: 'review',
    passed: false,
    noPositionReason: null,
    evidence: ['evidence of p1'],
  })
  expect(sentActionOf({ ...content, position: null, passed: true }, evidence)).toMatchObject({ passed: true, noPositionReason: '地下' })
  expect(sentActionOf({ ...content, deed: 'selfCheck', costYuan: 300 }, evidence)).toMatchObject({ rectifiedBy: ['p'], costYuan: 300 })
})

test('a code names a unit of this product, or nothing', () => {
  const id = '01a20d01-6807-7518-8fc5-04e36d4dd688'
  const here = 'https://anlan.example'
  expect(unitIn(`${here}/m/units/${id}`, here)).toBe(id)
  expect(unitIn(`  ${id.toUpperCase()} `, here)).toBe(id)
  expect(unitIn(`/m/units/${id}`, here)).toBe(id)
  expect(unitIn(`https://elsewhere.example/m/units/${id}`, here)).toBeNull()
  expect(unitIn(`${here}/m/units/../../x`, here)).toBeNull()
  expect(unitIn('http://[', here)).toBeNull()
})
