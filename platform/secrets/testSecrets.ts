import { secretsUnder } from './openSecrets.ts'
import type { Secrets } from './secrets.ts'

/**
 * Secrets for tests: the master key is in memory and the same in every process, so that rows sealed in a template
 * open in its clones. Keys of persons lie in the database as ever.
 */
export const testSecrets = (): Secrets => secretsUnder(Buffer.alloc(32, 'only for tests'))
