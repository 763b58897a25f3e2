import { describe, expect, it } from 'vitest'
import {
  builtInLibrary,
  checklistFaults,
  checklistsFor,
  editionInForce,
  fits,
  itemOf,
  itemsFor,
  levelByItems,
  libraryFaults,
  sectors,
  unitKinds,
  unitTags,
} from '../criteria.ts'
import type { CheckedUnit, Checklist, Item } from '../criteria.ts'
import { readItems } from './itemTable.ts'

const today = '2026-11-01'
const items = builtInLibrary.flatMap((list) => list.items)
const list = (key: string, on = today): Checklist => {
  const found = editionInForce(builtInLibrary, key, on)
  if (!found) throw new Error(`no edition of ${key} on ${on}`)
  return found
}
const keysFor = (unit: CheckedUnit, on = today) => checklistsFor(builtInLibrary, unit, on).map(({ key }) => key)
const enterprise = (industry: string | null, ...tags: CheckedUnit['tags'][number][]): CheckedUnit => ({
  kind: 'enterprise',
  industry,
  tags,
})

describe('the lists that come with the program', () => {
  it('carry no fault: keys, texts in two languages, clauses, codes, days, editions', () => {
    expect(libraryFaults(builtInLibrary)).toEqual([])
  })

  it.each([
    ['安监总管三〔2017〕121号 (chemicals)', 'chem20', '2017', 20],
    ['AQ 3067-2026 5.1 to 5.7', 'aq3067', '2026', 53],
    ['应急管理部令第10号 art. 3 to 13 (64 cases) and art. 14', 'trade', '2023', 65],
    ['GB 35181-2017 chapter 6', 'fire', '2017', 10],
    ['建城规〔2023〕4号 art. 4 to 10', 'gas', '2023', 22],
    ['建质规〔2024〕5号 art. 4 to 17', 'construction', '2024', 53],
    ['GB 45067-2024 4.1 to 4.10 without 4.1 d', 'equipment', '2024', 46],
    ['安监总管三〔2017〕121号 (fireworks)', 'fireworks', '2017', 20],
    ['工信部安全〔2024〕234号', 'civilExplosives', '2024', 17],
    ['应急管理部令第4号 art. 3', 'coal', '2020', 15],
    ['应急管理部令第21号 art. 3', 'coal', '2026', 17],
    ['矿安〔2022〕88号', 'nonCoal', '2022', 64],
    ['矿安〔2024〕41号', 'nonCoalSupplement', '2024', 8],
  ])('%s has as many items as the document', (_document, key, edition, count) => {
    expect(builtInLibrary.find((one) => one.key === key && one.edition === edition)?.items).toHaveLength(count)
  })

  it('36 editions of 32 lists, 410 items that make a hazard major and 200 for daily checks; 11 editions show a gap', () => {
    expect(builtInLibrary).toHaveLength(36)
    expect(new Set(builtInLibrary.map(({ key }) => key)).size).toBe(32)
    expect(items.filter(({ makesMajor }) => makesMajor)).toHaveLength(410)
    expect(items.filter(({ makesMajor }) => !makesMajor)).toHaveLength(200)
    expect(builtInLibrary.filter((one) => one.items.length === 0)).toHaveLength(11)
  })

  it('应急管理部令第10号: items of each article', () => {
    const byArticle = Object.groupBy(list('trade').items, ({ key }) => key.slice('trade.'.length, 'trade.00'.length))
    const counts = Object.entries(byArticle).map(([article, found]): [number, number] => [Number(article), found?.length ?? 0])
    expect(counts.sort(([one], [other]) => one - other)).toEqual([
      [3, 3],
      [4, 8],
      [5, 13],
      [6, 8],
      [7, 7],
      [8, 7],
      [9, 2],
      [10, 2],
      [11, 10],
      [12, 2],
      [13, 2],
      [14, 1],
    ])
  })

  it('矿安〔2022〕88号: 32 underground, 13 open pit, 19 tailings', () => {
    const parts = Object.groupBy(list('nonCoal').items, ({ key }) => key.slice('nonCoal.'.length, 'nonCoal.0'.length))
    expect([parts['1'], parts['2'], parts['3']].map((part) => part?.length)).toEqual([32, 13, 19])
  })

  it('criteria of authorities make a finding major, daily lists never do', () => {
    for (const { purpose, items: own } of builtInLibrary)
      for (const { key, makesMajor } of own) expect(makesMajor, key).toBe(purpose === 'major')
  })

  it('daily lists hold 10 to 25 items each, and each names a law, a document or a standard', () => {
    for (const { key, items: own } of builtInLibrary.filter(({ purpose }) => purpose === 'routine')) {
      expect(own.length, key).toBeGreaterThanOrEqual(10)
      expect(own.length, key).toBeLessThanOrEqual(25)
      for (const item of own) expect(item.clause, item.key).toMatch(/法|法典|条例|规定|令第|号|(GB|JGJ|AQ|XF|TSG)(\/T)? ?\d/)
    }
  })

  it('a list without items says so, is of low or medium confidence, and never pretends to be complete', () => {
    for (const { key, note, confidence } of builtInLibrary.filter((one) => one.items.length === 0)) {
      expect(note?.zh, key).toMatch(/录入/)
      expect(note?.en, key).toMatch(/not entered/)
      expect(confidence, key).not.toBe('high')
    }
  })

  it('an item is no surer than low where its list names subjects alone', () => {
    expect(new Set(list('aq3067').items.map(({ confidence }) => confidence))).toEqual(new Set(['low']))
  })

  it('Chinese sentences hold Chinese, English ones none, and no two items of a list say the same', () => {
    for (const { key, items: own } of builtInLibrary) {
      expect(new Set(own.map(({ zh }) => zh)).size, key).toBe(own.length)
      expect(new Set(own.map(({ en }) => en)).size, key).toBe(own.length)
    }
    for (const { key, zh, en, howToCheck } of items) {
      expect(zh + (howToCheck?.zh ?? '中'), key).toMatch(/[\u4e00-\u9fff]/)
      expect(en + (howToCheck?.en ?? ''), key).not.toMatch(/[\u4e00-\u9fff，。、；（）]/)
    }
  })

  it('every kind, tag and sector has both languages', () => {
    for (const words of [...Object.values(unitKinds), ...Object.values(unitTags), ...Object.values(sectors)]) {
      expect(words.zh).toMatch(/[\u4e00-\u9fff]/)
      expect(words.en).toMatch(/^[A-Z]/)
    }
  })
})

