import { describe, expect, it } from 'vitest'
import { bodyOf, changedFields, draftProblems, emptyDraft, previewOf, readPlace, type UnitDraft } from './unitDraft.ts'

const draft: UnitDraft = {
  ...emptyDraft,
  kind: 'enterprise',
  name: ' 新星化工厂 ',
  regionCode: '330114001',
  industry: { id: '2614', name: '2614 有机化学原料制造' },
}

describe('a place as it is typed', () => {
  it.each([
    ['120.4931, 30.2794', { lng: 120.4931, lat: 30.2794 }],
    ['120.4931，30.2794', { lng: 120.4931, lat: 30.2794 }],
    ['120 30', { lng: 120, lat: 30 }],
    ['30.2794', null],
    ['190, 30', null],
    ['30, 120', null],
    ['', null],
  ])('%s', (typed, place) => {
    expect(readPlace(typed)).toEqual(place)
  })
})

describe('the form of a unit', () => {
  it('says what is missing, and sends nothing before', () => {
    expect([...draftProblems(emptyDraft)]).toEqual(['kind', 'name', 'region', 'industry'])
    expect(bodyOf(emptyDraft)).toBeNull()
    const wrong = {
      ...draft,
      uscc: '91330114',
      place: '北纬30',
      exposedPeople: '几个',
      chemicals: [{ substance: '氨', tonnes: '两吨', category: '' }],
    } as const
    expect([...draftProblems(wrong)]).toEqual(['uscc', 'place', 'exposed', 'tonnes'])
  })

  it('sends nothing for what is left empty, and no empty substance', () => {
    const body = bodyOf({
      ...draft,
      chemicals: [
        { substance: ' 氨 ', tonnes: '2.5', category: '' },
        { substance: ' ', tonnes: '', category: '' },
      ],
    })
    expect(body).toMatchObject({
      name: '新星化工厂',
      uscc: null,
      organisationId: null,
      riskColour: null,
      place: null,
      exposedPeople: null,
      chemicals: [{ substance: '氨', tonnes: 2.5 }],
    })
    expect(bodyOf({ ...draft, exposedPeople: '0' })).toMatchObject({ exposedPeople: 0 })
  })

  it('GB 18218-2018: judges what is filled in now, and waits for a quantity', () => {
    expect(previewOf(draft)).toBeNull()
    expect(previewOf({ ...draft, chemicals: [{ substance: '氨', tonnes: '', category: '' }] })).toBeNull()
    expect(previewOf({ ...draft, exposedPeople: '120', chemicals: [{ substance: '氨', tonnes: '20', category: '' }] })).toMatchObject({
      ok: true,
      value: { S: 2, R: 8, level: 4 },
    })
    expect(previewOf({ ...draft, chemicals: [{ substance: '不明物', tonnes: '1', category: '' }] })).toMatchObject({
      ok: false,
      refusal: { code: 'SUBSTANCE_UNKNOWN' },
    })
  })

  it('tells in which fields two states differ', () => {
    expect(changedFields(draft, { ...draft, address: '江东大道1号', tags: ['dust'] })).toEqual(['tags', 'address'])
    expect(changedFields(draft, { ...draft })).toEqual([])
  })
})
