import { expect, it } from 'vitest'
import { draftFaults, emptyDraft, readDraft } from './draft.ts'

const whole = { ...emptyDraft('330114'), name: '百日攻坚', from: '2026-11-24', to: '2026-12-31', goals: '全覆盖', checklists: ['chem20'] }

it('a campaign is asked for what it lacks, each at its field', () => {
  expect(draftFaults(emptyDraft(''))).toEqual({
    name: 'nameMissing',
    from: 'fromMissing',
    to: 'toMissing',
    regionCode: 'regionMissing',
    goals: 'goalsMissing',
    checklists: 'checklistsMissing',
  })
  expect(draftFaults(whole)).toEqual({})
  expect(draftFaults({ ...whole, to: '2026-11-01' })).toEqual({ to: 'toBefore' })
})

it.each(['0', '101', '7.5', '', 'x'])('a goal of %j is none', (goalPercent) => {
  expect(draftFaults({ ...whole, goalPercent })).toEqual({ goalPercent: 'goalBad' })
})

it('a kept draft is read back, and what is none is not', () => {
  expect(readDraft(JSON.stringify(whole))).toEqual(whole)
  expect([null, '', 'x', '1', 'null', '{}', JSON.stringify({ ...whole, kind: 'other' })].map(readDraft)).toEqual(Array(7).fill(null))
})
