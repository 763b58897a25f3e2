import type { ReactNode } from 'react'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Popover } from '../../../../ui/Popover.tsx'
import { useRead } from '../../../../ui/query.ts'
import { words } from '../../../../ui/words.ts'
import { routes as identity } from '../../../identity/contract/index.ts'
import { routes } from '../../contract/index.ts'
import { IndustryFinder } from './Finder.tsx'
import { RegionPicker } from './RegionPicker.tsx'

type ChipProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void }

/** A filter whose values are too many for a list: what unfolds finds them. */
const FindingChip = ({
  label,
  value,
  onChange,
  face,
  children,
}: ChipProps & { face: string; children: (close: () => void) => ReactNode }) => {
  const w = useMessages(words)
  const on = value !== ''
  return (
    <span className={on ? 'al-chip al-chip-on hazards-unit-finding' : 'al-chip hazards-unit-finding'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{label}</span>
            {on ? face : w.filter.any}
            {on ? null : <Icon name="down" size={10} />}
          </>
        }
      >
        {children}
      </Popover>
      {on ? (
        <button type="button" className="al-chip-off" aria-label={w.filter.remove(label)} onClick={() => onChange('')}>
          <Icon name="cross" size={10} />
        </button>
      ) : null}
    </span>
  )
}

/** The filter of a list by region, everything below it included. */
export const RegionChip = ({ label, value, onChange }: ChipProps) => {
  const { language } = useLanguage()
  const { data } = useRead(identity.region, { params: { code: value } }, { enabled: value !== '' })
  const face = data ? (language === 'zh' ? data.region.name : data.region.nameEn) : value
  return (
    <FindingChip label={label} value={value} onChange={onChange} face={face}>
      {(close) => (
        <RegionPicker
          chosen={value}
          onPick={(code) => {
            onChange(code)
            close()
          }}
        />
      )}
    </FindingChip>
  )
}

/** The filter of a list by industry, everything below it included. */
export const IndustryChip = ({ label, value, onChange }: ChipProps) => {
  const { language } = useLanguage()
  const { data } = useRead(routes.industries, { query: { find: value, limit: 1 } }, { enabled: value !== '' })
  const [found] = data ?? []
  const name = found === undefined ? '' : language === 'zh' ? found.name : (found.nameEn ?? found.name)
  return (
    <FindingChip label={label} value={value} onChange={onChange} face={`${value} ${name}`}>
      {(close) => (
        <IndustryFinder
          onPick={({ id }) => {
            onChange(id)
            close()
          }}
        />
      )}
    </FindingChip>
  )
}
