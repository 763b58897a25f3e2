import type { WebRoom } from '../../../ui/room.ts'
import { isPocketPath } from '../lastSession.ts'
import { keepPocket } from './keeper.ts'
import { pocketOf } from './outboxes.ts'

/** Sends what waits on this phone, and puts the pocket onto a device that is one. */
export const serve = async (personId: string, postId: string, rooms: readonly WebRoom[]): Promise<void> => {
  await pocketOf({ personId, postId }, rooms)
  if (window.matchMedia('(pointer: coarse)').matches || isPocketPath(location.pathname)) await keepPocket()
}
