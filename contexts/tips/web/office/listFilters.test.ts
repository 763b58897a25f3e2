import { expect, it } from 'vitest'
import { addressOf, queryOf, viewOf } from './listFilters.ts'

it('an address asks what the list knows, and nothing else', () => {
  expect(
    queryOf({ state: 'received', counts: 'decided', from: '2026-11-01', to: 'tomorrow', topic: 'nonsense', foo: 'bar', find: '' }),
  ).toEqual({
    state: 'received',
    counts: 'decided',
    from: '2026-11-01',
  })
})

it.each([
  [{ open: 'true' }, 'open'],
  [{ state: 'checked' }, 'checked'],
  [{}, 'all'],
  [{ counts: 'decided' }, 'all'],
  [{ open: 'false' }, 'decided'],
] as const)('%j is the view %s', (values, id) => expect(viewOf(values)).toBe(id))

it('a view has one address', () => {
  expect([addressOf({}), addressOf({ open: 'true' })]).toEqual(['/tips', '/tips?open=true'])
})
