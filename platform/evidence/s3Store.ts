import { randomUUID } from 'node:crypto'
import { openAsBlob } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { AwsClient } from 'aws4fetch'
import { ContentMissing, type ContentName, type EvidenceStore } from './store.ts'
import { clearWorkFolder, TooLong, whatCame, writeWorkFile } from './workFiles.ts'

export type S3Options = {
  /** `https://host[:port]`; the bucket is named in the path, as every S3-compatible server allows. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  /** Put before every key, e.g. `anlan/`; empty where the bucket is ours alone. */
  readonly prefix?: string
  readonly workFolder: string
  /**
   * Files larger than this go up in parts of this size. S3 takes 5 MiB at least and 10,000 parts at most,
   * so 16 MiB holds for files up to 156 GiB.
   */
  readonly partBytes?: number
  /** An answer that takes longer is given up; below the 60 s after which the database gives up a transaction. */
  readonly timeoutMillis?: number
}

/** The bucket answered what it should not: no rights, no bucket, no server. */
export class BucketFault extends Error {
  readonly status: number
  constructor(deed: string, status: number, code: string) {
    super(`the evidence bucket answered ${status}${code && ` ${code}`} to ${deed}`)
    this.status = status
  }
}

/**
 * Evidence in an S3-compatible bucket: `ab/cd/<hash>` for what is kept, `uploads/<upload>/` for chunks, so that the
 * next chunk may reach another server. Give the bucket a lifecycle rule that aborts multipart uploads left unfinished
 * for a day: a server that is killed in the midst of one leaves it behind.
 */
export const s3Store = (options: S3Options): EvidenceStore => {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey, prefix = '', workFolder } = options
  const { partBytes = 16 * 1024 ** 2, timeoutMillis = 45_000 } = options
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 })
  const bucketUrl = `${endpoint.replace(/\/$/, '')}/${bucket}`
  const urlOf = (key: string): string => `${bucketUrl}/${prefix}${key}`
  const keyOf = (name: ContentName): string => `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`

  const ask = async (deed: string, url: string, init: RequestInit, good: readonly number[]): Promise<Response> => {
    const response = await client.fetch(url, { ...init, signal: AbortSignal.timeout(timeoutMillis) })
    if (good.includes(response.status)) return response
    throw new BucketFault(deed, response.status, xmlText(await response.text(), 'Code') ?? '')
  }

  const put = (key: string, body: Blob): Promise<Response> => ask('PUT', urlOf(key), { method: 'PUT', body }, [200])

  /** The name is there only once the last part is in and joined. */
  const putInParts = async (key: string, file: Blob): Promise<void> => {
    const begun = await ask('begin parts', `${urlOf(key)}?uploads=`, { method: 'POST' }, [200])
    const uploadId = xmlText(await begun.text(), 'UploadId')
    if (!uploadId) throw new BucketFault('begin parts', begun.status, 'without UploadId')
    const query = `uploadId=${encodeURIComponent(uploadId)}`
    try {
      const parts: string[] = []
      for (let start = 0, number = 1; start < file.size; start += partBytes, number += 1) {
        const body = file.slice(start, start + partBytes)
        const sent = await ask('PUT part', `${urlOf(key)}?partNumber=${number}&${query}`, { method: 'PUT', body }, [200])
        parts.push(`<Part><PartNumber>${number}</PartNumber><ETag>${sent.headers.get('etag') ?? ''}</ETag></Part>`)
      }
      const body = `<CompleteMultipartUpload>${parts.join('')}</CompleteMultipartUpload>`
      const joined = await ask('join parts', `${urlOf(key)}?${query}`, { method: 'POST', body }, [200])
      // S3 may say 200 and then, within the body, that it failed.
      const text = await joined.text()
      if (text.includes('<Error>')) throw new BucketFault('join parts', 200, xmlText(text, 'Code') ?? '')
    } catch (error) {
      await ask('drop parts', `${urlOf(key)}?${query}`, { method: 'DELETE' }, [204, 404])
      throw error
    }
  }

  const sizeOf = async (name: ContentName): Promise<number | null> => {
    const response = await ask('HEAD', urlOf(keyOf(name)), { method: 'HEAD' }, [200, 404])
    return response.status === 404 ? null : Number(response.headers.get('content-length'))
  }

  const read = async (key: string, range?: { first: number; last: number }): Promise<Readable | null> => {
    const headers = range ? { range: `bytes=${range.first}-${range.last}` } : {}
    // A long video is read for longer than an answer may take, so only the answer's beginning is timed.
    const giveUp = new AbortController()
    const timer = setTimeout(() => giveUp.abort(), timeoutMillis)
    const response = await client.fetch(urlOf(key), { headers, signal: giveUp.signal }).finally(() => clearTimeout(timer))
    if (response.status === 404) {
      await response.body?.cancel()
      return null
    }
    if (response.status !== (range ? 206 : 200) || !response.body)
      throw new BucketFault('GET', response.status, xmlText(await response.text(), 'Code') ?? '')
    return Readable.fromWeb(response.body as ReadableStream<Uint8Array>)
  }

  const remove = async (key: string): Promise<void> => {
    await ask('DELETE', urlOf(key), { method: 'DELETE' }, [200, 204, 404])
  }

  return {
    name: 's3',
    workFolder,

    stage: async (uploadId, firstByte, bytes, limitBytes) => {
      const stagedAs = `${firstByte}-${randomUUID()}`
      try {
        // By way of the disk: a bucket wants to know the length first, and what broke off half way counts too.
        const file = await writeWorkFile(workFolder, whatCame(bytes), limitBytes)
        try {
          if (file.sizeBytes > 0) await put(`uploads/${uploadId}/${stagedAs}`, await openAsBlob(file.path))
        } finally {
          await rm(file.path, { force: true })
        }
        return { stagedAs, sizeBytes: file.sizeBytes, tooMuch: false }
      } catch (error) {
        if (error instanceof TooLong) return { stagedAs, sizeBytes: 0, tooMuch: true }
        throw error
      }
    },

    readStaged: async (uploadId, stagedAs) => {
      const stream = await read(`uploads/${uploadId}/${stagedAs}`)
      if (!stream) throw new ContentMissing(stagedAs)
      return stream
    },

    dropStaged: (uploadId, stagedAs) => remove(`uploads/${uploadId}/${stagedAs}`),

    dropUpload: async (uploadId) => {
      const folder = `${prefix}uploads/${uploadId}/`
      for (;;) {
        const listed = await ask('LIST', `${bucketUrl}?list-type=2&prefix=${encodeURIComponent(folder)}`, {}, [200])
        const keys = [...(await listed.text()).matchAll(/<Key>([^<]+)<\/Key>/g)].map(([, key]) => key!)
        if (keys.length === 0) return
        for (const key of keys) await remove(key.slice(prefix.length))
      }
    },

    keep: async (name, file) => {
      const body = await openAsBlob(file)
      if ((await sizeOf(name)) !== body.size) await (body.size > partBytes ? putInParts(keyOf(name), body) : put(keyOf(name), body))
      await rm(file, { force: true })
    },

    open: async (name, range) => {
      const stream = await read(keyOf(name), range)
      if (!stream) throw new ContentMissing(name)
      return stream
    },

    sizeOf,
    remove: (name) => remove(keyOf(name)),
    freeBytes: async () => null,
    clearWork: () => clearWorkFolder(workFolder),
  }
}

/** The text of the first element of this name; the few elements read here hold no markup. */
const xmlText = (xml: string, element: string): string | null =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? null
