import { useState } from 'react'
import { RefusalError } from '../../../../ui/api.ts'
import { useNavigate, usePathParameters } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Field, Form, TextArea } from '../../../../ui/fields.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { formMessages } from './formMessages.ts'
import { messages } from './messages.ts'
import { candidatesOf, ProbableDoubles } from './ProbableDoubles.tsx'
import type { UnitRecord } from './records.ts'
import { bodyOf, changedFields, draftOf, type UnitDraft } from './unitDraft.ts'
import { toldAtField, UnitFields } from './UnitFields.tsx'
import './units.css'

const ChangeUnitPage = () => {
  const m = useMessages(messages)
  const { unitId } = usePathParameters<'unitId'>()
  const query = useRead(routes.unit, { params: { unitId } })
  return (
    <Read query={query} rows={10} what={m.one}>
      {(record) => <ChangeForm present={record} reload={() => void query.refetch()} />}
    </Read>
  )
}

/** The form over what stood when it was opened: a change from elsewhere meanwhile is told, and never overwritten unseen. */
const ChangeForm = ({ present, reload }: { present: UnitRecord; reload: () => void }) => {
  const m = useMessages(messages)
  const f = useMessages(formMessages)
  const navigate = useNavigate()
  const [before, setBefore] = useState(present)
  const [draft, setDraft] = useState(() => draftOf(present, m.facts.outOfSight))
  const [tried, setTried] = useState(false)
  const change = useWrite(routes.changeUnit)
  const { unitId } = before.unit
  const params = { unitId }
  const candidates = candidatesOf(change.error)
  const stale = present.unit.version !== before.unit.version
  useShortcut({ keys: 'escape', title: { zh: '返回', en: 'Back' } }, () => navigate(`/units/${unitId}`))

  const send = async (): Promise<void> => {
    setTried(true)
    const body = bodyOf(draft)
    const former = bodyOf(draftOf(before, m.facts.outOfSight))
    if (body === null || former === null) return showFirstWrong()
    const done = await attempt(change.write({ params, body: { ...body, version: before.unit.version } }))
    if (!done) {
      // A refused version asks at once for what stands now, so that it can be said what changed.
      reload()
      return showFirstWrong()
    }
    const { version, name } = done.value
    tell({ text: `${f.changed} · ${name}`, undo: () => change.write({ params, body: { ...former, version } }) })
    navigate(`/units/${unitId}`)
  }
  const told = change.error instanceof RefusalError && (toldAtField.has(change.error.code) || candidates.length > 0)
  return (
    <>
      <PageHead
        crumbs={[
          { title: m.title, to: '/units' },
          { title: before.unit.name, to: `/units/${unitId}` },
        ]}
        title={m.changeTitle(before.unit.name)}
      />
      <div className="hazards-unit-form">
        <Form
          onSubmit={() => void send()}
          actions={
            <>
              <Button type="submit" kind="primary" busy={change.isPending}>
                {m.save}
              </Button>
              <Button onClick={() => navigate(`/units/${unitId}`)} shortcut="Esc">
                {m.cancel}
              </Button>
            </>
          }
        >
          <UnitFields draft={draft} onChange={(part) => setDraft((held) => ({ ...held, ...part }))} tried={tried} problem={change.error} />
          {candidates.length > 0 ? (
            <ProbableDoubles
              candidates={candidates}
              draft={draft}
              onChange={(part) => setDraft((held) => ({ ...held, ...part }))}
              missing={tried && draft.doubleReason.trim() === ''}
            />
          ) : draft.doubleReason === '' ? null : (
            <Field label={f.doubleReason}>
              <TextArea
                value={draft.doubleReason}
                maxLength={2000}
                onChange={(doubleReason) => setDraft((held) => ({ ...held, doubleReason }))}
              />
            </Field>
          )}
          {stale ? (
            <Stale
              before={draftOf(before, m.facts.outOfSight)}
              after={draftOf(present, m.facts.outOfSight)}
              onKeep={() => {
                setBefore(present)
                change.reset()
              }}
              onTake={() => {
                setBefore(present)
                setDraft(draftOf(present, m.facts.outOfSight))
                change.reset()
              }}
            />
          ) : null}
          {told || stale ? null : <Problem problem={change.error} />}
        </Form>
      </div>
    </>
  )
}

const fieldWords = {
  kind: 'kind',
  name: 'name',
  uscc: 'uscc',
  regionCode: 'region',
  organisation: 'organisation',
  industry: 'industry',
  tags: 'tags',
  riskColour: 'riskColour',
  responsible: 'responsible',
  address: 'address',
  place: 'place',
  chemicals: 'chemicals',
  exposedPeople: 'exposed',
  doubleReason: 'doubleReason',
} as const satisfies { readonly [Field in keyof UnitDraft]: string }

const Stale = ({ before, after, onKeep, onTake }: { before: UnitDraft; after: UnitDraft; onKeep: () => void; onTake: () => void }) => {
  const f = useMessages(formMessages)
  const changed = changedFields(before, after)
  return (
    <section className="hazards-unit-probable" aria-label={f.staleTitle} role="alert">
      <h2>{f.staleTitle}</h2>
      <p>{changed.length === 0 ? f.staleNone : f.staleFields(changed.map((field) => f[fieldWords[field]]).join(f.separator))}</p>
      <p className="hazards-unit-verdict">
        <Button onClick={onKeep}>{f.keepMine}</Button>
        <Button onClick={onTake}>{f.takeTheirs}</Button>
      </p>
    </section>
  )
}

export default ChangeUnitPage
