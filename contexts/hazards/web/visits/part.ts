import type { RoomPart } from '../part.ts'

export const visitsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
