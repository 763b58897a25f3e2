import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Filters, type Filter } from '../../../../ui/Filters.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { findings, states } from '../../rules/hazard.ts'
import { routes } from '../../contract/index.ts'
import { IndustryChip } from '../choosing/industries.tsx'
import { RegionChip } from '../choosing/regions.ts'
import { DueChip } from './DueChip.tsx'
import { flagsBeside, levelChoices, monthsBefore, viewOf, type FilterValues, type SomeFilters } from './listFilters.ts'
import { messages } from './messages.ts'

const useNarrow = createMediaFollower('(max-width: 800px)')

/** How far back the months of the two month filters go. */
const monthsOffered = 24
const campaignsOffered = 100
/** Days that only a number elsewhere asks for; they stand as chips so that nothing narrows unseen. */
const daysAsked = ['foundFrom', 'foundTo', 'closedFrom', 'closedTo'] as const

type Options = Filter['options']

const useCampaigns = (): Options => {
  const may = useMay('campaign.read')
  const { data } = useRead(routes.campaigns, { query: { limit: campaignsOffered } }, { enabled: may })
  return (data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))
}

type HazardFiltersProps = {
  readonly values: FilterValues
  readonly onChange: (next: SomeFilters) => void
  /** The name of the unit that the list is narrowed to, where a row tells it. */
  readonly unitName: string | undefined
}

/** What the list is narrowed by; all of it stands in the address bar, and each part can be taken off. */
export const HazardFilters = ({ values, onChange, unitName }: HazardFiltersProps) => {
  const { filters: m, ...words } = useMessages(messages)
  const narrow = useNarrow()
  const [unfolded, setUnfolded] = useState(false)
  const today = dateText(useNow(60_000))
  const mayIndustries = useMay('unit.read')
  const campaigns = useCampaigns()
  const months: Options = monthsBefore(today, monthsOffered).map((month) => ({ value: month, label: month }))
  const yesNo: Options = [
    { value: 'true', label: m.yes },
    { value: 'false', label: m.no },
  ]
  const one = (name: keyof FilterValues, label: string, options: Options): Filter => ({ name, label, options, value: values[name] })
  const where = (present: boolean, filter: Filter): readonly Filter[] => (present ? [filter] : [])
  const flags = flagsBeside(values).map((name) => one(name, m[name], yesNo))
  const filters: readonly Filter[] = [
    one(
      'level',
      m.level,
      levelChoices.map((value) => ({ value, label: words.levels[value] })),
    ),
    one(
      'state',
      m.state,
      states.map((value) => ({ value, label: words.states[value] })),
    ),
    one(
      'how',
      m.how,
      findings.map((value) => ({ value, label: words.how[value] })),
    ),
    ...where(campaigns.length > 0 || values.campaignId !== '', one('campaignId', m.campaign, campaigns)),
    ...where(
      values.campaignId !== '' || values.registered !== '',
      one('registered', m.registered, [
        { value: 'true', label: m.inLedger },
        { value: 'false', label: m.newlyFound },
      ]),
    ),
    one('foundIn', m.foundIn, months),
    ...where(values.closedIn !== '' || viewOf(values).id === 'closed', one('closedIn', m.closedIn, months)),
    ...where(values.unitId !== '', one('unitId', m.unit, [{ value: values.unitId, label: unitName ?? values.unitId.slice(0, 8) }])),
    ...flags,
  ]
  const days = daysAsked.filter((name) => values[name] !== '')
  const inForce = [...filters.map(({ value }) => value), values.region, values.industry, values.dueFrom + values.dueTo, ...days].filter(
    (value) => value !== '',
  ).length
  const find = <FindBox value={values.find} onChange={(text) => onChange({ find: text })} label={m.findLabel} placeholder={m.find} />
  if (narrow && !unfolded) {
    return (
      <div className="al-filters hazards-filters-folded">
        {find}
        <Button icon="filter" aria-expanded={false} onClick={() => setUnfolded(true)}>
          {m.more(inForce)}
        </Button>
      </div>
    )
  }
  return (
    <Filters
      filters={filters}
      onChange={(name, value) => onChange({ [name]: value })}
      aside={
        narrow ? (
          <Button icon="filter" aria-expanded onClick={() => setUnfolded(false)}>
            {m.more(inForce)}
          </Button>
        ) : undefined
      }
    >
      {find}
      <RegionChip label={m.region} value={values.region} onChange={(region) => onChange({ region })} />
      {mayIndustries || values.industry !== '' ? (
        <IndustryChip label={m.industry} value={values.industry} onChange={(industry) => onChange({ industry })} />
      ) : null}
      {days.map((name) => (
        <DayChip key={name} label={m[name]} value={values[name]} onChange={(day) => onChange({ [name]: day })} />
      ))}
      <DueChip dueFrom={values.dueFrom} dueTo={values.dueTo} onChange={onChange} />
    </Filters>
  )
}
