import type { RoomPart } from '../part.ts'

export const unitsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
