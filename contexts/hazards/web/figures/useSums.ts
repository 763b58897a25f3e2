import type { UseQueryResult } from '@tanstack/react-query'
import { useRead } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import { levelBelow } from '../choosing/regionStep.ts'
import { figureQueryOf, type Shown, type Sum } from './measures.ts'

/** The sums, and the day of which they are told where they depend on it. */
type Sums = { readonly sums: readonly Sum[]; readonly today: string | null }

/** What is shown as a list that can be exported, number by number. */
export const exportOf = (shown: Shown, region: string) => {
  const regionLevel = levelBelow(region)
  return shown.measure.figure === 'overdue'
    ? { list: 'hazards.overdue', query: { region, regionLevel } }
    : { list: 'hazards.figures', query: figureQueryOf(shown, region, regionLevel) }
}

/** What is shown, as the server sums it: most by one route, what is overdue now by another. */
export const useSums = (shown: Shown, region: string): UseQueryResult<Sums> => {
  const now = shown.measure.figure === 'overdue'
  const regionLevel = levelBelow(region)
  const figures = useRead(routes.figures, { query: figureQueryOf(shown, region, regionLevel) }, { enabled: !now, keepFormer: true })
  const overdue = useRead(
    routes.overdue,
    { query: { region, ...(regionLevel === undefined ? {} : { regionLevel }) } },
    { enabled: now, keepFormer: true },
  )
  const sums = now
    ? overdue.data?.rows
        .filter(({ level, overdue: many }) => many > 0 && (shown.level === '' || level === shown.level))
        .map(({ regionCode, regionName, level, overdue: total }): Sum => ({
          figure: 'overdue',
          regionCode,
          regionName,
          period: null,
          level,
          state: null,
          industryCode: null,
          industryName: null,
          total,
        }))
    : figures.data?.rows
  const data = sums === undefined ? undefined : { sums, today: now ? (overdue.data?.today ?? null) : null }
  return { ...(now ? overdue : figures), data } as UseQueryResult<Sums>
}
