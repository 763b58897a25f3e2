import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { SearchInput } from './fields.tsx'

const findAfterMilliseconds = 250

/** A search box that tells what was typed once the typing pauses. */
export const FindBox = ({
  value,
  onChange,
  label,
  placeholder,
}: {
  value: string
  onChange: (text: string) => void
  label: string
  placeholder: string
}) => {
  const [typed, setTyped] = useState(value)
  const told = useRef(value)
  const tellOn = useEffectEvent(onChange)
  useEffect(() => {
    // Changed from outside: a filter taken off, a step back in the history.
    if (value !== told.current) setTyped(value)
    told.current = value
  }, [value])
  useEffect(() => {
    if (typed.trim() === told.current) return
    const timer = setTimeout(() => {
      told.current = typed.trim()
      tellOn(typed.trim())
    }, findAfterMilliseconds)
    return () => clearTimeout(timer)
  }, [typed])
  return <SearchInput value={typed} onChange={setTyped} label={label} placeholder={placeholder} />
}
