import { useEffect, useRef, useState } from 'react'
import { Icon } from '../Icon.tsx'
import { secondText } from '../instant.ts'
import { defineMessages, useMessages } from '../language.tsx'
import { usePocket } from '../outbox/context.ts'
import type { Fix, KeptFile } from '../outbox/records.ts'
import { serverNow } from '../serverClock.ts'
import { Problem } from '../states.tsx'
import { sizeText } from './sizes.ts'

const words = defineMessages({
  zh: {
    add: '拍照',
    remove: (rank: number) => `删去第 ${rank} 张`,
    photo: (rank: number) => `第 ${rank} 张照片`,
    sum: (count: number, size: string) => `${count} 张，共 ${size}`,
    stays: '原图留在手机直至送达',
    taken: (time: string, place: string) => `末张 ${time}${place}`,
    full: '手机存不下了：请先送出待送的记录，或清理空间。',
  },
  en: {
    add: 'Take a photo',
    remove: (rank) => `Remove photo ${rank}`,
    photo: (rank) => `Photo ${rank}`,
    sum: (count, size) => `${count === 1 ? '1 photo' : `${count} photos`}, ${size}`,
    stays: 'The originals stay on the phone until they have arrived',
    taken: (time, place) => `the last at ${time}${place}`,
    full: 'The phone is full: send what waits, or free some space.',
  },
})

const Picture = ({ file, rank }: { file: KeptFile; rank: number }) => {
  const m = useMessages(words)
  const picture = useRef<HTMLImageElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(file.blob)
    if (picture.current) picture.current.src = made
    return () => URL.revokeObjectURL(made)
  }, [file.blob])
  return <img ref={picture} alt={m.photo(rank)} />
}

/** The phone's files of these ids, in their order. */
const useFiles = (ids: readonly string[]): readonly KeptFile[] => {
  const { box } = usePocket()
  const [files, setFiles] = useState<readonly KeptFile[]>([])
  const wanted = ids.join(' ')
  useEffect(() => {
    let left = false
    const read = async (): Promise<void> => {
      const found: KeptFile[] = []
      for (const id of wanted.split(' ')) {
        const file = id === '' ? undefined : await box.file(id)
        if (file) found.push(file)
      }
      if (!left) setFiles(found)
    }
    void read()
    return () => {
      left = true
    }
  }, [box, wanted])
  return files
}

export type PhotosProps = {
  /** The draft they belong to. */
  readonly holder: string
  readonly ids: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  /** Where the phone is at the moment of the photo; kept beside it and never burnt into it. */
  readonly fix: Fix | null
  readonly label?: string | undefined
}

/** The photos of one thing: taken by the phone's own camera, written to its disk before they are shown. */
export const Photos = ({ holder, ids, onChange, fix, label }: PhotosProps) => {
  const m = useMessages(words)
  const { box, owner } = usePocket()
  const files = useFiles(ids)
  const [problem, setProblem] = useState<unknown>(null)
  const add = async (chosen: FileList | null): Promise<void> => {
    setProblem(null)
    const added: string[] = []
    try {
      for (const file of chosen ?? []) {
        const id = crypto.randomUUID()
        // A copy of the bytes: what the camera hands out may be gone when its page is.
        const blob = new Blob([await file.arrayBuffer()], { type: file.type })
        await box.saveFile({
          id,
          personId: owner.personId,
          holder,
          blob,
          name: file.name === '' ? `${id}.jpg` : file.name,
          takenAt: new Date(serverNow()).toISOString(),
          fix,
          uploadKey: id,
          uploadId: null,
          evidenceId: null,
        })
        added.push(id)
      }
    } catch (thrown) {
      setProblem(thrown)
    }
    if (added.length > 0) onChange([...ids, ...added])
  }
  const remove = async (id: string): Promise<void> => {
    onChange(ids.filter((each) => each !== id))
    await box.dropFile(id)
  }
  const last = files.at(-1)
  const placed = last?.fix ? ` · ${last.fix.lng.toFixed(4)}, ${last.fix.lat.toFixed(4)} ±${Math.round(last.fix.accuracyMetres)} m` : ''
  return (
    <div>
      <div className="pocket-photos">
        {files.map((file, index) => (
          <div className="pocket-photo" key={file.id}>
            <Picture file={file} rank={index + 1} />
            <button type="button" aria-label={m.remove(index + 1)} onClick={() => void remove(file.id)}>
              <span>
                <Icon name="cross" size={12} />
              </span>
            </button>
          </div>
        ))}
        <label className="pocket-photo-add">
          <Icon name="camera" size={24} />
          <input
            type="file"
            accept="image/*"
            capture="environment"
            multiple
            aria-label={label ?? m.add}
            onChange={(event) => {
              void add(event.target.files)
              event.target.value = ''
            }}
          />
        </label>
      </div>
      {last === undefined ? null : (
        <p className="pocket-photo-facts">
          {m.sum(files.length, sizeText(files.reduce((sum, { blob }) => sum + blob.size, 0)))} · {m.taken(secondText(last.takenAt), placed)}
          <br />
          {m.stays}
        </p>
      )}
      {problem instanceof DOMException && problem.name === 'QuotaExceededError' ? (
        <p role="alert">{m.full}</p>
      ) : (
        <Problem problem={problem} />
      )}
    </div>
  )
}
