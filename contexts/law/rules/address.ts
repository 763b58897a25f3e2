/** The page of a limit. A key's dots would make the address look like that of a file, and no key holds a dash. */
export const addressOfLimit = (key: string): `/law/${string}` => `/law/${key.replaceAll('.', '-')}`

/** The key that the last part of such an address names. */
export const keyInAddress = (part: string): string => part.replaceAll('-', '.')
