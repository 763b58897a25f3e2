import { ConnectionLost, RefusalError, ServerFault } from '../api.ts'
import { createState, type State } from '../state.ts'
import type { Box } from './box.ts'
import type { Item, KeptFile, Meanwhile, Owner } from './records.ts'

/** What the server answered to a thing that it took. */
export type Receipt = { readonly receivedAt: string }

export type SendOptions = {
  /** The Idempotency-Key: the same for every attempt. */
  readonly key: string
  readonly signal: AbortSignal
  /** The id under which the server has a photo of the phone. */
  readonly evidenceOf: (fileId: string) => string
}

/** How things of one kind are sent; throws what `call` throws. */
export type Sender = {
  readonly send: (item: Item, options: SendOptions) => Promise<Receipt>
  /** Who did what meanwhile, where the refusal comes of it. */
  readonly explain?: (item: Item, refusal: RefusalError) => Promise<readonly Meanwhile[]>
}

/** What the outbox asks of the world; a test plays it. */
export type OutboxWorld = {
  readonly senderOf: (kind: string) => Promise<Sender | undefined>
  /** Whose session the next request would be; throws what `call` throws. */
  readonly who: (signal: AbortSignal) => Promise<Owner>
  /** Begins the upload of a photo; the same one again under the same `uploadKey`. */
  readonly begin: (file: KeptFile, signal: AbortSignal) => Promise<string>
  /** Brings a photo to the server, going on where it stopped; answers its evidence. */
  readonly upload: (
    file: KeptFile,
    uploadId: string,
    hooks: { readonly progress: (sentBytes: number) => void; readonly signal: AbortSignal },
  ) => Promise<string>
  /** Runs the work if no other tab runs it now; false where one does. */
  readonly alone: (work: () => Promise<void>) => Promise<boolean>
  readonly now: () => number
  readonly random: () => number
  /** Runs the deed after that time; answers how to call it off. */
  readonly later: (deed: () => void, milliseconds: number) => () => void
  /** Tells the other tabs that the box has changed. */
  readonly changed: () => void
}

export type OutboxState = {
  /** Of the person in the post, in the order of sending. */
  readonly items: readonly Item[]
  /** How many things of other people or posts are on this phone. */
  readonly others: number
  readonly phase: 'resting' | 'sending' | 'retrying' | 'paused' | 'signInNeeded' | 'othersTurn'
  /** When it is tried again by itself, in milliseconds since 1970. */
  readonly retryAt: number | null
  readonly sending: { readonly itemId: string; readonly sentBytes: number; readonly totalBytes: number } | null
  /** Since the first of Beijing's day, and the last of them. */
  readonly sentToday: number
  readonly lastSentAt: string | null
}

export type Outbox = {
  readonly state: State<OutboxState>
  /** Reads the box anew. */
  readonly refresh: () => Promise<void>
  /** Sends what waits, one after the other; resolves when nothing more can be sent now. */
  readonly drain: () => Promise<void>
  readonly pause: () => void
  readonly resume: () => void
  readonly stop: () => void
}

const longestWaitMilliseconds = 5 * 60_000
const otherTabMilliseconds = 15_000

/** 2, 4, 8 s … 5 min, spread so that a county's phones do not come back at one instant. */
export const waitMilliseconds = (failures: number, random: number): number =>
  Math.min(2_000 * 2 ** failures, longestWaitMilliseconds) * (0.5 + random / 2)

const beijingDay = (milliseconds: number): string => new Date(milliseconds + 8 * 3_600_000).toISOString().slice(0, 10)

/** What becomes of a thing after an attempt: the next one's turn, a later attempt of all, or an end for now. */
type Outcome = 'next' | 'skip' | 'again' | 'retry' | 'signIn' | 'othersTurn' | 'stopped'

const isEvidenceGone = ({ code, facts }: RefusalError): boolean => code === 'RECORD_NOT_FOUND' && facts['kind'] === 'evidence'

const isBusy = (problem: unknown): boolean =>
  problem instanceof ConnectionLost ||
  (problem instanceof ServerFault && [502, 503, 504].includes(problem.status)) ||
  (problem instanceof RefusalError && [429, 503].includes(problem.status))

/**
 * Sends what the phone holds, for one person in one post. A thing leaves the phone only after the server's receipt, and
 * each attempt carries the same key, so that a crash at any step is one record on the server. Things go in the order in
 * which they were done; a refusal stops its thing alone, a lost connection all of them until it is back.
 */
