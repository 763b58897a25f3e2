import type { RoomPart } from '../part.ts'

export const campaignsPart: RoomPart = { pages: [], navigation: [], commands: [], records: [] }
