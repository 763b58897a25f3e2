import { useState, type ReactNode } from 'react'
import { Link } from './address.tsx'
import { Icon } from './Icon.tsx'
import { dayText, type Instant } from './instant.ts'
import { useMessages } from './language.tsx'
import { Scroller } from './Scroller.tsx'
import { Stale } from './states.tsx'
import { words } from './words.ts'
import './Figures.css'

export type TrendPoint = { readonly at: Instant; readonly value: number }

export type Figure = {
  readonly key: string
  readonly name: string
  /** Ready to be read, with its decimals: `92.0`. */
  readonly value: string
  readonly unit: string
  /** What the figure is made of. */
  readonly note?: ReactNode
  /** What it is to be held against. */
  readonly compared?: ReactNode
  readonly trend?: readonly TrendPoint[] | undefined
  /** The list of the records that are counted. */
  readonly to?: string | undefined
  /** Not heard from since then: the figure stands hatched. */
  readonly staleSince?: Instant | undefined
}

export type FigureStripProps = {
  readonly figures: readonly Figure[]
  readonly label: string
}

/** Figures side by side with their trend; every one opens its records, and all can be read as a table. */
export const FigureStrip = ({ figures, label }: FigureStripProps) => {
  const m = useMessages(words)
  const [asTable, setAsTable] = useState(false)
  return (
    <section className="al-figures" aria-label={label}>
      <button
        type="button"
        className="al-figures-toggle"
        aria-pressed={asTable}
        title={asTable ? m.asChart : m.asTable}
        onClick={() => setAsTable(!asTable)}
      >
        <Icon name="table" size={12} />
        <span className="al-unseen">{m.asTable}</span>
      </button>
      {asTable ? (
        <FigureTable figures={figures} label={label} />
      ) : (
        figures.map((figure) => <FigureBlock key={figure.key} figure={figure} />)
      )}
    </section>
  )
}

const FigureBlock = ({ figure }: { figure: Figure }) => {
  const m = useMessages(words)
  return (
    <div className={figure.staleSince === undefined ? 'al-figure-block' : 'al-figure-block al-figure-stale'}>
      <p className="al-figure-name">{figure.name}</p>
      <p className="al-figure-value">
        {figure.to === undefined ? (
          <b>{figure.value}</b>
        ) : (
          <Link to={figure.to} aria-label={`${figure.value} ${figure.unit}, ${m.openRecords(figure.name)}`}>
            <b>{figure.value}</b>
          </Link>
        )}
        <span>{figure.unit}</span>
      </p>
      {figure.trend && figure.trend.length > 1 ? <Sparkline points={figure.trend} /> : null}
      <p className="al-figure-notes">
        <span>{figure.note}</span>
        <span>{figure.compared}</span>
      </p>
      {figure.staleSince === undefined ? null : <Stale since={figure.staleSince} />}
    </div>
  )
}

const FigureTable = ({ figures, label }: FigureStripProps) => {
  const m = useMessages(words)
  const days = figures.find((figure) => figure.trend && figure.trend.length > 0)?.trend ?? []
  return (
    <div className="al-figure-table">
      <Scroller label={label}>
        <table>
          <tbody>
            <tr>
              <th scope="col">{m.figures.name}</th>
              <th scope="col">{m.figures.present}</th>
              {days.map((point) => (
                <th key={String(point.at)} scope="col">
                  {dayText(point.at)}
                </th>
              ))}
            </tr>
            {figures.map((figure) => (
              <tr key={figure.key}>
                <th scope="row">{figure.name}</th>
                <td>
                  <b>{figure.value}</b> {figure.unit}
                </td>
                {days.map((point, index) => (
                  <td key={String(point.at)}>{figure.trend?.[index]?.value ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </div>
  )
}

/** The line of a trend between its least and its greatest value, the present marked by the accent. */
export const Sparkline = ({ points, height = 36 }: { points: readonly TrendPoint[]; height?: number | undefined }) => {
  const values = points.map((point) => point.value)
  const least = Math.min(...values)
  const span = Math.max(...values) - least
  // What never changed runs through the middle: neither low nor high.
  const y = (value: number): number => 3 + (span === 0 ? 0.5 : 1 - (value - least) / span) * (height - 8)
  const x = (index: number): number => (index / (points.length - 1)) * 100
  const line = values.map((value, index) => `${index === 0 ? 'M' : 'L'}${x(index).toFixed(2)} ${y(value).toFixed(2)}`).join('')
  return (
    <span className="al-sparkline" style={{ height }} aria-hidden="true">
      <svg width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" focusable="false">
        <path d={`M0 ${height - 0.5}H100`} className="al-sparkline-base" vectorEffect="non-scaling-stroke" />
        <path d={line} vectorEffect="non-scaling-stroke" />
      </svg>
      <span style={{ top: y(values.at(-1) ?? 0) }} />
    </span>
  )
}
