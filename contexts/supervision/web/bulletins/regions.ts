import { country } from '../../../../ui/choosing/RegionTree.tsx'
import { regionParts } from '../../../../ui/choosing/regionParts.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes as identity } from '../../../identity/contract/index.ts'

export const { RegionPath, RegionChip, RegionField } = regionParts({
  useRegion: (code) =>
    useRead(identity.region, { params: { code: code === '' ? country : code } }, { enabled: code !== '', keepFormer: code !== '' }),
  useRegions: (query) => useRead(identity.regions, { query }, { keepFormer: true }),
})
