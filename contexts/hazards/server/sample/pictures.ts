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

/** Collects the pictures that a history needs; they are drawn and laid while its beginning, which needs none, is written. */
export type Album = {
  readonly need: (picture: Picture) => () => Promise<LaidFile>
  /** Begins to draw; answers when all is laid. */
  readonly draw: (stock: EvidenceStock) => Promise<unknown>
}

const drawOne = async (stock: EvidenceStock, { motif, place, moment }: Picture): Promise<LaidFile> => {
  const turn = (place % placesOfMotif) * 5
  const { zoom, dx, dy } = views[moment]
  const view = { zoom: zoom + turn / 200, dx: dx + turn, dy: dy - turn }
  const draw = motifs[motif]
  return stock.lay(await drawPicture(`${motif}/${place % placesOfMotif}`, view, (canvas) => draw(canvas, moment === 'found')))
}

export const openAlbum = (): Album => {
  const wanted = new Map<string, Picture>()
  const laid = new Map<string, Promise<LaidFile>>()
  return {
    need: (picture) => {
      const name = nameOf(picture)
      wanted.set(name, picture)
      return async () => {
        const file = await laid.get(name)
        if (!file) throw new Error(`the picture ${name} was not drawn`)
        return file
      }
    },
    draw: async (stock) => {
      // Four lanes: while one picture is compressed or synced by another thread the next is drawn.
      const lanes: Promise<unknown>[] = [0, 1, 2, 3].map(() => Promise.resolve())
      for (const [turn, [name, picture]] of [...wanted].entries()) {
        const lane = turn % lanes.length
        const drawn = (lanes[lane] ?? Promise.resolve()).then(() => drawOne(stock, picture))
        lanes[lane] = drawn
        laid.set(name, drawn)
      }
      return Promise.all(lanes)
    },
  }
}
