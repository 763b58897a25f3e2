import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { SearchInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { FieldGroup } from '../units/FieldGroup.tsx'
import { usePickerKeys } from '../units/pickerKeys.ts'
import { findMessages } from './findMessages.ts'

const fewest = 2
const mostFound = 8

type UnitFieldProps = { readonly value: string; readonly onChange: (unitId: string) => void; readonly error: string | undefined }

/** The unit of the register where the hazard is; it comes with the address, or is found by its name. */
export const UnitField = ({ value, onChange, error }: UnitFieldProps) => {
  const m = useMessages(findMessages)
  const mayRead = useMay('unit.read')
  const { data } = useRead(routes.unit, { params: { unitId: value } }, { enabled: value !== '' && mayRead })
  if (!mayRead) {
    return (
      <FieldGroup label={m.unit} error={value === '' ? m.unitByCode : undefined}>
        {value === '' ? null : <div className="hazards-unit-chosen">{m.thisUnit}</div>}
      </FieldGroup>
    )
  }
  return (
    <FieldGroup label={m.unit} error={error}>
      {value === '' ? (
        <UnitFinder onPick={onChange} />
      ) : (
        <div className="hazards-unit-chosen">
          <span>
            <b>{data?.unit.name ?? '…'}</b> <span className="al-quiet">{data?.unit.regionName}</span>
          </span>
          <Button kind="bare" onClick={() => onChange('')}>
            {m.change}
            <span className="al-unseen"> {m.unit}</span>
          </Button>
        </div>
      )}
    </FieldGroup>
  )
}

const UnitFinder = ({ onPick }: { onPick: (unitId: string) => void }) => {
  const m = useMessages(findMessages)
  const [find, setFind] = useState('')
  const keys = usePickerKeys()
  const text = find.trim()
  const query = useRead(routes.units, { query: { find: text, limit: mostFound } }, { enabled: text.length >= fewest, keepFormer: true })
  return (
    <div className="hazards-unit-picker" {...keys}>
      <SearchInput value={find} onChange={setFind} label={m.findUnit} placeholder={m.unitName} />
      {text.length < fewest ? (
        <p className="hazards-unit-picker-none">{m.typeMore}</p>
      ) : (
        <div className="hazards-unit-picker-rows">
          <Read query={query} rows={3} what={m.results}>
            {({ rows }) =>
              rows.length === 0 ? (
                <p className="hazards-unit-picker-none">{m.nothingFound(text)}</p>
              ) : (
                <ul>
                  {rows.map((unit) => (
                    <li key={unit.unitId}>
                      <button type="button" className="hazards-unit-pick" data-pick onClick={() => onPick(unit.unitId)}>
                        {unit.name}
                        <span className="al-quiet">
                          {unit.regionName} · {unit.industryName}
                        </span>
                      </button>
                    </li>
                  ))}
                </ul>
              )
            }
          </Read>
        </div>
      )}
    </div>
  )
}
