import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EvidenceOptions } from '../../platform/evidence/room.ts'
import { s3Store } from '../../platform/evidence/room.ts'
import { openTestEvidence, type TestEvidence } from '../../platform/evidence/testEvidence.ts'
import { openTestBucket } from './bucket.ts'

type Open = (options?: Partial<EvidenceOptions>) => Promise<TestEvidence>

const inBucket: Open = async (options) => {
  const bucket = await openTestBucket()
  const workFolder = await mkdtemp(join(tmpdir(), 'anlan-work-'))
  const evidence = await openTestEvidence({ ...options, store: s3Store({ ...bucket, workFolder }) })
  return {
    ...evidence,
    close: async () => {
      await evidence.close()
      await bucket.close()
      await rm(workFolder, { recursive: true, force: true })
    },
  }
}

/** Every way evidence can be kept, for suites that must hold in each. */
export const everyStore: readonly (readonly [string, Open])[] = [
  ['in a folder', openTestEvidence],
  ['in an S3 bucket', inBucket],
]
