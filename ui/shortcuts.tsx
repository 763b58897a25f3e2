import { useEffect, useRef, useState } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import { Key } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Choice } from './fields.tsx'
import { keep, recall } from './keep.ts'
import { useMessages, useSay } from './language.tsx'
import { createState, useStateOf } from './state.ts'
import { words } from './words.ts'
import './shortcuts.css'

/**
 * A key as written here: `p`, `?`, `shift+n`, `mod+k` (Ctrl, ⌘ on a Mac), `escape`, `enter`, `arrowdown`.
 * Single characters can be switched off in the sheet (WCAG 2.1.4), those with `mod` cannot.
 */
export type KeyName = string

export type Shortcut = {
  readonly keys: KeyName
  readonly title: Sentence
  readonly group?: 'general' | 'page' | undefined
  /** False: the key is free for others. */
  readonly when?: boolean | undefined
}

type Live = Shortcut & { readonly run: (event: KeyboardEvent) => void }

const live = createState<readonly Live[]>([])
const singleKeys = createState(recall('singleKeys') !== 'off')

const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent)

/** The key as people read it: `Ctrl K`, `⌘ K`, `?`. */
export const keyText = (keys: KeyName): string =>
  keys
    .split('+')
    .map((part) => keyWords[part] ?? part.toUpperCase())
    .join(' ')

const keyWords: Readonly<Record<string, string>> = {
  mod: isMac ? '⌘' : 'Ctrl',
  shift: isMac ? '⇧' : 'Shift',
  alt: isMac ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  space: 'Space',
}

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Whether the press is that key, with just those modifiers. */
export const isPressed = (keys: KeyName, event: Pressed): boolean => {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  const pressed = event.key === ' ' ? 'space' : event.key.toLowerCase()
  const character = key.length === 1 && !/[a-z0-9]/.test(key)
  return (
    pressed === key &&
    (event.ctrlKey || event.metaKey) === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    // A sign such as `?` needs Shift on some keyboards and not on others.
    (character || event.shiftKey === parts.includes('shift'))
  )
}

const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName) || (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)))

const single = (keys: KeyName): boolean => !keys.includes('mod')

const answer = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return
  // A window above the page hides what the page's keys would do; only its own inside listens then.
  const covered = document.querySelector('dialog[open]') !== null
  for (const shortcut of live.get().toReversed()) {
    if (shortcut.when === false || !isPressed(shortcut.keys, event)) continue
    if (covered && shortcut.group !== undefined) continue
    if (single(shortcut.keys) && (takesText(event.target) || (shortcut.keys.length === 1 && !singleKeys.get()))) continue
    event.preventDefault()
    shortcut.run(event)
    return
  }
}

/** Starts to listen; once, by the frame around all pages. Answers how to stop. */
export const listenForShortcuts = (): (() => void) => {
  document.addEventListener('keydown', answer)
  return () => document.removeEventListener('keydown', answer)
}

/** A key that does something while this component is on the screen; it stands in the sheet under `?`. */
export const useShortcut = (shortcut: Shortcut, run: (event: KeyboardEvent) => void): void => {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  const { keys, title, group = 'page', when = true } = shortcut
  const { zh, en } = title
  useEffect(() => {
    if (!when) return
    const mine: Live = { keys, title: { zh, en }, group, when, run: (event) => latest.current(event) }
    live.set([...live.get(), mine])
    return () => live.set(live.get().filter((other) => other !== mine))
  }, [keys, zh, en, group, when])
}

/** Every key that works on the present page, opened by `?`, and the switch for single keys. */
export const ShortcutSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const m = useMessages(words)
  const say = useSay()
  const shortcuts = useStateOf(live)
  const singles = useStateOf(singleKeys)
  const groups = [
    { title: m.shortcuts.page, shortcuts: shortcuts.filter((shortcut) => shortcut.group === 'page') },
    { title: m.shortcuts.general, shortcuts: shortcuts.filter((shortcut) => shortcut.group === 'general') },
  ]
  return (
    <Dialog open={open} onClose={onClose} title={m.shortcuts.title}>
      {groups
        .filter((group) => group.shortcuts.length > 0)
        .map((group) => (
          <section key={group.title} className="al-shortcuts">
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={`${shortcut.keys} ${shortcut.title.en}`}>
                  <dt>
                    {keyText(shortcut.keys)
                      .split(' ')
                      .map((part) => (
                        <Key key={part}>{part}</Key>
                      ))}
                  </dt>
                  <dd>{say(shortcut.title)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <div className="al-shortcuts-single">
        <span>
          <b>{m.shortcuts.single}</b>
          <span className="al-quiet">{m.shortcuts.singleHelp}</span>
        </span>
        <Choice
          label={m.shortcuts.single}
          value={singles ? 'on' : 'off'}
          options={[
            { value: 'on', label: m.shortcuts.on },
            { value: 'off', label: m.shortcuts.off },
          ]}
          onChange={(value) => {
            keep('singleKeys', value === 'off' ? 'off' : null)
            singleKeys.set(value === 'on')
          }}
        />
      </div>
    </Dialog>
  )
}

/** Moves through a list by J and K (or the arrows) and opens by Enter; answers the present row, -1 at first. */
export const useRowKeys = (count: number, open: (row: number) => void, titles: { readonly move: Sentence; readonly open: Sentence }): [row: number, setRow: (row: number) => void] => {
  const [row, setRow] = useState(-1)
  const present = Math.min(row, count - 1)
  useShortcut({ keys: 'j', title: titles.move }, () => setRow(Math.min(present + 1, count - 1)))
  useShortcut({ keys: 'k', title: titles.move }, () => setRow(Math.max(present - 1, 0)))
  useShortcut({ keys: 'enter', title: titles.open, when: present >= 0 }, (event) => {
    // On a link or a button Enter keeps its own meaning.
    if (event.target instanceof HTMLElement && event.target.closest('a, button, summary')) event.target.click()
    else open(present)
  })
  return [present, setRow]
}
