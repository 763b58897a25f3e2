import { sm3Hex } from '../secrets/sm.ts'
import { byteaText, copyLine } from './line.ts'

/** The present way of writing a checkpoint for its hash. */
export const checkpointVersion = 1

/** What a checkpoint says of one chain: where it ends, and where it begins. Hashes as hexadecimal digits. */
export type CheckpointHead = {
  readonly chain: string
  readonly seq: number
  readonly hash: string
  readonly anchorSeq: number
  readonly anchorHash: string
}

/** One of the lines over which `headsHash` is taken, each with its end, in the order of the chains. */
export const headLine = (number: number, head: CheckpointHead): string =>
  `${copyLine([number, head.chain, head.seq, byteaText(head.hash), head.anchorSeq, byteaText(head.anchorHash)])}\n`

export type CheckpointFacts = {
  readonly number: number
  /** As PostgreSQL writes it. */
  readonly at: string
  readonly anchor: number
  readonly heads: number
  readonly headsHash: string
  readonly previousHash: string
}

/** SM3 over all that a checkpoint says. */
export const hashOfCheckpoint = (facts: CheckpointFacts): string =>
  sm3Hex(
    copyLine([
      facts.number,
      checkpointVersion,
      facts.at,
      facts.anchor,
      facts.heads,
      byteaText(facts.headsHash),
      byteaText(facts.previousHash),
    ]),
  )

/** The purpose under which the hash of a checkpoint is given a code that nobody makes without the master key. */
export const checkpointPurpose = 'audit.checkpoint'
