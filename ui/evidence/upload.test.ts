import { expect, test } from 'vitest'
import { evidenceRoutes, type UploadView } from '../../platform/evidence/contract.ts'
import { ConnectionLost, RefusalError, type CallOptions } from '../api.ts'
import { uploadIn, type UploadProgress, type UploadWorld } from './upload.ts'

const chunk = 1024 ** 2

const refusal = (status: number, code: string, facts: Readonly<Record<string, unknown>> = {}): RefusalError =>
  new RefusalError(status, { code, facts, sentence: { zh: code, en: code } })

/** A server that keeps what it was sent; `faults` is asked before and after each request. */
const serverWith = (faults: (said: string, before: boolean) => Error | undefined = () => undefined) => {
  const uploads = new Map<string, { size: number; received: number }>()
  const heard: string[] = []
  const viewOf = (id: string): UploadView => {
    const upload = uploads.get(id)
    if (!upload) throw refusal(404, 'RECORD_NOT_FOUND')
    const done = upload.received === upload.size
    return {
      uploadId: id,
      sizeBytes: upload.size,
      receivedBytes: upload.received,
      chunkLimitBytes: 8 * chunk,
      expiresAt: '2026-12-01T00:00:00Z',
      item: done ? ({ id: `evidence of ${id}` } as UploadView['item']) : null,
    }
  }
  const answer = (route: unknown, input: { params?: { uploadId: string }; body?: { sizeBytes: number } }, options: CallOptions) => {
    if (route === evidenceRoutes.beginUpload) {
      const id = `upload ${uploads.size + 1}`
      uploads.set(id, { size: input.body?.sizeBytes ?? 0, received: 0 })
      return viewOf(id)
    }
    const id = input.params?.uploadId ?? ''
    const upload = uploads.get(id)
    if (route === evidenceRoutes.receiveChunk && upload) {
      const offset = Number(options.headers?.['Upload-Offset'])
      if (offset !== upload.received) throw refusal(409, 'UPLOAD_OFFSET_WRONG', { receivedBytes: upload.received })
      upload.received += options.bytes?.size ?? 0
    }
    return viewOf(id)
  }
  const pauses: number[] = []
  const world = {
    call: async (route: { method: string }, input: never, options: CallOptions = {}) => {
      const said = `${route.method} ${options.headers?.['Upload-Offset'] ?? ''}`.trim()
      heard.push(said)
      const lost = faults(said, true)
      if (lost) throw lost
      const answered = answer(route, input, options)
      const lostAfter = faults(said, false)
      if (lostAfter) throw lostAfter
      return answered
    },
    pause: async (milliseconds: number) => void pauses.push(milliseconds),
  } as unknown as UploadWorld
  return { world, heard, pauses, uploads }
}

const fileOf = (bytes: number): File => new File([new Uint8Array(bytes)], '阀体.jpg', { type: 'image/jpeg' })

test('a file goes in chunks and its progress is what the server has', async () => {
  const { world, heard } = serverWith()
  const seen: UploadProgress[] = []
  const id = await uploadIn(world)(fileOf(2.5 * chunk), { onProgress: (progress) => seen.push(progress) })
  expect(id).toBe('evidence of upload 1')
  expect(heard).toEqual(['POST', 'PATCH 0', `PATCH ${chunk}`, `PATCH ${2 * chunk}`])
  expect(seen.map(({ sentBytes }) => sentBytes / chunk)).toEqual([0, 1, 2, 2.5])
  expect(seen.every(({ totalBytes, waiting }) => totalBytes === 2.5 * chunk && !waiting)).toBe(true)
})

test('a connection lost before a chunk arrived: it goes on where it stopped', async () => {
  let left = 2
  const { world, heard, pauses } = serverWith((said, before) =>
    before && said === `PATCH ${chunk}` && left-- > 0 ? new ConnectionLost(null) : undefined,
  )
  const seen: UploadProgress[] = []
  await uploadIn(world)(fileOf(2 * chunk), { onProgress: (progress) => seen.push(progress) })
  expect(heard).toEqual(['POST', 'PATCH 0', `PATCH ${chunk}`, 'GET', `PATCH ${chunk}`, 'GET', `PATCH ${chunk}`])
  expect(pauses).toHaveLength(2)
  expect(seen.filter(({ waiting }) => waiting)).toHaveLength(2)
})

test('an answer lost after the chunk arrived: nothing is sent twice', async () => {
  let left = 1
  const { world, heard, uploads } = serverWith((said, before) =>
    !before && said === 'PATCH 0' && left-- > 0 ? new ConnectionLost(null) : undefined,
  )
  await uploadIn(world)(fileOf(2 * chunk))
  expect(heard).toEqual(['POST', 'PATCH 0', 'GET', `PATCH ${chunk}`])
  expect(uploads.get('upload 1')?.received).toBe(2 * chunk)
})

test('the answer to the last chunk lost: the evidence is there all the same', async () => {
  let left = 1
  const { world, heard } = serverWith((said, before) =>
    !before && said === 'PATCH 0' && left-- > 0 ? new ConnectionLost(null) : undefined,
  )
  expect(await uploadIn(world)(fileOf(10))).toBe('evidence of upload 1')
  expect(heard).toEqual(['POST', 'PATCH 0', 'GET'])
})

test('a connection that stays away ends the upload once the attempts are used up', async () => {
  const { world, heard } = serverWith((said) => (said === 'PATCH 0' || said === 'GET' ? new ConnectionLost(null) : undefined))
  await expect(uploadIn(world)(fileOf(10), { attempts: 4 })).rejects.toBeInstanceOf(ConnectionLost)
  expect(heard.length).toBeLessThanOrEqual(6)
})

test('a refusal is not tried again', async () => {
  const { world, heard } = serverWith((said) => (said === 'PATCH 0' ? refusal(415, 'EVIDENCE_TYPE_REFUSED') : undefined))
  await expect(uploadIn(world)(fileOf(10))).rejects.toMatchObject({ code: 'EVIDENCE_TYPE_REFUSED' })
  expect(heard).toEqual(['POST', 'PATCH 0'])
})

test('an upload of before goes on; one that was cleared away begins anew', async () => {
  const { world, heard, uploads } = serverWith()
  uploads.set('former', { size: 2 * chunk, received: chunk })
  expect(await uploadIn(world)(fileOf(2 * chunk), { uploadId: 'former' })).toBe('evidence of former')
  expect(heard).toEqual(['GET', `PATCH ${chunk}`])
  const begun: string[] = []
  expect(await uploadIn(world)(fileOf(10), { uploadId: 'gone', onBegin: (id) => begun.push(id) })).toBe('evidence of upload 2')
  expect(begun).toEqual(['upload 2'])
})
