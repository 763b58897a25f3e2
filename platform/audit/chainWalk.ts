import { sm3Hex } from '../secrets/sm.ts'
import { valuesOf } from './copyOut.ts'
import type { Fault, Why } from './fault.ts'
import { hashedColumns, noHash, timeIso } from './line.ts'

/** The columns in which a line of ends bears what the head and the anchor of a chain say. */
const endColumns: Readonly<Record<string, string>> = {
  chain: 'chain',
  seq: '0::bigint',
  version: 'null::smallint',
  at: 'null::timestamptz',
  action: 'h.seq::text',
  record_kind: "encode(h.hash, 'hex')",
  record_id: 'a.seq::text',
  region_code: "encode(a.hash, 'hex')",
  previous_hash: 'null::bytea',
}

/**
 * What the walk reads: for each chain in turn its ends, then its rows in order. A line of ends has null for the version,
 * which no row has. The types of both halves agree exactly, so that PostgreSQL can merge them along the primary key;
 * otherwise it sorts the whole audit on disk first.
 */
export const chainLines = `
  select ${hashedColumns.join(', ')}, hash from audit.entry
  union all
  select ${hashedColumns.map((column) => endColumns[column] ?? 'null::text').join(', ')}, null::bytea
  from audit.chain_head h full join audit.anchor a using (chain)
  order by chain, seq`

type End = { readonly seq: number; readonly hash: string }

/** A row that does not follow on the one before; the next row, or the head, tells which of the two is wrong. */
type Suspect = {
  readonly seq: number
  readonly hash: string
  readonly hashBefore: string
  readonly at: string
  readonly atBefore: string | null
}

type Chain = {
  readonly name: Buffer
  readonly head: End | null
  readonly anchor: End
  /** The last row that was read, or where the chain begins. */
  last: End
  /** The hash that the last row names as the one before it; null at the beginning. */
  hashBefore: string | null
  lastLine: Buffer | null
  suspect: Suspect | null
  broken: boolean
}

const tab = 9
const zero = 48
/** A hash in a line: a tab, two backslashes, x and 64 digits. */
const hashField = 68

/** Walks the lines of `chainLines` and tells the first broken link of every chain. */
export const chainWalk = (found: (fault: Fault) => void): { line(line: Buffer): void; end(): { rows: number; chains: number } } => {
  let rows = 0
  let chains = 0
  let chain: Chain | null = null

  const tell = (broken: Chain, seq: number, why: Why, at: string | null): void => {
    broken.broken = true
    found({ chain: broken.name.toString(), seq, why, at })
  }

  const open = (name: Buffer, ends: Buffer | null): Chain => {
    chains += 1
    const [, , , , , , , , headSeq, headHash, anchorSeq, anchorHash] = ends ? valuesOf(ends) : []
    const anchor = anchorSeq && anchorHash ? { seq: Number(anchorSeq), hash: anchorHash } : { seq: 0, hash: noHash }
    const head = headSeq && headHash ? { seq: Number(headSeq), hash: headHash } : null
    return { name, head, anchor, last: anchor, hashBefore: null, lastLine: null, suspect: null, broken: false }
  }

  const close = (ended: Chain): void => {
    if (ended.broken) return
    const { head, last, suspect, anchor } = ended
    const at = ended.lastLine && timeOf(ended.lastLine)
    if (suspect) settle(ended, suspect, head?.hash === suspect.hash, false)
    else if (head === null) tell(ended, last.seq, 'headDiffers', at)
    else if (head.seq > last.seq) tell(ended, last.seq + 1, 'missing', at)
    else if (head.seq < anchor.seq || head.hash !== last.hash) tell(ended, head.seq, 'headDiffers', at)
  }

  /** The successor names either the suspect, so the row before was put there; or the row before it; or neither. */
  const settle = (held: Chain, suspect: Suspect, namesSuspect: boolean, namesBefore: boolean): void => {
    if (namesBefore) tell(held, suspect.seq, 'inserted', suspect.at)
    else if (namesSuspect && suspect.seq - 1 > held.anchor.seq) tell(held, suspect.seq - 1, 'changed', suspect.atBefore)
    else tell(held, suspect.seq, 'changed', suspect.at)
  }

  const judge = (on: Chain, line: Buffer, seq: number, seqFrom: number, seqTo: number): void => {
    const { suspect, last, head, anchor } = on
    const body = line.subarray(0, -hashField)
    const hash = line.toString('latin1', line.length - 64)
    const previous = body.toString('latin1', body.length - 64)
    const atBefore = (): string | null => on.lastLine && timeOf(on.lastLine)
    if (suspect) return settle(on, suspect, previous === suspect.hash, previous === suspect.hashBefore)
    if (seq > last.seq + 1) return tell(on, last.seq + 1, 'missing', atBefore() ?? timeOf(line))
    if (seq <= last.seq) return tell(on, seq, 'inserted', timeOf(line))
    if (sm3Hex(body) !== hash) {
      // Rows that were moved up or down to make room for one, or to close the gap of one, hash right at their old place.
      const wasAt = (place: number): boolean =>
        sm3Hex(Buffer.concat([line.subarray(0, seqFrom), Buffer.from(String(place)), body.subarray(seqTo)])) === hash
      if (seq - 1 > anchor.seq && wasAt(seq - 1)) return tell(on, seq - 1, 'inserted', atBefore())
      return tell(on, seq, wasAt(seq + 1) ? 'missing' : 'changed', timeOf(line))
    }
    // It names the row before the last, so the last was put between them.
    if (previous !== last.hash && previous === on.hashBefore) return tell(on, last.seq, 'inserted', atBefore())
    if (previous !== last.hash) on.suspect = { seq, hash, hashBefore: last.hash, at: timeOf(line), atBefore: atBefore() }
    else if (head !== null && seq === head.seq + 1) {
      return last.hash === head.hash ? tell(on, seq, 'inserted', timeOf(line)) : tell(on, head.seq, 'headDiffers', atBefore())
    }
    on.hashBefore = last.hash
    on.last = { seq, hash }
    on.lastLine = line
    return undefined
  }

  return {
    line: (line) => {
      const chainTo = line.indexOf(tab)
      const seqTo = line.indexOf(tab, chainTo + 1)
      const name = line.subarray(0, chainTo)
      // No version: the ends of a chain.
      const isEnds = line[seqTo + 1] === 92
      if (isEnds || !chain?.name.equals(name)) {
        if (chain) close(chain)
        chain = open(name, isEnds ? line : null)
      }
      if (isEnds) return
      rows += 1
      if (!chain.broken) judge(chain, line, digits(line, chainTo + 1, seqTo), chainTo + 1, seqTo)
    },
    end: () => {
      if (chain) close(chain)
      return { rows, chains }
    },
  }
}

/** A number in a line, read without making a string of it; a row of a chain has no sign. */
const digits = (line: Buffer, from: number, to: number): number => {
  let value = 0
  for (let at = from; at < to; at += 1) value = value * 10 + line[at]! - zero
  return value
}

/** When a row was written, in ISO form. */
const timeOf = (line: Buffer): string => {
  const at = valuesOf(line)[3]
  if (at == null) throw new Error('a row of the audit has no time')
  return timeIso(at)
}
