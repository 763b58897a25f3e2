/** A code file is 400 lines or fewer, unless it is argued here why splitting would make it harder to read. */
export const longestLines = 400

/** Path to the reason. An entry whose file is short again, or gone, is a fault too. */
export const arguedLongFiles: ReadonlyMap<string, string> = new Map()
