import { FigureStrip, type Figure } from '../../../ui/Figures.tsx'
import { secondText } from '../../../ui/instant.ts'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { createMediaFollower } from '../../../ui/media.ts'
import { Columns, PageHead } from '../../../ui/Page.tsx'
import { useMay, useSession } from '../../../ui/session.ts'
import { Read } from '../../../ui/states.tsx'
import { AlarmList } from './AlarmList.tsx'
import { DueCalendar } from './DueCalendar.tsx'
import { messages } from './messages.ts'
import { OwedList } from './OwedList.tsx'
import { RecentList } from './RecentList.tsx'
import { useDesk, type Desk } from './useDesk.ts'
import './desk.css'

const useNarrow = createMediaFollower('(max-width: 800px)')

/** The width of a desk holds five figures. */
const mostFigures = 5

const number = (value: number): string => value.toLocaleString('en')
const signed = (value: number): string => (value > 0 ? `+${number(value)}` : value < 0 ? `−${number(-value)}` : '±0')

const useFigures = (figures: Desk['figures']): readonly Figure[] => {
  const m = useMessages(messages)
  const say = useSay()
  return figures.slice(0, mostFigures).map(({ room, figure, title, unit, value, address, trend }) => ({
    key: `${room}.${figure}`,
    name: say(title),
    value: number(value),
    unit: say(unit),
    note: m.today(signed(value - (trend.at(-2)?.value ?? value))),
    compared: m.before(number(trend[0]?.value ?? value)),
    trend: trend.map((point) => ({ at: `${point.day}T00:00:00+08:00`, value: point.value })),
    to: address ?? undefined,
  }))
}

const Figures = ({ figures }: { figures: Desk['figures'] }) => {
  const m = useMessages(messages)
  const shown = useFigures(figures)
  return shown.length === 0 ? null : <FigureStrip figures={shown} label={m.figures} />
}

/** My desk: what I owe now by the clock, my alarms, my region's figures. The same page for every role, filled by scope. */
const DeskPage = () => {
  const m = useMessages(messages)
  const { person, post } = useSession()
  const mayKnowAlarms = useMay('alarm.acknowledge')
  // On a phone the first screen belongs to what is owed.
  const narrow = useNarrow()
  const desk = useDesk()
  return (
    <>
      <PageHead
        title={m.title}
        note={`${person.name} · ${post.title} · ${post.organisationName}`}
        aside={desk.data ? m.asOf(secondText(desk.data.asOf)) : undefined}
      />
      <Read query={desk} rows={8} what={m.title}>
        {({ figures, owed, owedTotal, alarms, recent }) => (
          <>
            {narrow ? null : <Figures figures={figures} />}
            <Columns
              side={
                <>
                  {mayKnowAlarms || alarms.length > 0 ? <AlarmList alarms={alarms} /> : null}
                  {narrow ? <Figures figures={figures} /> : null}
                  <RecentList deeds={recent} />
                </>
              }
            >
              <OwedList owed={owed} total={owedTotal} />
              <DueCalendar owed={owed} />
            </Columns>
          </>
        )}
      </Read>
    </>
  )
}

export default DeskPage
