import { chanceOf } from '../../../../kernel/chance.ts'
import { drawnPhoto, usedAgain, type Motif } from '../drawnPhotos.ts'

/** One photo of the set. Photos of one `origin` are one photo used again; those of one motif only look alike. */
export type LabelledPhoto = {
  readonly id: number
  readonly origin: number
  readonly motif: Motif
  readonly bytes: Buffer
}

/** `count` photos that were taken once, half of them of the same extinguisher elsewhere, and every fifth used again. */
export const labelledPhotos = async (seed: string, count: number): Promise<readonly LabelledPhoto[]> => {
  const photos: LabelledPhoto[] = []
  for (let origin = 0; origin < count; origin += 1) {
    const motif = origin % 2 === 0 ? 'workshop' : 'extinguisher'
    const bytes = await drawnPhoto(`${seed}/${origin}`, motif)
    photos.push({ id: photos.length, origin, motif, bytes })
    if (origin % 5 !== 0) continue
    const again = await usedAgain(bytes, chanceOf(`${seed}/${origin}/again`))
    photos.push({ id: photos.length, origin, motif, bytes: again })
  }
  return photos
}
