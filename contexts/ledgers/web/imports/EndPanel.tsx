import { addressOf } from '../../../../ui/api.ts'
import { ButtonLink } from '../../../../ui/Button.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { routes } from '../../contract/index.ts'
import type { ImportView, PassView } from '../../contract/importShapes.ts'
import { BySheet, FaultCounts, FaultyRows } from './Faults.tsx'
import { MatchedColumns } from './MatchedColumns.tsx'
import { messages } from './messages.ts'
import { Strip } from './parts.tsx'

/** Where the records of a kind are listed; a kind of a room that has no list has no link. */
const lists = { hazard: '/hazards', unit: '/units', visit: '/visits' } as const
const isListed = (kind: string | null): kind is keyof typeof lists => kind !== null && Object.hasOwn(lists, kind)

/** What came of an import that has ended. */
export const EndPanel = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const { take } = view
  if (take === null) {
    return (
      <div className="ledgers-panel">
        <Strip icon="cross" title={m.done.cancelledBefore} />
        <div className="ledgers-acts">
          <Again />
        </div>
      </div>
    )
  }
  return (
    <>
      <div className="ledgers-panel">
        {view.state === 'cancelled' ? <Strip icon="cross" title={m.done.cancelledAfter(take.taken)} /> : null}
        <Result take={take} />
        <p className="al-quiet">
          {take.skipped > 0 ? `${m.checked.skipped(take.skipped)} ` : ''}
          {take.endedAt === null
            ? ''
            : m.done.took(m.done.duration(Math.ceil((Date.parse(take.endedAt) - Date.parse(take.startedAt)) / 1_000)))}
        </p>
        <Acts view={view} take={take} />
      </div>
      <FaultCounts view={view} pass={take} />
      <BySheet view={view} pass={take} of="take" />
      {take.refused === 0 || view.purgedAt !== null ? null : <FaultyRows view={view} of="take" outcome="refused" />}
      <MatchedColumns view={view} />
    </>
  )
}

const Result = ({ take }: { take: PassView }) => {
  const m = useMessages(messages)
  const { taken, present, refused } = take
  const main = taken > 0 ? m.done.taken(taken) : present > 0 && refused === 0 ? m.done.nothingNew : m.done.noneTaken
  return (
    <p className="ledgers-answer">
      <b>{main}</b>
      {present > 0 ? <span>{m.done.present(present)}</span> : null}
      {refused > 0 ? <span>{m.done.refused(refused)}</span> : null}
    </p>
  )
}

const Acts = ({ view, take }: { view: ImportView; take: PassView }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const mayDownload = view.mine && view.purgedAt === null && take.refused > 0
  const address = addressOf(routes.returnedRows, { params: { importId: view.id }, query: { language } })
  return (
    <>
      {mayDownload ? <p>{m.done.returnedNote}</p> : null}
      <div className="ledgers-acts">
        {mayDownload ? (
          <a className="al-button al-button-primary" href={address} download>
            <Icon name="download" />
            {m.done.returned}
          </a>
        ) : null}
        {isListed(view.kind) && take.taken + take.present > 0 ? (
          <ButtonLink to={lists[view.kind]} icon="list">
            {m.done.open[view.kind]}
          </ButtonLink>
        ) : null}
        {view.mine ? <Again /> : null}
      </div>
    </>
  )
}

const Again = () => {
  const m = useMessages(messages)
  return (
    <ButtonLink to="/imports" icon="upload">
      {m.done.again}
    </ButtonLink>
  )
}