describe('which lists a unit gets', () => {
  it.each<[string, CheckedUnit, readonly string[]]>([
    ['a maker of organic chemicals', enterprise('2614'), ['chem20', 'aq3067', 'fire', 'general', 'chemPlant', 'specialWork', 'flood']],
    [
      'the same with a store that is tagged, and the code as statistics write it',
      enterprise('C2614', 'hazardousChemicals'),
      ['chem20', 'aq3067', 'fire', 'general', 'chemPlant', 'chemStore', 'specialWork', 'flood'],
    ],
    ['a steel works', enterprise('3120', 'moltenMetal'), ['trade', 'fire', 'general', 'flood']],
    ['a furniture works with wood dust', enterprise('2110', 'dust'), ['trade', 'fire', 'general', 'dust', 'flood']],
    ['a cold store with ammonia', enterprise('5930', 'ammonia'), ['trade', 'fire', 'general', 'ammonia', 'flood']],
    ['a filler of bottled gas', enterprise('4512', 'cylinderFilling'), ['fire', 'gas', 'equipment', 'general', 'flood']],
    ['a maker of fireworks', enterprise('2672'), ['fire', 'fireworks', 'general', 'flood']],
    ['a maker of explosives', enterprise('2671'), ['fire', 'civilExplosives', 'general', 'flood']],
    ['a quarry', enterprise('1012', 'openPitMine'), ['fire', 'nonCoal', 'nonCoalSupplement', 'general', 'flood']],
    ['a colliery', enterprise('0610'), ['fire', 'coal', 'general', 'flood']],
    ['a unit whose trade is not known', enterprise(null), ['fire', 'general', 'flood']],
    [
      'a restaurant with gas in a small place',
      { kind: 'place', industry: '6210', tags: ['fuelGas', 'smallPlace'] },
      ['trade', 'fire', 'general', 'gasUser', 'venue', 'smallPlace', 'flood'],
    ],
  ])('%s', (_unit, unit, expected) => {
    expect(keysFor(unit)).toEqual(expected)
  })

  it('special equipment goes to whoever has some, of any kind', () => {
    expect(keysFor({ kind: 'place', industry: '5211', tags: ['lift'] })).toContain('equipment')
    expect(keysFor({ kind: 'place', industry: '5211', tags: [] })).not.toContain('equipment')
  })

  it('a building site gets the lists for sites; a village those for villages', () => {
    expect(keysFor({ kind: 'site', industry: '4710', tags: ['crane'] })).toEqual([
      'fire',
      'construction',
      'equipment',
      'general',
      'site',
      'flood',
    ])
    expect(keysFor({ kind: 'village', industry: null, tags: ['smallPlace', 'floodProne'] })).toEqual(['smallPlace', 'flood'])
  })

  it('criteria of authorities come before daily lists', () => {
    const purposes = checklistsFor(builtInLibrary, enterprise('2614', 'dust', 'lift'), today).map(({ purpose }) => purpose)
    expect(purposes).toEqual([...purposes].sort())
    expect(new Set(purposes)).toEqual(new Set(['major', 'routine']))
  })

  it('items narrow further: a steel works is asked of molten steel, not of glass or aluminium', () => {
    const clauses = itemsFor(list('trade'), enterprise('3120')).map(({ key }) => key.slice('trade.'.length, 'trade.00'.length))
    expect([...new Set(clauses)]).toEqual(['03', '04', '14'])
  })

  it('防汛防台: tower cranes only on sites, supplies only in places of refuge', () => {
    const flood = list('flood')
    const asked = (unit: CheckedUnit) => itemsFor(flood, unit).map(({ key }) => key)
    expect(asked({ kind: 'site', industry: null, tags: [] })).toContain('flood.14')
    expect(asked(enterprise('2614'))).not.toContain('flood.14')
    expect(asked({ kind: 'place', industry: null, tags: ['placeOfRefuge'] })).toContain('flood.23')
    expect(asked({ kind: 'place', industry: null, tags: ['floodProne'] })).not.toContain('flood.23')
  })

  it('a scope narrows by kind, and lets in by industry or tag', () => {
    const scope = { kinds: ['enterprise'], industries: ['26'], tags: ['dust'] } as const
    expect(fits(scope, enterprise('2614'))).toBe(true)
    expect(fits(scope, enterprise('1311', 'dust'))).toBe(true)
    expect(fits(scope, enterprise('1311'))).toBe(false)
    expect(fits(scope, { kind: 'site', industry: '2614', tags: ['dust'] })).toBe(false)
    expect(fits({ kinds: [], industries: [], tags: [] }, { kind: 'village', industry: null, tags: [] })).toBe(true)
  })
})

