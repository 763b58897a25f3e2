import { useId, useRef, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useMessages } from './language.tsx'
import { keyText, useShortcut } from './keys.ts'
import { useModal } from './modal.ts'
import { Problem } from './states.tsx'
import { words } from './words.ts'
import './Dialog.css'

export type DialogProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** `dialog` in the middle, `drawer` from the right end, `sheet` from below on a phone. */
  readonly form?: 'dialog' | 'drawer' | 'sheet' | undefined
  readonly wide?: boolean | undefined
  /** The row of buttons below. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A window above the page. The browser keeps the focus inside and gives it back; Escape and a press beside it close. */
export const Dialog = (props: DialogProps) => (props.open ? <OpenDialog {...props} /> : null)

/** The first control of the contents, never the button that closes nor the one that cannot be taken back. */
const firstControl = '.al-dialog-body :is(input, select, textarea, button, a[href])'

const OpenDialog = ({ onClose, title, form = 'dialog', wide, actions, children }: DialogProps) => {
  const m = useMessages(words)
  const id = useId()
  const element = useRef<HTMLDialogElement>(null)
  useModal(element, firstControl)
  return (
    <dialog
      ref={element}
      tabIndex={-1}
      className={`al-dialog al-dialog-${form}${wide === true ? ' al-dialog-wide' : ''}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onPointerDown={(event) => {
        if (event.target === element.current) onClose()
      }}
    >
      <div className="al-dialog-inside">
        <header className="al-dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="al-dialog-close" aria-label={m.close} onClick={onClose}>
            <Icon name="cross" size={14} />
          </button>
        </header>
        <div className="al-dialog-body">{children}</div>
        {actions === undefined ? null : <footer className="al-dialog-actions">{actions}</footer>}
      </div>
    </dialog>
  )
}

export type FormDrawerProps = {
  readonly title: string
  /** The deed in its own words. */
  readonly submit: string
  readonly onSubmit: () => void
  readonly onClose: () => void
  readonly busy: boolean
  /** Fields, and what went wrong. */
  readonly children: ReactNode
}

/** A form in a drawer, sent by its button or by Enter. */
export const FormDrawer = ({ title, submit, onSubmit, onClose, busy, children }: FormDrawerProps) => {
  const m = useMessages(words)
  const id = useId()
  return (
    <Dialog
      open
      onClose={onClose}
      form="drawer"
      title={title}
      actions={
        <>
          <Button type="submit" form={id} kind="primary" busy={busy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <form
        id={id}
        className="al-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
      </form>
    </Dialog>
  )
}

export type ConfirmProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: string
  /** Exactly what will happen, and to whom; one line each. */
  readonly effects: readonly ReactNode[]
  /** The deed in its own words, e.g. `发布预警`; never only "OK". */
  readonly confirm: string
  /** Resolves when the deed is done; what it throws is shown in the window, which stays open. */
  readonly onConfirm: () => Promise<unknown>
}

/** Before a deed that cannot be taken back: what will happen, to whom, then one key (Ctrl/⌘ Enter). */
export const Confirm = ({ open, onClose, title, effects, confirm, onConfirm }: ConfirmProps) => {
  const m = useMessages(words)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const run = async (): Promise<void> => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
      onClose()
    } catch (thrown) {
      setProblem(thrown)
    } finally {
      setBusy(false)
    }
  }
  useShortcut({ keys: 'mod+enter', title: { zh: confirm, en: confirm }, group: 'window', when: open && !busy }, () => void run())
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="urgent" busy={busy} onClick={() => void run()} shortcut={keyText('mod+enter')}>
            {confirm}
          </Button>
          <Button onClick={onClose}>{m.cancel}</Button>
        </>
      }
    >
      <ul className="al-effects">
        {effects.map((effect, index) => (
          <li key={index}>{effect}</li>
        ))}
      </ul>
      <Problem problem={problem} />
    </Dialog>
  )
}
