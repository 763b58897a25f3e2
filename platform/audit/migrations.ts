import type { MigrationSet } from '../room.ts'

/** The tables of the audit. */
export const auditMigrations: MigrationSet = { schema: 'audit', folder: new URL('./migrations/', import.meta.url) }
