import { useState } from 'react'
import { FindingChip } from '../../../../ui/choosing/FindingChip.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages, type Language } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { words } from '../../../../ui/words.ts'
import { routes } from '../../contract/index.ts'
import { finderMessages } from './messages.ts'

/** An industry of GB/T 4754 as it was chosen: its code and the name that stood beside it. */
export type ChosenIndustry = { readonly code: string; readonly name: string }

const mostFound = 10

const nameIn = (language: Language, { name, nameEn }: { readonly name: string; readonly nameEn: string | null }): string =>
  language === 'zh' ? name : (nameEn ?? name)

/** Industries by code or word; the table itself stays on the server. */
export const IndustryFinder = ({ onPick }: { onPick: (industry: ChosenIndustry) => void }) => {
  const m = useMessages(finderMessages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(routes.industries, { query: { find: text, limit: mostFound } }, { enabled: text !== '', keepFormer: true })
  return (
    <FoundList
      label={m.industry.label}
      placeholder={m.industry.find}
      find={find}
      onFind={setFind}
      query={query}
      rowsOf={(found) =>
        found.map((industry) => ({
          key: industry.code,
          face: `${industry.code} ${nameIn(language, industry)}`,
          note: industry.path,
          pick: () => {
            onPick({ code: industry.code, name: nameIn(language, industry) })
            setFind('')
          },
        }))
      }
    />
  )
}

/** The filter of a list by industry, everything below it included. */
export const IndustryChip = ({ label, value, onChange }: { label: string; value: string; onChange: (code: string) => void }) => {
  const { language } = useLanguage()
  const { data } = useRead(routes.industries, { query: { find: value } }, { enabled: value !== '' })
  const found = data?.find(({ code }) => code === value)
  return (
    <FindingChip
      label={label}
      face={value === '' ? null : `${value} ${found === undefined ? '' : nameIn(language, found)}`}
      onTakeOff={() => onChange('')}
    >
      {(close) => (
        <IndustryFinder
          onPick={({ code }) => {
            onChange(code)
            close()
          }}
        />
      )}
    </FindingChip>
  )
}

/** Industries that were chosen, each to be taken off again. */
export const IndustryChips = ({ chosen, onTakeOff }: { chosen: readonly ChosenIndustry[]; onTakeOff: (code: string) => void }) => {
  const w = useMessages(words)
  return chosen.map(({ code, name }) => (
    <span key={code} className="al-chip al-chip-on">
      <span className="al-chip-face">
        {code} {name}
      </span>
      <button type="button" className="al-chip-off" aria-label={w.filter.remove(name)} onClick={() => onTakeOff(code)}>
        <Icon name="cross" size={10} />
      </button>
    </span>
  ))
}
