import type { RoomPart } from '../part.ts'

export const pocketPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
