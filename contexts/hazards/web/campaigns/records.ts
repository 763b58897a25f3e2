import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { campaignRoutes } from '../../contract/campaignRoutes.ts'

export type Campaign = RouteOutput<typeof campaignRoutes.campaign>
export type Progress = RouteOutput<typeof campaignRoutes.campaignProgress>['rows'][number]
export type Target = RouteOutput<typeof campaignRoutes.targets>['rows'][number]
export type Removal = RouteOutput<typeof campaignRoutes.removedTargets>['rows'][number]
export type Assignment = RouteOutput<typeof campaignRoutes.assignments>['rows'][number]
export type Registered = RouteOutput<typeof campaignRoutes.registeredHazards>['rows'][number]
export type Plan = RouteOutput<typeof campaignRoutes.campaignPlan>
