import type { RoomPart } from '../part.ts'

/** Bulletins. */
export const bulletinsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
