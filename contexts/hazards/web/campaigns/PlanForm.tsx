import { useState } from 'react'
import { Link } from '../../../../ui/address.tsx'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox, Field, TextInput } from '../../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Empty, Problem, Read } from '../../../../ui/states.tsx'
import type { RouteOutput } from '../../../../kernel/contract.ts'
import type { Sentence } from '../../../../kernel/refusals.ts'
import { routes as identity } from '../../../identity/contract/index.ts'
import type { campaignRoutes } from '../../contract/campaignRoutes.ts'
import { routes } from '../../contract/index.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { IndustryChips, IndustryFinder, type ChosenIndustry } from '../choosing/industries.tsx'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'
import { narrower } from '../choosing/regionStep.ts'

type Person = RouteOutput<typeof identity.people>['rows'][number]
type Outcome = RouteOutput<typeof campaignRoutes.planCampaign>
type Inspector = { readonly personId: string; readonly regionCode: string; readonly industries: readonly string[] }

/** The part of a campaign that an inspector can be sent to: where his post as an inspector answers for. */
const regionOf = (person: Person, campaign: Campaign, scope: string): { readonly code: string; readonly name: Sentence } => {
  const post = person.posts.find(({ roles, endsOn }) => endsOn === null && roles.includes('inspector'))
  const own = post === undefined || post.ownOrganisationOnly ? campaign.regionCode : post.scopeRegion
  const code = narrower(narrower(own, campaign.regionCode), scope)
  if (code === campaign.regionCode) return { code, name: campaign.regionName }
  return { code, name: code === post?.scopeRegion ? { zh: post.scopeRegionName, en: post.scopeRegionNameEn } : { zh: code, en: code } }
}

type FormProps = { readonly campaign: Campaign; readonly onDone?: (() => void) | undefined; readonly onLeave?: (() => void) | undefined }

/** Gives the units of a campaign to inspectors by region and skill, and tells what became of it. */
export const PlanForm = ({ campaign, onDone, onLeave }: FormProps) => {
  const m = useMessages(messages)
  const people = useRead(identity.people, { query: { role: 'inspector', limit: 500 } })
  return (
    <Read query={people} rows={6} what={m.plan.who}>
      {({ rows }) =>
        rows.length === 0 ? (
          <Empty title={m.plan.noInspectors} icon="people">
            {m.plan.noInspectorsNext}
          </Empty>
        ) : (
          <Chosen campaign={campaign} people={rows} onDone={onDone} onLeave={onLeave} />
        )
      }
    </Read>
  )
}

const Chosen = ({ campaign, people, onDone, onLeave }: FormProps & { people: readonly Person[] }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { post } = useSession()
  const plan = useWrite(routes.planCampaign)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [skills, setSkills] = useState<Readonly<Record<string, readonly ChosenIndustry[]>>>({})
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const choose = (id: string, on: boolean): void =>
    setChosen(on ? new Set([...chosen, id]) : new Set([...chosen].filter((each) => each !== id)))
  const skilled = (id: string): readonly ChosenIndustry[] => skills[id] ?? []
  const send = async (): Promise<void> => {
    setTried(true)
    if (chosen.size === 0 || reason.trim() === '') return
    const inspectors: Inspector[] = people
      .filter(({ id }) => chosen.has(id))
      .map((person) => ({
        personId: person.id,
        regionCode: regionOf(person, campaign, post.regionCode).code,
        industries: skilled(person.id).map(({ code }) => code),
      }))
    const body = { inspectors: inspectors.map((each) => ({ ...each, industries: [...each.industries] })), reason }
    const done = await attempt(plan.write({ params: { id: campaign.id }, body }))
    if (done) setOutcome(done.value)
  }
  if (outcome) return <Outcomes campaign={campaign} outcome={outcome} onAgain={() => setOutcome(null)} onDone={onDone} />
  const all = chosen.size === people.length
  return (
    <div className="campaigns-plan-form">
      <p className="al-quiet">{m.plan.formNote}</p>
      <div className="campaigns-people-head">
        <b>{m.plan.who}</b>
        <Button kind="bare" onClick={() => setChosen(all ? new Set() : new Set(people.map(({ id }) => id)))}>
          {all ? m.plan.chooseNone : m.plan.chooseAll}
        </Button>
      </div>
      <ul className="campaigns-people">
        {people.map((person) => (
          <li key={person.id}>
            <Checkbox
              label={person.name}
              help={`${person.organisationName} · ${m.plan.covers} ${say(regionOf(person, campaign, post.regionCode).name)}`}
              checked={chosen.has(person.id)}
              onChange={(on) => choose(person.id, on)}
            />
            {chosen.has(person.id) ? (
              <div className="campaigns-skills">
                <span className="al-quiet">
                  {m.plan.skills} {skilled(person.id).length === 0 ? m.plan.everyIndustry : ''}
                </span>
                <IndustryChips
                  chosen={skilled(person.id)}
                  onTakeOff={(code) => setSkills({ ...skills, [person.id]: skilled(person.id).filter((each) => each.code !== code) })}
                />
                <IndustryFinder
                  onPick={(industry) =>
                    setSkills({ ...skills, [person.id]: [...skilled(person.id).filter(({ code }) => code !== industry.code), industry] })
                  }
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {tried && chosen.size === 0 ? (
        <p className="al-problem" role="alert">
          {m.plan.nobody}
        </p>
      ) : null}
      <Field label={m.plan.reason} help={m.plan.reasonHelp} error={tried && reason.trim() === '' ? m.plan.reasonMissing : undefined}>
        <TextInput name="reason" maxLength={2000} value={reason} onChange={setReason} />
      </Field>
      <Problem problem={plan.error} />
      <div className="al-form-actions">
        <Button kind="primary" busy={plan.isPending} onClick={() => void send()}>
          {m.plan.send}
        </Button>
        {onLeave ? <Button onClick={onLeave}>{m.plan.leave}</Button> : null}
      </div>
    </div>
  )
}

type OutcomesProps = {
  readonly campaign: Campaign
  readonly outcome: Outcome
  readonly onAgain: () => void
  readonly onDone: (() => void) | undefined
}

const Outcomes = ({ campaign, outcome, onAgain, onDone }: OutcomesProps) => {
  const m = useMessages(messages)
  const { planned, changed, kept, left } = outcome
  return (
    <div className="campaigns-plan-form">
      <p>
        <b>{m.plan.done}</b>
      </p>
      <dl className="campaigns-outcome">
        {[
          [m.plan.planned, planned],
          [m.plan.changed, changed],
          [m.plan.kept, kept],
          [m.plan.leftOver, left.length],
        ].map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count?.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      {left.length === 0 ? null : (
        <p>
          {m.plan.leftNext} <Link to={`/campaigns/${campaign.id}?tab=targets&scope=unplanned`}>{m.plan.seeLeft}</Link>
        </p>
      )}
      <div className="al-form-actions">
        {onDone ? (
          <Button kind="primary" onClick={onDone}>
            {m.form.finish}
          </Button>
        ) : null}
        <Button onClick={onAgain}>{m.plan.again}</Button>
      </div>
    </div>
  )
}
