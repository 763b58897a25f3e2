import { useEffect, useRef, useState } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import { recall } from './keep.ts'
import { createState } from './state.ts'

/**
 * A key as written here: `p`, `?`, `shift+n`, `mod+k` (Ctrl, ⌘ on a Mac), `escape`, `enter`, `arrowdown`.
 * Single characters can be switched off in the sheet (WCAG 2.1.4), those with `mod` cannot.
 */
export type KeyName = string

export type Shortcut = {
  readonly keys: KeyName
  readonly title: Sentence
  /** `window`: works in the window above the page, where the others rest. */
  readonly group?: 'general' | 'page' | 'window' | undefined
  /** False: the key is free for others. */
  readonly when?: boolean | undefined
}

type Live = Shortcut & { readonly run: (event: KeyboardEvent) => void }

/** Every key that works at present. */
export const live = createState<readonly Live[]>([])
/** Whether keys without Ctrl / ⌘ work. */
export const singleKeys = createState(recall('singleKeys') !== 'off')

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
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)))

const single = (keys: KeyName): boolean => !keys.includes('mod')

const answer = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return
  // A window above the page hides what the page's keys would do; only its own keys work then.
  const covered = document.querySelector('dialog[open]') !== null
  for (const shortcut of live.get().toReversed()) {
    if (shortcut.when === false || !isPressed(shortcut.keys, event)) continue
    if (covered !== (shortcut.group === 'window')) continue
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

/** Moves through a list by J and K (or the arrows) and opens by Enter; answers the present row, -1 at first. */
export const useRowKeys = (
  count: number,
  deeds: { readonly move: (row: number) => void; readonly open: (row: number) => void },
  titles: { readonly move: Sentence; readonly open: Sentence },
): [row: number, setRow: (row: number) => void] => {
  const [row, setRow] = useState(-1)
  const present = Math.min(row, count - 1)
  const move = (to: number): void => {
    setRow(to)
    deeds.move(to)
  }
  useShortcut({ keys: 'j', title: titles.move }, () => move(Math.min(present + 1, count - 1)))
  useShortcut({ keys: 'k', title: titles.move }, () => move(Math.max(present - 1, 0)))
  useShortcut({ keys: 'enter', title: titles.open, when: present >= 0 }, (event) => {
    // On a link or a button Enter keeps its own meaning.
    if (event.target instanceof HTMLElement && event.target.closest('a, button, summary')) event.target.click()
    else deeds.open(present)
  })
  return [present, setRow]
}
