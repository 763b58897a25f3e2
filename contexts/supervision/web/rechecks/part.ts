import type { RoomPart } from '../part.ts'

/** Draws and rechecks. */
export const rechecksPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
