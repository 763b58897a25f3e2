import { Link } from '../../../../ui/address.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { Scroller } from '../../../../ui/Scroller.tsx'
import { isNumber, type Block, type BulletinText, type NumberRun, type Run } from '../../rules/bulletin/document.ts'
import { messages } from './messages.ts'

type BodyProps = {
  readonly text: BulletinText
  /** Issued: its numbers are those of then, and what they open is as of now. */
  readonly frozen: boolean
}

/** What a bulletin says; each number leads to what it counts. */
export const BulletinBody = ({ text, frozen }: BodyProps) => (
  <article className="supervision-bulletin" aria-label={text.title}>
    <header>
      <h2>{text.title}</h2>
      <p>{text.subtitle}</p>
    </header>
    {text.sections.map(({ key, title, blocks }) => (
      <section key={key} aria-label={title}>
        <h3>{title}</h3>
        {inLists(blocks).map((part, at) =>
          Array.isArray(part) ? (
            <ul key={at}>
              {part.map((block, index) => (
                <li key={index}>
                  <Runs runs={block.runs} frozen={frozen} />
                </li>
              ))}
            </ul>
          ) : (
            <Shown key={at} block={part as Block} frozen={frozen} />
          ),
        )}
      </section>
    ))}
    <p className="supervision-bulletin-note">{text.counted}</p>
  </article>
)

type Item = Extract<Block, { kind: 'paragraph' | 'note' | 'item' }>

/** Items that follow each other stand in one list. */
const inLists = (blocks: readonly Block[]): readonly (Block | Item[])[] => {
  const parts: (Block | Item[])[] = []
  for (const block of blocks) {
    const last = parts.at(-1)
    if (block.kind !== 'item') parts.push(block)
    else if (Array.isArray(last)) last.push(block)
    else parts.push([block])
  }
  return parts
}

const Shown = ({ block, frozen }: { block: Block; frozen: boolean }) => {
  if (block.kind !== 'table')
    return (
      <p className={block.kind === 'note' ? 'supervision-bulletin-note' : undefined}>
        <Runs runs={block.runs} frozen={frozen} />
      </p>
    )
  return (
    <Scroller label={block.title}>
      <table className="supervision-bulletin-table">
        <caption>{block.title}</caption>
        <thead>
          <tr>
            {block.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {block.rows.map(({ cells, quiet }, row) => (
            <tr key={row} className={quiet ? 'supervision-quiet' : undefined}>
              {cells.map((runs, at) =>
                at === 1 ? (
                  <th key={at} scope="row">
                    <Runs runs={runs} frozen={frozen} />
                  </th>
                ) : (
                  <td key={at}>
                    <Runs runs={runs} frozen={frozen} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}

const Runs = ({ runs, frozen }: { runs: readonly Run[]; frozen: boolean }) => (
  <>{runs.map((run, at) => (isNumber(run) ? <Told key={at} run={run} frozen={frozen} /> : <span key={at}>{run.text}</span>))}</>
)

const Told = ({ run, frozen }: { run: NumberRun; frozen: boolean }) => {
  const m = useMessages(messages)
  const exact = run.of === null ? run.value.toLocaleString('en') : m.share(run.value.toLocaleString('en'), run.of.toLocaleString('en'))
  if (run.address === null) return <span title={m.exact(exact)}>{run.text}</span>
  return (
    <Link to={run.address} className="supervision-number" title={frozen ? m.frozen(run.text, exact) : m.live(run.text, exact)}>
      {run.text}
    </Link>
  )
}
