import { useState } from 'react'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Tag } from '../Button.tsx'
import { SearchInput } from '../fields.tsx'
import { Icon } from '../Icon.tsx'
import { useLanguage, useMessages } from '../language.tsx'
import { useSession } from '../session.ts'
import { Read } from '../states.tsx'
import { usePickerKeys } from './keys.ts'
import { mayHaveBelow, regionName } from './regionText.ts'
import { choosingWords } from './words.ts'
import './choosing.css'

type Named = { readonly code: string; readonly name: string; readonly nameEn: string }

export type RegionRow = Named & { readonly level: string; readonly statisticalOnly: boolean; readonly validTo: string | null }

/** A region with its path, and what it became if it ended. */
export type RegionAnswer = {
  readonly region: Named
  readonly path: readonly Named[]
  readonly became: readonly Named[]
}

/** How a room asks for regions; both are hooks. */
export type RegionAsking = {
  /** The region of a code; nothing is asked for an empty code. */
  readonly useRegion: (code: string) => UseQueryResult<RegionAnswer>
  /** The regions directly below one, or those that a name or code finds. */
  readonly useRegions: (
    query: { readonly parent: string } | { readonly find: string },
  ) => UseQueryResult<{ readonly rows: readonly RegionRow[] }>
}

export type RegionTreeProps = {
  readonly onPick: (code: string) => void
  /** Where the tree is open at first; absent: at the region of the post. */
  readonly from?: string | undefined
  /** The region that is chosen now. */
  readonly chosen?: string | undefined
}

type Asked = { readonly asking: RegionAsking }

/** The code of the whole country. */
export const country = '000000'

/** The tree of regions, one level at a time, or the regions that a typed name or code finds. Arrow keys move, right goes down. */
export const RegionTree = ({ asking, onPick, from, chosen }: RegionTreeProps & Asked) => {
  const m = useMessages(choosingWords)
  const { post } = useSession()
  const [find, setFind] = useState('')
  const [at, setAt] = useState(from ?? post.regionCode)
  const text = find.trim()
  const rows = asking.useRegions(text === '' ? { parent: at } : { find: text })
  const keys = usePickerKeys()
  return (
    <div className="al-choosing" {...keys}>
      <SearchInput value={find} onChange={setFind} label={m.region.label} placeholder={m.region.find} />
      {text === '' ? <Place asking={asking} at={at} onGo={setAt} onPick={onPick} /> : null}
      <div className="al-choosing-rows">
        <Read query={rows} rows={6} what={m.region.title}>
          {({ rows: found }) =>
            found.length === 0 ? (
              <p className="al-choosing-none">{text === '' ? m.region.nothingBelow : m.nothingFound(text)}</p>
            ) : (
              <ul>
                {found.map((region) =>
                  region.validTo === null ? (
                    <Row
                      key={region.code}
                      region={region}
                      chosen={region.code === chosen}
                      onPick={onPick}
                      onGo={text === '' ? setAt : undefined}
                    />
                  ) : (
                    <EndedRow key={region.code} asking={asking} region={region} onPick={onPick} />
                  ),
                )}
              </ul>
            )
          }
        </Read>
      </div>
    </div>
  )
}

/** Where in the tree one stands: each level above can be gone to, the present one chosen. */
const Place = ({ asking, at, onGo, onPick }: Asked & { at: string; onGo: (code: string) => void; onPick: (code: string) => void }) => {
  const m = useMessages(choosingWords)
  const { language } = useLanguage()
  const { data } = asking.useRegion(at)
  const path = data?.path ?? []
  const here = path.at(-1)
  return (
    <div className="al-choosing-place">
      <span>
        <button type="button" onClick={() => onGo(country)}>
          {m.region.country}
        </button>
        {path.map((region) => (
          <button key={region.code} type="button" onClick={() => onGo(region.code)} aria-current={region.code === at ? 'true' : undefined}>
            {regionName(region, language)}
          </button>
        ))}
      </span>
      {here ? (
        <Button onClick={() => onPick(here.code)} aria-label={m.region.choose(regionName(here, language))}>
          {m.region.chooseThis}
        </Button>
      ) : null}
    </div>
  )
}

type RowProps = { readonly region: RegionRow; readonly onPick: (code: string) => void }

const Row = ({ region, chosen, onPick, onGo }: RowProps & { chosen: boolean; onGo: ((code: string) => void) | undefined }) => {
  const m = useMessages(choosingWords)
  const { language } = useLanguage()
  const name = regionName(region, language)
  const goes = onGo !== undefined && mayHaveBelow(region)
  return (
    <li className="al-pick-row">
      <button
        type="button"
        className="al-pick"
        data-pick
        aria-pressed={chosen}
        onClick={() => onPick(region.code)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' && goes) onGo(region.code)
        }}
      >
        {name}
        <span className="al-code">{region.code}</span>
        {region.statisticalOnly ? <Tag>{m.region.statistical}</Tag> : null}
      </button>
      {goes ? (
        <button type="button" className="al-pick-down" aria-label={m.region.belowOf(name)} onClick={() => onGo(region.code)}>
          {m.region.below}
          <Icon name="right" size={12} />
        </button>
      ) : null}
    </li>
  )
}

/** A region that ended cannot be chosen; what it became can. */
const EndedRow = ({ asking, region, onPick }: RowProps & Asked) => {
  const m = useMessages(choosingWords)
  const { language } = useLanguage()
  const { data } = asking.useRegion(region.code)
  return (
    <li className="al-pick-row al-pick-ended">
      <span>
        {regionName(region, language)}
        <span className="al-code">{region.code}</span>
        {m.region.ended(region.validTo ?? '')}
      </span>
      <span>
        {m.region.becameNow}
        {data?.became.map((successor) => (
          <button key={successor.code} type="button" className="al-pick" data-pick onClick={() => onPick(successor.code)}>
            {regionName(successor, language)}
            <span className="al-code">{successor.code}</span>
          </button>
        ))}
      </span>
    </li>
  )
}
