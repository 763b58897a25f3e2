import type { RoomPart } from '../part.ts'

export const criteriaPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