export const createOutbox = (box: Box, owner: Owner, world: OutboxWorld, beginPaused = false): Outbox => {
  const state = createState<OutboxState>({
    items: [],
    others: 0,
    phase: beginPaused ? 'paused' : 'resting',
    retryAt: null,
    sending: null,
    sentToday: 0,
    lastSentAt: null,
  })
  let failures = 0
  let paused = beginPaused
  let ending = new AbortController()
  let callOffRetry: (() => void) | null = null
  let running: Promise<void> | null = null

  const tell = (change: Partial<OutboxState>): void => state.set({ ...state.get(), ...change })
  const mine = (item: Owner): boolean => item.personId === owner.personId && item.postId === owner.postId

  const refresh = async (): Promise<void> => {
    const [all, sent] = [await box.items(), await box.sent(owner)]
    const today = beijingDay(world.now())
    tell({
      items: all.filter(mine),
      others: all.filter((item) => !mine(item)).length,
      sentToday: sent.filter(({ sentAt }) => beijingDay(Date.parse(sentAt)) === today).length,
      lastSentAt: sent[0]?.sentAt ?? null,
    })
  }

  /** What each step answers is on the phone before the next begins, so that no photo is sent twice. */
  const uploadOne = async (file: KeptFile, progress: (bytes: number) => void): Promise<string> => {
    const { signal } = ending
    const uploadId = file.uploadId ?? (await world.begin(file, signal))
    if (file.uploadId === null) await box.changeFile(file.id, { uploadId })
    const evidenceId = await world.upload(file, uploadId, { progress, signal })
    await box.changeFile(file.id, { evidenceId })
    return evidenceId
  }

  const uploadAll = async (item: Item): Promise<ReadonlyMap<string, string>> => {
    const evidence = new Map<string, string>()
    let sentBytes = 0
    const progress = (bytes: number): void =>
      tell({ sending: { itemId: item.id, sentBytes: sentBytes + bytes, totalBytes: item.sizeBytes } })
    progress(0)
    for (const id of item.files) {
      const file = await box.file(id)
      if (!file) throw new Error(`the photo ${id} of ${item.id} is not on the phone`)
      evidence.set(id, file.evidenceId ?? (await uploadOne(file, progress)))
      sentBytes += file.blob.size
      progress(0)
    }
    return evidence
  }

  const attempt = async (item: Item, sender: Sender): Promise<void> => {
    const evidence = await uploadAll(item)
    const evidenceOf = (fileId: string): string => {
      const id = evidence.get(fileId)
      if (id === undefined) throw new Error(`the thing ${item.id} names a photo that is not its own`)
      return id
    }
    const { receivedAt } = await sender.send(item, { key: item.id, signal: ending.signal, evidenceOf })
    await box.settle(item, { sentAt: new Date(world.now()).toISOString(), receivedAt })
  }

  const refused = async (item: Item, sender: Sender, refusal: RefusalError): Promise<Outcome> => {
    if (refusal.status === 401) return 'signIn'
    if (isEvidenceGone(refusal) && item.attempts < 3) {
      await box.forgetUploads(item.id)
      return 'again'
    }
    // What explains it may itself get no answer; the refusal stands without it.
    const meanwhile = (await sender.explain?.(item, refusal).catch((problem: unknown) => unlessLost(problem))) ?? []
    const { code, facts, sentence } = refusal
    await box.setState(item.id, {
      phase: 'refused',
      at: new Date(world.now()).toISOString(),
      refusal: { code, facts, sentence },
      meanwhile,
    })
    return 'next'
  }

  const sendOne = async (item: Item): Promise<Outcome> => {
    const sender = await world.senderOf(item.kind)
    // A newer program wrote it: it waits until this one is renewed.
    if (!sender) return 'skip'
    try {
      const present = await world.who(ending.signal)
      if (!mine(present)) return 'othersTurn'
      await box.countAttempt(item.id)
      await attempt(item, sender)
      return 'next'
    } catch (problem) {
      if (problem instanceof DOMException && problem.name === 'AbortError') return 'stopped'
      if (isBusy(problem)) return 'retry'
      if (problem instanceof ServerFault) return 'skip'
      if (problem instanceof RefusalError) return refused(item, sender, problem)
      throw problem
    }
  }

  const retryLater = (): void => {
    const wait = waitMilliseconds(failures, world.random())
    failures += 1
    callOffRetry?.()
    callOffRetry = world.later(() => void drain(), wait)
    tell({ phase: 'retrying', retryAt: world.now() + wait })
  }

  const sendAll = async (): Promise<void> => {
    const skipped = new Set<string>()
    for (;;) {
      await refresh()
      const item = state.get().items.find(({ id, state: { phase } }) => phase === 'waiting' && !skipped.has(id))
      if (paused) return tell({ phase: 'paused', sending: null })
      if (!item) break
      tell({ phase: 'sending', retryAt: null })
      const outcome = await sendOne(item)
      world.changed()
      if (outcome === 'skip') skipped.add(item.id)
      if (outcome === 'next') failures = 0
      if (outcome === 'next' || outcome === 'skip' || outcome === 'again') continue
      tell({ sending: null })
      await refresh()
      if (outcome === 'retry') return retryLater()
      return tell({ phase: phaseAfter[outcome], retryAt: null })
    }
    tell({ sending: null, phase: 'resting', retryAt: null })
    if (skipped.size > 0) retryLater()
  }

  const drainAlone = async (): Promise<void> => {
    callOffRetry?.()
    callOffRetry = null
    if (paused || ending.signal.aborted) return
    if (await world.alone(sendAll)) return
    await refresh()
    // The tab that sends may be closed before it is through.
    if (state.get().items.some(({ state: { phase } }) => phase === 'waiting'))
      callOffRetry = world.later(() => void drain(), otherTabMilliseconds)
  }

  const drain = (): Promise<void> => {
    running ??= drainAlone().finally(() => {
      running = null
    })
    return running
  }

  return {
    state,
    refresh,
    drain,
    pause: () => {
      paused = true
      callOffRetry?.()
      callOffRetry = null
      ending.abort()
      tell({ phase: 'paused', retryAt: null, sending: null })
    },
    resume: () => {
      paused = false
      failures = 0
      ending = new AbortController()
      tell({ phase: 'resting' })
      const after = running ?? Promise.resolve()
      void after.then(drain)
    },
    stop: () => {
      callOffRetry?.()
      callOffRetry = null
      ending.abort()
    },
  }
}

const phaseAfter = { signIn: 'signInNeeded', othersTurn: 'othersTurn', stopped: 'paused' } as const

const unlessLost = (problem: unknown): readonly Meanwhile[] => {
  if (problem instanceof ConnectionLost || problem instanceof ServerFault || problem instanceof RefusalError) return []
  throw problem
}
