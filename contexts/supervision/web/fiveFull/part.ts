import type { RoomPart } from '../part.ts'

/** The five-full board. */
export const fiveFullPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
