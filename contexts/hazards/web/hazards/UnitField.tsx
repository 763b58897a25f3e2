import { useState } from 'react'
import { ChosenField } from '../../../../ui/choosing/ChosenField.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { FieldGroup } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { routes } from '../../contract/index.ts'
import { findMessages } from './findMessages.ts'

const fewest = 2
const mostFound = 8

type UnitFieldProps = { readonly value: string; readonly onChange: (unitId: string) => void; readonly error: string | undefined }

/** The unit of the register where the hazard is; it comes with the address, or is found by its name. */
export const UnitField = ({ value, onChange, error }: UnitFieldProps) => {
  const m = useMessages(findMessages)
  const say = useSay()
  const mayRead = useMay('unit.read')
  const { data } = useRead(routes.unit, { params: { unitId: value } }, { enabled: value !== '' && mayRead })
  if (!mayRead) {
    return (
      <FieldGroup label={m.unit}>
        <div className="al-choosing-made">{m.thisUnit}</div>
      </FieldGroup>
    )
  }
  return (
    <ChosenField
      label={m.unit}
      error={error}
      face={
        value === '' ? null : (
          <>
            <b>{data?.unit.name ?? '…'}</b> <span className="al-quiet">{data && say(data.unit.regionName)}</span>
          </>
        )
      }
    >
      {(close) => (
        <UnitFinder
          onPick={(unitId) => {
            onChange(unitId)
            close()
          }}
        />
      )}
    </ChosenField>
  )
}

const UnitFinder = ({ onPick }: { onPick: (unitId: string) => void }) => {
  const m = useMessages(findMessages)
  const say = useSay()
  const [find, setFind] = useState('')
  const text = find.trim()
  const query = useRead(routes.units, { query: { find: text, limit: mostFound } }, { enabled: text.length >= fewest, keepFormer: true })
  return (
    <FoundList
      label={m.findUnit}
      placeholder={m.unitName}
      find={find}
      onFind={setFind}
      query={query}
      fewest={fewest}
      rowsOf={({ rows }) =>
        rows.map(({ unitId, name, regionName, industryCode, industryName }) => ({
          key: unitId,
          face: name,
          note: `${say(regionName)} · ${industryCode} ${industryName}`,
          pick: () => onPick(unitId),
        }))
      }
    />
  )
}
