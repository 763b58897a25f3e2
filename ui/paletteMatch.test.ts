import { describe, expect, test } from 'vitest'
import { matchText, rank } from './paletteMatch.ts'

describe('what the palette finds', () => {
  test('a part of a Chinese title, and of an English one without regard to case', () => {
    expect(matchText('隐患', '隐患闭环')).not.toBeNull()
    expect(matchText('闭环', '隐患闭环')?.marked).toEqual([2, 3])
    expect(matchText('PERSON', 'Register a person')).not.toBeNull()
  })

  test('letters in order, but not strewn over a long text', () => {
    expect(matchText('rgp', 'Reg p')).not.toBeNull()
    expect(matchText('pgr', 'Register a person')).toBeNull()
    expect(matchText('rn', 'Register of everything that was ever written down')).toBeNull()
  })

  test('every word that was typed', () => {
    expect(matchText('人 登记', '登记人员')).not.toBeNull()
    expect(matchText('人 删除', '登记人员')).toBeNull()
  })

  test('the beginning before the middle, the whole before the strewn, the short before the long', () => {
    const titles = ['My people and places', 'People', 'Peonies, low', 'All people']
    expect(rank('people', titles, (title) => [title])).toEqual(['People', 'All people', 'My people and places'])
  })

  test('the title before a further word', () => {
    const entries = [
      { title: '岗位', words: ['人员'] },
      { title: '人员', words: [] },
    ]
    expect(rank('人员', entries, (entry) => [entry.title, ...entry.words]).map((entry) => entry.title)).toEqual(['人员', '岗位'])
  })

  test('nothing typed: everything, in its order', () => {
    expect(rank(' ', ['b', 'a'], (text) => [text])).toEqual(['b', 'a'])
  })
})
