import type { RouteHandler } from '../../../platform/http/handler.ts'
import { openDoubtRoutes } from './doubts.ts'
import { openDrawRoutes } from './draws.ts'
import type { InspectionNeeds } from './needs.ts'
import { openRecheckRoutes } from './rechecks.ts'

/** The use cases of draws, rechecks and doubts. */
export const openInspectionRoutes = (needs: InspectionNeeds): readonly RouteHandler[] => [
  ...openDrawRoutes(needs),
  ...openRecheckRoutes(needs),
  ...openDoubtRoutes(needs),
]
