import { RefusalError } from '../../../../ui/api.ts'
import { createState, useStateOf } from '../../../../ui/state.ts'
import { sendLedger } from './upload.ts'

/** A file on its way; it goes on while its person looks at other pages. */
export type Sending = {
  readonly file: File
  readonly sentBytes: number
  readonly state: 'sending' | 'waiting' | 'lost' | 'refused'
  readonly problem: unknown
}

const sendings = createState<ReadonlyMap<string, Sending>>(new Map())
const ends = new Map<string, AbortController>()

/** Every file on its way, by its import. */
export const useSendings = (): ReadonlyMap<string, Sending> => useStateOf(sendings)

const change = (importId: string, next: Partial<Sending>): void => {
  const former = sendings.get().get(importId)
  if (former) sendings.set(new Map(sendings.get()).set(importId, { ...former, ...next }))
}

const forget = (importId: string): void => {
  const rest = new Map(sendings.get())
  rest.delete(importId)
  sendings.set(rest)
  ends.delete(importId)
}

const warn = (event: BeforeUnloadEvent): void => event.preventDefault()

/** The browser asks before the page goes on which a file is being sent. */
const warnWhileSending = (): void => {
  const underway = [...sendings.get().values()].some(({ state }) => state === 'sending' || state === 'waiting')
  if (underway) window.addEventListener('beforeunload', warn)
  else window.removeEventListener('beforeunload', warn)
}
sendings.subscribe(warnWhileSending)

/** Sends a file for an import, from where the server has it; `onEnd` is told when it is there, or will not come. */
export const sendFile = async (importId: string, file: File, onEnd: () => void): Promise<void> => {
  if (ends.has(importId)) return
  const end = new AbortController()
  ends.set(importId, end)
  sendings.set(new Map(sendings.get()).set(importId, { file, sentBytes: 0, state: 'sending', problem: null }))
  try {
    await sendLedger(file, importId, {
      signal: end.signal,
      onProgress: ({ sentBytes, waiting }) => change(importId, { sentBytes, state: waiting ? 'waiting' : 'sending' }),
    })
    forget(importId)
  } catch (problem) {
    ends.delete(importId)
    if (end.signal.aborted) forget(importId)
    else change(importId, { state: problem instanceof RefusalError ? 'refused' : 'lost', problem })
  } finally {
    onEnd()
  }
}

/** Sends no more of it. */
export const stopSending = (importId: string): void => {
  const end = ends.get(importId)
  if (end) end.abort()
  else forget(importId)
}
