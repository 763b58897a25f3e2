/** A code file is 400 lines or fewer, unless it is argued here why splitting would make it harder to read. */
export const longestLines = 400

/** Path to the reason. An entry whose file is short again, or gone, is a fault too. */
export const arguedLongFiles: ReadonlyMap<string, string> = new Map([
  [
    'platform/audit/verify.test.ts',
    'Every way to tamper with one audit of two chains; together they are read as the list of what is found.',
  ],
])
