import { useRef, useState } from 'react'
import { call } from '../../../../ui/api.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { routes } from '../../contract/index.ts'
import { photoLimits } from '../../rules/flood.ts'
import type { Draft, DraftPhoto } from './draft.ts'
import { publicMessages } from './messages.ts'
import { Step } from './PublicPage.tsx'
import { shrink } from './shrink.ts'

export type PhotosPartProps = {
  readonly draft: Draft
  /** As it is when the photo has arrived, whatever was filled in meanwhile. */
  readonly changeLater: (part: (draft: Draft) => Partial<Draft>) => void
}

/** Up to six photos, small before they leave the phone, each sent as soon as it is chosen. */
export const PhotosPart = ({ draft, changeLater }: PhotosPartProps) => {
  const { photos: m } = useMessages(publicMessages)
  const input = useRef<HTMLInputElement>(null)
  // Not yet arrived, by their thumb: to be sent again. After a reload they are gone, and the person chooses anew.
  const [files] = useState(() => new Map<string, Blob>())
  const { sitting, photos } = draft
  const replace = (thumb: string, next: DraftPhoto | null): void =>
    changeLater((now) => ({ photos: now.photos.flatMap((photo) => (photo.thumb === thumb ? (next === null ? [] : [next]) : [photo])) }))

  const send = async (thumb: string, blob: Blob): Promise<void> => {
    replace(thumb, { id: null, thumb, failed: false })
    try {
      const { photoId } = await call(routes.sendPhoto, { params: { sitting } }, { bytes: blob })
      files.delete(thumb)
      replace(thumb, { id: photoId, thumb, failed: false })
    } catch {
      // Whatever stopped it, the person sees which photo, and may send it again or leave it out.
      replace(thumb, { id: null, thumb, failed: true })
    }
  }
  const add = async (chosen: readonly File[]): Promise<void> => {
    for (const file of chosen.slice(0, photoLimits.perTip - photos.length)) {
      const { blob, thumb } = await shrink(file)
      const key = thumb === '' ? `data:,${file.name}-${file.size}` : thumb
      files.set(key, blob)
      changeLater((now) =>
        now.photos.some((photo) => photo.thumb === key) ? {} : { photos: [...now.photos, { id: null, thumb: key, failed: false }] },
      )
      await send(key, blob)
    }
  }
  return (
    <Step number={3} title={m.title} aside={m.optional}>
      {photos.length === 0 ? null : (
        <ul className="tips-photos">
          {photos.map(({ id, thumb, failed }, index) => (
            <li key={thumb}>
              {thumb.startsWith('data:image') ? (
                <img src={thumb} alt={m.photo(index + 1)} />
              ) : (
                <span className="tips-photo-blank">{m.photo(index + 1)}</span>
              )}
              {failed ? (
                <span className="tips-photo-state">
                  {m.failed}
                  {files.has(thumb) ? (
                    <button type="button" className="tips-plain" onClick={() => void send(thumb, files.get(thumb) ?? new Blob())}>
                      {m.again}
                    </button>
                  ) : null}
                </span>
              ) : id === null ? (
                <span className="tips-photo-state" role="status">
                  {m.sending}
                </span>
              ) : null}
              <button type="button" className="tips-photo-remove" aria-label={m.remove(index + 1)} onClick={() => replace(thumb, null)}>
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {photos.length >= photoLimits.perTip ? null : (
        <>
          <button type="button" className="tips-button" onClick={() => input.current?.click()}>
            {m.add}
          </button>
          <input
            ref={input}
            className="tips-file"
            type="file"
            accept="image/*"
            multiple
            aria-label={m.add}
            tabIndex={-1}
            onChange={(event) => {
              void add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </>
      )}
      <p className="tips-help">{m.help(photoLimits.perTip)}</p>
    </Step>
  )
}
