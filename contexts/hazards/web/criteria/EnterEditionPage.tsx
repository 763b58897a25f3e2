import { useState } from 'react'
import { RefusalError } from '../../../../ui/api.ts'
import { useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { Choice, Field, Form, SelectInput, TextArea, FieldGroup } from '../../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes, type RegisterFacts } from '../../contract/index.ts'
import {
  editionBody,
  emptyEdition,
  emptyFields,
  faultsByPlace,
  isKey,
  nextEdition,
  readEdition,
  type EditionDraft,
} from './editionDraft.ts'
import { EditionFields } from './EditionFields.tsx'
import { EditionItems } from './EditionItems.tsx'
import { messages } from './messages.ts'
import { showFirstWrong } from '../../../../ui/firstWrong.ts'
import { useFaultText } from './useFaultText.ts'
import './criteria.css'

const defaults = { from: '', edition: '' }

/** An administrator enters an edition: begun from the one that stands, from nothing, or from pasted JSON. */
const EnterEditionPage = () => {
  const m = useMessages(messages)
  const [{ from, edition }, setFrom] = useFilters(defaults)
  const say = useSay()
  const lists = useRead(routes.checklists, { query: {} })
  const base = useRead(
    routes.checklist,
    { params: { key: from === '' ? 'none' : from }, query: edition === '' ? {} : { edition } },
    { enabled: from !== '' },
  )
  return (
    <>
      <PageHead crumbs={[{ title: m.title, to: '/checklists' }]} title={m.enter.title} note={m.enter.note} />
      <div className="hazards-criteria-form">
        <Field label={m.enter.start}>
          <SelectInput
            placeholder={m.enter.blank}
            options={(lists.data ?? []).map((list) => ({
              value: `${list.key}@${list.edition}`,
              label: `${say(list.title)} · ${list.edition}`,
            }))}
            value={from === '' ? '' : `${from}@${edition}`}
            onChange={(value) => {
              const at = value.indexOf('@')
              setFrom(at < 0 ? defaults : { from: value.slice(0, at), edition: value.slice(at + 1) })
            }}
          />
        </Field>
        {from === '' ? (
          <EditionForm key="blank" begun={emptyEdition('general')} />
        ) : (
          <Read query={base} rows={8} what={m.title}>
            {(list) => <EditionForm key={`${list.key}@${list.edition}`} begun={nextEdition(list)} />}
          </Read>
        )}
      </div>
    </>
  )
}

const EditionForm = ({ begun }: { begun: EditionDraft }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const faultText = useFaultText()
  const [draft, setDraft] = useState(begun)
  const [way, setWay] = useState<'form' | 'json'>('form')
  const [tried, setTried] = useState(false)
  const [asking, setAsking] = useState(false)
  const add = useWrite(routes.addChecklist)
  const refusal = add.error instanceof RefusalError && add.error.code === 'CHECKLIST_FAULTY' ? add.error : null
  const faults = refusal === null ? [] : (refusal.facts as RegisterFacts['CHECKLIST_FAULTY']).faults
  const { ofList, ofItem } = faultsByPlace(draft, faults)
  const ready = emptyFields(draft).size === 0 && isKey(draft.key)
  return (
    <>
      <FieldGroup label={m.enter.way}>
        <Choice
          label={m.enter.way}
          options={[
            { value: 'form', label: m.enter.form },
            { value: 'json', label: m.enter.json },
          ]}
          value={way}
          onChange={setWay}
        />
      </FieldGroup>
      {way === 'json' ? (
        <Paste
          begun={draft}
          onRead={(read) => {
            setDraft(read)
            setWay('form')
          }}
        />
      ) : (
        <Form
          onSubmit={() => {
            setTried(true)
            if (ready) setAsking(true)
          }}
          actions={
            <>
              <Button type="submit" kind="primary">
                {m.enter.send}
              </Button>
              <ButtonLink to="/checklists">{m.back}</ButtonLink>
            </>
          }
        >
          <EditionFields draft={draft} onChange={(part) => setDraft((held) => ({ ...held, ...part }))} tried={tried} />
          <Section title={m.items} note={`${m.itemCount(draft.items.length)} · ${m.enter.scopeKept}`} rule="line">
            <EditionItems draft={draft} onChange={(items) => setDraft((held) => ({ ...held, items }))} faults={ofItem} />
          </Section>
          {refusal === null ? (
            <Problem problem={add.error} />
          ) : (
            <div role="alert">
              <p className="hazards-criteria-faults">{m.enter.faults(faults.length)}</p>
              <ul>
                {ofList.map((fault, index) => (
                  <li key={index}>
                    {m.enter.ofList}: {faultText(fault)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </Form>
      )}
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={`${m.enter.send} · ${draft.title[language]}`}
        effects={[m.enter.effects.from(draft.title[language], draft.inForceFrom), m.enter.effects.former, m.enter.effects.final]}
        confirm={m.enter.send}
        onConfirm={async () => {
          const made = await add.write({ body: editionBody(draft) }).catch((problem: unknown) => {
            // Faults are shown at their items, below the window.
            if (problem instanceof RefusalError && problem.code === 'CHECKLIST_FAULTY') return null
            throw problem
          })
          if (made === null) return showFirstWrong()
          tell({ text: `${m.enter.done} · ${made.title[language]} ${made.edition}` })
          navigate(`/checklists/${made.key}?edition=${encodeURIComponent(made.edition)}`)
        }}
      />
    </>
  )
}

const Paste = ({ begun, onRead }: { begun: EditionDraft; onRead: (draft: EditionDraft) => void }) => {
  const m = useMessages(messages)
  const [text, setText] = useState(() => JSON.stringify(editionBody(begun), null, 2))
  const [why, setWhy] = useState<string | null>(null)
  return (
    <Form
      onSubmit={() => {
        const read = readEdition(text, begun.sector)
        if (read.ok) onRead(read.draft)
        else setWhy(read.why)
      }}
      actions={<Button type="submit">{m.enter.jsonTake}</Button>}
    >
      <Field label={m.enter.json} help={m.enter.jsonHelp} error={why === null ? undefined : m.enter.jsonWrong(why)}>
        <TextArea rows={16} spellCheck={false} value={text} onChange={setText} />
      </Field>
    </Form>
  )
}

export default EnterEditionPage
