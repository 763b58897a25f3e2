import { useEffect, useState } from 'react'
import { Button } from '../../../ui/Button.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { messages } from './messages.ts'

/** Whole numbers stay on the screen this long, then the masks return: a screen is left alone more often than one thinks. */
const revealedSeconds = 60

/** How many seconds a revealed value still stands; it is hidden when they are over, or by hand. */
export const HideIn = ({ onHide }: { onHide: () => void }) => {
  const m = useMessages(messages)
  const [left, setLeft] = useState(revealedSeconds)
  useEffect(() => {
    if (left <= 0) {
      onHide()
      return
    }
    const timer = setTimeout(() => setLeft(left - 1), 1_000)
    return () => clearTimeout(timer)
  }, [left, onHide])
  return (
    <span className="identity-hide-in">
      <span>{m.person.hideIn(left)}</span>
      <Button kind="bare" onClick={onHide}>
        {m.person.hideNow}
      </Button>
    </span>
  )
}
