/**
 * Waits, or less where the browser says that the network is back.
 *
 * @throws the browser's `AbortError` where `signal` ends it
 */
export const pauseUntilOnline = (milliseconds: number, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', end)
      signal?.removeEventListener('abort', end)
      if (signal?.aborted === true) reject(new DOMException('The upload was given up', 'AbortError'))
      else resolve()
    }
    const timer = setTimeout(end, milliseconds)
    window.addEventListener('online', end)
    signal?.addEventListener('abort', end)
  })
