import type { EvidenceStock, LaidFile } from '../../../../platform/evidence/room.ts'
import { drawPicture, type View } from './canvas.ts'
import { motifs, type Motif } from './motifs.ts'

/** What a picture shows: a motif, one of its places, and when in the story it was taken. */
export type Picture = { readonly motif: Motif; readonly place: number; readonly moment: 'found' | 'done' | 'reviewed' }

/** So many places of one motif are drawn; of later ones the pictures come again. Each costs about 10 ms at the first start. */
export const placesOfMotif = 5

const views: { readonly [Moment in Picture['moment']]: View } = {
  found: { zoom: 1, dx: 0, dy: 0 },
  done: { zoom: 1.04, dx: 8, dy: -4 },
  reviewed: { zoom: 1.22, dx: -34, dy: 12 },
}

const nameOf = ({ motif, place, moment }: Picture): string => `${motif}/${place % placesOfMotif}/${moment}`

/** Collects the pictures that a history needs; drawn and laid all at once, before the history is written. */
export type Album = {
  readonly need: (picture: Picture) => () => LaidFile
  readonly draw: (stock: EvidenceStock) => Promise<void>
}

export const openAlbum = (): Album => {
  const wanted = new Map<string, Picture>()
  const laid = new Map<string, LaidFile>()
  return {
    need: (picture) => {
      const name = nameOf(picture)
      wanted.set(name, picture)
      return () => {
        const file = laid.get(name)
        if (!file) throw new Error(`the picture ${name} was not drawn`)
        return file
      }
    },
    draw: async (stock) => {
      const names = [...wanted]
      // Four at once: while one is compressed or synced by another thread the next is drawn.
      await Promise.all(
        [0, 1, 2, 3].map(async (lane) => {
          for (let next = lane; next < names.length; next += 4) {
            const [name, { motif, place, moment }] = names[next]!
            const turn = (place % placesOfMotif) * 5
            const { zoom, dx, dy } = views[moment]
            const bytes = await drawPicture(
              `${motif}/${place % placesOfMotif}`,
              { zoom: zoom + turn / 200, dx: dx + turn, dy: dy - turn },
              (canvas) => motifs[motif](canvas, moment === 'found'),
            )
            laid.set(name, await stock.lay(bytes))
          }
        }),
      )
    },
  }
}
