import { Readable } from 'node:stream'
import type { PersonActor } from '../../kernel/actor.ts'
import { evidenceRoutes } from './contract.ts'
import { diskStore } from './diskStore.ts'
import { openTestEvidence, valueOf } from './testEvidence.ts'

/**
 * A server that receives an upload, as a process of its own, for a test that kills it. It says `in the midst` where it
 * is to die: within a chunk, or between the bytes that are kept and the item that is made of them.
 * Argument: `{ url, folder, who, uploadId, bytes (base64), chunkBytes, diesAt: 'chunk' | 'keep' }` as JSON.
 */
const argument = process.argv[2]
if (argument === undefined) throw new Error('no argument')
const { url, folder, who, uploadId, bytes, chunkBytes, diesAt } = JSON.parse(argument) as {
  url: string
  folder: string
  who: PersonActor
  uploadId: string
  bytes: string
  chunkBytes: number
  diesAt: 'chunk' | 'keep'
}

const inTheMidst = async (): Promise<never> => {
  process.stdout.write('in the midst\n')
  return new Promise(() => setInterval(() => undefined, 1000))
}

const disk = diskStore(`${folder}/evidence`)
const store = {
  ...disk,
  keep: async (name: string, file: string) => {
    await disk.keep(name, file)
    await inTheMidst()
  },
}
const evidence = await openTestEvidence({ at: { url, folder }, store })
const whole = Buffer.from(bytes, 'base64')
for (let start = 0; ; start += chunkBytes) {
  const dies = diesAt === 'chunk' && start >= 3 * chunkBytes
  const chunk = async function* (): AsyncGenerator<Buffer> {
    yield whole.subarray(start, start + (dies ? Math.floor(chunkBytes / 2) : chunkBytes))
    if (dies) await inTheMidst()
  }
  const { receivedBytes } = valueOf(
    await evidence.call(evidenceRoutes.receiveChunk, who, {
      params: { uploadId },
      headers: { 'upload-offset': String(start) },
      bytes: Readable.from(chunk()),
    }),
  )
  process.stdout.write(`acknowledged ${receivedBytes}\n`)
}
