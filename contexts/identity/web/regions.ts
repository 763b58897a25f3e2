import { country } from '../../../ui/choosing/RegionTree.tsx'
import { regionParts } from '../../../ui/choosing/regionParts.tsx'
import { useRead } from '../../../ui/query.ts'
import { routes } from '../contract/index.ts'

/** The region of a code with its path; nothing is asked for an empty code. */
export const useRegion = (code: string) =>
  useRead(routes.region, { params: { code: code === '' ? country : code } }, { enabled: code !== '', keepFormer: code !== '' })

export const { RegionPath, RegionField, RegionChip } = regionParts({
  useRegion,
  useRegions: (query) => useRead(routes.regions, { query }, { keepFormer: true }),
})
