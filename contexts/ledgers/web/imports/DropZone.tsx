import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Problem } from '../../../../ui/states.tsx'
import { fileNameKind } from '../../rules/fileName.ts'
import { messages } from './messages.ts'

const holdsFiles = (event: { readonly dataTransfer: DataTransfer | null }): boolean => event.dataTransfer?.types.includes('Files') === true

/** A file dropped beside the zone would make the browser leave the page. */
const keepPage = (event: DragEvent): void => {
  if (holdsFiles(event)) event.preventDefault()
}

/** Where ledgers are dropped or chosen. What surely cannot be read is told at once. */
export const DropZone = ({
  onFiles,
  busy,
  problem,
}: {
  readonly onFiles: (files: readonly File[]) => void
  readonly busy: boolean
  readonly problem: unknown
}) => {
  const m = useMessages(messages)
  const chooser = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  useShortcut({ keys: 'n', title: { zh: '选择台账文件', en: 'Choose a ledger' } }, () => chooser.current?.click())
  const take = (list: FileList | null): void => {
    const files = [...(list ?? [])]
    const faultOf = (file: File): string | null => {
      const kind = fileNameKind(file.name)
      if (kind === 'old') return m.oldFormat(file.name)
      if (kind === 'other') return m.otherFormat(file.name)
      return file.size === 0 ? m.emptyFile(file.name) : null
    }
    setRefused(files.flatMap((file) => faultOf(file) ?? []))
    const good = files.filter((file) => faultOf(file) === null)
    if (good.length > 0) onFiles(good)
  }
  const zone = useRef<HTMLElement>(null)
  useDropped(zone, take, setOver)
  return (
    <section ref={zone} className={over ? 'ledgers-drop ledgers-drop-over' : 'ledgers-drop'} aria-label={m.sendLabel}>
      <Icon name="upload" size={20} />
      <div>
        <p className="ledgers-drop-line">
          <span className="ledgers-drop-mouse">{over ? m.dropNow : m.dropHere}</span>
          <Button kind="primary" busy={busy} shortcut="N" onClick={() => chooser.current?.click()}>
            {m.send}
          </Button>
        </p>
        <p className="al-quiet">{m.dropHelp}</p>
        {refused.map((sentence) => (
          <p key={sentence} className="al-problem" role="alert">
            {sentence}
          </p>
        ))}
        <Problem problem={problem} />
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept=".xlsx,.csv"
        aria-label={m.sendLabel}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </section>
  )
}

/** Files dropped on the zone; `setOver` is told while some are held above it. */
const useDropped = (
  zone: { readonly current: HTMLElement | null },
  take: (files: FileList | null) => void,
  setOver: (over: boolean) => void,
): void => {
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const element = zone.current
    if (element === null) return
    const ended = new AbortController()
    const listen = { signal: ended.signal }
    window.addEventListener('dragover', keepPage, listen)
    window.addEventListener('drop', keepPage, listen)
    element.addEventListener('dragover', (event) => setOver(holdsFiles(event)), listen)
    element.addEventListener(
      'dragleave',
      (event) => {
        if (!(event.relatedTarget instanceof Node && element.contains(event.relatedTarget))) setOver(false)
      },
      listen,
    )
    element.addEventListener(
      'drop',
      (event) => {
        setOver(false)
        latest.current(event.dataTransfer?.files ?? null)
      },
      listen,
    )
    return () => ended.abort()
  }, [zone, setOver])
}
