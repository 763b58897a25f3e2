import { useEffect, useRef, useState } from 'react'
import { newKey, RefusalError } from '../api.ts'
import { uploadEvidence, type UploadProgress } from './upload.ts'

/** One file on its way, or arrived. */
export type Sending = {
  readonly key: string
  readonly file: File
  /** What the person sees of a picture before the server has drawn its own. */
  readonly preview: string | null
  readonly state: 'queued' | 'sending' | 'waiting' | 'arrived' | 'refused' | 'lost'
  readonly sentBytes: number
  /** Of the evidence, once it arrived. */
  readonly id: string | null
  readonly problem: unknown
}

/** Whether the file still has to arrive. */
export const isUnderway = ({ state }: Pick<Sending, 'state'>): boolean =>
  state === 'queued' || state === 'sending' || state === 'waiting' || state === 'lost'

/** When the device took it: the date of the file, unless the device's clock is ahead of itself. */
export const takenAtOf = (lastModified: number, now: number): string | undefined =>
  lastModified > 0 && lastModified <= now ? new Date(lastModified).toISOString() : undefined

const pictures = /^image\/(jpeg|png|webp|gif)$/

export type Uploads = {
  readonly sending: readonly Sending[]
  readonly add: (files: Iterable<File>) => void
  readonly goOn: (key: string) => void
  readonly drop: (key: string) => void
}

/** Files that are sent one after another, so that one picture is through before a bad line ends; each tells how far it is. */
export const useUploads = (onArrive: (id: string) => void): Uploads => {
  const [sending, setSending] = useState<readonly Sending[]>([])
  const all = useRef(new Map<string, { readonly stop: AbortController; uploadId: string | null; readonly preview: string | null }>())
  const line = useRef<Promise<void>>(Promise.resolve())
  const arrive = useRef(onArrive)
  useEffect(() => {
    arrive.current = onArrive
  })
  useEffect(() => {
    const { current } = all
    return () => {
      for (const { stop, preview } of current.values()) {
        stop.abort()
        if (preview !== null) URL.revokeObjectURL(preview)
      }
    }
  }, [])

  const change = (key: string, next: Partial<Sending>): void =>
    setSending((former) => former.map((each) => (each.key === key ? { ...each, ...next } : each)))

  const send = async (key: string, file: File): Promise<void> => {
    const own = all.current.get(key)
    if (!own || own.stop.signal.aborted) return
    change(key, { state: 'sending', problem: null })
    try {
      const id = await uploadEvidence(file, {
        takenAt: takenAtOf(file.lastModified, Date.now()),
        signal: own.stop.signal,
        uploadId: own.uploadId ?? undefined,
        onBegin: (uploadId) => {
          own.uploadId = uploadId
        },
        onProgress: ({ sentBytes, waiting }: UploadProgress) => change(key, { sentBytes, state: waiting ? 'waiting' : 'sending' }),
      })
      change(key, { state: 'arrived', id, sentBytes: file.size })
      arrive.current(id)
    } catch (problem) {
      if (!own.stop.signal.aborted) change(key, { state: problem instanceof RefusalError ? 'refused' : 'lost', problem })
    }
  }

  const queue = (key: string, file: File): void => {
    line.current = line.current.then(() => send(key, file))
  }

  return {
    sending,
    add: (files) => {
      const added = [...files].map((file): Sending => {
        const preview = pictures.test(file.type) ? URL.createObjectURL(file) : null
        const key = newKey()
        all.current.set(key, { stop: new AbortController(), uploadId: null, preview })
        return { key, file, preview, state: 'queued', sentBytes: 0, id: null, problem: null }
      })
      setSending((former) => [...former, ...added])
      for (const { key, file } of added) queue(key, file)
    },
    goOn: (key) => {
      const file = sending.find((each) => each.key === key)?.file
      if (!file) return
      change(key, { state: 'queued', problem: null })
      queue(key, file)
    },
    drop: (key) => {
      all.current.get(key)?.stop.abort()
      setSending((former) => former.filter((each) => each.key !== key))
    },
  }
}
