import { describe, expect, test } from 'vitest'
import { mostSaved, readViews, savedViewOf, withView, writeViews, type SavedView } from './savedViews.ts'

const view = (name: string): SavedView => ({ name, filters: { open: 'true', region: '330211' } })

describe('views of one’s own', () => {
  test('what is kept is read again', () => {
    const views = [view('危化'), { name: '全部', filters: {} }]
    expect(readViews(writeViews(views))).toEqual(views)
  })

  test('what another program left there is no view', () => {
    expect(readViews(null)).toEqual([])
    expect(readViews('{')).toEqual([])
    expect(readViews('{"name":"x"}')).toEqual([])
    expect(readViews('[{"name":"x"},{"name":"y","search":"open=true&limit=9"}]')).toEqual([{ name: 'y', filters: { open: 'true' } }])
  })

  test('a name stands once and keeps its place; the oldest makes room', () => {
    const two = [view('a'), view('b')]
    expect(withView(two, { name: 'a', filters: {} })).toEqual([{ name: 'a', filters: {} }, view('b')])
    const many = Array.from({ length: mostSaved }, (_, index) => view(String(index)))
    expect(withView(many, view('new')).map(({ name }) => name)).toEqual([...many.slice(1).map(({ name }) => name), 'new'])
  })

  test('the same filters in another order are the same view', () => {
    expect(savedViewOf([view('a')], { region: '330211', open: 'true' })?.name).toBe('a')
    expect(savedViewOf([view('a')], { open: 'true' })).toBeUndefined()
  })
})
