/** What a person asks of exports. */
export const exportRoutes = {}
