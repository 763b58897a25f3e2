/** How the desk and the audit speak of exports. */
export const exportDeedWords = {} as const

/** Rules that are no deed, by the name that limits say they are used in. */
export const exportRules = {} as const
