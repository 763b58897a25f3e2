import { useSyncExternalStore } from 'react'

/** A hook that follows one media query. */
export const createMediaFollower = (query: string): (() => boolean) => {
  const list = typeof window === 'undefined' ? null : window.matchMedia(query)
  const subscribe = (listener: () => void): (() => void) => {
    list?.addEventListener('change', listener)
    return () => list?.removeEventListener('change', listener)
  }
  const matches = (): boolean => list?.matches ?? false
  return () => useSyncExternalStore(subscribe, matches)
}
