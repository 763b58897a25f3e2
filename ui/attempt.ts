import { ConnectionLost, RefusalError, ServerFault } from './api.ts'

/**
 * Waits for a write whose failure its form shows (`useWrite` holds it): answers null where the server refused, failed or
 * did not answer. Whatever else was thrown is a bug and goes on.
 */
export const attempt = async <Value>(writing: Promise<Value>): Promise<{ readonly value: Value } | null> => {
  try {
    return { value: await writing }
  } catch (problem) {
    if (problem instanceof RefusalError || problem instanceof ServerFault || problem instanceof ConnectionLost) return null
    throw problem
  }
}
