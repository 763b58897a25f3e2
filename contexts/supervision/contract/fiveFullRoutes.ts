/** The five-full board. */
export const fiveFullRoutes = {}
