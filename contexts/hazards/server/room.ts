import type { MigrationSet } from '../../../platform/room.ts'

export { conformance } from './conformance.ts'

export const hazardMigrations: MigrationSet = { schema: 'hazards', folder: new URL('./migrations/', import.meta.url) }
