import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { doubtRoutes } from '../../contract/doubtRoutes.ts'

export type DoubtView = RouteOutput<typeof doubtRoutes.doubt>
