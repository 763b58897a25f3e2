import { useState } from 'react'
import { ChosenField } from '../../../../ui/choosing/ChosenField.tsx'
import { FoundList } from '../../../../ui/choosing/FoundList.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes as hazards } from '../../../hazards/contract/index.ts'
import { messages } from '../messages.ts'

/** The unit against which a case is opened, found on the register. */
export const UnitField = ({ name, onChoose }: { name: string | null; onChoose: (unitId: string) => void }) => {
  const { begin: m } = useMessages(messages)
  const [find, setFind] = useState('')
  const query = useRead(hazards.units, { query: { find, limit: 8 } }, { enabled: find.trim() !== '', keepFormer: true })
  return (
    <ChosenField label={m.unit} face={name}>
      {(close) => (
        <FoundList
          label={m.unit}
          placeholder={m.findUnit}
          find={find}
          onFind={setFind}
          query={query}
          rowsOf={({ rows }) =>
            rows.map((unit) => ({
              key: unit.unitId,
              face: unit.name,
              pick: () => {
                onChoose(unit.unitId)
                close()
              },
            }))
          }
        />
      )}
    </ChosenField>
  )
}
