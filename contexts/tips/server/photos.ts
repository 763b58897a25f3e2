import { Readable } from 'node:stream'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { transact } from '../../../platform/database/transaction.ts'
import { attachEvidence, discardEvidence, drawNameless } from '../../../platform/evidence/room.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { handleOutside, type RouteHandler } from '../../../platform/http/handler.ts'
import type { Job } from '../../../platform/work/work.ts'
import { systemActor } from '../../../kernel/actor.ts'
import { publicRoutes as routes } from '../contract/publicRoutes.ts'
import { photoLimits } from '../rules/flood.ts'
import type { Counter } from './counter.ts'
import type { Needs } from './needs.ts'
import { tables } from './tipStore.ts'

const mostMegabytes = photoLimits.mostBytes / 1024 ** 2

/** A phone's picture is far below; what claims more is not opened. */
const mostMegapixels = 60

/** Some were taken away again before the tip was sent; they are cleared away with the rest. */
const mostOfSitting = 2 * photoLimits.perTip

/** Everything that comes, or null where it is too much; the connection stays open, so that the sender reads why. */
const readAll = async (bytes: Readable): Promise<Buffer | null> => {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of bytes.iterator({ destroyOnReturn: false })) {
    size += (piece as Buffer).length
    if (size > photoLimits.mostBytes) {
      bytes.resume()
      return null
    }
    pieces.push(piece as Buffer)
  }
  return Buffer.concat(pieces)
}

/** Takes a photo for a tip that is being written: drawn anew first, so that nothing of the phone is ever kept. */
export const openSendPhoto = ({ keepEvidence }: Pick<Needs, 'keepEvidence'>, counter: Counter): RouteHandler =>
  handleOutside(
    routes.sendPhoto,
    async ({ actor, services, params: { sitting }, bytes, visitor }): Promise<Result<{ photoId: string }>> => {
      const now = services.clock()
      if (counter.of(visitor, now).hour >= photoLimits.perVisitorHour)
        return refuse('TIPS_TOO_MANY', { of: 'visitor', retryAfterMinutes: 60 })
      counter.add(visitor, now)
      const had = await transact(services, { actor, readOnly: true }, async (tx) =>
        ok(await tables(tx).selectFrom('tips.sitting_photo').select('evidence_id').where('sitting', '=', sitting).execute()),
      )
      if (!had.ok) return had
      if (had.value.length >= mostOfSitting) return refuse('PHOTOS_TOO_MANY', { most: photoLimits.perTip })
      const sent = await readAll(bytes)
      if (sent === null) return refuse('PHOTO_REFUSED', { problem: 'tooLarge', mostMegabytes })
      const drawn = await drawNameless(sent, mostMegapixels)
      if (drawn === null) return refuse('PHOTO_REFUSED', { problem: 'unreadable', mostMegabytes })
      const kept = await keepEvidence(
        services,
        { actor },
        { name: '举报照片.jpg', bytes: Readable.from([drawn]), regionCode: '', organisationId: null },
      )
      if (!kept.ok) return refuse('PHOTO_REFUSED', { problem: 'unreadable', mostMegabytes })
      const photoId = kept.value.id
      return transact(services, { actor }, async (tx) => {
        await tables(tx).insertInto('tips.sitting_photo').values({ evidence_id: photoId, sitting, at: tx.at }).execute()
        return ok({ photoId })
      })
    },
  )

/** Makes the photos of a sitting those of its tip; only its own, and they are for who handles tips. */
export const attachPhotos = async (
  tx: Tx,
  {
    sitting,
    photos,
    tipId,
    regionCode,
  }: { readonly sitting: string; readonly photos: readonly string[]; readonly tipId: string; readonly regionCode: string },
): Promise<Result<null>> => {
  const ids = [...new Set(photos)]
  if (ids.length === 0) return ok(null)
  const taken = await tables(tx)
    .deleteFrom('tips.sitting_photo')
    .where('sitting', '=', sitting)
    .where('evidence_id', 'in', ids)
    .returning('evidence_id')
    .execute()
  if (taken.length !== ids.length) return refuse('PHOTO_UNKNOWN', {})
  const attached = await attachEvidence(tx, {
    evidenceIds: ids,
    record: { kind: 'tip', id: tipId },
    regionCode,
    organisationId: null,
    retention: 'forever',
    readableBy: ['leader', 'officer', 'inspector'],
  })
  return attached.ok ? ok(null) : refuse('PHOTO_UNKNOWN', {})
}

const forgottenAfterHours = 24
const batch = 200

/** Photos of tips that were never sent go after a day. */
export const forgetPhotos: Job = {
  name: 'tips.forgetPhotos',
  timetable: '41 * * * *',
  run: async (services) => {
    for (;;) {
      const gone = await transact(services, { actor: systemActor('tips.forgetPhotos') }, async (tx) => {
        const before = tx.now.subtract({ hours: forgottenAfterHours }).toString({ smallestUnit: 'millisecond' })
        const rows = await tables(tx)
          .selectFrom('tips.sitting_photo')
          .select('evidence_id')
          .where('at', '<=', before)
          .orderBy('at')
          .limit(batch)
          .execute()
        if (rows.length === 0) return ok(0)
        const ids = rows.map(({ evidence_id: id }) => id)
        await discardEvidence(tx, ids)
        await tables(tx).deleteFrom('tips.sitting_photo').where('evidence_id', 'in', ids).execute()
        return ok(rows.length)
      })
      if (!gone.ok || gone.value < batch) return
    }
  },
}
