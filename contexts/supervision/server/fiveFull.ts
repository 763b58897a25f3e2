import type { RouteHandler } from '../../../platform/http/handler.ts'
import type { Needs } from './needs.ts'

/** The use cases of the five-full board. */
export const openFiveFullRoutes = (_needs: Needs): readonly RouteHandler[] => []
