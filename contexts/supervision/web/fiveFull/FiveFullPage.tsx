import { Link, useFilters } from '../../../../ui/address.tsx'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { dateText, secondText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { routes as hazards } from '../../../hazards/contract/index.ts'
import { routes as identity } from '../../../identity/contract/index.ts'
import { fiveFullRoutes as routes } from '../../contract/fiveFullRoutes.ts'
import { parts, type PartName } from '../../rules/fiveFull/measures.ts'
import { PeriodChips } from '../bulletins/PeriodChips.tsx'
import { periodQuery } from '../bulletins/periodOptions.ts'
import { RegionChip } from '../bulletins/regions.ts'
import type { Board, BoardRow, Sort } from './board.ts'
import { messages } from './messages.ts'
import { PartRow } from './PartRow.tsx'
import { RegionTable } from './RegionTable.tsx'
import './fiveFull.css'

const defaults = { region: '', kind: 'month', on: '', from: '', to: '', campaignId: '', part: 'cover', sort: '', way: '' }
type Values = Readonly<Record<keyof typeof defaults, string>>

const campaignsOffered = 100

const addressOf = (values: Values): string => {
  const given = Object.entries(values).filter(([name, value]) => value !== '' && value !== defaults[name as keyof typeof defaults])
  return given.length === 0 ? '/five-full' : `/five-full?${new URLSearchParams(given).toString()}`
}

/** 五全: mobilise, cover, close, enforce, supervise, each measured from the same records, for a region and those below it. */
const FiveFullPage = () => {
  const m = useMessages(messages)
  const { post } = useSession()
  const [values, setValues] = useFilters(defaults)
  const today = dateText(useNow(60_000))
  const region = values.region === '' ? post.regionCode : values.region
  const asked = {
    regionCode: region,
    ...periodQuery(values, today),
    ...(values.campaignId === '' ? {} : { campaignId: values.campaignId }),
  }
  const query = useRead(routes.fiveFull, { query: asked }, { follows: ['hazards', 'tips', 'enforcement'], keepFormer: true })
  const campaigns = useRead(hazards.campaigns, { query: { limit: campaignsOffered } })
  return (
    <>
      <PageHead
        title={m.title}
        note={<Trail region={region} values={values} />}
        aside={query.data === undefined ? undefined : m.asOf(secondText(query.data.asOf))}
        actions={<ExportButton list="supervision.fiveFull" title={m.title} query={asked} total={query.data?.rows.length} />}
        rule={false}
      />
      <PeriodChips
        values={values}
        standing="month"
        today={today}
        onChange={setValues}
        more={[
          {
            name: 'campaignId',
            label: m.campaign,
            value: values.campaignId,
            options: [{ value: '', label: m.latest }, ...(campaigns.data?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))],
          },
        ]}
      >
        <RegionChip label={m.region} value={values.region} onChange={(code) => setValues({ region: code })} />
      </PeriodChips>
      <Read query={query} rows={8} what={m.title}>
        {(board) => <Shown board={board} values={values} onChange={setValues} />}
      </Read>
    </>
  )
}

/** The way from the post's own region down to the one that is shown. */
const Trail = ({ region, values }: { region: string; values: Values }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { post } = useSession()
  const { data } = useRead(identity.region, { params: { code: region } }, { keepFormer: true })
  const path = data?.path ?? []
  const from = path.findIndex(({ code }) => code === post.regionCode)
  return (
    <nav className="supervision-trail" aria-label={m.path}>
      {path.slice(Math.max(from, 0)).map(({ code, name, nameEn }) => {
        const said = language === 'zh' ? name : nameEn
        return code === region ? (
          <span key={code} aria-current="location">
            {said}
          </span>
        ) : (
          <Link key={code} to={addressOf({ ...values, region: code === post.regionCode ? '' : code })}>
            {said}
          </Link>
        )
      })}
    </nav>
  )
}

type ShownProps = {
  readonly board: Board
  readonly values: Values
  readonly onChange: (next: Partial<Values>) => void
}

const Shown = ({ board, values, onChange }: ShownProps) => {
  const m = useMessages(messages)
  const { period, before, campaign, flood } = board
  const whole = board.rows.find((row) => row.whole)
  const part: PartName = parts.find((name) => name === values.part) ?? 'cover'
  const sort: Sort | null =
    values.sort === '' ? null : { measure: values.sort, way: values.way === 'ascending' ? 'ascending' : 'descending' }
  // A village has nothing below it that could be told apart.
  const below = ({ regionCode, alone }: BoardRow): string | null =>
    alone || regionCode.length === 12 ? null : addressOf({ ...values, region: regionCode })
  return (
    <>
      <p className="supervision-board-note">
        <span>{m.compared(period.from, period.to, before.from, before.to)}</span>
        {campaign === null ? null : <Link to={`/campaigns/${campaign.campaignId}`}>{m.campaignOf(campaign.name)}</Link>}
        {flood === null ? null : <Link to={`/campaigns/${flood.campaignId}?tab=registered`}>{m.floodOf(flood.name)}</Link>}
      </p>
      {whole === undefined ? null : (
        <div className="supervision-board">
          {parts.map((name) => (
            <PartRow key={name} part={name} board={board} whole={whole} />
          ))}
        </div>
      )}
      <p className="supervision-board-note">{m.noMark}</p>
      <Section title={m.byRegion} note={m.byRegionNote}>
        <Tabs
          label={m.byRegion}
          chosen={part}
          tabs={parts.map((name) => ({ id: name, title: m.parts[name], to: addressOf({ ...values, part: name, sort: '', way: '' }) }))}
        />
        <RegionTable
          part={part}
          board={board}
          sort={sort}
          onSort={(next) => onChange(next === null ? { sort: '', way: '' } : { sort: next.measure, way: next.way })}
          below={below}
        />
      </Section>
    </>
  )
}

export default FiveFullPage
