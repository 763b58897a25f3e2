import { expect, test } from 'vitest'
import { itemsWith, type Checklist } from './itemSearch.ts'

const appliesTo = { kinds: [], industries: [], tags: [] }
const item = (key: string, zh: string, makesMajor = false): Checklist['items'][number] => ({
  key,
  clause: `第${key}条`,
  zh,
  en: key,
  makesMajor,
  confidence: 'high',
  howToCheck: null,
  appliesTo,
})
const list: Checklist = {
  key: 'chemical',
  edition: '2017',
  title: { zh: '化工重大隐患判定', en: 'Chemical' },
  documentNumber: '安监总管三〔2017〕121号',
  sector: 'chemical',
  purpose: 'major',
  inForceFrom: '2017-11-13',
  inForceTo: null,
  source: '',
  confidence: 'high',
  appliesTo,
  note: null,
  items: [item('a', '储罐未设切断装置'), item('b', '储罐区防火堤破损', true), item('c', '消火栓被遮挡')],
}
const found = (text: string): readonly string[] => itemsWith([list], text, 10).map((one) => one.item.key)

test('an item is found by all words of the text, in the item, the clause or its list', () => {
  expect(found('储罐')).toEqual(['b', 'a'])
  expect(found('储罐 切断')).toEqual(['a'])
  expect(found('第c条')).toEqual(['c'])
  expect(found('121号 遮挡')).toEqual(['c'])
  expect(found('没有')).toEqual([])
})

test('what makes a hazard major comes first, and no more are listed than asked for', () => {
  expect(itemsWith([list], '', 2).map((one) => one.item.key)).toEqual(['b', 'a'])
})
