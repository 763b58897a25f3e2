import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { EvidenceInput } from '../../../../ui/evidence/EvidenceInput.tsx'
import { Checkbox, Choice, Field, FieldGroup, Form, SelectInput, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { tell } from '../../../../ui/Toast.tsx'
import { routes as identity } from '../../../identity/contract/index.ts'
import { causeNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import { causes, type Cause } from '../../rules/causes.ts'
import type { Officer } from '../../rules/case.ts'
import type { PartyKind } from '../../rules/penalties.ts'
import { messages } from '../messages.ts'
import { noOfficer, OfficerField, officersOf, useEnforcers } from '../OfficerFields.tsx'
import { emptyPenalty, penaltyOf, type PenaltyDraft } from '../penaltyDraft.ts'
import { PenaltyFields } from '../PenaltyFields.tsx'
import { reckons } from '../record/judge.ts'
import { Refusal } from '../record/Refusal.tsx'
import { titled } from '../text.ts'
import { judgeBeginning, type UnitForCase } from './beginning.ts'

type BeginFormProps = {
  readonly unit: UnitForCase
  readonly hazardId: string
  readonly cause: string
  readonly onDone: (caseId: string) => void
}

const isCause = (text: string): text is Cause => (causes as readonly string[]).includes(text)

/** The form of a beginning: judged by the room's rule as it is filled in. */
export const BeginForm = ({ unit, hazardId: cited, cause: given, onDone }: BeginFormProps) => {
  const m = useMessages(messages)
  const { begin: b } = m
  const { language } = useLanguage()
  const me = useRead(identity.me).data
  const enforcers = useEnforcers()
  const hazard = unit.hazards.find(({ hazardId }) => hazardId === cited)
  const [procedure, setProcedure] = useState<'ordinary' | 'simple'>('ordinary')
  const [cause, setCause] = useState<Cause>(isCause(given) ? given : hazard === undefined ? 'dutyFailed' : 'hazardMajor')
  const [hazardId, setHazardId] = useState(hazard?.hazardId ?? '')
  const [matter, setMatter] = useState('')
  const [party, setParty] = useState<PartyKind>('unit')
  const [head] = unit.heads
  const [person, setPerson] = useState({ name: head?.name ?? '', title: head?.title ?? '' })
  const [foundOn, setFoundOn] = useState(hazard?.foundOn ?? dateText(serverNow()))
  const [going, setGoing] = useState(true)
  const [endedOn, setEndedOn] = useState('')
  const [harm, setHarm] = useState(false)
  const [officers, setOfficers] = useState<readonly Officer[]>([noOfficer, noOfficer])
  const [text, setText] = useState(hazard?.description ?? '')
  const [evidence, setEvidence] = useState<readonly string[]>([])
  const [pending, setPending] = useState(0)
  const [penalty, setPenalty] = useState<PenaltyDraft>(emptyPenalty)
  const [receiver, setReceiver] = useState('')
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const { write } = useWrite(routes.proposeCase)

  const simple = procedure === 'simple'
  const drafted = penaltyOf(penalty)
  const known = unit.heads.find(({ name }) => name === person.name)
  const body = {
    cause,
    matter,
    party:
      party === 'unit'
        ? { kind: party, name: '', title: null, personId: null }
        : { kind: party, ...person, personId: known?.personId ?? null },
    foundOn,
    actEndedOn: going || endedOn === '' ? null : endedOn,
    harm,
    officers: officersOf(officers),
    fact: { text, evidence: [...evidence], hazardId: hazardId === '' ? null : hazardId },
    spot: simple && drafted !== null ? { penalty: drafted, receiver } : null,
  }
  const self =
    me === undefined
      ? null
      : ({ personId: me.person.id, organisationId: me.post.organisationId, side: 'authority', roles: me.post.roles } as const)
  const refusal = self === null || !reckons ? null : judgeBeginning(unit, body, self, Temporal.Instant.fromEpochMilliseconds(serverNow()))
  const lacksClause = simple && drafted === null
  const submit = (): void => {
    setTried(true)
    if (pending === 0 && refusal === null && !lacksClause) setConfirming(true)
  }
  const post = async (): Promise<void> => {
    const { held } = await write({ params: { unitId: unit.unitId }, body })
    tell({ text: simple ? b.doneSpot : b.done })
    onDone(held.id)
  }
  const deed = simple ? b.submitSpot : b.submit
  return (
    <>
      <Form
        onSubmit={submit}
        actions={
          <Button type="submit" kind="primary" large>
            {deed}
          </Button>
        }
      >
        <FieldGroup label={b.procedure} help={simple ? b.simpleHelp : undefined}>
          <Choice
            label={b.procedure}
            value={procedure}
            onChange={setProcedure}
            options={(['ordinary', 'simple'] as const).map((value) => ({ value, label: titled(m.procedures[value], language) }))}
          />
        </FieldGroup>
        <div className="case-two">
          <Field label={b.cause}>
            <SelectInput
              value={cause}
              onChange={setCause}
              options={causes.map((value) => ({ value, label: titled(causeNames[value][language], language) }))}
            />
          </Field>
          <Field label={b.hazard} help={b.hazardHelp} optional>
            <SelectInput
              value={hazardId}
              onChange={setHazardId}
              options={[
                { value: '', label: b.noHazard },
                ...unit.hazards.map((each) => ({ value: each.hazardId, label: `${each.number} ${each.description}` })),
              ]}
            />
          </Field>
        </div>
        <Field label={b.matter} help={b.matterHelp}>
          <TextInput value={matter} onChange={setMatter} maxLength={200} />
        </Field>
        <FieldGroup label={b.party}>
          <Choice
            label={b.party}
            value={party}
            onChange={(kind) => {
              setParty(kind)
              setPenalty(emptyPenalty)
            }}
            options={[
              { value: 'unit', label: b.partyUnit },
              { value: 'person', label: b.partyPerson },
            ]}
          />
        </FieldGroup>
        {party === 'unit' ? null : (
          <div className="case-two">
            <Field label={b.person}>
              <TextInput value={person.name} onChange={(name) => setPerson({ ...person, name })} maxLength={100} />
            </Field>
            <Field label={b.post}>
              <TextInput value={person.title} onChange={(title) => setPerson({ ...person, title })} maxLength={100} />
            </Field>
          </div>
        )}
        <Field label={b.fact}>
          <TextArea value={text} onChange={setText} maxLength={2000} rows={3} />
        </Field>
        <EvidenceInput label={b.evidence} value={evidence} onChange={setEvidence} onPending={setPending} optional={hazardId !== ''} />
        <div className="case-two">
          <Field label={b.foundOn}>
            <TextInput type="date" value={foundOn} onChange={setFoundOn} />
          </Field>
          {going ? null : (
            <Field label={b.endedOn}>
              <TextInput type="date" value={endedOn} onChange={setEndedOn} />
            </Field>
          )}
        </div>
        <div className="case-checks">
          <Checkbox label={b.going} checked={going} onChange={setGoing} />
          <Checkbox label={b.harm} checked={harm} onChange={setHarm} />
        </div>
        <FieldGroup label={b.officers} help={b.officersHelp}>
          {officers.map((officer, at) => (
            <OfficerField
              key={at}
              place={at + 1}
              value={officer}
              onChange={(next) => setOfficers(officers.map((each, place) => (place === at ? next : each)))}
              enforcers={enforcers}
              taken={officers.map(({ personId }) => personId)}
            />
          ))}
        </FieldGroup>
        {simple ? (
          <>
            <PenaltyFields
              value={penalty}
              onChange={setPenalty}
              party={party}
              cause={cause}
              error={tried && lacksClause ? m.form.missingPenalty : undefined}
            />
            <Field label={b.receiver}>
              <TextInput value={receiver} onChange={setReceiver} maxLength={100} />
            </Field>
          </>
        ) : null}
        {pending > 0 && tried ? <p className="case-still">{m.form.pending(pending)}</p> : null}
        {refusal === null ? null : <Refusal refusal={refusal} tried={tried} />}
      </Form>
      <Confirm
        open={confirming}
        onClose={() => setConfirming(false)}
        title={`${deed} · ${unit.name}`}
        effects={[matter, m.form.recorded]}
        confirm={deed}
        onConfirm={post}
      />
    </>
  )
}
