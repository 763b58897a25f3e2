import { describe, expect, it } from 'vitest'
import { blankItem, editionBody, emptyEdition, emptyFields, faultsByPlace, isKey, nextEdition, readEdition } from './editionDraft.ts'
import type { Checklist } from './records.ts'

const list: Checklist = {
  ...emptyEdition('chemical'),
  key: 'chem20',
  edition: '2017',
  title: { zh: '化工', en: 'Chemicals' },
  inForceFrom: '2017-11-13',
  inForceTo: '2026-01-01',
  source: '原文',
  items: [
    {
      key: 'chem20.01',
      clause: '第一条',
      zh: '甲',
      en: 'A',
      makesMajor: true,
      confidence: 'high',
      howToCheck: null,
      appliesTo: { kinds: [], industries: ['26'], tags: [] },
    },
  ],
}

describe('the next edition', () => {
  it('takes the items of the one before with whom they are for, and neither its name nor its days', () => {
    const draft = nextEdition(list)
    expect(editionBody(draft)).toMatchObject({ edition: '', inForceFrom: '', inForceTo: null, items: list.items })
    expect([...emptyFields(draft)]).toEqual(['edition', 'from'])
  })

  it('numbers a new item after those that are there', () => {
    const draft = nextEdition(list)
    expect(blankItem(draft)).toMatchObject({ key: 'chem20.02', row: 1 })
    expect(blankItem({ ...draft, items: draft.items.map((item) => ({ ...item, key: 'chem20.02' })) })).toMatchObject({ key: 'chem20.03' })
  })
})

describe('pasted JSON', () => {
  it('is read with what it holds, the rest blank', () => {
    const read = readEdition('{"key":"my.list","edition":"1","items":[{"key":"my.list.1","zh":"缺"}]}', 'general')
    expect(read).toMatchObject({
      ok: true,
      draft: { key: 'my.list', sector: 'general', items: [{ key: 'my.list.1', zh: '缺', en: '', row: 0 }] },
    })
  })

  it.each(['{', '[]', '3', 'null'])('%s is refused with its reason', (text) => {
    expect(readEdition(text, 'general')).toMatchObject({ ok: false, why: expect.stringMatching(/./) })
  })
})

describe('faults', () => {
  it('go to the item they are of, or to the list', () => {
    const faults = [
      { code: 'RANGE_EMPTY', key: 'chem20', from: '2026-01-01', to: '2025-01-01' },
      { code: 'LANGUAGES_ALIKE', key: 'chem20.01' },
    ] as const
    const { ofList, ofItem } = faultsByPlace({ key: 'chem20' }, faults)
    expect(ofList).toEqual([faults[0]])
    expect(ofItem.get('chem20.01')).toEqual([faults[1]])
  })
})

it('a key begins with a letter', () => {
  expect([isKey('chem20'), isKey('20chem'), isKey('化工'), isKey('a b')]).toEqual([true, false, false, false])
})
