import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { sizeText } from '../../../../ui/evidence/words.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { refreshRoom } from '../../../../ui/query.ts'
import { Problem } from '../../../../ui/states.tsx'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { Bar, Strip } from './parts.tsx'
import { sendFile, useSendings } from './uploads.ts'

/** An upload under way; one that broke off goes on with the same file. */
export const UploadPanel = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const client = useQueryClient()
  const sending = useSendings().get(view.id)
  if (!view.mine) return <p className="ledgers-lead">{m.upload.others(view.by.name ?? m.someone)}</p>
  const goOn = (file: File): void => void sendFile(view.id, file, () => void refreshRoom(client, 'ledgers'))
  if (!sending) return <BrokenOff view={view} onFile={goOn} />
  return (
    <div className="ledgers-panel">
      <Bar
        label={m.upload.progress}
        text={m.upload.sent(sizeText(sending.sentBytes), sizeText(view.sizeBytes))}
        done={sending.sentBytes}
        total={view.sizeBytes}
      >
        {sending.state === 'sending' ? m.upload.stay : sending.state === 'waiting' ? m.upload.waiting : null}
      </Bar>
      {sending.state === 'lost' || sending.state === 'refused' ? (
        <>
          <Strip icon="offline" title={sending.state === 'lost' ? m.upload.lost : m.upload.refused} />
          <Problem problem={sending.problem} />
          <div className="ledgers-acts">
            <Button kind="primary" icon="play" onClick={() => goOn(sending.file)}>
              {m.upload.goOn}
            </Button>
          </div>
        </>
      ) : null}
    </div>
  )
}

/** The server compares what it gets by its length alone, so the name and the size must be those of before. */
const isSame = (view: ImportView, file: File): boolean => file.size === view.sizeBytes && (view.name === null || file.name === view.name)

const BrokenOff = ({ view, onFile }: { view: ImportView; onFile: (file: File) => void }) => {
  const m = useMessages(messages)
  const chooser = useRef<HTMLInputElement>(null)
  const [wrong, setWrong] = useState(false)
  const name = view.name ?? ''
  return (
    <div className="ledgers-panel">
      <Strip icon="offline" title={m.upload.broken}>
        <p>{m.upload.brokenText(sizeText(view.receivedBytes), sizeText(view.sizeBytes))}</p>
      </Strip>
      <Bar
        label={m.upload.progress}
        text={m.upload.sent(sizeText(view.receivedBytes), sizeText(view.sizeBytes))}
        done={view.receivedBytes}
        total={view.sizeBytes}
      />
      {wrong ? (
        <p className="al-problem" role="alert">
          {m.upload.notSame(name, sizeText(view.sizeBytes))}
        </p>
      ) : null}
      <div className="ledgers-acts">
        <Button kind="primary" icon="upload" onClick={() => chooser.current?.click()}>
          {m.upload.same}
        </Button>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={m.upload.same}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (!file) return
          const same = isSame(view, file)
          setWrong(!same)
          if (same) onFile(file)
        }}
      />
    </div>
  )
}
