import { useRead } from '../../../ui/query.ts'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { Popover } from '../../../ui/Popover.tsx'
import { words } from '../../../ui/words.ts'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { OrganisationSearch } from './OrganisationPicker.tsx'
import { RegionPicker, useRegion } from './RegionPicker.tsx'
import { regionName } from './regionText.ts'
import type { ReactNode } from 'react'

type ChipProps = {
  readonly label: string
  readonly face: string | null
  readonly onTakeOff: () => void
  readonly children: (close: () => void) => ReactNode
}

/** A filter whose values are too many for a list: what unfolds finds them. */
const FindingChip = ({ label, face, onTakeOff, children }: ChipProps) => {
  const w = useMessages(words)
  return (
    <span className={face === null ? 'al-chip identity-finding' : 'al-chip al-chip-on identity-finding'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{label}</span>
            {face ?? w.filter.any}
            {face === null ? <Icon name="down" size={10} /> : null}
          </>
        }
      >
        {children}
      </Popover>
      {face === null ? null : (
        <button type="button" className="al-chip-off" aria-label={w.filter.remove(label)} onClick={onTakeOff}>
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  )
}

/** The filter of a list by region, everything below it included. */
export const RegionChip = ({ value, onChange }: { value: string; onChange: (code: string) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(value)
  const name = data?.region.code === value ? regionName(data.region, language) : value
  return (
    <FindingChip label={m.region.one} face={value === '' ? null : name} onTakeOff={() => onChange('')}>
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

/** The filter of a list by organisation. */
export const OrganisationChip = ({ value, onChange }: { value: string; onChange: (id: string) => void }) => {
  const m = useMessages(messages)
  const { data } = useRead(routes.organisation, { params: { id: value } }, { enabled: value !== '' })
  return (
    <FindingChip
      label={m.organisation.one}
      face={value === '' ? null : (data?.organisation.shortName ?? value.slice(0, 8))}
      onTakeOff={() => onChange('')}
    >
      {(close) => (
        <OrganisationSearch
          onPick={({ id }) => {
            onChange(id)
            close()
          }}
        />
      )}
    </FindingChip>
  )
}
