import type { RouteHandler } from '../../../platform/http/handler.ts'
import type { Needs } from './needs.ts'

/** The use cases of bulletins. */
export const openBulletinRoutes = (_needs: Needs): readonly RouteHandler[] => []
