import { doubtRoutes } from './doubtRoutes.ts'
import { drawRoutes } from './drawRoutes.ts'
import { recheckRoutes } from './recheckRoutes.ts'

/** Draws, rechecks and doubts. */
export const inspectionRoutes = { ...drawRoutes, ...recheckRoutes, ...doubtRoutes }
