import { useEffect } from 'react'

const name = 'anlan.filling'

/** Says that something is being filled in on this page, so that no new build takes over under the hands of its person. */
export const useFilling = (): void => {
  useEffect(() => {
    if (!('locks' in navigator)) return
    let end: (() => void) | undefined
    const held = new Promise<void>((resolve) => {
      end = resolve
    })
    void navigator.locks.request(name, { mode: 'shared' }, () => held)
    return () => end?.()
  }, [])
}

/** Whether something is being filled in, in any tab. */
export const isFilling = async (): Promise<boolean> => {
  if (!('locks' in navigator)) return false
  const { held } = await navigator.locks.query()
  return (held ?? []).some((lock) => lock.name === name)
}
