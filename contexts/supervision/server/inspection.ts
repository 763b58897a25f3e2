import type { RouteHandler } from '../../../platform/http/handler.ts'
import type { Needs } from './needs.ts'

/** The use cases of draws, rechecks and doubts. */
export const openInspectionRoutes = (_needs: Needs): readonly RouteHandler[] => []
