// The package brings no types; these are the parts that are used here.
declare module 'pg-copy-streams' {
  import type { Readable } from 'node:stream'
  import type { Submittable } from 'pg'

  /** The bytes of `copy … to stdout`, in chunks that hold whole messages of the server. */
  export function to(statement: string): Readable & Submittable & { readonly rowCount: number }
}
