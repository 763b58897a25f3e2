import { useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'

/** A text with a button that copies it; where the browser refuses, the text stands there to be selected. */
export const Copied = ({ text, label }: { text: string; label: string }) => {
  const m = useMessages(messages)
  const [state, setState] = useState<'shown' | 'copied' | 'refused'>('shown')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setState('copied')
    } catch {
      // No right to the clipboard (an insecure origin, a policy).
      setState('refused')
    }
  }
  return (
    <span className="identity-copied">
      <code className={state === 'refused' ? 'identity-secret identity-secret-select' : 'identity-secret'}>{text}</code>
      {state === 'refused' ? null : (
        <Button icon={state === 'copied' ? 'check' : 'copy'} onClick={() => void copy()}>
          {state === 'copied' ? m.words.copied : m.words.copy}
          <span className="al-unseen"> {label}</span>
        </Button>
      )}
    </span>
  )
}

/** The first password of an account: on the screen this once, kept nowhere. */
export const FirstPassword = ({ name, login, password }: { name: string; login: string; password: string }) => {
  const m = useMessages(messages)
  return (
    <div className="identity-first-password" role="status">
      <p className="identity-first-password-of">{m.person.firstPasswordOf(name, login)}</p>
      <p>
        <span className="al-quiet">{m.person.firstPassword}</span> <Copied text={password} label={m.person.firstPassword} />
      </p>
      <p className="al-quiet">{m.person.firstPasswordOnce}</p>
    </div>
  )
}
