import { useEffect, useSyncExternalStore } from 'react'
import { RefusalError } from '../../../../ui/api.ts'
import { Link, useFilters, usePathParameters } from '../../../../ui/address.tsx'
import { ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Columns, DescriptionList, PageHead, Section } from '../../../../ui/Page.tsx'
import { useRead } from '../../../../ui/query.ts'
import { useNow } from '../../../../ui/serverClock.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import { routes } from '../../contract/index.ts'
import { sectors } from '../../rules/criteria/checklist.ts'
import { Confidence } from './Confidence.tsx'
import { messages } from './messages.ts'
import { itemHolds, standingOn, type Checklist, type Item } from './records.ts'
import { useScopeText } from './ScopeText.tsx'
import './criteria.css'

const defaults = { edition: '', on: '', find: '' }

/** One edition of a checklist: each item with its clause, whether it makes a hazard major, and how it is checked. */
const ChecklistPage = () => {
  const m = useMessages(messages)
  const { key } = usePathParameters<'key'>()
  const [{ edition, on }] = useFilters(defaults)
  const query = useRead(
    routes.checklist,
    { params: { key }, query: { ...(edition === '' ? {} : { edition }), ...(on === '' ? {} : { on }) } },
    { keepFormer: true },
  )
  if (query.error instanceof RefusalError && query.error.code === 'CHECKLIST_UNKNOWN' && query.data === undefined)
    return (
      <Empty title={m.unknown} icon="question" action={<ButtonLink to="/checklists">{m.back}</ButtonLink>}>
        {m.unknownNext}
      </Empty>
    )
  return (
    <Read query={query} rows={12} what={m.title}>
      {(list) => <Shown list={list} />}
    </Read>
  )
}

const Shown = ({ list }: { list: Checklist }) => {
  const m = useMessages(messages)
  const say = useSay()
  const scopeText = useScopeText()
  const [{ find }, setValues] = useFilters(defaults)
  const items = find === '' ? list.items : list.items.filter((item) => itemHolds(item, find))
  return (
    <>
      <PageHead
        title={say(list.title)}
        crumbs={[{ title: m.title, to: '/checklists' }, { title: say(sectors[list.sector]) }]}
        marks={
          <>
            <Tag>{list.purpose === 'major' ? m.major : m.routine}</Tag>
            <Confidence value={list.confidence} />
          </>
        }
        facts={
          <>
            {list.documentNumber === null ? null : <span>{list.documentNumber}</span>}
            <span>
              {m.edition} {list.edition}
            </span>
            <span>{m.inForceRange(list.inForceFrom, list.inForceTo)}</span>
          </>
        }
      />
      <Columns side={<Side list={list} />}>
        <Section
          title={m.items}
          rule="none"
          note={m.shown(items.length, list.items.length)}
          aside={
            list.items.length > 0 ? (
              <FindBox value={find} onChange={(text) => setValues({ find: text })} label={m.findInLabel} placeholder={m.findIn} />
            ) : undefined
          }
        >
          {list.items.length === 0 ? <p className="hazards-criteria-gap">{m.noItems}</p> : null}
          {list.items.length > 0 && items.length === 0 ? <p className="al-quiet">{m.noMatch(find)}</p> : null}
          <ol className="hazards-criteria-items">
            {items.map((item) => (
              <ItemRow key={item.key} item={item} scope={scopeText(item.appliesTo)} />
            ))}
          </ol>
        </Section>
      </Columns>
    </>
  )
}

const followHash = (tell: () => void): (() => void) => {
  window.addEventListener('hashchange', tell)
  return () => window.removeEventListener('hashchange', tell)
}

/** The item that the address names behind its `#`. */
const useNamedItem = (): string => useSyncExternalStore(followHash, () => decodeURIComponent(window.location.hash.slice(1)))

const ItemRow = ({ item, scope }: { item: Item; scope: string | null }) => {
  const m = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const named = useNamedItem() === item.key
  useEffect(() => {
    // The page comes after the address: what the anchor names is brought into sight once it stands.
    if (named) document.getElementById(item.key)?.scrollIntoView({ block: 'center' })
  }, [named, item.key])
  return (
    <li id={item.key} className={named ? 'hazards-criteria-named' : undefined}>
      <p className="hazards-criteria-item">{item[language]}</p>
      <p className="hazards-criteria-about">
        {item.makesMajor ? <LevelChip level={1} word={m.isMajor} /> : null}
        <span>
          {m.clause} {item.clause}
        </span>
        <a href={`#${item.key}`} aria-label={`${m.link} ${item.key}`}>
          {item.key}
        </a>
        <Confidence value={item.confidence} />
        {scope === null ? null : (
          <span>
            {m.appliesTo} {scope}
          </span>
        )}
      </p>
      {item.howToCheck === null ? null : (
        <p className="hazards-criteria-how">
          <b>{m.howToCheck}</b> {say(item.howToCheck)}
        </p>
      )}
    </li>
  )
}

const Side = ({ list }: { list: Checklist }) => {
  const m = useMessages(messages)
  const say = useSay()
  const scopeText = useScopeText()
  const mayAdd = useMay('criteria.add')
  const today = dateText(useNow(60_000))
  const all = useRead(routes.checklists, { query: {} })
  const editions = (all.data ?? [])
    .filter(({ key }) => key === list.key)
    .toSorted((one, other) => other.inForceFrom.localeCompare(one.inForceFrom))
  return (
    <>
      <Section title={m.editions} rule="none">
        <ul className="hazards-criteria-editions">
          {editions.map((each) => (
            <li key={each.edition}>
              <Link
                to={`/checklists/${each.key}?edition=${encodeURIComponent(each.edition)}`}
                aria-current={each.edition === list.edition ? 'page' : undefined}
              >
                {each.edition}
              </Link>
              <span>{m[standingOn(each, today)]}</span>
              <span className="al-quiet">
                {m.inForceRange(each.inForceFrom, each.inForceTo)} · {m.itemCount(each.items)}
              </span>
            </li>
          ))}
        </ul>
        {mayAdd ? (
          <ButtonLink icon="plus" to={`/checklists/new?from=${list.key}&edition=${encodeURIComponent(list.edition)}`}>
            {m.add}
          </ButtonLink>
        ) : null}
      </Section>
      <Section title={m.source} rule="line">
        <DescriptionList
          terms={[
            { term: m.source, detail: list.source },
            { term: m.document, detail: list.documentNumber ?? '—' },
            { term: m.appliesTo, detail: scopeText(list.appliesTo) ?? m.everybody },
            { term: m.confidence, detail: m.confidenceHelp[list.confidence] },
          ]}
        />
        {list.note === null ? null : <p className="hazards-criteria-note">{say(list.note)}</p>}
      </Section>
    </>
  )
}

export default ChecklistPage
