import { createHash, type Hash } from 'node:crypto'
import type { Secrets } from '../secrets/secrets.ts'
import { checkpointPurpose, checkpointVersion, hashOfCheckpoint, headLine, type CheckpointFacts } from './checkpointLine.ts'
import { valuesOf } from './copyOut.ts'
import { checkpointChain, type Fault, type Why } from './fault.ts'
import { noHash, timeIso } from './line.ts'

/** What the walk reads: each checkpoint, and after it the heads that it ties. No chain has an empty name. */
export const checkpointLines = `
  select number, '' collate "C" as chain, version::text, at::text, anchor::text, heads::text,
    encode(heads_hash, 'hex'), encode(previous_hash, 'hex'), encode(hash, 'hex'), code
  from audit.checkpoint
  union all
  select number, chain, seq::text, encode(hash, 'hex'), anchor_seq::text, encode(anchor_hash, 'hex'), null, null, null, null
  from audit.checkpoint_head
  order by number, chain`

/** A note that somebody keeps outside of the database: checkpoint and hash. */
export type Witness = { readonly number: number; readonly hash: string }

type Open = CheckpointFacts & {
  readonly version: number
  readonly hash: string
  readonly code: string
  readonly hasher: Hash
  headsSeen: number
}

export type CheckpointWalk = {
  line(line: Buffer): void
  /** How many there are, and the first that can't be relied on; those before it are sound. */
  end(): { checkpoints: number; firstUnsound: number | null }
}

/**
 * Walks the lines of `checkpointLines` and tells the first broken one.
 * @param anchor the last checkpoint that was purged, as the latest one says.
 */
export const checkpointWalk = (
  { secrets, witness, anchor }: { secrets: Pick<Secrets, 'blindIndex'>; witness: Witness | null; anchor: number },
  found: (fault: Fault) => void,
): CheckpointWalk => {
  let checkpoints = 0
  let open: Open | null = null
  let last: { number: number; hash: string | null; at: string | null } = { number: anchor, hash: anchor === 0 ? noHash : null, at: null }
  let firstUnsound: number | null = null

  const tell = (seq: number, why: Why, at: string | null): void => {
    if (firstUnsound !== null) return
    firstUnsound = seq
    found({ chain: checkpointChain, seq, why, at: at && timeIso(at) })
  }

  const close = (): void => {
    if (open === null) return
    const { number, at, hash } = open
    if (number > last.number + 1) tell(last.number + 1, 'missing', last.at ?? at)
    const headsHash = open.hasher.digest('hex')
    const sound =
      open.version === checkpointVersion &&
      open.headsSeen === open.heads &&
      open.headsHash === headsHash &&
      hashOfCheckpoint(open) === hash &&
      open.code === secrets.blindIndex(checkpointPurpose, hash) &&
      (last.hash === null || open.previousHash === last.hash) &&
      (witness === null || witness.number !== number || witness.hash === hash)
    if (!sound) tell(number, 'checkpointDiffers', at)
    last = { number, hash, at }
    open = null
  }

  return {
    line: (line) => {
      const values = valuesOf(line)
      const number = Number(values[0])
      if (values[1] !== '') {
        if (open?.number !== number) {
          close()
          return tell(number, 'missing', last.at)
        }
        const [, chain, seq, hash, anchorSeq, anchorHash] = values as string[]
        open.hasher.update(
          headLine(number, { chain: chain!, seq: Number(seq), hash: hash!, anchorSeq: Number(anchorSeq), anchorHash: anchorHash! }),
        )
        open.headsSeen += 1
        return undefined
      }
      close()
      checkpoints += 1
      const [, , version, at, anchorText, heads, headsHash, previousHash, hash, code] = values as string[]
      open = {
        number,
        version: Number(version),
        at: at!,
        anchor: Number(anchorText),
        heads: Number(heads),
        headsHash: headsHash!,
        previousHash: previousHash!,
        hash: hash!,
        code: code!,
        hasher: createHash('sm3'),
        headsSeen: 0,
      }
      return undefined
    },
    end: () => {
      close()
      if (witness !== null && witness.number > last.number) tell(last.number + 1, 'missing', last.at)
      return { checkpoints, firstUnsound }
    },
  }
}
