import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PlainTable } from '../../../ui/Page.tsx'
import { roleNames } from '../../../ui/roles.ts'
import { diffRows, valueText, type ValueWords } from './stepDiff.ts'
import { isRole } from './isRole.ts'
import { messages } from './messages.ts'

/** Codes and fields in words; what has no word stays as it was recorded. */
const useValueWords = (): ValueWords & { readonly field: (field: string) => string } => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const fields: Readonly<Record<string, string>> = m.audit.fields
  const codes: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    kind: m.kinds,
    line: m.lines,
    changed: fields,
    revealed: fields,
  }
  return {
    yes: m.words.yes,
    no: m.words.no,
    nothing: m.words.none,
    separator: language === 'zh' ? '、' : ', ',
    role: (role) => (isRole(role) ? roleNames[role][language] : role),
    code: (field, code) => codes[field]?.[code],
    field: (field) => fields[field] ?? field,
  }
}

/** What a step changed: what is new in ink, what was before struck through, the rest quiet. */
export const AuditDiff = ({ before, after, caption }: { before: unknown; after: unknown; caption: string }) => {
  const m = useMessages(messages)
  const words = useValueWords()
  const rows = diffRows(before, after)
  if (rows.length === 0) return <p className="al-quiet">{m.audit.noValues}</p>
  return (
    <PlainTable
      caption={caption}
      head={[m.audit.field, m.audit.before, m.audit.after]}
      rows={rows.map((row) => {
        const [from, to] = [valueText(row.field, row.before, words), valueText(row.field, row.after, words)]
        return [
          <span key="field" className="al-quiet">
            {words.field(row.field)}
          </span>,
          row.changed && from !== '' ? <del key="before">{from}</del> : <span key="before">{from}</span>,
          row.changed && to !== '' ? <ins key="after">{to}</ins> : <span key="after">{to}</span>,
        ]
      })}
    />
  )
}
