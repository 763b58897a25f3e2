import { dateText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { gaugeOf } from '../../../../ui/gauge.ts'
import { Tag } from '../../../../ui/Button.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { useMay, useSession } from '../../../../ui/session.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { messages } from './messages.ts'
import { percentText, periodOf, type Period } from './period.ts'
import type { Campaign } from './records.ts'
import { liesIn } from '../choosing/regionStep.ts'
import '../../../../ui/Clocks.css'

type Days = Pick<Campaign, 'from' | 'to'>

/** Where the period of a campaign stands now. */
export const usePeriod = ({ from, to }: Days): Period => {
  const now = useNow(60_000)
  return periodOf(from, to, dateText(now))
}

/** Whether the post may change this campaign: one of its own authority or of one below it, as long as it was not ended. */
export const useMayChange = (campaign: Campaign): boolean => {
  const { post } = useSession()
  const may = useMay('campaign.change')
  return may && campaign.endedOn === null && liesIn(campaign.regionCode, post.regionCode)
}

/** How far off, or how long it still runs. */
export const PeriodText = ({ campaign }: { campaign: Days }) => {
  const m = useMessages(messages)
  const { phase, apart, endsAt } = usePeriod(campaign)
  if (phase === 'running') return <RemainingText dueAt={endsAt} />
  return <span className="al-quiet">{phase === 'coming' ? m.beginsOn(apart) : m.over(Math.max(0, apart))}</span>
}

/** The staff gauge of the time that has passed, a block a day or a twelfth. */
export const PeriodGauge = ({ campaign }: { campaign: Days }) => {
  const now = useNow(60_000)
  const { startsAt, endsAt } = usePeriod(campaign)
  if (endsAt === startsAt) return null
  const gauge = gaugeOf(startsAt, endsAt, Math.min(now, endsAt), 62)
  return (
    <span className="al-gauge campaigns-gauge" aria-hidden="true">
      {gauge.blocks.map((block, index) => (
        <span key={index} className={index % 2 === 0 ? 'al-gauge-tall' : 'al-gauge-short'} style={{ flexGrow: block.share }}>
          <span style={{ width: `${block.filled * 100}%` }} />
        </span>
      ))}
    </span>
  )
}

/** What kind it is, and how it ended where it was ended early. */
export const CampaignMarks = ({ campaign }: { campaign: Campaign }) => {
  const m = useMessages(messages)
  const { phase } = usePeriod(campaign)
  return (
    <>
      <Tag tone={campaign.kind === 'flood' ? 'accent' : 'plain'}>{m.kinds[campaign.kind]}</Tag>
      {campaign.endedOn === null ? (
        <Tag>{m.phases[phase]}</Tag>
      ) : (
        <Tag tone="silent">{campaign.to < campaign.from ? m.calledOff(campaign.endedOn) : m.endedEarly(campaign.endedOn)}</Tag>
      )}
    </>
  )
}

/** Coverage as a bar drawn from zero in ink, the goal as a line; nothing but words where there is no register. */
export const CoverageBar = ({ checked, units, goal, hazards }: { checked: number; units: number; goal: number; hazards?: boolean }) => {
  const m = useMessages(messages)
  const percent = percentText(checked, units)
  if (percent === null) return <span className="al-quiet">{m.noUnits}</span>
  return (
    <span className="campaigns-coverage">
      <span className="campaigns-bar" role="img" aria-label={m.coverageAloud(`${percent}%`, goal)}>
        <span style={{ width: `${percent}%` }} />
        <i style={{ left: `${goal}%` }} />
      </span>
      <b>{percent}%</b>
      <span className="al-quiet">
        {(hazards === true ? m.lookedOf : m.coverageOf)(checked.toLocaleString('en'), units.toLocaleString('en'))}
      </span>
    </span>
  )
}
