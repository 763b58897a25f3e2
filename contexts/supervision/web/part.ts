import type { WebRoom } from '../../../ui/room.ts'

/** What one group of pages brings to the room. */
export type RoomPart = Omit<WebRoom, 'name' | 'actions' | 'records'> & { readonly records: NonNullable<WebRoom['records']> }
