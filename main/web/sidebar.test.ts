import { expect, test } from 'vitest'
import type { NavigationItem } from '../../ui/room.ts'
import { belongsTo, groupsOf } from './Sidebar.tsx'

test('an entry is present on its own page and on those below it, whatever its filters', () => {
  expect(belongsTo('/people', '/people')).toBe(true)
  expect(belongsTo('/people/p-1', '/people')).toBe(true)
  expect(belongsTo('/people-of-note', '/people')).toBe(false)
  expect(belongsTo('/posts', '/posts?waiting=true')).toBe(true)
  expect(belongsTo('/people', '/')).toBe(false)
  expect(belongsTo('/', '/')).toBe(true)
})

test('groups stand in their order, the empty ones not at all', () => {
  const item = (group: NavigationItem['group'], path: `/${string}`): NavigationItem => ({
    group,
    path,
    icon: 'list',
    title: { zh: '', en: '' },
    order: 0,
  })
  expect(groupsOf([item('base', '/a'), item('work', '/b'), item('base', '/c')]).map(({ group, items }) => [group, items.length])).toEqual([
    ['work', 1],
    ['base', 2],
  ])
})
