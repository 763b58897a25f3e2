import { useEffect } from 'react'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { addressOf } from '../../../../ui/api.ts'
import { routes } from '../../contract/index.ts'
import { isUnderway } from '../../rules/exporting.ts'

export type Exported = RouteOutput<typeof routes.oneExport>

/** Where the file is downloaded. */
export const fileAddress = ({ id }: Pick<Exported, 'id'>): string => addressOf(routes.exportFile, { params: { exportId: id } })

/** Twice a second, so that a small file is there as soon as it is ready. */
const askEveryMilliseconds = 500

/** Asks again while anything is under way: the counts of the progress are told by nobody else. */
export const useAskedWhileUnderway = (exports: readonly Exported[], ask: () => unknown): void => {
  const underway = exports.some(({ state }) => isUnderway(state))
  useEffect(() => {
    if (!underway) return
    const timer = setInterval(ask, askEveryMilliseconds)
    return () => clearInterval(timer)
  }, [underway, ask])
}

/** What `Progress` shows; what has been read is never told to be more than there is. */
export const progressOf = ({ rowsDone, rowsExpected }: Pick<Exported, 'rowsDone' | 'rowsExpected'>) => ({
  done: rowsDone,
  total: Math.max(rowsDone, rowsExpected),
})
