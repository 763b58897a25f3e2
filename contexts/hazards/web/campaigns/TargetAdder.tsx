import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Choice, Field, SelectInput } from '../../../../ui/fields.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useSession } from '../../../../ui/session.ts'
import { Problem } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { unitKinds, unitTags, type UnitKind, type UnitTag } from '../../rules/criteria/unit.ts'
import { attempt } from '../../../../ui/attempt.ts'
import { IndustryChips, IndustryFinder, type ChosenIndustry } from '../choosing/industries.tsx'
import { messages } from './messages.ts'
import type { Campaign } from './records.ts'
import { useRegionOptions } from '../choosing/regionOptions.ts'
import { narrower } from '../choosing/regionStep.ts'

const kinds = Object.keys(unitKinds) as UnitKind[]
const tags = Object.keys(unitTags) as UnitTag[]

/** Puts units into a campaign: all that fit, with their number before, or one by one. */
export const TargetAdder = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const [way, setWay] = useState<'filter' | 'name'>('filter')
  return (
    <div className="campaigns-adder">
      <Choice
        label={m.adder.way}
        value={way}
        onChange={setWay}
        options={[
          { value: 'filter', label: m.adder.byFilter },
          { value: 'name', label: m.adder.byName },
        ]}
      />
      {way === 'filter' ? <ByFilter campaign={campaign} /> : <ByName campaign={campaign} />}
    </div>
  )
}

const ByFilter = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { post } = useSession()
  const base = narrower(campaign.regionCode, post.regionCode)
  const [region, setRegion] = useState('')
  const [kind, setKind] = useState<UnitKind | ''>('')
  const [tag, setTag] = useState<UnitTag | ''>('')
  const [industry, setIndustry] = useState<ChosenIndustry | null>(null)
  const regions = useRegionOptions(base, region)
  const add = useWrite(routes.addTargets)
  const filter = {
    region: region === '' ? base : region,
    ...(kind === '' ? {} : { kind }),
    ...(tag === '' ? {} : { tag }),
    ...(industry === null ? {} : { industry: industry.code }),
  }
  const fit = useRead(routes.units, { query: { ...filter, limit: 1 } })
  const count = fit.data?.total
  const send = async (): Promise<void> => {
    const done = await attempt(add.write({ params: { id: campaign.id }, body: filter }))
    if (done) tell({ text: m.adder.added(done.value.added, done.value.targets.toLocaleString('en')) })
  }
  return (
    <div className="campaigns-filter">
      <Field label={m.adder.region}>
        <SelectInput options={regions} value={region} onChange={setRegion} />
      </Field>
      <Field label={m.adder.kind}>
        <SelectInput
          placeholder={m.adder.anyKind}
          options={kinds.map((value) => ({ value, label: say(unitKinds[value]) }))}
          value={kind}
          onChange={setKind}
        />
      </Field>
      <Field label={m.adder.tag}>
        <SelectInput
          placeholder={m.adder.anyTag}
          options={tags.map((value) => ({ value, label: say(unitTags[value]) }))}
          value={tag}
          onChange={setTag}
        />
      </Field>
      <div className="al-field">
        <span className="campaigns-label">{m.adder.industry}</span>
        {industry === null ? (
          <IndustryFinder onPick={setIndustry} />
        ) : (
          <span>
            <IndustryChips chosen={[industry]} onTakeOff={() => setIndustry(null)} />
          </span>
        )}
      </div>
      <div className="campaigns-fit">
        <output>
          <b>{m.adder.fit(count === undefined ? '…' : count.toLocaleString('en'))}</b>
          <span className="al-quiet">{m.adder.fitNote}</span>
        </output>
        {count === 0 ? (
          <span className="al-quiet">{m.adder.nothing}</span>
        ) : count === undefined ? null : (
          <Button kind="primary" icon="plus" busy={add.isPending} onClick={() => void send()}>
            {m.adder.add(count.toLocaleString('en'))}
          </Button>
        )}
      </div>
      <Problem problem={add.error ?? fit.error} />
    </div>
  )
}

const ByName = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const say = useSay()
  const [find, setFind] = useState('')
  const add = useWrite(routes.addTargets)
  const found = useRead(routes.units, { query: { find, limit: 12 } }, { enabled: find !== '', keepFormer: true })
  const put = async (unitId: string): Promise<void> => {
    const done = await attempt(add.write({ params: { id: campaign.id }, body: { unitIds: [unitId] } }))
    if (done) tell({ text: m.adder.added(done.value.added, done.value.targets.toLocaleString('en')) })
  }
  return (
    <>
      <FindBox value={find} onChange={setFind} label={m.adder.find} placeholder={m.adder.find} />
      {find === '' ? null : found.data?.rows.length === 0 ? (
        <p className="al-quiet">{m.adder.noneFound(find)}</p>
      ) : (
        <ul className="campaigns-rows">
          {(found.data?.rows ?? []).map(({ unitId, name, regionName, industryCode, industryName }) => (
            <li key={unitId}>
              <span>{name}</span>
              <span className="al-quiet">
                {say(regionName)} · {industryCode} {industryName}
              </span>
              <Button onClick={() => void put(unitId)} aria-label={`${m.adder.one} ${name}`}>
                {m.adder.one}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Problem problem={add.error ?? found.error} />
    </>
  )
}
