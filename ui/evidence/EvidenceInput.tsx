import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { acceptedExtensions, evidenceRoutes } from '../../platform/evidence/contract.ts'
import { Button } from '../Button.tsx'
import { Icon } from '../Icon.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { createMediaFollower } from '../media.ts'
import { useRead } from '../query.ts'
import { problemText } from '../states.tsx'
import { tell } from '../Toast.tsx'
import { words as partWords } from '../words.ts'
import { Picture, thumbnailOf } from './EvidenceThumb.tsx'
import { isUnderway, useUploads, type Sending } from './useUploads.ts'
import { evidenceWords, sizeText } from './words.ts'
import '../fields.css'
import './Evidence.css'

export type EvidenceInputProps = {
  readonly label: string
  /** Ids of evidence that has arrived. */
  readonly value: readonly string[]
  readonly onChange: (ids: readonly string[]) => void
  readonly error?: string | undefined
  readonly help?: ReactNode
  readonly optional?: boolean | undefined
  /** Offers the camera on devices that have one at hand; true where absent. */
  readonly mayTakePhoto?: boolean | undefined
  /** How many files have still to arrive; a form waits for them. */
  readonly onPending?: ((count: number) => void) | undefined
}

const useFinger = createMediaFollower('(pointer: coarse)')
const accept = acceptedExtensions.map((extension) => `.${extension}`).join(',')

/** Photos and papers as a field of a form: taken, chosen, dropped or pasted; sent at once, each with its own progress. */
export const EvidenceInput = (props: EvidenceInputProps) => {
  const { label, value, onChange, error, help, optional, mayTakePhoto = true, onPending } = props
  const m = useMessages(evidenceWords)
  const w = useMessages(partWords)
  const id = useId()
  const box = useRef<HTMLFieldSetElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLInputElement>(null)
  const finger = useFinger()
  const [over, setOver] = useState(false)

  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  }, [value])
  const set = (ids: readonly string[]): void => {
    latest.current = ids
    onChange(ids)
  }
  const uploads = useUploads((arrived) => set([...latest.current, arrived]))
  const { add } = uploads
  usePastedFiles(box, add)
  useDroppedFiles(box, add, setOver)

  const pending = uploads.sending.filter(isUnderway).length
  const tellPending = useRef(onPending)
  useEffect(() => {
    tellPending.current = onPending
  })
  useEffect(() => tellPending.current?.(pending), [pending])

  const remove = (evidenceId: string, name: string): void => {
    const at = latest.current.indexOf(evidenceId)
    set(latest.current.filter((each) => each !== evidenceId))
    // The file itself stays on the server for its seven days, so that the way back is open.
    const undo = async (): Promise<void> => {
      const now = latest.current
      if (!now.includes(evidenceId)) set([...now.slice(0, at), evidenceId, ...now.slice(at)])
    }
    tell({ text: m.removed(name), undo })
  }
  const known = new Map(uploads.sending.flatMap((each) => (each.id === null ? [] : [[each.id, each] as const])))
  const take = (list: FileList | null): void => {
    if (list !== null && list.length > 0) add(list)
  }
  return (
    <fieldset
      ref={box}
      className={`al-evidence-input${error === undefined ? '' : ' al-field-wrong'}${over ? ' al-evidence-over' : ''}`}
      aria-describedby={`${id}-said`}
    >
      <legend>
        {label}
        {optional === true ? <span className="al-field-optional">{w.optional}</span> : null}
      </legend>
      <ul className="al-evidence-tiles">
        {value.map((evidenceId) => {
          const own = known.get(evidenceId)
          return own ? (
            <OwnTile key={evidenceId} sending={own} onRemove={() => remove(evidenceId, own.file.name)} />
          ) : (
            <FormerTile key={evidenceId} evidenceId={evidenceId} onRemove={(name) => remove(evidenceId, name)} />
          )
        })}
        {uploads.sending
          .filter(({ state }) => state !== 'arrived')
          .map((each) => (
            <OwnTile key={each.key} sending={each} onRemove={() => uploads.drop(each.key)} onGoOn={() => uploads.goOn(each.key)} />
          ))}
      </ul>
      <div className="al-evidence-buttons">
        {mayTakePhoto && finger ? (
          <Button icon="camera" onClick={() => camera.current?.click()}>
            {m.take}
          </Button>
        ) : null}
        <Button icon="clip" onClick={() => chooser.current?.click()}>
          {m.choose}
          <span className="al-unseen"> {label}</span>
        </Button>
        <input
          ref={chooser}
          type="file"
          className="al-evidence-file"
          multiple
          accept={accept}
          tabIndex={-1}
          aria-label={`${m.choose} ${label}`}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
        <input
          ref={camera}
          type="file"
          className="al-evidence-file"
          accept="image/*"
          capture="environment"
          tabIndex={-1}
          aria-label={`${m.take} ${label}`}
          onChange={(event) => {
            take(event.target.files)
            event.target.value = ''
          }}
        />
      </div>
      <p id={`${id}-said`} className="al-field-said" aria-live="polite">
        {error === undefined ? (over ? m.drop : pending > 0 ? m.pending(pending) : (help ?? (finger ? null : m.hint))) : null}
        {error === undefined ? null : <span className="al-field-error">{error}</span>}
      </p>
    </fieldset>
  )
}

