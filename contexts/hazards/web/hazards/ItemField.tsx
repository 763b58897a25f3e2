import { useState } from 'react'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { FieldGroup } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
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
      <FoundList
        tall
        label={m.itemLabel}
        placeholder={m.itemFind}
        find={find}
        onFind={setFind}
        query={query}
        none={m.noItem}
        rowsOf={(checklists) =>
          itemsWith(checklists, find, mostFound).map((one) => ({
            key: one.item.key,
            face: (
              <>
                {say(one.item)} {one.item.makesMajor ? <Tag>{m.makesMajor}</Tag> : null}
              </>
            ),
            note: (
              <>
                {say(one.list.title)} {one.item.clause}
              </>
            ),
            pick: () => onChange(one),
          }))
        }
      />
    </FieldGroup>
  )
}
