import { useId, useState } from 'react'

/** A word that says how it is counted while the pointer or the focus is on it; Escape and a press take it away. */
export const Defined = ({ word, label, definition }: { word: string; label: string; definition: string }) => {
  const id = useId()
  const [shown, setShown] = useState(false)
  return (
    <span className="supervision-defined" onPointerEnter={() => setShown(true)} onPointerLeave={() => setShown(false)}>
      <button
        type="button"
        aria-label={label}
        aria-describedby={id}
        onFocus={() => setShown(true)}
        onBlur={() => setShown(false)}
        onClick={() => setShown(!shown)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setShown(false)
        }}
      >
        {word}
      </button>
      <span role="tooltip" id={id} className={shown ? 'supervision-definition supervision-definition-shown' : 'supervision-definition'}>
        {definition}
      </span>
    </span>
  )
}
