import type { RoomPart } from '../part.ts'

/** Doubts. */
export const doubtsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
