import { Button, RefusedAction, Tag } from '../../../ui/Button.tsx'
import { RemainingText, RowClocks } from '../../../ui/Clocks.tsx'
import { FigureStrip, type Figure } from '../../../ui/Figures.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { LevelChip, type Level } from '../../../ui/LevelChip.tsx'
import { Section } from '../../../ui/Page.tsx'
import { StateTrack, StateDots } from '../../../ui/StateTrack.tsx'
import { TwoClocks } from '../../../ui/TwoClocks.tsx'
import { list, messages } from './messages.ts'
import { inHours, sampleTrend } from './sample.ts'

const levels: readonly Level[] = [1, 2, 3, 4]

export const FiguresPart = () => {
  const m = useMessages(messages)
  const f = m.figures
  const figures: readonly Figure[] = [
    {
      key: 'coverage',
      name: f.coverage,
      value: '92.0',
      unit: '%',
      note: f.coverageNote,
      compared: f.before('84.1'),
      trend: sampleTrend(92, 50),
      to: '/gallery',
    },
    {
      key: 'open',
      name: f.open,
      value: '146',
      unit: f.places,
      note: f.openNote,
      compared: f.before('161'),
      trend: sampleTrend(146, -30),
      to: '/gallery',
    },
    {
      key: 'grave',
      name: f.grave,
      value: '7',
      unit: f.places,
      note: f.graveNote,
      compared: f.before('9'),
      trend: sampleTrend(7, -3),
      to: '/gallery',
    },
    {
      key: 'overdue',
      name: f.overdue,
      value: '0',
      unit: f.places,
      note: f.overdueNote,
      trend: sampleTrend(0, -2),
      to: '/gallery',
      staleSince: inHours(-0.85),
    },
    {
      key: 'verified',
      name: f.verified,
      value: '100',
      unit: '%',
      note: f.verifiedNote,
      compared: f.before('99.2'),
      trend: sampleTrend(100, 12),
      to: '/gallery',
    },
  ]
  return <FigureStrip figures={figures} label={m.parts.figures} />
}

export const ActionsPart = () => {
  const m = useMessages(messages)
  const because = { sentence: { zh: m.refusedReason, en: m.refusedReason }, clause: 'GB 30871-2022', code: 'REVIEW_ON_SPOT_MISSING' }
  return (
    <Section title={m.parts.actions}>
      <div className="gallery-row">
        <Button kind="primary" icon="pin" shortcut="↵">
          {m.begin}
        </Button>
        <Button kind="primary" icon="plus" shortcut="N">
          {m.add}
        </Button>
        <Button kind="urgent">{m.overdue}</Button>
        <Button icon="download">{m.export}</Button>
        <Button kind="bare" icon="more">
          {m.more}
        </Button>
        <Button busy>{m.saving}</Button>
        <Button icon="refresh" aria-label={m.more} />
      </div>
      <div className="gallery-row">
        {levels.map((level) => (
          <LevelChip key={level} level={level} />
        ))}
        {levels.map((level) => (
          <LevelChip key={level} level={level} solid />
        ))}
        <Tag>{m.round}</Tag>
        <Tag tone="accent">{m.listed}</Tag>
        <Tag tone="silent">{m.silent}</Tag>
      </div>
      <div className="gallery-split">
        <RefusedAction title={m.close} because={because} />
        <div className="gallery-row">
          <RefusedAction title={m.batchClose} because={because} small />
        </div>
        <Button kind="primary" large wide icon="check">
          {m.begin}
        </Button>
      </div>
    </Section>
  )
}

export const ClocksPart = () => {
  const m = useMessages(messages)
  const owed = list(m.owed)
  const places = list(m.places)
  const limits: readonly (readonly [number, number, number, number])[] = [
    [-60, -28.2, -240, 147],
    [-10, -3.67, -100, 330],
    [-40, 2.46, -237.5, 2.46],
    [-4, 74.5, -120, 626],
  ]
  return (
    <Section title={m.parts.clocks}>
      <ul className="gallery-owed">
        {limits.map(([stepStart, stepDue, legalStart, legalDue], index) => (
          <li key={index}>
            <RowClocks
              step={{ startedAt: inHours(stepStart), dueAt: inHours(stepDue) }}
              legal={{ startedAt: inHours(legalStart), dueAt: inHours(legalDue) }}
            />
            <div>
              <p>
                <b>{m.overdue}</b> {owed[index]}
              </p>
              <p>{places[index]}</p>
            </div>
            <LevelChip level={levels[index] ?? 4} />
          </li>
        ))}
      </ul>
      <div className="gallery-row">
        <RemainingText dueAt={inHours(0.0457)} precision="second" large />
        <RemainingText dueAt={inHours(147)} large />
        <RemainingText dueAt={inHours(-28.2)} large />
      </div>
    </Section>
  )
}

export const LoopPart = () => {
  const m = useMessages(messages)
  const details = list(m.stepDetails)
  const steps = list(m.steps).map((name, index) => ({
    key: String(index),
    name,
    ...(details[index] === '' ? {} : { detail: details[index] }),
  }))
  return (
    <Section title={m.parts.loop}>
      <StateTrack label={m.parts.loop} steps={steps} present={6} returns={[{ from: 5, to: 3, text: m.turned }]} closing={m.recurs} />
      <TwoClocks
        steps={[
          { startedAt: inHours(-1032), dueAt: inHours(-1000), endedAt: inHours(-1010) },
          { startedAt: inHours(-1010), dueAt: inHours(-360), endedAt: inHours(-240), name: m.roundOne },
          { startedAt: inHours(-240), dueAt: inHours(-90), endedAt: inHours(-96), name: m.roundTwo },
          { startedAt: inHours(-96), dueAt: inHours(-48), endedAt: inHours(-52) },
          { startedAt: inHours(-52), dueAt: inHours(-28.2) },
        ]}
        legal={{ startedAt: inHours(-1032), dueAt: inHours(147.5) }}
        formerLimits={[inHours(-213)]}
      />
      <div className="gallery-row">
        {[0, 2, 4, 6].map((present) => (
          <StateDots key={present} present={present} name={steps[present]?.name ?? ''} />
        ))}
      </div>
    </Section>
  )
}
