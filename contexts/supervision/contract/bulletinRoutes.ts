/** Bulletins: drawn up, read, printed. */
export const bulletinRoutes = {}
