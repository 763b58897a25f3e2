import { useState } from 'react'
import { Link, usePathParameters } from '../../../../ui/address.tsx'
import { Tag } from '../../../../ui/Button.tsx'
import { dayMinuteText, limitText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { Columns, DescriptionList, PageHead, Section, type Term } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { EvidenceStrip } from '../../../../ui/evidence/EvidenceStrip.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { outcomeNames, rewardKindNames, stateNames } from '../../contract/names.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { ActDialog } from './ActDialog.tsx'
import { Acts } from './Acts.tsx'
import { useTopicText } from './columns.tsx'
import { messages } from './messages.ts'
import type { TipRecord } from './record.ts'
import { RevealDialog } from './RevealDialog.tsx'
import { Story } from './Story.tsx'
import './office.css'

const useNarrow = createMediaFollower('(max-width: 1100px)')

/** One tip: what was told, what is to be done now, what happened, and nothing of who told. */
const RecordPage = () => {
  const params = usePathParameters<'tipId'>()
  const query = useRead(routes.tip, { params }, { follows: ['hazards'] })
  return (
    <Read query={query} rows={9}>
      {(record) => <Shown key={record.line.tipId} record={record} />}
    </Read>
  )
}

const Shown = ({ record }: { record: TipRecord }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const narrow = useNarrow()
  const topicText = useTopicText()
  const [acting, setActing] = useState<ActionKind | null>(null)
  const { line, messages: letters } = record
  const acts = <Acts record={record} onAct={setActing} />
  return (
    <>
      <PageHead
        title={titleOf(line.words === '' ? topicText(line) : line.words)}
        crumbs={[{ title: m.title, to: '/tips?open=true' }, { title: line.number }]}
        marks={
          <>
            <Tag tone="accent">{stateNames[line.state][language]}</Tag>
            {line.outcome === null ? null : <Tag>{outcomeNames[line.outcome][language]}</Tag>}
            {line.awaitsReply ? <Tag>{m.awaitsReply}</Tag> : null}
            {line.insider ? <Tag>{m.insider}</Tag> : null}
          </>
        }
        facts={
          <>
            <span>
              {line.regionName[language]} {line.place}
            </span>
            <span>
              {m.record.received} {dayMinuteText(line.receivedAt)}
            </span>
            {line.dueAt === null ? null : (
              <span>
                {m.record.due} {limitText(line.dueAt)} <RemainingText dueAt={line.dueAt} />
              </span>
            )}
          </>
        }
      />
      {narrow ? acts : null}
      <Columns
        side={
          <>
            {narrow ? null : acts}
            <Informant record={record} />
            <Alike record={record} />
          </>
        }
      >
        <Told record={record} />
        <Outcome record={record} />
        <Section title={m.record.messages}>
          {letters.length === 0 ? <p className="al-quiet">{m.record.noMessages}</p> : null}
          <ul className="tips-letters-office">
            {letters.map(({ from, by, text, at }) => (
              <li key={at + from} className={from === 'office' ? 'tips-from-office' : ''}>
                <span className="al-quiet">
                  {from === 'office' ? by : m.record.fromInformant} · {dayMinuteText(at)}
                </span>
                <p>{text}</p>
              </li>
            ))}
          </ul>
        </Section>
        <Story record={record} />
      </Columns>
      {acting === null ? null : acting === 'reveal' ? (
        <RevealDialog record={record} onClose={() => setActing(null)} />
      ) : (
        <ActDialog key={acting} kind={acting} record={record} onClose={() => setActing(null)} />
      )}
    </>
  )
}

/** A title has one line on a wide screen; what is longer stands whole below it. */
const longestTitle = 36
const titleOf = (words: string): string => (words.length > longestTitle ? `${words.slice(0, longestTitle - 1)}…` : words)

const Told = ({ record }: { record: TipRecord }) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const topicText = useTopicText()
  const { line, position, posterUnit, photoIds } = record
  const terms: Term[] = [
    { term: m.topics, detail: topicText(line) },
    { term: m.place, detail: `${line.regionName[language]} ${line.place}` },
    ...(position === null
      ? []
      : [{ term: '', detail: m.position(position.lng.toFixed(5), position.lat.toFixed(5), Math.round(position.accuracyMetres)) }]),
    ...(line.posterTitle === null ? [] : [{ term: m.poster, detail: line.posterTitle }]),
    ...(posterUnit === null ? [] : [{ term: m.unit, detail: <Link to={`/units/${posterUnit.unitId}`}>{posterUnit.name}</Link> }]),
  ]
  return (
    <Section title={m.what}>
      {titleOf(line.words) === line.words ? null : <p className="tips-words">{line.words}</p>}
      <DescriptionList terms={terms} termWidth={language === 'zh' ? 84 : 128} />
      {photoIds.length === 0 ? (
        <p className="al-quiet">{m.noPhotos}</p>
      ) : (
        <EvidenceStrip recordKind="tip" recordId={line.tipId} ids={photoIds} size="large" />
      )}
    </Section>
  )
}

