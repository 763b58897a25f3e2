import { useState } from 'react'
import { useNow } from '../../../../ui/serverClock.ts'
import { speedOf, withSample, type Sample } from './speed.ts'

/** Rows a second, as this screen saw them being done; null while it is not known. */
export const useSpeed = (rows: number, running: boolean): number | null => {
  const now = useNow(1_000)
  const [samples, setSamples] = useState<readonly Sample[]>([])
  const next = running ? withSample(samples, { at: now, rows }) : samples
  if (next !== samples) setSamples(next)
  return running ? speedOf(next) : null
}
