import { Link } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { dateText, dayMinuteText, milliseconds } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { findingNames, levelNames } from '../../contract/names.ts'
import { messages } from './messages.ts'
import type { Names } from './names.ts'
import type { HazardRecord } from './record.ts'

/** Number, level, what it is, whose, where, by which clause, and by whom it was found. */
export const RecordHead = ({ record, names }: { record: HazardRecord; names: Names }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { line, hazard } = record
  const { found } = hazard
  const fact = (name: string) => <span className="hazard-fact-name">{name}</span>
  return (
    <PageHead
      title={line.description}
      crumbs={[{ title: m.list, to: '/hazards' }, { title: line.number }]}
      marks={<Marks record={record} />}
      actions={
        <Button
          icon="chain"
          onClick={() => {
            void navigator.clipboard.writeText(window.location.href).then(() => tell({ text: m.facts.linkCopied }))
          }}
        >
          {m.facts.copyLink}
        </Button>
      }
      facts={
        <>
          <span>
            {fact(m.facts.unit)} <Link to={`/units/${line.unitId}`}>{line.unitName}</Link> {line.regionName[language]}
            {line.recordedRegion === line.regionCode ? '' : ` (${m.facts.recordedRegion(line.recordedRegion)})`}
          </span>
          <span>
            {fact(m.facts.place)}{' '}
            {found.place === null
              ? m.facts.noPlace
              : m.facts.datum(found.place.lng.toFixed(5), found.place.lat.toFixed(5), Math.round(found.place.accuracyMetres))}
          </span>
          <span>
            {fact(m.facts.found)} {found.finder === undefined ? dayMinuteText(found.step.claimedAt) : dateText(found.step.claimedAt)}{' '}
            {found.finder === undefined ? names.personOf(found.step.by.personId) : (found.finder ?? m.facts.ledger)} ·{' '}
            {findingNames[found.how][language]}
          </span>
          <Enforcement record={record} />
          <span className="hazard-fact-wide">
            {fact(m.facts.basis)}{' '}
            {found.item === null ? (
              m.facts.noBasis
            ) : (
              <CitedItem code={found.item.code} clause={found.item.clause} at={found.step.claimedAt} />
            )}
          </span>
        </>
      }
    />
  )
}

/** The way to the cases that cite this hazard, and to a new one. */
const Enforcement = ({ record: { line } }: { record: HazardRecord }) => {
  const m = useMessages(messages)
  const reads = useMay('case.read')
  const proposes = useMay('case.propose')
  if (!reads) return null
  return (
    <span>
      <span className="hazard-fact-name">{m.facts.enforcement}</span> <Link to={`/cases?hazardId=${line.hazardId}`}>{m.facts.cases}</Link>
      {proposes ? (
        <>
          {' · '}
          <Link to={`/cases/new?unitId=${line.unitId}&hazardId=${line.hazardId}`}>{m.facts.openCase}</Link>
        </>
      ) : null}
    </span>
  )
}

/** The item as it stood on the day of the finding, with the way to its list. */
const CitedItem = ({ code, clause, at }: { code: string; clause: string; at: string }) => {
  const { language } = useLanguage()
  const may = useMay('criteria.read')
  const { data } = useRead(routes.checklistItem, { params: { key: code }, query: { on: at.slice(0, 10) } }, { enabled: may })
  if (data === undefined) return <>{clause}</>
  return (
    <>
      <Link to={`/checklists/${data.checklist.key}#${code}`}>
        {data.checklist.title[language]} {clause}
      </Link>{' '}
      {data.item[language]}
    </>
  )
}

const Marks = ({ record: { line, hazard, stepClock } }: { record: HazardRecord }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const now = useNow(60_000)
  const late = stepClock !== null && milliseconds(stepClock.endsAt) < now
  return (
    <>
      {line.level === null ? null : (
        <LevelChip level={line.level === 'major' ? 1 : 3} word={levelNames[line.level][language]} solid={line.level === 'major'} />
      )}
      {hazard.listing === null ? null : <Tag tone="accent">{m.tags.listed(hazard.listing.documentNo)}</Tag>}
      {line.round > 1 ? <Tag>{m.tags.round(line.round)}</Tag> : null}
      {line.withdrawn ? <Tag>{m.tags.withdrawn}</Tag> : null}
      {hazard.falselyClosed.length === 0 ? null : <Tag>{m.tags.falselyClosed(hazard.falselyClosed.length)}</Tag>}
      {hazard.recurrenceOf === null ? null : <Tag>{m.tags.recurrent}</Tag>}
      {line.overdue ? <Tag>{m.tags.overdue}</Tag> : late ? <Tag>{m.tags.stepLate}</Tag> : null}
      {line.registered ? <Tag>{m.tags.registered}</Tag> : null}
    </>
  )
}