describe('editions', () => {
  it.each([
    ['trade', '2023-05-14', '2017'],
    ['trade', '2023-05-15', '2023'],
    ['fire', '2025-10-31', '2017'],
    ['fire', '2025-11-01', '2025'],
    ['construction', '2024-12-12', '2022'],
    ['construction', '2024-12-13', '2024'],
    ['coal', '2026-06-30', '2020'],
    ['coal', '2026-07-01', '2026'],
    ['aq3067', '2026-09-30', '2026'],
  ])('%s on %s is the edition of %s', (key, on, edition) => {
    expect(editionInForce(builtInLibrary, key, on)?.edition).toBe(edition)
  })

  it('before its first day there is none', () => {
    expect(editionInForce(builtInLibrary, 'aq3067', '2026-09-29')).toBeNull()
    expect(editionInForce(builtInLibrary, 'nothing', today)).toBeNull()
  })

  it('GB 35181-2025: an item of the former edition stays readable, with the day it ended', () => {
    const found = itemOf(builtInLibrary, 'fire.6-05', today)
    expect(found?.checklist.edition).toBe('2017')
    expect(found?.item.zh).toMatch(/出口/)
    expect(found?.retiredOn).toBe('2025-11-01')
    expect(itemOf(builtInLibrary, 'fire.6-05', '2025-10-31')?.retiredOn).toBeNull()
  })

  it('应急管理部令第21号: a matter that both editions know is read in the edition of the day', () => {
    expect(itemOf(builtInLibrary, 'coal.water', '2024-01-01')?.item.clause).toBe('第三条（六）')
    expect(itemOf(builtInLibrary, 'coal.water', '2026-08-01')?.item.clause).toBe('第三条（七）')
    expect(itemOf(builtInLibrary, 'coal.slope', '2024-01-01')).toBeNull()
    expect(itemOf(builtInLibrary, 'coal.slope', '2026-08-01')?.retiredOn).toBeNull()
  })

  it('every item is found on the first day of its edition, as not retired', () => {
    for (const one of builtInLibrary)
      for (const item of one.items) {
        const found = itemOf(builtInLibrary, item.key, one.inForceFrom)
        expect(found?.item, item.key).toBe(item)
        expect(found?.retiredOn, item.key).toBeNull()
      }
  })

  it('an item nobody knows is null', () => {
    expect(itemOf(builtInLibrary, 'chem20.21', today)).toBeNull()
    expect(itemOf([], 'chem20.05', today)).toBeNull()
  })

  it("an administrator's edition counts like one of ours", () => {
    const filled: Checklist = {
      ...list('fire'),
      items: readItems({ key: 'fire', makesMajor: true, confidence: 'high' }, '5-1 | 5.1 | 示例条目 | Sample item'),
    }
    const library = [...builtInLibrary.filter((one) => one !== list('fire')), filled]
    expect(libraryFaults(library)).toEqual([])
    expect(itemOf(library, 'fire.5-1', today)?.checklist.edition).toBe('2025')
  })
})

