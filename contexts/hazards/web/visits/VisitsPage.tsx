import { useFilters } from '../../../../ui/address.tsx'
import { Button, ButtonLink } from '../../../../ui/Button.tsx'
import { DayChip } from '../../../../ui/choosing/DayChip.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Filters } from '../../../../ui/Filters.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Empty } from '../../../../ui/states.tsx'
import { findingNames, routes } from '../../contract/index.ts'
import { visitWays } from '../../contract/visitRoutes.ts'
import { useRegionOptions } from '../choosing/regionOptions.ts'
import { IndustryChip } from '../choosing/industries.tsx'
import { messages } from './messages.ts'
import { VisitTable } from './VisitTable.tsx'
import './visits.css'

const defaults = {
  region: '',
  regionAlone: '',
  campaignId: '',
  unitId: '',
  personId: '',
  how: '',
  result: '',
  outside: '',
  industry: '',
  from: '',
  to: '',
  find: '',
}

/** Every visit in scope; its filters stand in the address. */
const VisitsPage = () => {
  const m = useMessages(messages)
  const mayVisit = useMay('visit.record')
  const [values, setValues] = useFilters(defaults)
  const asked = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''))
  const filters = useVisitFilters(values)
  return (
    <>
      <PageHead
        title={m.title}
        actions={
          <>
            <ExportButton list="hazards.visits" title={m.title} query={asked} />
            {mayVisit ? (
              <ButtonLink to="/m" kind="primary" icon="phone" title={m.goNext}>
                {m.go}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <Filters filters={filters} onChange={(name, value) => setValues({ [name]: value })}>
        <FindBox value={values.find} onChange={(find) => setValues({ find })} label={m.find} placeholder={m.find} />
        <IndustryChip label={m.filters.industry} value={values.industry} onChange={(industry) => setValues({ industry })} />
        <DayChip label={m.filters.from} value={values.from} onChange={(from) => setValues({ from })} />
        <DayChip label={m.filters.to} value={values.to} onChange={(to) => setValues({ to })} />
      </Filters>
      <VisitTable
        query={asked}
        {...(Object.keys(asked).length === 0
          ? {}
          : { empty: <Empty title={m.noMatch} icon="filter" action={<Button onClick={() => setValues(defaults)}>{m.clear}</Button>} /> })}
      />
    </>
  )
}

type Values = Readonly<Record<keyof typeof defaults, string>>

const useVisitFilters = (values: Values) => {
  const m = useMessages(messages)
  const say = useSay()
  const { post } = useSession()
  const regions = useRegionOptions(post.regionCode, values.region)
  const campaigns = useRead(routes.campaigns, { query: { limit: 200 } })
  const first = useRead(
    routes.visits,
    {
      query: {
        limit: 1,
        ...(values.unitId === '' ? {} : { unitId: values.unitId }),
        ...(values.personId === '' ? {} : { personId: values.personId }),
      },
    },
    { enabled: values.unitId !== '' || values.personId !== '' },
  ).data?.rows[0]
  const one = (name: 'unitId' | 'personId', label: string, shown: string) =>
    values[name] === '' ? [] : [{ name, label, value: values[name], options: [{ value: values[name], label: shown }] }]
  return [
    { name: 'region', label: m.region, value: values.region, options: regions },
    {
      name: 'campaignId',
      label: m.campaign,
      value: values.campaignId,
      options: (campaigns.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
    ...one('unitId', m.filters.unit, first?.unitName ?? m.filters.thisUnit),
    ...one('personId', m.filters.person, first?.personName ?? m.filters.thisPerson),
    { name: 'how', label: m.how, value: values.how, options: visitWays.map((value) => ({ value, label: say(findingNames[value]) })) },
    {
      name: 'outside',
      label: m.filters.outside,
      value: values.outside,
      options: [
        { value: 'true', label: m.filters.outsiders },
        { value: 'false', label: m.filters.own },
      ],
    },
    {
      name: 'result',
      label: m.result,
      value: values.result,
      options: (['checked', 'notAdmitted'] as const).map((value) => ({ value, label: m.results[value] })),
    },
  ]
}

export default VisitsPage
