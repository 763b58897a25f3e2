import { useQueries } from '@tanstack/react-query'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import { call } from '../../../../ui/api.ts'
import { readKey, useRead } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import { queryOf, summaryQueryOf, views, type SomeFilters, type ViewId } from './listFilters.ts'

/** Views whose number the summary of the open ones tells already. */
const told = ['open', 'major', 'stepLate', 'overdue'] as const

const counted = views.filter(({ id }) => !(told as readonly string[]).includes(id) && id !== 'all')

/** How many hazards each view holds under the filters that last, and how many each of one's own; undefined until it is known. */
export const useViewCounts = (
  lasting: SomeFilters,
  saved: readonly SomeFilters[],
): { readonly views: { readonly [Id in ViewId]?: number | undefined }; readonly saved: readonly (number | undefined)[] } => {
  const open = useRead(routes.hazardSummary, { query: summaryQueryOf({ ...lasting, open: 'true' }) }, { keepFormer: true })
  const asked = [...counted.map(({ filters }) => ({ ...lasting, ...filters })), ...saved].map((filters) => ({
    query: { ...queryOf(filters), limit: 1 },
  }))
  const totals = useQueries({
    queries: asked.map((input) => ({
      queryKey: readKey(routes.hazards, input),
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<RouteOutput<typeof routes.hazards>> =>
        call(routes.hazards, input, { signal }),
    })),
    combine: (results) => results.map(({ data }) => data?.total),
  })
  const byId: { [Id in ViewId]?: number | undefined } = Object.fromEntries(counted.map(({ id }, index) => [id, totals[index]]))
  const { data } = open
  const closed = byId.closed
  return {
    views: {
      ...byId,
      open: data?.total,
      major: data?.major,
      stepLate: data?.stepLate,
      overdue: data?.overdue,
      all: data === undefined || closed === undefined ? undefined : data.total + closed,
    },
    saved: totals.slice(counted.length),
  }
}
