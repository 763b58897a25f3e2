import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import type { ImportView, PassView } from '../../contract/importShapes.ts'
import { BySheet, FaultCounts, FaultyRows } from './Faults.tsx'
import { MatchedColumns } from './MatchedColumns.tsx'
import { messages } from './messages.ts'
import { SentBefore } from './SentBefore.tsx'

/** What a check found, and the step that writes. */
export const CheckedPanel = ({ view, onChangeColumns }: { view: ImportView; onChangeColumns: () => void }) => {
  const { check } = view
  if (check === null) return null
  return (
    <>
      <Answer view={view} check={check} onChangeColumns={onChangeColumns} />
      <SentBefore view={view} />
      <FaultCounts view={view} pass={check} />
      <BySheet view={view} pass={check} of="check" />
      {check.refused === 0 ? null : <FaultyRows view={view} of="check" outcome="refused" />}
      <MatchedColumns view={view} />
    </>
  )
}

/** The one sentence that is looked for here. */
const useSentence = (): ((check: PassView) => { readonly main: string; readonly rest: readonly string[] }) => {
  const m = useMessages(messages)
  return ({ taken, present, refused }) => ({
    main: taken > 0 ? m.checked.ready(taken) : present > 0 && refused === 0 ? m.checked.allPresent : m.checked.nothing,
    rest: [...(refused > 0 ? [m.checked.refused(refused)] : []), ...(present > 0 ? [m.checked.present(present)] : [])],
  })
}

type AnswerProps = { readonly view: ImportView; readonly check: PassView; readonly onChangeColumns: () => void }

const Answer = ({ view, check, onChangeColumns }: AnswerProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const [open, setOpen] = useState(false)
  const begin = useWrite(routes.beginTaking)
  const { main, rest } = useSentence()(check)
  const may = view.may.includes('begin') && (check.taken > 0 || check.refused > 0)
  const beginText = check.taken > 0 ? m.checked.begin(check.taken) : m.checked.beginNone
  const kind = view.kindTitle === null ? '' : say(view.kindTitle)
  useShortcut({ keys: 'b', title: { zh: '开始导入', en: 'Begin to import' }, when: may }, () => setOpen(true))
  return (
    <div className="ledgers-panel">
      <p className="ledgers-answer">
        <b>{main}</b>
        {rest.map((text) => (
          <span key={text}>{text}</span>
        ))}
      </p>
      <p className="al-quiet">
        {check.present > 0 ? `${m.checked.presentNote} ` : ''}
        {check.skipped > 0 ? m.checked.skipped(check.skipped) : ''}
      </p>
      <div className="ledgers-acts">
        {may ? (
          <Button kind="primary" icon="play" shortcut="B" onClick={() => setOpen(true)}>
            {beginText}
          </Button>
        ) : null}
        {view.may.includes('match') ? (
          <Button icon="table" onClick={onChangeColumns}>
            {m.match.change}
          </Button>
        ) : null}
      </div>
      <Confirm
        open={open}
        onClose={() => setOpen(false)}
        title={beginText}
        confirm={m.checked.confirm}
        effects={[
          ...(check.taken > 0 ? [m.checked.effects.taken(check.taken, kind)] : []),
          ...(check.present > 0 ? [m.checked.effects.present(check.present)] : []),
          ...(check.refused > 0 ? [m.checked.effects.refused(check.refused)] : []),
          m.checked.effects.pause,
        ]}
        onConfirm={() => begin.write({ params: { importId: view.id }, body: { version: view.version } })}
      />
    </div>
  )
}
