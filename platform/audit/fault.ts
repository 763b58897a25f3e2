/**
 * Why a link is broken:
 * - `changed`: the row is not the one that was hashed, or that its successor names;
 * - `missing`: a row that must be there is not;
 * - `inserted`: a row stands where none was written;
 * - `headDiffers`: the chain ends otherwise than its head says;
 * - `anchorDiffers`: the chain begins otherwise than the last checkpoint says;
 * - `checkpointDiffers`: the chain was rewritten after a checkpoint, or the checkpoint itself was.
 */
export type Why = 'changed' | 'missing' | 'inserted' | 'headDiffers' | 'anchorDiffers' | 'checkpointDiffers'

/** A broken link. `chain` is `checkpoint` for the checkpoints, which are a chain themselves. */
export type Fault = {
  readonly chain: string
  readonly seq: number
  readonly why: Why
  /** When the row was written; of a missing one, the nearest row that is there, the one before it first. */
  readonly at: string | null
}

/** The name under which the chain of checkpoints goes. */
export const checkpointChain = 'checkpoint'

/** Which of two faults is told first: the older one, then by chain and number. One without a time comes last. */
export const earlier = (one: Fault | null, two: Fault | null): Fault | null => {
  if (one === null || two === null) return one ?? two
  const key = ({ at, chain }: Fault): string => `${at ?? '9999'}\t${chain}`
  if (key(one) !== key(two)) return key(one) < key(two) ? one : two
  return one.seq <= two.seq ? one : two
}
