import type { MigrationSet, ServerRoom } from '../../../platform/room.ts'
import { contract } from '../contract/index.ts'
import { openExports } from './exports.ts'
import { openImports } from './imports.ts'
import type { LedgersNeeds } from './needs.ts'

const ledgersMigrations: MigrationSet = { schema: 'ledgers', folder: new URL('./migrations/', import.meta.url) }

export type LedgersRoom = { readonly room: ServerRoom }

/** Opens the room. */
export const openLedgers = (needs: LedgersNeeds): LedgersRoom => {
  const imports = openImports(needs)
  const exports = openExports(needs)
  return {
    room: {
      contract,
      migrations: ledgersMigrations,
      routes: [...imports.routes, ...exports.routes],
      listeners: [...imports.listeners, ...exports.listeners],
      jobs: [...imports.jobs, ...exports.jobs],
      law: [...imports.law, ...exports.law],
    },
  }
}
