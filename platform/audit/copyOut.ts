import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

const newline = 10

/**
 * Reads a query as lines of COPY, one after the other as they come from the database, in constant memory.
 * @param line a line without its end. The bytes stay as they are, so a caller may keep them.
 */
export const copyOut = async (client: PoolClient, query: string, line: (line: Buffer) => void): Promise<void> => {
  const chunks = client.query(copyTo(`copy (${query}) to stdout`))
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks as AsyncIterable<Buffer>) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk
    let from = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, from)) {
      line(bytes.subarray(from, end))
      from = end + 1
    }
    rest = bytes.subarray(from)
  }
  if (rest.length > 0) throw new Error('the database ended a copy in the midst of a line')
}

/** The values of a line, as text; null for `\N`. */
export const valuesOf = (line: Buffer): (string | null)[] =>
  line
    .toString()
    .split('\t')
    .map((value) => (value === '\\N' ? null : value.replaceAll(/\\(.)/g, (_, escaped: string) => unescapes[escaped] ?? escaped)))

const unescapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }
