import { expect, test } from 'vitest'
import { ConnectionLost, RefusalError } from '../../../../ui/api.ts'
import { sendIn, type LedgerProgress, type SendWorld } from './upload.ts'

const mebibyte = 1024 ** 2

/** A server that keeps what came; `plays` says what befalls each call of a chunk, in turn. */
const stage = (size: number, plays: readonly ('arrives' | 'lost before' | 'lost after')[], heldBytes = 0) => {
  let received = heldBytes
  let ended = false
  let pauses = 0
  const chunks: number[] = []
  const told: LedgerProgress[] = []
  const view = () => ({ state: ended ? 'reading' : 'uploading', receivedBytes: received, sizeBytes: size, chunkLimitBytes: 8 * mebibyte })
  const answer = async (
    route: { readonly method: string },
    _input: unknown,
    options: { bytes?: Blob; headers?: Record<string, string> },
  ) => {
    if (route.method === 'GET') return view()
    const play = plays[chunks.length] ?? 'arrives'
    const bytes = options.bytes?.size ?? 0
    chunks.push(bytes)
    if (play === 'lost before') throw new ConnectionLost(null)
    const offset = Number(options.headers?.['Upload-Offset'])
    if (offset !== received)
      throw new RefusalError(409, { code: 'IMPORT_OFFSET_WRONG', facts: { receivedBytes: received }, sentence: { zh: '', en: '' } })
    received += bytes
    if (received === size) ended = true
    if (play === 'lost after') throw new ConnectionLost(null)
    return view()
  }
  const world = { call: answer, pause: async () => void (pauses += 1) } as unknown as SendWorld
  const send = (attempts = 8) =>
    sendIn(world)(new File([new Uint8Array(size)], '台账.csv'), 'an-import', {
      attempts,
      signal: new AbortController().signal,
      onProgress: (progress) => told.push(progress),
    })
  return { send, chunks, told, received: () => received, pauses: () => pauses }
}

test('a file goes in chunks of 1 MiB', async () => {
  const { send, chunks, told } = stage(2.5 * mebibyte, [])
  expect((await send()).state).toBe('reading')
  expect(chunks).toEqual([mebibyte, mebibyte, mebibyte / 2])
  expect(told.map(({ sentBytes }) => sentBytes / mebibyte)).toEqual([0, 1, 2, 2.5])
})

test('after a lost connection it goes on where the server has it, whether or not the chunk arrived', async () => {
  const { send, chunks, told, received, pauses } = stage(3 * mebibyte, ['arrives', 'lost after', 'lost before'])
  await send()
  expect(received()).toBe(3 * mebibyte)
  expect(chunks).toEqual([mebibyte, mebibyte, mebibyte, mebibyte])
  expect(pauses()).toBe(2)
  expect(told.filter(({ waiting }) => waiting)).toHaveLength(2)
})

test('an answer lost after the last chunk is asked for again', async () => {
  const { send, chunks } = stage(mebibyte, ['lost after'])
  expect((await send()).state).toBe('reading')
  expect(chunks).toEqual([mebibyte])
})

test('what is there already is not sent again', async () => {
  const { send, chunks } = stage(2 * mebibyte, [], mebibyte * 1.5)
  await send()
  expect(chunks).toEqual([mebibyte / 2])
})

test('it gives up after its attempts', async () => {
  const { send, chunks } = stage(
    mebibyte,
    Array.from({ length: 9 }, () => 'lost before' as const),
  )
  await expect(send(3)).rejects.toBeInstanceOf(ConnectionLost)
  expect(chunks).toHaveLength(3)
})
