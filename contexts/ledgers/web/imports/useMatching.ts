import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { readKey, useWrite } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import type { ImportView, SheetView } from '../../contract/importShapes.ts'
import type { WantedSheet } from './matchDraft.ts'

/** What a person changed: the kind, the choices, and the sheets that were touched. */
export type Change = {
  readonly kind?: string
  readonly choices?: Readonly<Record<string, string>>
  readonly sheets?: readonly WantedSheet[]
}

type Wanted = { readonly kind: string; readonly choices: Readonly<Record<string, string>>; readonly sheets: readonly WantedSheet[] }

const joined = (former: readonly WantedSheet[], next: readonly WantedSheet[]): readonly WantedSheet[] => [
  ...former.filter(({ index }) => !next.some((sheet) => sheet.index === index)),
  ...next,
]

/**
 * Keeps each change of a matching on the server at once, so that it is there after a reload. Changes made while one is under way
 * go together after it, each on the version that the last one made.
 */
export const useMatching = (view: ImportView) => {
  const client = useQueryClient()
  const match = useWrite(routes.matchImport)
  const [pending, setPending] = useState<Wanted | null>(null)
  const waiting = useRef<Wanted | null>(null)
  const busy = useRef(false)

  const change = async ({ kind, choices, sheets = [] }: Change): Promise<void> => {
    const before = waiting.current ?? pending
    const wanted: Wanted = {
      kind: kind ?? before?.kind ?? view.kind ?? '',
      choices: choices ?? before?.choices ?? view.choices,
      sheets: joined(waiting.current?.sheets ?? [], sheets),
    }
    waiting.current = wanted
    setPending((former) => ({ ...wanted, sheets: joined(former?.sheets ?? [], sheets) }))
    if (busy.current) return
    busy.current = true
    const params = { importId: view.id }
    let { version } = view
    while (waiting.current !== null) {
      const next: Wanted = waiting.current
      waiting.current = null
      const answer = await attempt(
        match.write({ params, body: { version, kind: next.kind, choices: { ...next.choices }, sheets: [...next.sheets] } }),
      )
      if (answer === null) waiting.current = null
      else {
        version = answer.value.version
        client.setQueryData(readKey(routes.importRecord, { params }), answer.value)
      }
    }
    busy.current = false
    setPending(null)
  }

  /** The sheet as it will stand once what is under way is kept. */
  const shown = (sheet: SheetView): SheetView => {
    const wanted = pending?.sheets.find(({ index }) => index === sheet.index)
    if (!wanted) return sheet
    const keys = new Map((wanted.columns ?? []).map(({ place, key }) => [place, key]))
    return {
      ...sheet,
      taken: wanted.taken,
      headRows: wanted.headRows,
      columns: sheet.columns.map((column) => {
        const key = keys.get(column.place)
        return key === undefined || key === column.key ? column : { ...column, key, why: key === null ? 'none' : 'person' }
      }),
    }
  }
  return {
    change: (next: Change): void => void change(next),
    shown,
    choices: pending?.choices ?? view.choices,
    kind: pending?.kind ?? view.kind,
    saving: pending !== null,
    problem: match.error,
  }
}
