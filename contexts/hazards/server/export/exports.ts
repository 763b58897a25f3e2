import type { ExportList } from '../../../../platform/ledger.ts'
import type { NameNeeds } from '../pageNames.ts'
import { campaignExports } from './campaignExports.ts'
import { figureExports } from './figureExports.ts'
import { hazardExport } from './hazardExport.ts'
import { unitExport } from './unitExport.ts'
import { visitExport } from './visitExport.ts'

/** The lists that the room gives out, as their pages have them. */
export const hazardExports = (needs: NameNeeds): readonly ExportList[] => [
  hazardExport(needs),
  visitExport(needs),
  unitExport(needs),
  ...campaignExports(needs),
  ...figureExports(needs),
]
