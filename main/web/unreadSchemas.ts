/*
 * In the browser a contract is its addresses, actions and types. Its schemas are run by the server alone, which checks
 * every input and cuts every answer; so the build leaves their library out of the app (24 KB gzip of a shell of 180).
 * Here any schema can be declared, and none can be run.
 */
const runs = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync', '~standard'])

const declared: unknown = new Proxy(() => undefined, {
  apply: () => declared,
  get: (_target, name) => {
    if (typeof name === 'string' && runs.has(name))
      throw new Error(`A contract's schemas are not run in the browser (.${name}): ask the server, or call the rule`)
    return declared
  },
})

export const z = declared
