import { useState } from 'react'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { SearchInput } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { FieldGroup, type FieldGroupProps } from './FieldGroup.tsx'
import { pickMessages } from './pickMessages.ts'
import { usePickerKeys } from './pickerKeys.ts'

const country = '000000'
type Named = { readonly name: string; readonly nameEn: string }

const useRegion = (code: string) =>
  useRead(identity.region, { params: { code: code === '' ? country : code } }, { enabled: code !== '', keepFormer: true })

const useName = (): ((region: Named) => string) => {
  const { language } = useLanguage()
  return ({ name, nameEn }) => (language === 'zh' ? name : nameEn)
}

/** The path of a region in words, as papers write it; its code until it is known. */
export const RegionPath = ({ code }: { code: string }) => {
  const { language } = useLanguage()
  const name = useName()
  const { data } = useRegion(code)
  if (data?.region.code !== code) return code
  const names = data.path.map(name)
  return language === 'zh' ? names.join('') : names.toReversed().join(', ')
}

/** The tree of regions one level at a time, or what a typed name or code finds. */
export const RegionPicker = ({ onPick, chosen }: { onPick: (code: string) => void; chosen?: string | undefined }) => {
  const m = useMessages(pickMessages)
  const name = useName()
  const { post } = useSession()
  const [find, setFind] = useState('')
  const [at, setAt] = useState(post.regionCode)
  const text = find.trim()
  const rows = useRead(identity.regions, { query: text === '' ? { parent: at } : { find: text } }, { keepFormer: true })
  const { data: here } = useRegion(at)
  const keys = usePickerKeys()
  return (
    <div className="hazards-unit-picker" {...keys}>
      <SearchInput value={find} onChange={setFind} label={m.region.label} placeholder={m.region.find} />
      {text === '' ? (
        <div className="hazards-unit-picker-place">
          <span>
            <button type="button" onClick={() => setAt(country)}>
              {m.region.country}
            </button>
            {here?.path.map((region) => (
              <button
                key={region.code}
                type="button"
                aria-current={region.code === at ? 'true' : undefined}
                onClick={() => setAt(region.code)}
              >
                {name(region)}
              </button>
            ))}
          </span>
          {at === country ? null : <Button onClick={() => onPick(at)}>{m.region.chooseThis}</Button>}
        </div>
      ) : null}
      <div className="hazards-unit-picker-rows">
        <Read query={rows} rows={5} what={m.results}>
          {({ rows: found }) =>
            found.length === 0 ? (
              <p className="hazards-unit-picker-none">{text === '' ? m.region.nothingBelow : m.nothingFound(text)}</p>
            ) : (
              <ul>
                {found.map((region) => (
                  <li key={region.code} className="hazards-unit-region">
                    {region.validTo === null ? (
                      <button
                        type="button"
                        className="hazards-unit-pick"
                        data-pick
                        aria-pressed={region.code === chosen}
                        onClick={() => onPick(region.code)}
                      >
                        {name(region)}
                        <span className="al-quiet">{region.code}</span>
                      </button>
                    ) : (
                      <span className="hazards-unit-pick hazards-unit-ended">
                        {name(region)}
                        <Tag tone="silent">{m.region.ended(region.validTo)}</Tag>
                      </span>
                    )}
                    {region.validTo === null && text === '' && region.level !== 'town' && region.level !== 'village' ? (
                      <button
                        type="button"
                        className="hazards-unit-down"
                        aria-label={m.region.belowOf(name(region))}
                        onClick={() => setAt(region.code)}
                      >
                        {m.region.below}
                        <Icon name="right" size={12} />
                      </button>
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      </div>
    </div>
  )
}

/** A region as a field of a form: what is chosen, and the tree to choose from while it is open. */
export const RegionField = ({
  value,
  onChange,
  ...group
}: Omit<FieldGroupProps, 'children'> & { readonly value: string; readonly onChange: (code: string) => void }) => {
  const m = useMessages(pickMessages)
  const [open, setOpen] = useState(value === '')
  return (
    <FieldGroup {...group}>
      <div className="hazards-unit-chosen">
        {value === '' ? (
          <span className="al-quiet">{m.notChosen}</span>
        ) : (
          <span>
            <RegionPath code={value} /> <span className="al-quiet">{value}</span>
          </span>
        )}
        {value === '' ? null : (
          <Button kind="bare" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? m.cancel : m.change}
            <span className="al-unseen"> {group.label}</span>
          </Button>
        )}
      </div>
      {open ? (
        <RegionPicker
          chosen={value}
          onPick={(code) => {
            onChange(code)
            setOpen(false)
          }}
        />
      ) : null}
    </FieldGroup>
  )
}
