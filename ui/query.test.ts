import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { ConnectionLost, RefusalError, ServerFault } from './api.ts'
import { concernsRoom, createQueryClient, mayMendItself, refreshRoom, retryDelayMilliseconds } from './query.ts'

test('only what may mend itself is tried again', () => {
  expect(mayMendItself(new ConnectionLost(null))).toBe(true)
  expect(mayMendItself(new ServerFault(503, null))).toBe(true)
  expect(mayMendItself(new ServerFault(500, 'x'))).toBe(false)
  expect(mayMendItself(new RefusalError(409, { code: 'X', facts: {}, sentence: { zh: '', en: '' } }))).toBe(false)
})

test('attempts stand 1, 2, 4 … 15 s apart, spread by a half', () => {
  expect(retryDelayMilliseconds(0, 0.5)).toBe(1_000)
  expect(retryDelayMilliseconds(2, 0)).toBe(3_000)
  expect(retryDelayMilliseconds(2, 1)).toBe(5_000)
  expect(retryDelayMilliseconds(9, 0.5)).toBe(15_000)
})

test('a hint concerns the answers of its own room, and those that follow it', () => {
  expect(concernsRoom(['/api/identity/people', {}], undefined, 'identity')).toBe(true)
  expect(concernsRoom(['/api/identity-cards/x', {}], undefined, 'identity')).toBe(false)
  expect(concernsRoom(['/api/desk/owed', {}], ['identity', 'hazards'], 'hazards')).toBe(true)
  expect(concernsRoom(['/api/desk/owed', {}], ['identity'], 'hazards')).toBe(false)
})

test('a hint makes stale what concerns its room and leaves the rest as it is', async () => {
  const client = createQueryClient()
  client.setQueryData(['/api/identity/people', {}], [1])
  client.setQueryData(['/api/law/limits', {}], [2])
  await refreshRoom(client, 'identity')
  expect(client.getQueryState(['/api/identity/people', {}])?.isInvalidated).toBe(true)
  expect(client.getQueryState(['/api/law/limits', {}])?.isInvalidated).toBe(false)
  expect(client).toBeInstanceOf(QueryClient)
})
