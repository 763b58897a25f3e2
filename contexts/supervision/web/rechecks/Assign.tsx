import { useState } from 'react'
import { attempt } from '../../../../ui/attempt.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Field, SelectInput } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { drawRoutes as routes } from '../../contract/drawRoutes.ts'
import { tierNames } from '../../contract/inspectionNames.ts'
import { messages } from './messages.ts'
import type { Draw } from './records.ts'

/** Gives the chosen rechecks of a draw to somebody of its tier. */
export const Assign = ({ draw, chosen, onDone }: { draw: Draw; chosen: readonly string[]; onDone: () => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [personId, setPersonId] = useState('')
  const [tried, setTried] = useState(false)
  const people = useRead(routes.recheckers, { params: { drawId: draw.id } })
  const assign = useWrite(routes.assignRechecks)
  const rows = people.data?.rows ?? []
  const send = async (): Promise<void> => {
    setTried(true)
    if (personId === '' || chosen.length === 0) return
    const done = await attempt(assign.write({ params: { drawId: draw.id }, body: { personId, recheckIds: [...chosen] } }))
    if (!done) return
    tell({ text: m.page.assigned(chosen.length, rows.find((row) => row.personId === personId)?.name ?? '') })
    setTried(false)
    onDone()
  }
  const wrong = !tried ? undefined : chosen.length === 0 ? m.page.noneChosen : personId === '' ? m.page.noPerson : undefined
  return (
    <>
      <div className="rechecks-assign">
        <Field label={m.page.assignTo} error={wrong}>
          <SelectInput
            placeholder={m.page.choose}
            value={personId}
            onChange={setPersonId}
            options={rows.map((row) => ({
              value: row.personId,
              label: [
                row.name,
                row.title,
                row.organisationName ?? tierNames[row.tier][language],
                ...(row.barred === 0 ? [] : [m.page.barred(row.barred)]),
              ].join(' · '),
            }))}
          />
        </Field>
        <Button kind={chosen.length > 0 ? 'primary' : 'plain'} busy={assign.isPending} onClick={() => void send()}>
          {chosen.length === 0 ? m.page.assign : m.page.assignSome(chosen.length)}
        </Button>
      </div>
      <Problem problem={assign.error} />
    </>
  )
}
