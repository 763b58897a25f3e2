import { useMessages } from '../../../../ui/language.tsx'
import { PlainTable } from '../../../../ui/Page.tsx'
import type { ImportView } from '../../contract/importShapes.ts'
import { lettersOf } from './matchDraft.ts'
import { messages } from './messages.ts'
import { useKindOf, useLabelOf } from './parts.tsx'

/** How the columns were read, to be looked up. */
export const MatchedColumns = ({ view, open = false }: { view: ImportView; open?: boolean }) => {
  const m = useMessages(messages)
  const labelOf = useLabelOf(useKindOf(view))
  const sheets = view.sheets.filter(({ taken }) => taken)
  if (sheets.length === 0) return null
  return (
    <details className="ledgers-details" open={open}>
      <summary>{m.matched.title}</summary>
      <PlainTable
        caption={m.matched.title}
        head={[m.matched.sheet, m.matched.heading, m.matched.key]}
        rows={sheets.flatMap(({ name, columns }) =>
          columns
            .filter(({ heading }) => heading !== '')
            .map(({ place, heading, key }, at) => [
              at === 0 ? <b key="sheet">{name}</b> : '',
              <span key="heading">
                <span className="ledgers-letters">{lettersOf(place)}</span> {heading}
              </span>,
              key === null ? (
                <span key="key" className="al-quiet">
                  {m.matched.none}
                </span>
              ) : (
                labelOf(key)
              ),
            ]),
        )}
      />
    </details>
  )
}
