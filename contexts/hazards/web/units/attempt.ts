import { ConnectionLost, RefusalError, ServerFault } from '../../../../ui/api.ts'

/** Waits for a write whose failure its form shows: null where it failed. Whatever else was thrown is a bug and goes on. */
export const attempt = async <Value>(writing: Promise<Value>): Promise<{ readonly value: Value } | null> => {
  try {
    return { value: await writing }
  } catch (problem) {
    if (problem instanceof RefusalError || problem instanceof ServerFault || problem instanceof ConnectionLost) return null
    throw problem
  }
}
