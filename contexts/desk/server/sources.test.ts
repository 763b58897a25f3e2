import { describe, expect, it } from 'vitest'
import type { Contract, PublishedView } from '../../../kernel/contract.ts'
import type { RoomWords } from '../../../kernel/words.ts'
import { sourcesOf } from './sources.ts'

const owed: PublishedView = {
  name: 'test.owed',
  columns: [
    'id',
    'kind',
    'region_code',
    'organisation_id',
    'owner_role',
    'owner_person_id',
    'subject',
    'detail',
    'level',
    'record_kind',
    'record_id',
    'owed_since',
    'step_due_at',
    'law_due_at',
  ],
  holds: ['thingToDo'],
}
const figures: PublishedView = {
  name: 'test.region_figure',
  columns: ['figure', 'region_code', 'organisation_id', 'day', 'change'],
  holds: ['things'],
}
const sentence = { zh: '做', en: 'do' }
const words: RoomWords = {
  room: sentence,
  deeds: {},
  owed: { thingToDo: { title: sentence, deed: sentence } },
  figures: { things: { title: sentence, unit: sentence, action: 'thing.read', records: '/things' } },
  alarms: {},
  pages: {},
}
const room = (views: readonly PublishedView[], spoken: RoomWords | null = words): Contract => ({
  room: 'test',
  actions: {},
  routes: {},
  refusals: {},
  events: {},
  views,
  ...(spoken ? { words: spoken } : {}),
})

describe('what the desk reads of the rooms', () => {
  it('is their views for it, and no other', () => {
    const other: PublishedView = { name: 'test.visit', columns: ['id'] }
    expect(sourcesOf([room([owed, figures, other])])).toMatchObject({
      owed: [{ room: 'test', schema: 'test', view: 'owed', levelled: true }],
      figures: [{ room: 'test', schema: 'test', view: 'region_figure' }],
    })
  })

  it.each<[string, Contract, string]>([
    [
      'a column is missing',
      room([{ ...owed, columns: owed.columns.filter((column) => column !== 'law_due_at') }]),
      'test.owed: it lacks law_due_at',
    ],
    ['a view does not say what it holds', room([{ name: owed.name, columns: owed.columns }]), 'it does not say what it holds'],
    ['a kind has no words', room([{ ...owed, holds: ['thingToDo', 'otherThing'] }]), 'there are no words for otherThing'],
    ['a figure has no words', room([{ ...figures, holds: ['others'] }]), 'there are no words for others'],
    ['a room says nothing at all', room([owed], null), 'there are no words for thingToDo'],
  ])('stops the start where %s', (_title, contract, fault) => {
    expect(() => sourcesOf([contract])).toThrow(fault)
  })
})
