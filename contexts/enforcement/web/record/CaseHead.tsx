import { Link } from '../../../../ui/address.tsx'
import { Button, Tag } from '../../../../ui/Button.tsx'
import { copyText } from '../../../../ui/clipboard.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useMay } from '../../../../ui/session.ts'
import { causeNames, outcomeNames, stateNames } from '../../contract/names.ts'
import { messages } from '../messages.ts'
import { titled } from '../text.ts'
import type { AnyRecord } from './record.ts'

/** Number, matter, against whom, by which authority, out of what, and where it stands. */
export const CaseHead = ({ record, foundOn }: { record: AnyRecord; foundOn: string | null }) => {
  const { record: m, title } = useMessages(messages)
  const { language } = useLanguage()
  const seesUnits = useMay('unit.read')
  const { line } = record
  const fact = (name: string) => <span className="case-fact-name">{name}</span>
  const standing = line.outcome === null ? stateNames[line.state] : outcomeNames[line.outcome]
  return (
    <PageHead
      title={line.matter}
      crumbs={[{ title, to: '/cases?open=true' }, { title: line.number }]}
      marks={
        <>
          <Tag tone="accent">{titled(standing[language], language)}</Tag>
          {line.procedure === 'simple' ? <Tag>{m.simple}</Tag> : null}
          {line.late ? <Tag>{m.late}</Tag> : null}
        </>
      }
      actions={
        <Button icon="chain" onClick={() => void copyText(window.location.href, m.copied, m.copy)}>
          {m.copy}
        </Button>
      }
      facts={
        <>
          <span>
            {fact(m.party)} {line.party.name}
            {line.party.title === null ? '' : ` · ${line.party.title}`}
          </span>
          <span>
            {fact(m.unit)} {seesUnits ? <Link to={`/units/${line.unitId}`}>{line.unitName}</Link> : line.unitName}{' '}
            {line.regionName[language]}
          </span>
          <span>
            {fact(m.authority)} {line.authorityName}
          </span>
          <span>
            {fact(m.cause)} {causeNames[line.cause][language]}
          </span>
          {foundOn === null ? null : (
            <span>
              {fact(m.foundOn)} {foundOn}
            </span>
          )}
        </>
      }
    />
  )
}