describe('the level that items force', () => {
  const major = list('chem20').items.slice(0, 1)
  const ordinary = list('venue').items.slice(0, 3)

  it('安全生产法 art. 118(2): one item of the criteria is enough', () => {
    expect(levelByItems([...ordinary, ...major])).toBe('major')
  })

  it('without such an item, or without any, the level is for the inspector to judge', () => {
    expect(levelByItems(ordinary)).toBeNull()
    expect(levelByItems([])).toBeNull()
  })
})

describe('what is wrong with a list', () => {
  const sound: Checklist = { ...list('ammonia'), items: list('ammonia').items.slice(0, 2) }
  const [first, second] = sound.items
  const withFirst = (changed: Partial<Item>): Checklist => ({ ...sound, items: [{ ...(first as Item), ...changed }, second as Item] })
  const codes = (checklist: Checklist) => checklistFaults(checklist).map(({ code }) => code)

  it('nothing with a sound one', () => {
    expect(checklistFaults(sound)).toEqual([])
  })

  it.each<[string, Checklist, readonly string[]]>([
    ['an empty sentence', withFirst({ en: ' ' }), ['TEXT_MISSING']],
    ['an empty clause', withFirst({ clause: '' }), ['TEXT_MISSING']],
    ['half a hint', withFirst({ howToCheck: { zh: '看', en: '' } }), ['TEXT_MISSING']],
    ['one language twice', withFirst({ en: first?.zh ?? '' }), ['LANGUAGES_ALIKE']],
    ['a key of another list', withFirst({ key: 'dust.01' }), ['ITEM_KEY_FOREIGN']],
    ['a key twice', withFirst({ key: second?.key ?? '' }), ['ITEM_KEY_TWICE']],
    ['an unknown industry', withFirst({ appliesTo: { kinds: [], industries: ['9999'], tags: [] } }), ['INDUSTRY_UNKNOWN']],
    ['no title', { ...sound, title: { zh: '', en: 'x' } }, ['TEXT_MISSING']],
    ['no source', { ...sound, source: '' }, ['TEXT_MISSING']],
    ['a day that is none', { ...sound, inForceFrom: '2026-13-01' }, ['DAY_MALFORMED']],
    ['an end before the beginning', { ...sound, inForceTo: sound.inForceFrom }, ['RANGE_EMPTY']],
    ['an unknown industry of the list', { ...sound, appliesTo: { kinds: [], industries: ['0'], tags: [] } }, ['INDUSTRY_UNKNOWN']],
  ])('%s', (_fault, checklist, expected) => {
    expect(codes(checklist)).toEqual(expected)
  })

  it('two editions in force on one day, or of one name', () => {
    const later: Checklist = { ...sound, edition: '2027', inForceFrom: '2027-01-01' }
    expect(libraryFaults([sound, later])).toEqual([{ code: 'EDITIONS_OVERLAP', key: 'ammonia', editions: ['2026', '2027'] }])
    expect(libraryFaults([{ ...sound, inForceTo: '2027-01-01' }, later])).toEqual([])
    expect(
      libraryFaults([
        { ...sound, inForceTo: '2027-01-01' },
        { ...later, edition: '2026' },
      ]),
    ).toEqual([{ code: 'EDITION_TWICE', key: 'ammonia', edition: '2026' }])
  })
})

describe('reading a table of items', () => {
  const defaults = { key: 'x', makesMajor: true, confidence: 'medium' } as const

  it('reads number, clause, sentences, confidence, hint and scope', () => {
    const [one, two, three] = readItems(
      defaults,
      `
      01 | art. 1 | 甲 | One | H
      > 看 | Look
      [&site #26 @dust]
      02 | art. 2 | 乙 | Two
      []
      03 | art. 3 | 丙 | Three | L`,
    )
    expect(one).toEqual({
      key: 'x.01',
      clause: 'art. 1',
      zh: '甲',
      en: 'One',
      makesMajor: true,
      confidence: 'high',
      howToCheck: { zh: '看', en: 'Look' },
      appliesTo: { kinds: [], industries: [], tags: [] },
    })
    expect(two?.appliesTo).toEqual({ kinds: ['site'], industries: ['26'], tags: ['dust'] })
    expect([two?.confidence, three?.confidence]).toEqual(['medium', 'low'])
    expect(three?.appliesTo).toEqual({ kinds: [], industries: [], tags: [] })
  })

  it.each(['01 | art. 1 | 甲', '01 | a | 甲 | One | X', '> 看 | Look', '[@nonsense]', '[dust]', '01 | a | 甲 | One | H | more'])(
    'a slip stops the start: %s',
    (table) => {
      expect(() => readItems(defaults, table)).toThrow(/not understood/)
    },
  )
})
