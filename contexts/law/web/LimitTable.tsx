import { useRef } from 'react'
import { Link, useNavigate } from '../../../ui/address.tsx'
import { Key, Tag } from '../../../ui/Button.tsx'
import { dateText } from '../../../ui/instant.ts'
import { useRowKeys } from '../../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../../ui/language.tsx'
import { Scroller } from '../../../ui/Scroller.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { addressOfLimit } from '../rules/address.ts'
import { messages } from './messages.ts'
import { ConfidenceTag, type Limit } from './parts.tsx'
import { clauseText, unitText, valueText } from './value.ts'

const keyTitles = {
  move: { zh: '上下移动', en: 'Move up and down' },
  open: { zh: '打开此条', en: 'Open the limit' },
}

/** Every limit under its standard. J and K move, Enter opens. */
export const LimitTable = ({ rows }: { rows: readonly Limit[] }) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const table = useRef<HTMLTableElement>(null)
  const [present] = useRowKeys(
    rows.length,
    {
      move: (index) => {
        const row = table.current?.querySelectorAll<HTMLElement>('tr[data-limit]')[index]
        row?.querySelector('a')?.focus({ preventScroll: true })
        row?.scrollIntoView({ block: 'nearest' })
      },
      open: (index) => {
        const row = rows[index]
        if (row) navigate(addressOfLimit(row.key))
      },
    },
    keyTitles,
  )
  const groups = [...Map.groupBy(rows, ({ standard }) => standard)]
  const placeOf = new Map(rows.map((row, index) => [row.key, index]))
  const { list } = m
  return (
    <>
      <Scroller label={m.title}>
        <table ref={table} className="law-table">
          <colgroup>
            <col />
            <col className="law-col-clause" />
            <col className="law-col-value" />
            <col className="law-col-own" />
            <col className="law-col-tag" />
            <col className="law-col-vouched" />
            <col className="law-col-uses" />
            <col className="law-col-tag" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">{list.limit}</th>
              <th scope="col">{list.clause}</th>
              <th scope="col" className="al-figure">
                {list.value}
              </th>
              <th scope="col" className="al-figure">
                {list.own}
              </th>
              <th scope="col">{list.confidence}</th>
              <th scope="col">{list.vouched}</th>
              <th scope="col">{list.usedIn}</th>
              <th scope="col" className="al-figure">
                {list.tightenedBy}
              </th>
            </tr>
          </thead>
          {groups.map(([standard, limits]) => (
            <tbody key={standard}>
              <tr className="law-group">
                <th scope="rowgroup" colSpan={8}>
                  {standard} <span>{[...new Set(limits.map(({ edition }) => edition))].join(' / ')}</span>
                  <span>{list.count(limits.length)}</span>
                </th>
              </tr>
              {limits.map((limit) => (
                <LimitRow key={limit.key} limit={limit} present={placeOf.get(limit.key) === present} />
              ))}
            </tbody>
          ))}
        </table>
      </Scroller>
      <p className="law-keys">
        <Key>J</Key>
        <Key>K</Key> {list.keys} <Key>↵</Key> {list.openRow}
      </p>
    </>
  )
}

const LimitRow = ({ limit, present }: { limit: Limit; present: boolean }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { list } = m
  const { own, vouched } = limit
  return (
    <tr data-limit={limit.key} className={present ? 'law-present' : ''}>
      <th scope="row">
        <Link to={addressOfLimit(limit.key)}>{limit[language]}</Link>
      </th>
      <td data-label={list.clause}>{clauseText(limit.clause, language)}</td>
      <td data-label={list.value} className="al-figure">
        <span className="law-cell" title={typeof limit.value === 'string' ? limit.value : undefined}>
          <b>{valueText(limit.value, m)}</b>
        </span>
        <span className="law-unit">{unitText(limit.unit, m)}</span>
      </td>
      <td data-label={list.own} className="al-figure">
        {own === null ? null : own.counts ? (
          <Tag tone="accent">
            {valueText(own.value, m)} {unitText(limit.unit, m)}
          </Tag>
        ) : (
          <s title={m.record.ownDoesNotCount}>{valueText(own.value, m)}</s>
        )}
      </td>
      <td data-label={list.confidence}>
        <ConfidenceTag confidence={limit.confidence} />
      </td>
      <td data-label={list.vouched}>
        {vouched === null ? null : (
          <span title={vouched.source}>
            <Icon name="check" size={12} /> {vouched.by ?? m.somebody} {dateText(vouched.at)}
          </span>
        )}
      </td>
      <td data-label={list.usedIn}>
        <Uses uses={limit.usedIn} />
      </td>
      <td data-label={list.tightenedBy} className="al-figure">
        {limit.tightenedBy === 0 ? null : list.organisations(limit.tightenedBy)}
      </td>
    </tr>
  )
}

const Uses = ({ uses }: { uses: Limit['usedIn'] }) => {
  const m = useMessages(messages)
  const say = useSay()
  const names = uses.map(({ name, title }) => (title === null ? name : say(title)))
  const [first] = names
  if (first === undefined) return null
  return (
    <span title={names.join('\n')}>
      {first}
      {names.length > 1 ? ` ${m.list.more(names.length)}` : ''}
    </span>
  )
}
