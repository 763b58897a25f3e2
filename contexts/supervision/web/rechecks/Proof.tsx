import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { DescriptionList, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { Read } from '../../../../ui/states.tsx'
import { drawRoutes as routes } from '../../contract/drawRoutes.ts'
import { messages } from './messages.ts'
import type { Draw } from './records.ts'

/** Seed, frame and head as they were published, and the draw made again to be compared. */
export const Proof = ({ draw }: { draw: Draw }) => {
  const m = useMessages(messages)
  const [asked, setAsked] = useState(false)
  const query = useRead(routes.verifyDraw, { params: { drawId: draw.id } }, { enabled: asked })
  const hash = (text: string) => <span className="rechecks-hash">{text}</span>
  return (
    <Section title={m.page.proof} rule="none">
      <DescriptionList
        termWidth={96}
        terms={[
          { term: m.page.seed, detail: hash(draw.seed) },
          { term: m.page.frameSm3, detail: hash(draw.frameSm3) },
          { term: m.page.head, detail: hash(`${draw.head.chain} ${draw.head.seq} ${draw.head.hash}`) },
        ]}
      />
      {asked ? (
        <Read query={query} rows={4} what={m.page.proof}>
          {({ frameSame, seedSame, head, drawnSame, drawn, frame, commitment }) => (
            <>
              <p role="status">
                <b>{frameSame && seedSame && drawnSame && head !== 'other' ? m.page.verified : m.page.differs}</b>
              </p>
              <ul className="rechecks-checks">
                {(
                  [
                    [m.page.checks.frame, frameSame],
                    [m.page.checks.seed, seedSame],
                    [m.page.checks.drawn(drawn), drawnSame],
                  ] as const
                ).map(([text, same]) => (
                  <li key={text}>
                    {text} <b>{same ? m.page.yes : m.page.no}</b>
                  </li>
                ))}
                <li>{m.page.checks.head[head]}</li>
              </ul>
              <details className="rechecks-proof">
                <summary>{m.page.commitment}</summary>
                <textarea className="al-input rechecks-proof-text" readOnly rows={8} aria-label={m.page.commitment} value={commitment} />
              </details>
              <details className="rechecks-proof">
                <summary>{m.page.frame}</summary>
                <textarea className="al-input rechecks-proof-text" readOnly rows={8} aria-label={m.page.frame} value={frame} />
              </details>
            </>
          )}
        </Read>
      ) : (
        <p>
          <Button icon="refresh" onClick={() => setAsked(true)}>
            {m.page.verify}
          </Button>
        </p>
      )}
    </Section>
  )
}
