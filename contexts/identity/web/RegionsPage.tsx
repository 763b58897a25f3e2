import { useState } from 'react'
import { Link, useFilters } from '../../../ui/address.tsx'
import { FindBox } from '../../../ui/FindBox.tsx'
import { Tag } from '../../../ui/Button.tsx'
import { Filters } from '../../../ui/Filters.tsx'
import { Icon } from '../../../ui/Icon.tsx'
import { dateText } from '../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/Page.tsx'
import { useRead } from '../../../ui/query.ts'
import { useNow } from '../../../ui/serverClock.ts'
import { useSession } from '../../../ui/session.ts'
import { Empty, Read } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { DayChip } from '../../../ui/choosing/DayChip.tsx'
import { messages } from './messages.ts'
import { mayHaveBelow } from '../../../ui/choosing/regionText.ts'
import type { Region } from './succession.ts'
import './identity.css'

const country = '000000'
const defaults = { find: '', on: '' }

/** The regions of the country as a tree, of today or of a past day; what is typed finds ended ones too. */
const RegionsPage = () => {
  const m = useMessages(messages)
  const { post } = useSession()
  const today = dateText(useNow(60_000))
  const [{ find, on }, setValues] = useFilters(defaults)
  const found = useRead(routes.regions, { query: { find } }, { enabled: find !== '', keepFormer: true })
  return (
    <>
      <PageHead title={m.region.title} note={m.region.note} />
      <Filters filters={[]} onChange={() => undefined}>
        <FindBox value={find} onChange={(text) => setValues({ find: text })} label={m.region.findLabel} placeholder={m.region.find} />
        <DayChip
          label={m.region.ofTime}
          value={on}
          face={m.region.today}
          max={today}
          onChange={(day) => setValues({ on: day === today ? '' : day })}
        />
      </Filters>
      {find === '' ? (
        <Branch
          key={on}
          parent={country}
          on={on}
          label={m.region.wholeTree}
          open={[`${post.regionCode.slice(0, 2)}0000`, post.regionCode.length >= 6 ? `${post.regionCode.slice(0, 4)}00` : '']}
        />
      ) : (
        <Read query={found} rows={6} what={m.region.title}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty title={m.region.nothingFound(find)} icon="region" />
            ) : (
              <ul className="identity-tree" aria-label={m.region.findLabel}>
                {rows.map((region) => (
                  <li key={region.code}>
                    <span className="identity-tree-row">
                      <RegionLine region={region} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      )}
    </>
  )
}

type BranchProps = { readonly parent: string; readonly on: string; readonly label: string; readonly open: readonly string[] }

/** The regions below one, each to be unfolded in its turn. */
const Branch = ({ parent, on, label, open }: BranchProps) => {
  const m = useMessages(messages)
  const query = useRead(routes.regions, { query: { parent, ...(on === '' ? {} : { on }) } })
  return (
    <Read query={query} rows={4} what={label}>
      {({ rows }) =>
        rows.length === 0 ? (
          <p className="identity-tree-none">{m.region.nothingBelow}</p>
        ) : (
          <ul className="identity-tree" aria-label={label}>
            {rows.map((region) => (
              <Node key={region.code} region={region} on={on} open={open} />
            ))}
          </ul>
        )
      }
    </Read>
  )
}

const Node = ({ region, on, open }: { region: Region; on: string; open: readonly string[] }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [unfolded, setUnfolded] = useState(open.includes(region.code))
  const name = language === 'zh' ? region.name : region.nameEn
  return (
    <li>
      <span className="identity-tree-row">
        {mayHaveBelow(region) ? (
          <button
            type="button"
            className="identity-tree-fold"
            aria-expanded={unfolded}
            aria-label={unfolded ? m.region.fold(name) : m.region.expand(name)}
            onClick={() => setUnfolded(!unfolded)}
          >
            <Icon name={unfolded ? 'down' : 'right'} size={12} />
          </button>
        ) : (
          <span className="identity-tree-fold" />
        )}
        <RegionLine region={region} />
      </span>
      {unfolded ? <Branch parent={region.code} on={on} label={m.region.belowOf(name)} open={open} /> : null}
    </li>
  )
}

/** One region in a list: both names, code, and what is special about it. */
const RegionLine = ({ region }: { region: Region }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  return (
    <>
      <Link to={`/regions/${region.code}`}>{language === 'zh' ? region.name : region.nameEn}</Link>
      <span className="al-code">{region.code}</span>
      <span className="identity-row-note" lang={language === 'zh' ? 'en' : 'zh-CN'}>
        {language === 'zh' ? region.nameEn : region.name}
      </span>
      {region.statisticalOnly ? <Tag>{m.region.statistical}</Tag> : null}
      {region.validTo === null ? null : <Tag tone="silent">{m.region.ended(region.validTo)}</Tag>}
    </>
  )
}

export default RegionsPage
