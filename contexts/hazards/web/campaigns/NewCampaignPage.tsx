import { useState } from 'react'
import { Link, useFilters, useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { Field, Form, SelectInput, TextInput } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { keep, recall } from '../../../../ui/keep.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { ChecklistsField, GoalFields, KindField, useFaultText } from './CampaignFields.tsx'
import { draftFaults, emptyDraft, readDraft, type CampaignDraft } from './draft.ts'
import { messages } from './messages.ts'
import { PlanForm } from './PlanForm.tsx'
import type { Campaign } from './records.ts'
import { useRegionOptions } from '../choosing/regionOptions.ts'
import { TargetAdder } from './TargetAdder.tsx'
import './campaigns.css'

const defaults = { campaign: '', step: 'what' }
const steps = ['what', 'targets', 'plan'] as const
type Step = (typeof steps)[number]

/** Begins a campaign in three steps. What it is can be left as a draft; from then on the campaign itself keeps what was done. */
const NewCampaignPage = () => {
  const m = useMessages(messages)
  const [{ campaign: id, step: asked }] = useFilters(defaults)
  const query = useRead(routes.campaign, { params: { id } }, { enabled: id !== '' })
  const step: Step = id === '' ? 'what' : asked === 'plan' ? 'plan' : 'targets'
  return (
    <>
      <PageHead crumbs={[{ title: m.title, to: '/campaigns' }]} title={query.data?.name ?? m.form.title} note={m.form.note} rule={false} />
      <Steps id={id} present={step} />
      {id === '' ? (
        <What />
      ) : (
        <Read query={query} rows={6} what={m.one}>
          {(campaign) => (step === 'plan' ? <PlanStep campaign={campaign} /> : <TargetStep campaign={campaign} />)}
        </Read>
      )}
    </>
  )
}

/** The three steps in their order; what was begun can be gone back to, what is not yet possible is only named. */
const Steps = ({ id, present }: { id: string; present: Step }) => {
  const m = useMessages(messages)
  return (
    <ol className="campaigns-steps" aria-label={m.form.stepsLabel}>
      {steps.map((step, index) => {
        const name = m.form.step(index + 1, m.form.steps[step])
        const done = id !== '' && step === 'what'
        return (
          <li key={step} aria-current={step === present ? 'step' : undefined}>
            {done ? <Icon name="check" size={12} /> : null}
            {id !== '' && step !== present && step !== 'what' ? (
              <Link to={`/campaigns/new?campaign=${id}&step=${step}`}>{name}</Link>
            ) : (
              name
            )}
          </li>
        )
      })}
    </ol>
  )
}

const draftKey = 'campaignDraft'

const What = () => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { post } = useSession()
  const [draft, setDraft] = useState<CampaignDraft>(() => readDraft(recall(draftKey)) ?? emptyDraft(post.regionCode))
  const [tried, setTried] = useState(false)
  const add = useWrite(routes.addCampaign)
  const faults = tried ? draftFaults(draft) : {}
  const fault = useFaultText(faults)
  const regions = useRegionOptions(post.regionCode, draft.regionCode === post.regionCode ? '' : draft.regionCode)
  const change = (part: Partial<CampaignDraft>): void => {
    const next = { ...draft, ...part }
    setDraft(next)
    keep(draftKey, JSON.stringify(next))
  }
  const send = async (): Promise<void> => {
    setTried(true)
    if (Object.keys(draftFaults(draft)).length > 0) return
    const body = { ...draft, goalPercent: Number(draft.goalPercent), checklists: [...draft.checklists] }
    const done = await attempt(add.write({ body }))
    if (!done) return
    keep(draftKey, '')
    tell({ text: m.form.made(done.value.name) })
    navigate(`/campaigns/new?campaign=${done.value.id}&step=targets`)
  }
  return (
    <div className="campaigns-form">
      <Form
        onSubmit={() => void send()}
        actions={
          <>
            <Button type="submit" kind="primary" busy={add.isPending}>
              {m.form.create}
            </Button>
            <Button onClick={() => navigate('/campaigns')}>{m.cancel}</Button>
            <span className="al-quiet">{m.form.draft}</span>
          </>
        }
      >
        <Field label={m.name} error={fault('name')}>
          <TextInput name="name" maxLength={200} value={draft.name} onChange={(name) => change({ name })} />
        </Field>
        <KindField draft={draft} onChange={change} />
        <div className="campaigns-days">
          <Field label={m.form.from} error={fault('from')}>
            <TextInput type="date" name="from" value={draft.from} onChange={(from) => change({ from })} />
          </Field>
          <Field label={m.form.to} error={fault('to')}>
            <TextInput type="date" name="to" value={draft.to} onChange={(to) => change({ to })} />
          </Field>
        </div>
        <Field label={m.region} error={fault('regionCode')}>
          <SelectInput
            options={regions}
            value={draft.regionCode === post.regionCode ? '' : draft.regionCode}
            onChange={(code) => change({ regionCode: code === '' ? post.regionCode : code })}
          />
        </Field>
        <GoalFields draft={draft} onChange={change} faults={faults} />
        <ChecklistsField draft={draft} onChange={change} faults={faults} />
        <Problem problem={add.error} />
      </Form>
    </div>
  )
}

const TargetStep = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const targets = useRead(routes.targets, { params: { id: campaign.id }, query: { limit: 1 } })
  return (
    <div className="campaigns-form">
      <Section
        title={m.adder.title}
        rule="none"
        note={targets.data ? m.form.targetsSoFar(targets.data.total.toLocaleString('en')) : undefined}
      >
        <TargetAdder campaign={campaign} />
      </Section>
      <div className="al-form-actions">
        <ButtonLink to={`/campaigns/new?campaign=${campaign.id}&step=plan`} kind={(targets.data?.total ?? 0) > 0 ? 'primary' : 'plain'}>
          {m.form.next}
        </ButtonLink>
        <ButtonLink to={`/campaigns/${campaign.id}`}>{m.form.later}</ButtonLink>
      </div>
    </div>
  )
}

const PlanStep = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  return (
    <div className="campaigns-form">
      <Section title={m.plan.form} rule="none">
        <PlanForm
          campaign={campaign}
          onDone={() => navigate(`/campaigns/${campaign.id}`)}
          onLeave={() => navigate(`/campaigns/${campaign.id}`)}
        />
      </Section>
    </div>
  )
}

export default NewCampaignPage
