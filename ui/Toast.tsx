import { useEffect, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useLanguage, useMessages } from './language.tsx'
import { createState, useStateOf } from './state.ts'
import { problemText } from './states.tsx'
import { words } from './words.ts'
import './Toast.css'

export type Toast = {
  readonly text: string
  /** Takes the deed back; while the toast stands, Ctrl/⌘ Z runs it too. */
  readonly undo?: () => Promise<unknown>
}

type Standing = Toast & { readonly id: number; readonly state: 'said' | 'undoing' | 'undone' | { readonly problem: unknown } }

const standing = createState<readonly Standing[]>([])
let nextId = 1

/** How long a toast stands; the clock holds while the pointer or the focus is on it. */
const toastMilliseconds = 10_000

const remove = (id: number): void => standing.set(standing.get().filter((toast) => toast.id !== id))
const change = (id: number, state: Standing['state']): void =>
  standing.set(standing.get().map((toast) => (toast.id === id ? { ...toast, state } : toast)))

/** Tells that something was done, with the way back where there is one. */
export const tell = (toast: Toast): void => {
  const id = nextId
  nextId += 1
  standing.set([...standing.get().slice(-2), { ...toast, id, state: 'said' }])
}

const takeBack = async (toast: Standing): Promise<void> => {
  if (!toast.undo || toast.state !== 'said') return
  change(toast.id, 'undoing')
  try {
    await toast.undo()
    change(toast.id, 'undone')
  } catch (problem) {
    change(toast.id, { problem })
  }
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** Where toasts stand; once, in the frame around all pages. */
export const Toasts = () => {
  const m = useMessages(words)
  const toasts = useStateOf(standing)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const last = standing.get().findLast((toast) => toast.undo && toast.state === 'said')
      if (!last || event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || isTyping(event.target)) return
      event.preventDefault()
      void takeBack(last)
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <output className="al-toasts">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} undoWord={m.undo} />
      ))}
    </output>
  )
}

const ToastLine = ({ toast, undoWord }: { toast: Standing; undoWord: string }) => {
  const m = useMessages(words)
  const { language } = useLanguage()
  const [held, setHeld] = useState(false)
  const failed = typeof toast.state === 'object'
  useEffect(() => {
    if (held || failed || toast.state === 'undoing') return
    const timer = setTimeout(() => remove(toast.id), toastMilliseconds)
    return () => clearTimeout(timer)
  }, [toast.id, toast.state, held, failed])
  return (
    <span
      className="al-toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={failed ? 'cross' : toast.state === 'undone' ? 'undo' : 'check'} />
      <span>
        {toast.state === 'undone' ? `${m.undone} · ` : ''}
        {toast.text}
        {typeof toast.state === 'object' ? ` · ${problemText(toast.state.problem, language)}` : ''}
      </span>
      {toast.undo && (toast.state === 'said' || toast.state === 'undoing') ? (
        <Button kind="bare" icon="undo" busy={toast.state === 'undoing'} onClick={() => void takeBack(toast)}>
          {undoWord}
        </Button>
      ) : null}
      <button type="button" className="al-toast-close" aria-label={m.close} onClick={() => remove(toast.id)}>
        <Icon name="cross" size={12} />
      </button>
    </span>
  )
}
