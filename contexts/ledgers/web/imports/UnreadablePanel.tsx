import { ButtonLink } from '../../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import type { ImportView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'
import { Strip } from './parts.tsx'

/** Why a file cannot be read, and what its person can do. */
export const UnreadablePanel = ({ view }: { view: ImportView }) => {
  const m = useMessages(messages)
  const say = useSay()
  return (
    <div className="ledgers-panel">
      <Strip icon="cross" title={m.unreadable.title}>
        {view.stop === null ? null : <p>{say(view.stop.sentence)}</p>}
      </Strip>
      <h2 className="ledgers-part">{m.unreadable.todo}</h2>
      <ul className="ledgers-todo">
        <li>{m.unreadable.saveAs}</li>
        <li>{m.unreadable.password}</li>
        <li>{m.unreadable.damaged}</li>
      </ul>
      <div className="ledgers-acts">
        <ButtonLink to="/imports" kind="primary" icon="upload">
          {m.done.again}
        </ButtonLink>
      </div>
    </div>
  )
}
