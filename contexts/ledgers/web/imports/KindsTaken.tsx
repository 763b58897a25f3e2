import { Tag } from '../../../../ui/Button.tsx'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import type { KindView } from '../../contract/importShapes.ts'
import { messages } from './messages.ts'

/** Which ledgers can be sent, what must stand in them, and under which headings it is known. */
export const KindsTaken = () => {
  const m = useMessages(messages)
  const query = useRead(routes.importKinds)
  return (
    <Section title={m.kinds.title} note={m.kinds.note}>
      <Read query={query} rows={3}>
        {({ kinds }) => (
          <ul className="ledgers-kinds">
            {kinds.map((kind) => (
              <Kind key={kind.kind} kind={kind} />
            ))}
          </ul>
        )}
      </Read>
    </Section>
  )
}

const Kind = ({ kind }: { kind: KindView }) => {
  const m = useMessages(messages)
  const say = useSay()
  const needed = kind.columns.filter((column) => column.needed)
  const optional = kind.columns.filter((column) => !column.needed)
  return (
    <li>
      <details>
        <summary>
          <span className="ledgers-kind-name">{say(kind.title)}</span>
          {kind.granted ? null : <Tag tone="silent">{m.kinds.notGranted}</Tag>}
          <span className="al-quiet">{m.kinds.needed(needed.map(({ label }) => say(label)).join(m.kinds.between))}</span>
        </summary>
        <Columns title={m.kinds.neededColumns} columns={needed} />
        <Columns title={m.kinds.optionalColumns} columns={optional} />
      </details>
    </li>
  )
}

const Columns = ({ title, columns }: { title: string; columns: KindView['columns'] }) => {
  const m = useMessages(messages)
  const say = useSay()
  if (columns.length === 0) return null
  return (
    <>
      <h3 className="ledgers-kind-part">{title}</h3>
      <dl className="ledgers-kind-columns">
        {columns.map(({ key, label, headings }) => {
          const others = headings.filter((heading) => heading !== label.zh)
          return (
            <div key={key}>
              <dt>{say(label)}</dt>
              <dd>
                {others.length === 0 ? null : (
                  <>
                    <span className="al-unseen">{m.kinds.otherHeadings} </span>
                    {others.join('、')}
                  </>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
    </>
  )
}
