import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { Section } from '../../../../ui/Page.tsx'
import { paperNames, servedNames } from '../../contract/names.ts'
import { messages } from '../messages.ts'
import type { AnyRecord } from './record.ts'

type PapersProps = {
  readonly record: AnyRecord
  /** The address of a paper in a language. */
  readonly hrefOf: (version: number, language: 'zh' | 'en') => string
}

/** The papers of a case, the newest first, each as PDF with its check value; and the English reading copy. */
export const Papers = ({ record, hrefOf }: PapersProps) => {
  const { record: m } = useMessages(messages)
  const { language } = useLanguage()
  const statedOn = (version: number): string => {
    const event = record.history.find((_each, at) => at + 1 === version && 'held' in record)
    return event === undefined ? '' : dateText(event.step.at)
  }
  /** Of a receipt, what it is the receipt of. */
  const of = (version: number): string => {
    const event = 'held' in record ? record.history[version - 1] : undefined
    return event?.kind === 'served' ? ` · ${servedNames[event.paper][language]}` : ''
  }
  return (
    <Section title={m.papers} rule="line">
      {record.papers.length === 0 ? (
        <p className="al-quiet">{m.papersNone}</p>
      ) : (
        <ul className="case-papers">
          {record.papers.toReversed().map(({ version, kind, check }) => (
            <li key={version}>
              <span>
                <a href={hrefOf(version, 'zh')} target="_blank" rel="noreferrer">
                  {paperNames[kind][language]} PDF
                </a>
                {of(version)}
              </span>
              <span className="al-quiet">
                {statedOn(version)} {check}{' '}
                <a href={hrefOf(version, 'en')} target="_blank" rel="noreferrer" aria-label={`${paperNames[kind][language]} ${m.english}`}>
                  {m.english}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
