/** Draws, rechecks and doubts. */
export const inspectionRoutes = {}
