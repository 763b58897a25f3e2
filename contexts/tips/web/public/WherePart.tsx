import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../ui/api.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useTakenPosition } from '../../../../ui/position.ts'
import { routes } from '../../contract/index.ts'
import { publicMessages } from './messages.ts'
import { Step, Trouble } from './PublicPage.tsx'
import type { PartProps } from './WhatPart.tsx'

/** Four digits end in zeros at a city, and two at a county; what is below is finer than is needed. */
const isCity = (code: string): boolean => code.endsWith('00') && code.length === 6

const useRegions = (parent: string | undefined, enabled: boolean) =>
  useQuery({
    queryKey: ['tips.public.regions', parent ?? ''],
    queryFn: ({ signal }) => call(routes.tipRegions, parent === undefined ? {} : { query: { parent } }, { signal }),
    enabled,
    staleTime: Infinity,
  })

/** Regions one below the other, each choosing what the next offers, down to the county. */
const RegionFields = ({ draft, change }: PartProps) => {
  const { where: m } = useMessages(publicMessages)
  const say = useSay()
  const [first = '', second = ''] = draft.regions
  const above = useRegions(undefined, true)
  const below = useRegions(first, isCity(first))
  if (above.isError) {
    return (
      <Trouble>
        {m.failed}{' '}
        <button type="button" className="tips-plain" onClick={() => void above.refetch()}>
          ↻
        </button>
      </Trouble>
    )
  }
  if (above.data === undefined) return <p className="tips-help">{m.loading}</p>
  const rows = above.data.rows
  const whole = rows.some(({ code }) => isCity(code)) ? m.city : m.county
  return (
    <>
      <label className="tips-label" htmlFor="tips-city">
        {whole}
      </label>
      <select id="tips-city" value={first} onChange={(event) => change({ regions: [event.target.value] })}>
        <option value="">{m.choose}</option>
        {rows.map(({ code, name }) => (
          <option key={code} value={code}>
            {say(name)}
          </option>
        ))}
      </select>
      {isCity(first) ? (
        <>
          <label className="tips-label" htmlFor="tips-county">
            {m.county}
          </label>
          <select id="tips-county" value={second} onChange={(event) => change({ regions: [first, event.target.value] })}>
            <option value="">{below.isPending ? m.loading : m.choose}</option>
            {(below.data?.rows ?? []).map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ))}
          </select>
        </>
      ) : null}
    </>
  )
}

const PositionField = ({ draft, change }: PartProps) => {
  const { where: m } = useMessages(publicMessages)
  const { state, take } = useTakenPosition((position) => change({ position }))
  if (draft.position !== null) {
    return (
      <p className="tips-taken" role="status">
        <span>{m.positionTaken(Math.max(1, Math.round(draft.position.accuracyMetres)))}</span>
        <button type="button" className="tips-plain" onClick={() => change({ position: null })}>
          {m.positionRemove}
        </button>
      </p>
    )
  }
  return (
    <>
      <button type="button" className="tips-button" aria-describedby="tips-position-help" onClick={take}>
        {state === 'waiting' ? m.positionWaiting : m.position}
      </button>
      <p className="tips-help" id="tips-position-help">
        {state === 'failed' ? m.positionFailed : m.positionHelp}
      </p>
    </>
  )
}

/** Where it is: the poster says the region, or the person chooses; words for the rest, a position only if he wants. */
export const WherePart = ({ draft, change, known }: PartProps & { readonly known: boolean }) => {
  const { where: m } = useMessages(publicMessages)
  return (
    <Step number={2} title={m.title}>
      {known ? null : <RegionFields draft={draft} change={change} />}
      <label className="tips-label" htmlFor="tips-place">
        {known ? m.placeKnown : m.place}
      </label>
      <input
        id="tips-place"
        type="text"
        maxLength={200}
        autoComplete="off"
        value={draft.place}
        placeholder={m.placePlaceholder}
        onChange={(event) => change({ place: event.target.value })}
      />
      <PositionField draft={draft} change={change} />
    </Step>
  )
}
