import { useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { readKey, useRead } from '../../../ui/query.ts'
import { routes } from '../contract/index.ts'

export type Desk = RouteOutput<typeof routes.desk>
export type Owed = Desk['owed'][number]
export type Alarm = Desk['alarms'][number]
export type Deed = Desk['recent'][number]

/** Clocks run out without anybody doing anything, and what is owed changes with them. */
const refreshEveryMilliseconds = 300_000

/** The desk, asked again whenever one of the rooms that it tells of tells of a change. */
export const useDesk = (): UseQueryResult<Desk> => {
  const former = useQueryClient().getQueryData<Desk>(readKey(routes.desk, {}))
  return useRead(routes.desk, {}, { follows: former?.follows ?? ['desk'], refreshEveryMilliseconds })
}
