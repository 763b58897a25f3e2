import { useEffect, useId, useRef, useState, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import { Key, Keys } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { keyText } from './keys.ts'
import { useMessages, useSay } from './language.tsx'
import { useModal } from './modal.ts'
import { rank } from './paletteMatch.ts'
import type { FoundRecord, RecordFinder } from './room.ts'
import { words } from './words.ts'
import './CommandPalette.css'

/** A page or a deed that can be reached. */
export type PaletteEntry = {
  readonly id: string
  readonly kind: 'page' | 'action'
  readonly title: Sentence
  readonly keywords?: readonly string[] | undefined
  readonly icon?: IconName | undefined
  readonly shortcut?: string | undefined
  readonly run: () => void
}

export type CommandPaletteProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly entries: readonly PaletteEntry[]
  readonly finders: readonly RecordFinder[]
  readonly onOpenRecord: (address: string) => void
}

type Line = {
  readonly key: string
  readonly title: string
  readonly detail?: string | undefined
  readonly icon: IconName
  readonly shortcut?: string | undefined
  readonly run: () => void
}
type Group = { readonly title: string; readonly lines: readonly Line[] }

/** Ctrl/⌘ K: every page, record and deed that the post may reach, by a few letters and Enter. */
export const CommandPalette = (props: CommandPaletteProps) => (props.open ? <OpenPalette {...props} /> : null)

const OpenPalette = ({ onClose, entries, finders, onOpenRecord }: CommandPaletteProps) => {
  const m = useMessages(words)
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const found = useFound(typed, finders)
  useModal(dialog, 'input')

  const lineOf = (entry: PaletteEntry): Line => ({
    key: entry.id,
    title: say(entry.title),
    icon: entry.icon ?? (entry.kind === 'page' ? 'arrowRight' : 'bolt'),
    shortcut: entry.shortcut,
    run: entry.run,
  })
  const ranked = rank(typed, entries, (entry) => [say(entry.title), entry.title.zh, entry.title.en, ...(entry.keywords ?? [])])
  const groups: readonly Group[] = [
    {
      title: m.palette.pages,
      lines: ranked
        .filter((entry) => entry.kind === 'page')
        .slice(0, 12)
        .map(lineOf),
    },
    ...found.groups.map((group) => ({
      title: say(group.finder.title),
      lines: group.records.map((record): Line => ({
        key: `${group.finder.id} ${record.key}`,
        title: record.title,
        detail: typeof record.detail === 'object' ? say(record.detail) : record.detail,
        icon: group.finder.icon ?? 'paper',
        run: () => onOpenRecord(record.address),
      })),
    })),
    {
      title: m.palette.actions,
      lines: ranked
        .filter((entry) => entry.kind === 'action')
        .slice(0, 12)
        .map(lineOf),
    },
  ].filter((group) => group.lines.length > 0)
  const lines = groups.flatMap((group) => group.lines)
  const present = Math.min(at, lines.length - 1)

  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && lines.length > 0) {
      event.preventDefault()
      const next = (present + step + lines.length) % lines.length
      setAt(next)
      document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    const line = lines[present]
    if (!line) return
    onClose()
    line.run()
  }

  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault()
    onClose()
  }

  let index = -1
  return (
    <dialog
      ref={dialog}
      className="al-palette"
      aria-label={m.palette.title}
      onCancel={onCancel}
      onPointerDown={(event) => (event.target === dialog.current ? onClose() : undefined)}
    >
      <div className="al-palette-inside">
        <div className="al-palette-input">
          <Icon name="search" />
          <input
            type="text"
            role="combobox"
            aria-label={m.palette.title}
            aria-expanded={lines.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={lines.length > 0 ? `${id}-${present}` : undefined}
            autoComplete="off"
            spellCheck={false}
            placeholder={m.palette.placeholder}
            value={typed}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
            }}
            onKeyDown={onKey}
          />
          <Key>Esc</Key>
        </div>
        <div id={`${id}-list`} role="listbox" aria-label={m.palette.title} className="al-palette-list">
          {groups.map((group) => (
            <div key={group.title} role="group" aria-label={group.title}>
              <p className="al-palette-group" aria-hidden="true">
                {group.title}
              </p>
              {group.lines.map((line) => {
                index += 1
                const mine = index
                return (
                  <div
                    key={line.key}
                    id={`${id}-${mine}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={mine === present}
                    className={mine === present ? 'al-palette-line al-palette-present' : 'al-palette-line'}
                    onPointerMove={() => setAt(mine)}
                    onClick={() => {
                      onClose()
                      line.run()
                    }}
                    onKeyDown={onKey}
                  >
                    <Icon name={line.icon} />
                    <span>{line.title}</span>
                    {line.detail === undefined ? null : <span className="al-palette-detail">{line.detail}</span>}
                    {line.shortcut === undefined ? null : <Keys text={keyText(line.shortcut)} />}
                  </div>
                )
              })}
            </div>
          ))}
        </div>
        {found.searching ? <p className="al-palette-said">{m.palette.searching}</p> : null}
        {found.failed.map((finder) => (
          <p key={finder.id} className="al-palette-said">
            {m.palette.failed(say(finder.title))}
          </p>
        ))}
        {lines.length === 0 && !found.searching ? <p className="al-palette-said">{m.palette.nothing(typed)}</p> : null}
        <footer className="al-palette-foot">
          <output>{m.palette.results(lines.length)}</output>
          <span>
            <Key>↑</Key> <Key>↓</Key> {m.palette.move}
          </span>
          <span>
            <Key>↵</Key> {m.palette.run}
          </span>
          <span>
            <Key>Esc</Key> {m.palette.leave}
          </span>
        </footer>
      </div>
    </dialog>
  )
}

type Found = {
  readonly searching: boolean
  readonly groups: readonly { readonly finder: RecordFinder; readonly records: readonly FoundRecord[] }[]
  readonly failed: readonly RecordFinder[]
}

const nothingFound: Found = { searching: false, groups: [], failed: [] }

/** Asks every finder, a moment after the last key; what is typed next calls the former question off. */
const useFound = (typed: string, finders: readonly RecordFinder[]): Found => {
  const [found, setFound] = useState<Found>(nothingFound)
  const text = typed.trim()
  useEffect(() => {
    if (text.length < 2 || finders.length === 0) return
    const calledOff = new AbortController()
    const timer = setTimeout(() => {
      setFound({ ...nothingFound, searching: true })
      void Promise.allSettled(finders.map((finder) => finder.find(text, calledOff.signal))).then((answers) => {
        if (calledOff.signal.aborted) return
        setFound({
          searching: false,
          groups: answers.flatMap((answer, index) => {
            const finder = finders[index]
            return finder && answer.status === 'fulfilled' && answer.value.length > 0 ? [{ finder, records: answer.value.slice(0, 6) }] : []
          }),
          failed: finders.filter((_, index) => answers[index]?.status === 'rejected'),
        })
      })
    }, 150)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
      setFound(nothingFound)
    }
  }, [text, finders])
  return found
}
