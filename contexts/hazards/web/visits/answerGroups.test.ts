import { expect, it } from 'vitest'
import { answerGroups } from './answerGroups.ts'

it('answers stand by their lists, those not in order first', () => {
  const of = (itemKey: string, answer: 'yes' | 'no' | 'notApplicable') => ({ itemKey, answer })
  const groups = answerGroups([
    of('fire.01', 'yes'),
    of('chem20.05', 'notApplicable'),
    of('fire.02', 'yes'),
    of('chem20.06', 'yes'),
    of('chem20.07', 'no'),
  ])
  expect(groups.map(({ list, answers }) => [list, answers.map(({ itemKey }) => itemKey)])).toEqual([
    ['chem20', ['chem20.07', 'chem20.06', 'chem20.05']],
    ['fire', ['fire.01', 'fire.02']],
  ])
  expect(answerGroups([])).toEqual([])
})
