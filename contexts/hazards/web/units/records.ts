import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { Level } from '../../../../ui/LevelChip.tsx'
import type { routes } from '../../contract/index.ts'
import type { RiskColour } from '../../rules/risk.ts'

export type Unit = RouteOutput<typeof routes.addUnit>
export type UnitRecord = RouteOutput<typeof routes.unit>
export type Duplicate = RouteOutput<typeof routes.unitDuplicates>[number]
export type SourceVerdict = NonNullable<UnitRecord['majorHazardSource']>
export type SpecialList = RouteOutput<typeof routes.specialLists>[number]

/** The four colours of risk are the four legal levels. */
export const levelOfColour: { readonly [Colour in RiskColour]: Level } = { red: 1, orange: 2, yellow: 3, blue: 4 }
