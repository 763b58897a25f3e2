import type { Services } from '../../../platform/database/transaction.ts'
import type { MigrationSet, RecordNames, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { limits } from '../rules/limits.ts'
import { openCounter } from './counter.ts'
import { tipsExports } from './exports.ts'
import { openFollow } from './follow.ts'
import { forgetIdentity, hazardListeners } from './jobs.ts'
import type { Needs } from './needs.ts'
import { forgetPhotos, openSendPhoto } from './photos.ts'
import { openPosters } from './posters.ts'
import { openPosterSheet } from './posterSheet.ts'
import { furnishTips, type TipSampleNeeds } from './sample/furnishTips.ts'
import { openSendTip } from './sendTip.ts'
import { tables, tipsInScope } from './tipStore.ts'
import { openTipRoutes } from './tips.ts'

export type TipsRoom = {
  readonly room: ServerRoom
  /** Writes the room's sample into a house of the sample that has none of it yet; answers whether it did. */
  readonly furnish: (services: Services, sample: TipSampleNeeds) => Promise<boolean>
}

const migrations: MigrationSet = { schema: 'tips', folder: new URL('./migrations/', import.meta.url) }

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const alike = (rows: readonly { readonly id: string; readonly name: string }[]) =>
  new Map(rows.map(({ id, name }) => [id, { zh: name, en: name }]))

/** A tip is called by its number alone: its words are for who handles it. */
const tipNames: RecordNames = async (tx, texts) => {
  const ids = texts.filter((text) => isId.test(text))
  return ids.length === 0
    ? new Map()
    : alike(await tipsInScope(tx).select(['tip.id', 'tip.number as name']).where('tip.id', 'in', ids).execute())
}

const posterNames: RecordNames = async (tx, texts) => {
  const ids = texts.filter((text) => isId.test(text))
  return ids.length === 0
    ? new Map()
    : alike(await tables(tx).selectFrom('tips.poster').select(['id', 'title as name']).where('id', 'in', ids).execute())
}

/** Opens the room. */
export const openTips = (needs: Needs): TipsRoom => {
  const [tips, photos] = [openCounter(), openCounter()]
  return {
    room: {
      contract,
      migrations,
      routes: [
        ...openPosters(needs),
        openPosterSheet(needs),
        openSendPhoto(needs, photos),
        openSendTip(needs, tips),
        ...openFollow(needs),
        ...openTipRoutes(needs),
      ],
      listeners: hazardListeners(needs),
      jobs: [forgetPhotos, forgetIdentity(needs)],
      law: Object.values(limits),
      exports: tipsExports(needs),
      recordNames: { tip: tipNames, poster: posterNames },
    },
    furnish: (services, sample) => furnishTips(services, needs, sample),
  }
}
