import { useFilters, usePathParameters } from '../../../../ui/address.tsx'
import { dateText, fullText } from '../../../../ui/instant.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Empty, Loading, Read } from '../../../../ui/states.tsx'
import { sizeText } from '../../../../ui/evidence/words.ts'
import { useSay } from '../../../../ui/language.tsx'
import { routes } from '../../contract/index.ts'
import type { ImportView } from '../../contract/importShapes.ts'
import { CancelImport } from './CancelImport.tsx'
import { CheckedPanel } from './CheckedPanel.tsx'
import { CheckingPanel } from './CheckingPanel.tsx'
import { EndPanel } from './EndPanel.tsx'
import { MatchedColumns } from './MatchedColumns.tsx'
import { MatchPanel } from './MatchPanel.tsx'
import { messages } from './messages.ts'
import { StateTag, Strip } from './parts.tsx'
import { Steps } from './Steps.tsx'
import { TakePanel } from './TakePanel.tsx'
import { UnreadablePanel } from './UnreadablePanel.tsx'
import { UploadPanel } from './UploadPanel.tsx'
import './imports.css'

/** One import, from its upload to its result. */
const ImportPage = () => {
  const { importId } = usePathParameters<'importId'>()
  const query = useRead(routes.importRecord, { params: { importId } })
  return <Read query={query}>{(view) => <Found view={view} />}</Read>
}

const Found = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const say = useSay()
  return (
    <>
      <PageHead
        title={view.name ?? m.fileGone}
        crumbs={[{ title: m.title, to: '/imports' }]}
        marks={<StateTag state={view.state} />}
        rule={false}
        facts={
          <>
            {view.kindTitle === null ? null : <span>{say(view.kindTitle)}</span>}
            <span>{sizeText(view.sizeBytes)}</span>
            {view.encoding === 'gb18030' ? <span>{m.facts.encoding('GB18030')}</span> : null}
            <span>{m.facts.by(view.by.name ?? m.someone)}</span>
            <span>{fullText(view.madeAt)}</span>
            {view.state === 'cancelled' && view.take === null ? null : (
              <span>{view.purgedAt === null ? m.facts.keepUntil(dateText(view.keepUntil)) : m.facts.purged(dateText(view.purgedAt))}</span>
            )}
          </>
        }
        actions={view.may.includes('cancel') ? <CancelImport view={view} /> : undefined}
      />
      <Steps view={view} />
      <Body view={view} />
    </>
  )
}

const parts = { part: '' }

const Body = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const [{ part }, setPart] = useFilters(parts)
  switch (view.state) {
    case 'uploading':
      return <UploadPanel view={view} />
    case 'reading':
      return (
        <>
          <p className="ledgers-lead">{m.reading.text}</p>
          <Loading rows={6} what={m.reading.title} />
        </>
      )
    case 'unreadable':
      return <UnreadablePanel view={view} />
    case 'waiting':
      return view.mine ? <MatchPanel view={view} /> : <OtherPersons view={view} />
    case 'checking':
      return <CheckingPanel view={view} />
    case 'checked':
      return view.mine && part === 'columns' ? (
        <MatchPanel view={view} onBack={() => setPart({ part: '' })} />
      ) : (
        <CheckedPanel view={view} onChangeColumns={() => setPart({ part: 'columns' }, true)} />
      )
    case 'taking':
    case 'paused':
    case 'stopped':
      return <TakePanel view={view} />
    case 'done':
    case 'cancelled':
      return <EndPanel view={view} />
  }
}

/** Somebody else's columns are to be seen and not to be changed. */
const OtherPersons = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  return (
    <>
      <Strip title={m.match.otherPerson(view.by.name ?? m.someone)} />
      {view.sheets.length === 0 ? <Empty title={m.match.headNone} /> : <MatchedColumns view={view} open />}
    </>
  )
}

export default ImportPage
