import { usePathParameters } from '../../../ui/address.tsx'
import { Tag } from '../../../ui/Button.tsx'
import { dateText, dayMinuteText, fullText } from '../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../ui/language.tsx'
import { Columns, DescriptionList, PageHead, PlainTable, Section } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { Empty, Read } from '../../../ui/states.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { routes } from '../contract/index.ts'
import { keyInAddress } from '../rules/address.ts'
import { LimitDeeds } from './LimitDeeds.tsx'
import { messages } from './messages.ts'
import { ConfidenceTag, Vouched, type Limit, type LimitRecord } from './parts.tsx'
import { clauseText, unitText, valueText, withUnit } from './value.ts'

/** One limit: what the text says, what we made of it, who compared it, and everything that was done to it. */
const LimitPage = () => {
  const m = useMessages(messages)
  const { limit } = usePathParameters<'limit'>()
  const query = useRead(routes.limit, { params: { key: keyInAddress(limit) } })
  return (
    <Read query={query} rows={10} what={m.title}>
      {(record) => <Shown record={record} />}
    </Read>
  )
}

const Shown = ({ record }: { record: LimitRecord }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { limit } = record
  return (
    <>
      <PageHead
        title={limit[language]}
        crumbs={[{ title: m.title, to: '/law' }, { title: clauseText(limit.clause, language) }]}
        marks={
          <>
            <ConfidenceTag confidence={limit.confidence} />
            {limit.retiredAt === null ? null : <Tag tone="silent">{m.record.retired(dateText(limit.retiredAt))}</Tag>}
          </>
        }
        facts={
          <>
            <span>
              {limit.standard}, {limit.edition}
            </span>
            <span>{m.record.inForceRange(limit.inForceFrom, limit.inForceTo)}</span>
          </>
        }
      />
      <Columns
        side={
          <>
            <LimitDeeds limit={limit} />
            <History record={record} />
          </>
        }
      >
        <Values limit={limit} />
        <Facts limit={limit} />
        <Holders record={record} />
        <Revisions record={record} />
      </Columns>
    </>
  )
}

const Values = ({ limit }: { limit: Limit }) => {
  const m = useMessages(messages)
  const { own, unit, value } = limit
  const word = unitText(unit, m)
  return (
    <div className="law-values">
      <div>
        <p className="al-quiet">{m.record.text}</p>
        <p className="law-value">
          <b>{valueText(value, m)}</b> <span>{word}</span>
        </p>
        <p className="al-quiet">
          {m.tighten[limit.tighten]}
          {limit.strictest === null ? '' : ` · ${m.record.strictest(withUnit(limit.strictest, unit, m))}`}
        </p>
      </div>
      <div>
        <p className="al-quiet">{m.record.own}</p>
        {own === null ? (
          <p className="law-value law-value-same">{m.record.asText}</p>
        ) : (
          <>
            <p className="law-value">
              <b className={own.counts ? '' : 'law-overruled'}>{valueText(own.value, m)}</b> <span>{word}</span>
            </p>
            <p className="al-quiet">
              {own.counts ? m.record.ownBelow(own.by ?? m.somebody, dayMinuteText(own.at)) : m.record.ownDoesNotCount}
            </p>
            <p>{own.reason}</p>
          </>
        )}
      </div>
    </div>
  )
}

const Facts = ({ limit }: { limit: Limit }) => {
  const m = useMessages(messages)
  const say = useSay()
  return (
    <DescriptionList
      termWidth={112}
      terms={[
        {
          term: m.record.usedIn,
          detail: (
            <ul className="law-uses">
              {limit.usedIn.map(({ name, title }) => (
                <li key={name}>
                  {title === null ? null : `${say(title)} `}
                  <code>{name}</code>
                </li>
              ))}
            </ul>
          ),
        },
        { term: m.record.confidence, detail: m.confidenceHelp[limit.confidence] },
        {
          term: m.record.vouched,
          detail: (
            <>
              <Vouched vouched={limit.vouched} />
              {limit.vouched === null ? null : <span className="law-source">{limit.vouched.source}</span>}
            </>
          ),
        },
        { term: m.record.key, detail: <code>{limit.key}</code> },
      ]}
    />
  )
}

const Holders = ({ record: { limit, tightened } }: { record: LimitRecord }) => {
  const m = useMessages(messages)
  const { holders } = m
  // What nobody may move, nobody holds.
  if (limit.tighten === 'never' && tightened.length === 0) return null
  return (
    <Section title={holders.title} note={holders.note} rule="line">
      {tightened.length === 0 ? (
        <Empty title={holders.empty} icon="shield">
          {holders.emptyNext}
        </Empty>
      ) : (
        <PlainTable
          caption={holders.title}
          head={[holders.organisation, holders.value, holders.reason, holders.who]}
          rows={tightened.map((holder) => [
            holder.organisationName ?? m.someOrganisation,
            <span key="value" className="law-holder-value">
              {withUnit(holder.value, limit.unit, m)}
              {holder.counts ? null : <Tag>{holders.overruled}</Tag>}
            </span>,
            holder.reason,
            m.record.ownBelow(holder.by ?? m.somebody, fullText(holder.at)),
          ])}
        />
      )}
    </Section>
  )
}

const Revisions = ({ record: { revisions } }: { record: LimitRecord }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <Section title={m.revisions.title} note={m.revisions.note(revisions.length)} rule="line">
      <PlainTable
        caption={m.revisions.title}
        head={[m.record.standard, m.record.clause, m.record.inForce, m.record.text, m.record.confidence, m.revisions.used]}
        rows={revisions.map((revision) => [
          `${revision.standard}, ${revision.edition}`,
          clauseText(revision.clause, language),
          m.record.inForceRange(revision.inForceFrom, revision.inForceTo),
          withUnit(revision.value, revision.unit, m),
          m.confidence[revision.confidence],
          m.revisions.usedRange(dateText(revision.usedFrom), revision.usedTo === null ? null : dateText(revision.usedTo)),
        ])}
      />
    </Section>
  )
}

const History = ({ record: { limit, history } }: { record: LimitRecord }) => {
  const m = useMessages(messages)
  const titleOf = ({ deed, organisationName, value }: LimitRecord['history'][number]): string => {
    const organisation = organisationName ?? m.someOrganisation
    if (deed === 'vouched') return m.history.vouched
    if (deed === 'released') return m.history.released(organisation)
    return m.history.tightened(organisation, value === null ? '' : withUnit(value, limit.unit, m))
  }
  return (
    <Section title={m.history.title} rule="none">
      {history.length === 0 ? (
        <Empty title={m.history.empty} icon="history">
          {m.history.emptyNext}
        </Empty>
      ) : (
        <Timeline
          label={m.history.title}
          items={history.map((entry, index) => ({
            key: `${entry.at} ${index}`,
            at: entry.at,
            title: titleOf(entry),
            who: entry.by ?? m.somebody,
            text: entry.reason,
            hollow: entry.deed === 'released',
          }))}
        />
      )}
    </Section>
  )
}

export default LimitPage
