/** What a person asks of imports. */
export const importRoutes = {}
