import type { LedgersNeeds } from './needs.ts'
import { openImportFiles, type ImportFiles } from './importFiles.ts'

/** What every use case of imports works with. */
export type Imports = {
  readonly needs: LedgersNeeds
  readonly files: ImportFiles
  /** Does work on one import after what is being done on it already on this server. */
  readonly inTurn: <Value>(importId: string, work: () => Promise<Value>) => Promise<Value>
}

export const openImportsWith = (needs: LedgersNeeds): Imports => {
  const last = new Map<string, Promise<unknown>>()
  return {
    needs,
    files: openImportFiles(needs.folder),
    inTurn: async (importId, work) => {
      const before = last.get(importId) ?? Promise.resolve()
      const now = before.then(work, work)
      last.set(importId, now)
      try {
        return await now
      } finally {
        if (last.get(importId) === now) last.delete(importId)
      }
    },
  }
}
