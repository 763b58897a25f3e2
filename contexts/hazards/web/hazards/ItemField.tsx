import { useState } from 'react'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { SearchInput } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { FieldGroup } from '../units/FieldGroup.tsx'
import { usePickerKeys } from '../units/pickerKeys.ts'
import { findMessages } from './findMessages.ts'
import { itemsWith, type FoundItem } from './itemSearch.ts'

const mostFound = 30

type ItemFieldProps = {
  readonly unitId: string
  readonly value: FoundItem | null
  readonly onChange: (item: FoundItem | null) => void
}

/** The item of the unit's checklists that the finding goes against; a finding need not cite one. */
export const ItemField = ({ unitId, value, onChange }: ItemFieldProps) => {
  const m = useMessages(findMessages)
  const say = useSay()
  const [find, setFind] = useState('')
  const keys = usePickerKeys()
  const query = useRead(routes.unitChecklists, { params: { unitId }, query: {} })
  if (value !== null) {
    return (
      <FieldGroup label={m.item} optional>
        <div className="hazards-item-chosen">
          <p>
            {say(value.item)} {value.item.makesMajor ? <Tag>{m.makesMajor}</Tag> : null}
            <span className="al-quiet">
              {say(value.list.title)} {value.item.clause}
            </span>
          </p>
          <Button kind="bare" onClick={() => onChange(null)}>
            {m.takeOff}
            <span className="al-unseen"> {m.item}</span>
          </Button>
        </div>
      </FieldGroup>
    )
  }
  return (
    <FieldGroup label={m.item} optional help={m.itemHelp}>
      <div className="hazards-unit-picker" {...keys}>
        <SearchInput value={find} onChange={setFind} label={m.itemLabel} placeholder={m.itemFind} />
        {find.trim() === '' ? null : (
          <div className="hazards-unit-picker-rows">
            <Read query={query} rows={4} what={m.item}>
              {(checklists) => {
                const found = itemsWith(checklists, find, mostFound)
                return found.length === 0 ? (
                  <p className="hazards-unit-picker-none">{m.noItem}</p>
                ) : (
                  <ul>
                    {found.map((one) => (
                      <li key={one.item.key}>
                        <button type="button" className="hazards-unit-pick hazards-item" data-pick onClick={() => onChange(one)}>
                          <span>
                            {say(one.item)} {one.item.makesMajor ? <Tag>{m.makesMajor}</Tag> : null}
                          </span>
                          <span className="al-quiet">
                            {say(one.list.title)} {one.item.clause}
                          </span>
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
    </FieldGroup>
  )
}