const Outcome = ({ record: { hazard, reward, joined, joinedInto } }: { record: TipRecord }) => {
  const { record: m, yuan } = useMessages(messages)
  const { language } = useLanguage()
  const width = language === 'zh' ? 84 : 128
  return (
    <>
      {hazard === null ? null : (
        <Section title={m.hazard}>
          <p>
            <Link to={`/hazards/${hazard.unitId}/${hazard.hazardId}`}>{hazard.description}</Link>
          </p>
          <p className="al-quiet">
            {hazard.number} · {hazard.unitName}
          </p>
        </Section>
      )}
      {joinedInto === null ? null : (
        <Section title={m.joinedInto}>
          <p>
            <Link to={`/tips/${joinedInto.tipId}`}>{joinedInto.number}</Link> {stateNames[joinedInto.state][language]}
          </p>
        </Section>
      )}
      {joined.length === 0 ? null : (
        <Section title={m.joined}>
          <ul className="tips-likes">
            {joined.map(({ tipId, number, receivedAt, words }) => (
              <li key={tipId}>
                <Link to={`/tips/${tipId}`}>{number}</Link>
                <span className="al-quiet">{dayMinuteText(receivedAt)}</span>
                <span>{words}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {reward === null ? null : (
        <Section title={m.reward}>
          <DescriptionList
            termWidth={width}
            terms={[
              { term: m.rewardBasis, detail: rewardKindNames[reward.kind][language] },
              { term: m.rewardAmount, detail: <b>{yuan(reward.amountYuan.toLocaleString('en'))}</b> },
              { term: m.proposedBy, detail: `${reward.proposedBy} · ${reward.reason}` },
              ...(reward.decided === null
                ? []
                : [
                    {
                      term: m.decidedBy,
                      detail: `${reward.decided.by} · ${reward.decided.agree ? m.agreed : m.refused} · ${reward.decided.reason}`,
                    },
                  ]),
              ...(reward.paid === null ? [] : [{ term: m.paidBy, detail: `${reward.paid.by} · ${reward.paid.note}` }]),
            ]}
          />
        </Section>
      )}
    </>
  )
}

const Informant = ({ record: { identity, reveals } }: { record: TipRecord }) => {
  const { record: m } = useMessages(messages)
  return (
    <Section title={m.informant}>
      <p>
        <b>{m.identity[identity]}</b>
      </p>
      {identity === 'none' ? null : (
        <>
          <p className="al-quiet">{m.onlyKeeper}</p>
          <p>{reveals.length === 0 ? m.noReveals : m.reveals(reveals.length)}</p>
          <ul>
            {reveals.map(({ personName, at }) => (
              <li key={at} className="al-quiet">
                {personName} · {dayMinuteText(at)}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  )
}

const Alike = ({ record: { alike } }: { record: TipRecord }) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  if (alike.length === 0) return null
  return (
    <Section title={m.alike}>
      <p className="al-quiet">{m.alikeHelp}</p>
      <ul className="tips-likes">
        {alike.map(({ tipId, number, receivedAt, words, state }) => (
          <li key={tipId}>
            <Link to={`/tips/${tipId}`}>{number}</Link>
            <span className="al-quiet">
              {dayMinuteText(receivedAt)} · {stateNames[state][language]}
            </span>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

export default RecordPage
