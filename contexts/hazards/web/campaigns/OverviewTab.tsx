import { Link } from '../../../../ui/address.tsx'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { FigureStrip, type Figure } from '../../../../ui/Figures.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Columns, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useMay, useSession } from '../../../../ui/session.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { figureLink } from './figureLinks.ts'
import { messages } from './messages.ts'
import { MyPart } from './MyPart.tsx'
import { CoverageBar, useMayChange, usePeriod } from './parts.tsx'
import { percentText, unitsToGoal } from './period.ts'
import type { Campaign, Progress } from './records.ts'
import { RegionTable } from './RegionTable.tsx'
import { Reinspection } from './Reinspection.tsx'

/** How far a campaign has come: every figure, by region, and what the reader himself has to do. */
export const OverviewTab = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const { post } = useSession()
  const { phase } = usePeriod(campaign)
  const coverage = useRead(routes.campaignCoverage, { params: { id: campaign.id } })
  const progress = useRead(routes.campaignProgress, { query: { ids: campaign.id } })
  const visits = useMay('visit.record') && post.roles.includes('inspector') && phase === 'running'
  const withRegistered = campaign.kind === 'flood' || (coverage.data?.reinspection.registered ?? 0) > 0
  const side = (
    <>
      {visits ? <MyPart campaign={campaign} /> : null}
      {withRegistered ? <Reinspection campaign={campaign} /> : null}
    </>
  )
  const main = (
    <>
      <SetUp campaign={campaign} />
      <Read query={coverage} rows={4} what={m.overview.figures}>
        {({ coverage: reached }) => (
          <Read query={progress} rows={4} what={m.overview.figures}>
            {({ rows }) => <Figures campaign={campaign} reached={reached} progress={rows[0]} />}
          </Read>
        )}
      </Read>
      <RegionTable campaign={campaign} />
    </>
  )
  return visits || withRegistered ? <Columns side={side}>{main}</Columns> : main
}

/** What is still to be set up before inspectors can go. */
const SetUp = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const mayPlan = useMay('campaign.plan')
  const mayChange = useMayChange(campaign)
  const { phase } = usePeriod(campaign)
  const targets = useRead(routes.targets, { params: { id: campaign.id }, query: { limit: 1 } }).data?.total
  const unplanned = useRead(routes.campaignPlan, { params: { id: campaign.id } }).data?.unplanned
  if (!mayPlan || phase === 'ended' || targets === undefined || unplanned === undefined) return null
  if (targets > 0 ? unplanned === 0 : !mayChange) return null
  return (
    <div className="campaigns-setup">
      <b>{m.overview.setUp}</b>
      <span>{targets === 0 ? m.overview.noTargetsNext : m.overview.unplannedNext(unplanned)}</span>
      <ButtonLink to={`/campaigns/new?campaign=${campaign.id}&step=${targets === 0 ? 'targets' : 'plan'}`}>{m.overview.goOn}</ButtonLink>
    </div>
  )
}

type Reached = {
  readonly register: number
  readonly checked: number
  readonly visits: number
  readonly notAdmitted: number
  readonly offRegister: number
}

const Figures = ({ campaign, reached, progress }: { campaign: Campaign; reached: Reached; progress: Progress | undefined }) => {
  const m = useMessages(messages)
  const mayDays = useMay('figure.read')
  const days = useRead(routes.overdue, { query: { campaignId: campaign.id } }, { enabled: mayDays })
  const text = (count: number): string => count.toLocaleString('en')
  const left = unitsToGoal(reached.checked, reached.register, campaign.goalPercent)
  const closed = days.data?.rows.reduce((sum, row) => sum + row.closed, 0) ?? 0
  const closedDays = days.data?.rows.reduce((sum, row) => sum + row.closedDays, 0) ?? 0
  const inspection: Figure[] = [
    {
      key: 'coverage',
      name: m.coverage,
      value: percentText(reached.checked, reached.register) ?? m.none,
      unit: reached.register === 0 ? '' : m.unit.percent,
      note: m.coverageOf(text(reached.checked), text(reached.register)),
      compared: reached.register === 0 ? m.noUnits : left === 0 ? m.overview.goalMet : m.overview.goalLeft(left),
      to: figureLink('checked', campaign.id),
    },
    { key: 'visits', name: m.visits, value: text(reached.visits), unit: m.unit.visits, to: figureLink('visits', campaign.id) },
    {
      key: 'notAdmitted',
      name: m.notAdmitted,
      value: text(reached.notAdmitted),
      unit: m.unit.visits,
      to: figureLink('notAdmitted', campaign.id),
    },
    {
      key: 'offRegister',
      name: m.offRegister,
      value: text(reached.offRegister),
      unit: m.unit.units,
      note: m.offRegisterNote,
      to: figureLink('offRegister', campaign.id),
    },
  ]
  const hazards: Figure[] = [
    ...(['found', 'closed', 'major', 'overdue'] as const).map((name) => ({
      key: name,
      name: m[name],
      value: text(progress?.[name] ?? 0),
      unit: m.unit.hazards,
      to: figureLink(name, campaign.id),
    })),
    ...(mayDays
      ? [
          {
            key: 'days',
            name: m.days,
            value: closed === 0 ? m.none : (closedDays / closed).toFixed(1),
            unit: closed === 0 ? '' : m.unit.days,
            note: m.daysNote(text(closed)),
            to: figureLink('closed', campaign.id),
          },
        ]
      : []),
  ]
  return (
    <Section title={m.overview.figures} rule="none" note={m.overview.opens}>
      <p className="campaigns-whole">
        <CoverageBar checked={reached.checked} units={reached.register} goal={campaign.goalPercent} />
        <Link to={figureLink('units', campaign.id)}>{m.tabs.targets}</Link>
      </p>
      <div className="campaigns-figures">
        <FigureStrip figures={inspection} label={m.overview.inspection} />
        <FigureStrip figures={hazards} label={m.overview.hazards} />
      </div>
    </Section>
  )
}
