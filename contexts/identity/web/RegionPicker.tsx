import { useState } from 'react'
import { Button, Tag } from '../../../ui/Button.tsx'
import { SearchInput } from '../../../ui/fields.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useRead } from '../../../ui/query.ts'
import { useSession } from '../../../ui/session.ts'
import { Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { messages } from './messages.ts'
import { FieldGroup } from './parts.tsx'
import { usePickerKeys } from './pickerKeys.ts'
import { mayHaveBelow, pathText, regionName, type Region } from './regionText.ts'

const country = '000000'

/** The region of a code with its path; nothing is asked for an empty code. */
export const useRegion = (code: string) =>
  useRead(routes.region, { params: { code: code === '' ? country : code } }, { enabled: code !== '', keepFormer: code !== '' })

/** The path of a region in words; its code until it is known. */
export const RegionPath = ({ code }: { code: string }) => {
  const { language } = useLanguage()
  const m = useMessages(messages)
  const { data } = useRegion(code)
  if (code === country) return m.region.country
  return data?.region.code === code ? pathText(data.path, language) : code
}

type PickerProps = {
  readonly onPick: (code: string) => void
  /** Where the tree is open at first. */
  readonly from?: string | undefined
  /** The region that is chosen now. */
  readonly chosen?: string | undefined
}

/** The tree of regions, one level at a time, or the regions that a typed name or code finds. Arrow keys move, right goes down. */
export const RegionPicker = ({ onPick, from, chosen }: PickerProps) => {
  const m = useMessages(messages)
  const { post } = useSession()
  const [find, setFind] = useState('')
  const [at, setAt] = useState(from ?? post.regionCode)
  const text = find.trim()
  const rows = useRead(routes.regions, { query: text === '' ? { parent: at } : { find: text } }, { keepFormer: true })
  const keys = usePickerKeys()
  return (
    <div className="identity-picker" {...keys}>
      <SearchInput value={find} onChange={setFind} label={m.region.findLabel} placeholder={m.region.find} />
      {text === '' ? <Place at={at} onGo={setAt} onPick={onPick} /> : null}
      <div className="identity-picker-rows">
        <Read query={rows} rows={6} what={m.region.title}>
          {({ rows: found }) =>
            found.length === 0 ? (
              <p className="identity-picker-none">{text === '' ? m.region.nothingBelow : m.region.nothingFound(text)}</p>
            ) : (
              <ul>
                {found.map((region) =>
                  region.validTo === null ? (
                    <RegionRow
                      key={region.code}
                      region={region}
                      chosen={region.code === chosen}
                      onPick={onPick}
                      onGo={text === '' ? setAt : undefined}
                    />
                  ) : (
                    <EndedRow key={region.code} region={region} onPick={onPick} />
                  ),
                )}
              </ul>
            )
          }
        </Read>
      </div>
    </div>
  )
}

/** Where in the tree one stands: each level above can be gone to, the present one chosen. */
const Place = ({ at, onGo, onPick }: { at: string; onGo: (code: string) => void; onPick: (code: string) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(at)
  const path = data?.path ?? []
  const here = path.at(-1)
  return (
    <div className="identity-picker-place">
      <span className="identity-picker-path">
        <button type="button" onClick={() => onGo(country)}>
          {m.region.country}
        </button>
        {path.map((region) => (
          <button key={region.code} type="button" onClick={() => onGo(region.code)} aria-current={region.code === at ? 'true' : undefined}>
            {regionName(region, language)}
          </button>
        ))}
      </span>
      {here ? (
        <Button onClick={() => onPick(here.code)} aria-label={m.region.choose(regionName(here, language))}>
          {m.region.chooseThis}
        </Button>
      ) : null}
    </div>
  )
}

type RowProps = { readonly region: Region; readonly onPick: (code: string) => void }

const RegionRow = ({ region, chosen, onPick, onGo }: RowProps & { chosen: boolean; onGo: ((code: string) => void) | undefined }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const name = regionName(region, language)
  const goes = onGo !== undefined && mayHaveBelow(region)
  return (
    <li className={chosen ? 'identity-region-row identity-region-chosen' : 'identity-region-row'}>
      <button
        type="button"
        className="identity-region-name"
        data-pick
        aria-pressed={chosen}
        onClick={() => onPick(region.code)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' && goes) onGo(region.code)
        }}
      >
        {name}
        <span className="identity-code">{region.code}</span>
        {region.statisticalOnly ? <Tag>{m.region.statistical}</Tag> : null}
      </button>
      {goes ? (
        <button type="button" className="identity-region-down" aria-label={m.region.belowOf(name)} onClick={() => onGo(region.code)}>
          {m.region.below}
          <Icon name="right" size={12} />
        </button>
      ) : null}
    </li>
  )
}

/** A region that ended cannot be chosen; what it became can. */
const EndedRow = ({ region, onPick }: RowProps) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { data } = useRegion(region.code)
  return (
    <li className="identity-region-row identity-region-ended">
      <span>
        {regionName(region, language)}
        <span className="identity-code">{region.code}</span>
        {m.region.ended(region.validTo ?? '')}
      </span>
      <span className="identity-region-became">
        {m.region.becameNow}
        {data?.became.map((successor) => (
          <button key={successor.code} type="button" className="identity-region-name" data-pick onClick={() => onPick(successor.code)}>
            {regionName(successor, language)}
            <span className="identity-code">{successor.code}</span>
          </button>
        ))}
      </span>
    </li>
  )
}

type FieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (code: string) => void
  readonly help?: string | undefined
  readonly error?: string | undefined
  readonly from?: string | undefined
}

/** A region as a field of a form: what is chosen, and the tree to choose from while it is open. */
export const RegionField = ({ label, value, onChange, help, error, from }: FieldProps) => {
  const m = useMessages(messages)
  const [open, setOpen] = useState(value === '')
  const pick = (code: string): void => {
    onChange(code)
    setOpen(false)
  }
  return (
    <FieldGroup label={label} help={help} error={error}>
      <div className="identity-chosen">
        {value === '' ? (
          <span className="al-quiet">{m.region.notChosen}</span>
        ) : (
          <span>
            <RegionPath code={value} /> <span className="identity-code">{value}</span>
          </span>
        )}
        {value === '' ? null : (
          <Button kind="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.words.cancel : m.words.change}
            <span className="al-unseen"> {label}</span>
          </Button>
        )}
      </div>
      {open ? <RegionPicker onPick={pick} from={from} chosen={value} /> : null}
    </FieldGroup>
  )
}
