import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { drawRoutes } from '../../contract/drawRoutes.ts'
import type { recheckRoutes } from '../../contract/recheckRoutes.ts'

export type RecheckLine = RouteOutput<typeof recheckRoutes.rechecks>['rows'][number]
export type Recheck = RouteOutput<typeof recheckRoutes.recheck>
export type DrawLine = RouteOutput<typeof drawRoutes.draws>['rows'][number]
export type Draw = RouteOutput<typeof drawRoutes.draw>
export type Frame = RouteOutput<typeof drawRoutes.drawFrame>
export type Closer = RouteOutput<typeof recheckRoutes.closers>['rows'][number]

/** `26-00417`, as it is said. */
export const shortNumber = (number: string): string => number.slice(9)
