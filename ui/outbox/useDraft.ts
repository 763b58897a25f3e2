import { useCallback, useEffect, useRef, useState } from 'react'
import { usePocket } from './context.ts'
import type { Draft } from './records.ts'

export type DraftInHand<Content> = {
  /** Undefined until it is read, null where there is none of that name. */
  readonly draft: (Draft & { readonly content: Content }) | null | undefined
  /** Changes what is filled in; on the screen at once, on the phone's disk when `savedAt` says so. */
  readonly change: (change: (content: Content) => Content) => void
  /** When the last change was on the disk, an ISO instant. */
  readonly savedAt: string | null
  /** Resolves once everything changed so far is on the disk. */
  readonly settled: () => Promise<void>
  /** What the phone said when it could not write. */
  readonly problem: unknown
}

/** A draft as it is being filled in, written at each change so that it outlives the page. */
export const useDraft = <Content>(id: string): DraftInHand<Content> => {
  type Held = Draft & { readonly content: Content }
  const { box } = usePocket()
  const [draft, setDraft] = useState<Held | null | undefined>(undefined)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const latest = useRef<Held | null>(null)
  const writing = useRef<Promise<void>>(Promise.resolve())
  useEffect(() => {
    let left = false
    void box.draft(id).then((found) => {
      if (left) return
      latest.current = (found as Held | undefined) ?? null
      setDraft(latest.current)
      setSavedAt(found?.savedAt ?? null)
    }, setProblem)
    return () => {
      left = true
    }
  }, [box, id])
  const change = useCallback(
    (work: (content: Content) => Content) => {
      const held = latest.current
      if (!held) return
      const next = { ...held, content: work(held.content), savedAt: new Date().toISOString() }
      latest.current = next
      setDraft(next)
      const before = writing.current
      const write = async (): Promise<void> => {
        await before
        try {
          await box.saveDraft(next)
          setSavedAt(next.savedAt)
        } catch (thrown) {
          setProblem(thrown)
        }
      }
      writing.current = write()
    },
    [box],
  )
  const settled = useCallback(() => writing.current, [])
  return { draft, change, savedAt, settled, problem }
}
