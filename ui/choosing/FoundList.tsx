import type { ReactNode } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { SearchInput } from '../fields.tsx'
import { useMessages } from '../language.tsx'
import { Read } from '../states.tsx'
import { usePickerKeys } from './keys.ts'
import { choosingWords } from './words.ts'
import './choosing.css'

/** One row of what was found. */
export type FoundRow = {
  readonly key: string
  readonly face: ReactNode
  /** Said more quietly behind it. */
  readonly note?: ReactNode
  readonly pick: () => void
}

export type FoundListProps<Answer> = {
  readonly label: string
  readonly placeholder: string
  readonly find: string
  readonly onFind: (text: string) => void
  /** What the typed text finds; asked from `fewest` characters on, one where absent. */
  readonly query: UseQueryResult<Answer>
  readonly fewest?: number | undefined
  readonly rowsOf: (answer: Answer) => readonly FoundRow[]
  /** Said where nothing was found. */
  readonly none?: string | undefined
  /** The note stands below the face: for rows whose face is a sentence. */
  readonly tall?: boolean | undefined
}

/** A box to type into and what it finds, each a row to choose; arrow keys move between them. */
export const FoundList = <Answer,>(props: FoundListProps<Answer>) => {
  const { label, placeholder, find, onFind, query, fewest = 1, rowsOf, none, tall } = props
  const m = useMessages(choosingWords)
  const keys = usePickerKeys()
  const text = find.trim()
  return (
    <div className="al-choosing" {...keys}>
      <SearchInput value={find} onChange={onFind} label={label} placeholder={placeholder} />
      {text.length < fewest ? (
        fewest === 1 ? null : (
          <p className="al-choosing-none">{m.typeMore}</p>
        )
      ) : (
        <div className="al-choosing-rows">
          <Read query={query} rows={3} what={m.results}>
            {(answer) => {
              const rows = rowsOf(answer)
              return rows.length === 0 ? (
                <p className="al-choosing-none">{none ?? m.nothingFound(text)}</p>
              ) : (
                <ul>
                  {rows.map(({ key, face, note, pick }) => (
                    <li key={key}>
                      <button type="button" className={tall === true ? 'al-pick al-pick-tall' : 'al-pick'} data-pick onClick={pick}>
                        {tall === true ? <span>{face}</span> : face}
                        <span className="al-quiet">{note}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }}
          </Read>
        </div>
      )}
    </div>
  )
}
