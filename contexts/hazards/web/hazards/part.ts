import type { RoomPart } from '../part.ts'

export const hazardsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
