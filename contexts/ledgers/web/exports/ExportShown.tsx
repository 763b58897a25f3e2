import { ButtonLink, Button } from '../../../../ui/Button.tsx'
import { copyText } from '../../../../ui/clipboard.ts'
import { fullText } from '../../../../ui/instant.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { DescriptionList } from '../../../../ui/Page.tsx'
import { Progress } from '../../../../ui/states.tsx'
import { exportStateNames } from '../../contract/exportNames.ts'
import { isUnderway } from '../../rules/exporting.ts'
import { fileAddress, progressOf, type Exported } from './exported.ts'
import { messages } from './messages.ts'

/** How far an export is, or what became of it. */
export const ExportState = ({ exported }: { exported: Exported }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { state, problem } = exported
  if (state === 'waiting' || state === 'reading' || state === 'joining')
    return <Progress {...progressOf(exported)} label={m.progress[state]} />
  return <span>{problem === null ? say(exportStateNames[state]) : `${say(exportStateNames[state])}：${say(problem.sentence)}`}</span>
}

/** How far it is, in a row of the list; where the file is ready, the file. */
export const ExportOutcome = ({ exported }: { exported: Exported }) => {
  const m = useMessages(messages)
  return exported.state === 'ready' ? (
    <a href={fileAddress(exported)} download={exported.file?.name} onClick={(event) => event.stopPropagation()}>
      {m.download}
    </a>
  ) : (
    <ExportState exported={exported} />
  )
}

/** Leads to the file itself, which the browser saves and goes on with after a break. */
export const DownloadLink = ({ exported, primary }: { exported: Exported; primary?: boolean | undefined }) => {
  const m = useMessages(messages)
  return (
    <a
      className={primary === true ? 'al-button al-button-primary' : 'al-button'}
      href={fileAddress(exported)}
      download={exported.file?.name}
    >
      {m.download}
    </a>
  )
}

/** The file of an export with its checksums. */
const FileFacts = ({ exported, file }: { exported: Exported; file: NonNullable<Exported['file']> }) => {
  const m = useMessages(messages)
  return (
    <>
      <DescriptionList
        terms={[
          { term: m.file, detail: file.name },
          { term: m.count, detail: m.counted(exported.rowsDone) },
          { term: m.size, detail: m.sizeText(file.sizeBytes) },
          ...(exported.expiresAt === null ? [] : [{ term: m.expiresAt, detail: fullText(exported.expiresAt) }]),
          { term: 'SHA-256', detail: <code className="exports-sum">{file.sha256}</code> },
          { term: 'SM3', detail: <code className="exports-sum">{file.sm3}</code> },
        ]}
      />
      <p className="exports-note">{m.checksumHelp}</p>
      <Button icon="copy" onClick={() => void copyText(file.checksumLine, m.copied, m.notCopied)}>
        {m.copyLine}
      </Button>
    </>
  )
}

/** One export: how far it is, or its file. */
export const ExportShown = ({ exported }: { exported: Exported }) => {
  const m = useMessages(messages)
  return (
    <div className="exports-shown">
      <ExportState exported={exported} />
      {isUnderway(exported.state) ? <p className="exports-note">{m.mayLeave}</p> : null}
      {exported.file === null ? null : <FileFacts exported={exported} file={exported.file} />}
    </div>
  )
}

/** By which filters it was made; leads to the list as it stands with them now. */
export const ExportFilters = ({ exported }: { exported: Exported }) => {
  const m = useMessages(messages)
  const filters = Object.entries(exported.query)
    .map(([name, value]) => `${name}=${value}`)
    .join(' · ')
  return (
    <p className="exports-note exports-filters">
      {m.filtersText(filters)}
      {exported.opens === null ? null : (
        <ButtonLink to={exported.opens} kind="bare" icon="list">
          {m.openList}
        </ButtonLink>
      )}
    </p>
  )
}
