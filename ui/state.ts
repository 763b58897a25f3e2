import { useSyncExternalStore } from 'react'

/** A value that lives outside React and that components follow. */
export type State<Value> = {
  readonly get: () => Value
  readonly set: (next: Value) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A state with its first value; listeners hear only real changes. */
export const createState = <Value>(first: Value): State<Value> => {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Follows a state from a component. */
export const useStateOf = <Value>(state: State<Value>): Value => useSyncExternalStore(state.subscribe, state.get)
