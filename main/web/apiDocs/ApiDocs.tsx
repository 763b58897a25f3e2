import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { roles, type Role } from '../../../kernel/actor.ts'
import { useFilters } from '../../../ui/address.tsx'
import { ConnectionLost, ServerFault } from '../../../ui/api.ts'
import { SearchInput } from '../../../ui/fields.tsx'
import { useLanguage, useMessages, useSay } from '../../../ui/language.tsx'
import { DescriptionList, PageHead, PlainTable, Section } from '../../../ui/Page.tsx'
import { roleNames } from '../../../ui/roles.ts'
import { Empty, Read } from '../../../ui/states.tsx'
import { operationsIn, summaryIn, type Operation, type OperationsOfRoom } from './document.ts'
import { messages } from './messages.ts'
import './ApiDocs.css'

const address = '/api/openapi.json'

/** The document stands beside the rooms' routes: no contract names it, and `call` cannot read it. */
const readDocument = async (signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(address, { signal, headers: { Accept: 'application/json' } }).catch((problem: unknown) => {
    throw signal.aborted ? problem : new ConnectionLost(problem)
  })
  if (!response.ok) throw new ServerFault(response.status, null)
  return response.json()
}

const defaults = { find: '' }

const matching = (rooms: readonly OperationsOfRoom[], find: string): readonly OperationsOfRoom[] => {
  const text = find.trim().toLowerCase()
  if (text === '') return rooms
  const fits = (operation: Operation): boolean =>
    [operation.path, operation.summary, operation.action, operation.id].some((part) => part.toLowerCase().includes(text))
  return rooms.map((room) => ({ ...room, operations: room.operations.filter(fits) })).filter(({ operations }) => operations.length > 0)
}

/** Every route of the product, as a caller needs to know it; made from the same document that tools read. */
const ApiDocs = () => {
  const m = useMessages(messages)
  const [{ find }, setValues] = useFilters(defaults)
  const query = useQuery({ queryKey: [address], queryFn: ({ signal }) => readDocument(signal), staleTime: Infinity })
  const rooms = useMemo(() => operationsIn(query.data), [query.data])
  const shown = useMemo(() => matching(rooms, find), [rooms, find])
  return (
    <>
      <PageHead title={m.title} note={m.note} aside={<a href={address}>{m.raw}</a>} rule={false} />
      <div className="api-docs-find">
        <SearchInput value={find} onChange={(text) => setValues({ find: text })} label={m.findLabel} placeholder={m.find} />
      </div>
      <Read query={query} rows={10} what={m.read}>
        {() =>
          shown.length === 0 ? (
            <Empty title={m.nothing(find)} icon="search" />
          ) : (
            shown.map(({ room, operations }) => (
              <Section key={room} title={room} note={m.count(operations.length)}>
                <ul className="api-docs-list">
                  {operations.map((operation) => (
                    <OperationRow key={operation.id} operation={operation} />
                  ))}
                </ul>
              </Section>
            ))
          )
        }
      </Read>
    </>
  )
}

const OperationRow = ({ operation }: { operation: Operation }) => {
  const { language } = useLanguage()
  const [open, setOpen] = useState(false)
  return (
    <li>
      <button type="button" className="api-docs-row" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span className={operation.method === 'GET' ? 'api-docs-method' : 'api-docs-method api-docs-writes'}>{operation.method}</span>
        <code>{operation.path}</code>
        <span className="api-docs-summary">{summaryIn(operation.summary, language)}</span>
      </button>
      {open ? <OperationDetails operation={operation} /> : null}
    </li>
  )
}

const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

const OperationDetails = ({ operation }: { operation: Operation }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const { parameters, answer, refusals, action, scope, grantedTo } = operation
  const scopes: Readonly<Record<string, string>> = m.scopes
  const who = operation.open
    ? m.public
    : action === 'signedIn'
      ? m.everyone
      : grantedTo.map((role) => (isRole(role) ? say(roleNames[role]) : role)).join(language === 'zh' ? '、' : ', ')
  return (
    <div className="api-docs-details">
      <DescriptionList
        terms={[
          { term: m.action, detail: <code>{action}</code> },
          { term: m.who, detail: who },
          { term: m.scope, detail: scopes[scope] ?? scope },
          {
            term: m.answer,
            detail: (
              <>
                {answer.status} <code>{answer.shape === '' ? m.nothingBack : answer.shape}</code>
              </>
            ),
          },
          {
            term: m.refusals,
            detail: (
              <ul className="api-docs-refusals">
                {refusals.map(({ status, codes }) => (
                  <li key={status}>
                    {status} <code>{codes.join(' ')}</code>
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {parameters.length === 0 ? (
        <p className="al-quiet">{m.noParameters}</p>
      ) : (
        <PlainTable
          caption={`${m.parameters} ${operation.method} ${operation.path}`}
          head={[m.parameters, m.place, '', m.shape]}
          rows={parameters.map((parameter) => [
            <code key="name">{parameter.name === '' ? m.bytes : parameter.name}</code>,
            m.places[parameter.place],
            parameter.required ? m.required : m.optional,
            <code key="shape">{parameter.shape}</code>,
          ])}
        />
      )}
    </div>
  )
}

export default ApiDocs
