import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { routes } from '../../contract/index.ts'

export type TipRecord = RouteOutput<typeof routes.tip>
