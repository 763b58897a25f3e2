import { Suspense, use, useState } from 'react'
import { Button } from './Button.tsx'
import { ExportWindowContext, type ExportWindowProps } from './exportWindow.ts'
import { useMessages } from './language.tsx'
import { words } from './words.ts'

export type ExportAsked = Pick<ExportWindowProps, 'list' | 'title' | 'total'> & {
  /** Its filters, as they go to its route; what is empty is left out. */
  readonly query: Readonly<Record<string, string | number | boolean | null | undefined>>
}

const filtersOf = (query: ExportAsked['query']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) =>
      value === undefined || value === null || value === '' ? [] : [[name, String(value)] as const],
    ),
  )

/** Exports the list on the screen with its filters. Nothing where no room brings the window. */
export const ExportButton = ({ query, ...asked }: ExportAsked) => {
  const m = useMessages(words)
  const drawWindow = use(ExportWindowContext)
  const [open, setOpen] = useState(false)
  if (!drawWindow) return null
  return (
    <>
      <Button icon="download" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {m.exportList}
      </Button>
      {open ? (
        <Suspense fallback={null}>{drawWindow({ ...asked, query: filtersOf(query), onClose: () => setOpen(false) })}</Suspense>
      ) : null}
    </>
  )
}