/** Files pasted while the focus is in this field, or anywhere on the page if this is its first such field. */
const usePastedFiles = (box: { readonly current: HTMLElement | null }, add: (files: Iterable<File>) => void): void => {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const files = event.clipboardData?.files
      if (files === undefined || files.length === 0 || box.current === null) return
      const target = event.target instanceof Element ? event.target : null
      const inside = target?.closest('.al-evidence-input') ?? document.querySelector('dialog[open] .al-evidence-input, .al-evidence-input')
      if (inside !== box.current) return
      event.preventDefault()
      latest.current(files)
    }
    document.addEventListener('paste', onPaste)
    return () => document.removeEventListener('paste', onPaste)
  }, [box])
}

/** Files dropped on this field; `setOver` is told while some are held above it. */
const useDroppedFiles = (
  box: { readonly current: HTMLElement | null },
  add: (files: Iterable<File>) => void,
  setOver: (over: boolean) => void,
): void => {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    const element = box.current
    if (element === null) return
    const ended = new AbortController()
    const listen = { signal: ended.signal }
    const onOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files') !== true) return
      event.preventDefault()
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      const files = event.dataTransfer?.files
      if (files === undefined || files.length === 0) return
      event.preventDefault()
      setOver(false)
      latest.current(files)
    }
    element.addEventListener('dragover', onOver, listen)
    element.addEventListener('dragleave', onLeave, listen)
    element.addEventListener('drop', onDrop, listen)
    return () => ended.abort()
  }, [box, setOver])
}

const Remove = ({ name, onRemove }: { name: string; onRemove: () => void }) => {
  const m = useMessages(evidenceWords)
  return (
    <button type="button" className="al-evidence-remove" aria-label={m.remove(name)} title={m.remove(name)} onClick={onRemove}>
      <Icon name="cross" size={12} />
    </button>
  )
}

const kindOf = (type: string) =>
  type.startsWith('image/') ? 'photo' : type.startsWith('video/') ? 'video' : type.startsWith('audio/') ? 'audio' : 'paper'

const OwnTile = ({ sending, onRemove, onGoOn }: { sending: Sending; onRemove: () => void; onGoOn?: () => void }) => {
  const m = useMessages(evidenceWords)
  const { language } = useLanguage()
  const { file, state, sentBytes, preview, problem } = sending
  const done = sizeText(sentBytes)
  const total = sizeText(file.size)
  const said = {
    queued: m.queued,
    sending: m.sent(done, total),
    waiting: m.waiting(done, total),
    lost: m.lost(done, total),
    arrived: `${m.arrived} · ${total}`,
    refused: `${m.refused}：${problemText(problem, language)}`,
  }[state]
  return (
    <li className={`al-evidence-tile al-evidence-tile-${state}`}>
      <span className="al-evidence-picture">
        <Picture source={preview} kind={kindOf(file.type)} />
      </span>
      <span className="al-evidence-said">
        <span className="al-evidence-name">{file.name}</span>
        <span className="al-evidence-state">{said}</span>
        {state === 'sending' || state === 'waiting' ? (
          <progress max={Math.max(file.size, 1)} value={sentBytes} aria-label={file.name} />
        ) : null}
      </span>
      {state === 'lost' && onGoOn ? (
        <Button kind="bare" icon="refresh" onClick={onGoOn}>
          {m.goOn}
        </Button>
      ) : null}
      <Remove name={file.name} onRemove={onRemove} />
    </li>
  )
}

/** Evidence that was brought before this page was opened. */
const FormerTile = ({ evidenceId, onRemove }: { evidenceId: string; onRemove: (name: string) => void }) => {
  const m = useMessages(evidenceWords)
  const { data } = useRead(evidenceRoutes.item, { params: { evidenceId } })
  const name = data?.name ?? m.nameless
  return (
    <li className="al-evidence-tile al-evidence-tile-arrived">
      <span className="al-evidence-picture">
        <Picture source={data === undefined ? null : thumbnailOf(data)} kind={data?.kind ?? 'photo'} />
      </span>
      <span className="al-evidence-said">
        <span className="al-evidence-name">{name}</span>
        <span className="al-evidence-state">
          {m.arrived}
          {data === undefined ? '' : ` · ${sizeText(data.sizeBytes)}`}
        </span>
      </span>
      <Remove name={name} onRemove={() => onRemove(name)} />
    </li>
  )
}
