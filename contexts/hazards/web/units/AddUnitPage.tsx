import { useState } from 'react'
import { RefusalError } from '../../../../ui/api.ts'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Form } from '../../../../ui/fields.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { formMessages } from './formMessages.ts'
import { messages } from './messages.ts'
import { candidatesOf, ProbableDoubles } from './ProbableDoubles.tsx'
import { bodyOf, emptyDraft, type UnitDraft } from './unitDraft.ts'
import { toldAtField, UnitFields } from './UnitFields.tsx'
import './units.css'

/** Registers a unit; one that is probably on the register already is shown beside it first. */
const AddUnitPage = () => {
  const m = useMessages(messages)
  const f = useMessages(formMessages)
  const navigate = useNavigate()
  const [draft, setDraft] = useState<UnitDraft>(emptyDraft)
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addUnit)
  const candidates = candidatesOf(add.error)
  const reasonMissing = candidates.length > 0 && draft.doubleReason.trim() === ''
  const change = (part: Partial<UnitDraft>): void => setDraft((former) => ({ ...former, ...part }))
  useShortcut({ keys: 'escape', title: { zh: '回到列表', en: 'Back to the list' } }, () => navigate('/units'))

  const send = async (): Promise<void> => {
    setTried(true)
    const body = bodyOf(draft)
    if (body === null) return showFirstWrong()
    const made = await attempt(add.write({ body }))
    if (!made) return showFirstWrong()
    tell({ text: `${f.added} · ${made.value.name}` })
    navigate(`/units/${made.value.unitId}`)
  }
  const atField = add.error instanceof RefusalError && (toldAtField.has(add.error.code) || candidates.length > 0)
  return (
    <>
      <PageHead crumbs={[{ title: m.title, to: '/units' }]} title={m.add} note={m.addNote} />
      <div className="hazards-unit-form">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={add.isPending}>
                {candidates.length > 0 ? f.registerAnyway : m.add}
              </Button>
              <Button onClick={() => navigate('/units')} shortcut="Esc">
                {m.cancel}
              </Button>
            </>
          }
        >
          <UnitFields draft={draft} onChange={change} tried={tried} problem={add.error} />
          {candidates.length > 0 ? (
            <ProbableDoubles candidates={candidates} draft={draft} onChange={change} missing={tried && reasonMissing} />
          ) : null}
          {atField ? null : <Problem problem={add.error} />}
        </Form>
      </div>
    </>
  )
}

export default AddUnitPage
