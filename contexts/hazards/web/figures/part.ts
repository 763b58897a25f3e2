import type { RoomPart } from '../part.ts'

export const figuresPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
