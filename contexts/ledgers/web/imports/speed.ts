/** How many rows were done at an instant, in milliseconds. */
export type Sample = { readonly at: number; readonly rows: number }

/** The speed of the last so many milliseconds is what a person sees. */
const windowMilliseconds = 20_000

/** The samples with a new one; fewer rows than before are another pass, which begins anew. */
export const withSample = (samples: readonly Sample[], sample: Sample): readonly Sample[] => {
  const last = samples.at(-1)
  if (last !== undefined && sample.rows < last.rows) return [sample]
  if (last !== undefined && sample.rows === last.rows) return samples
  const recent = samples.filter(({ at }) => sample.at - at <= windowMilliseconds)
  // One from before the window is kept where all are older, so that slow work has a speed too.
  return [...(recent.length === 0 && last !== undefined ? [last] : recent), sample]
}

/** Rows a second; null before two samples lie half a second apart. */
export const speedOf = (samples: readonly Sample[]): number | null => {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.at - first.at < 500) return null
  return ((last.rows - first.rows) * 1_000) / (last.at - first.at)
}

/** Seconds until all rows are done at this speed, rounded up; null where it is not known. */
export const secondsLeft = (done: number, total: number | null, speed: number | null): number | null =>
  total === null || speed === null || speed <= 0 ? null : Math.ceil(Math.max(0, total - done) / speed)
