import { useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useMessages } from './language.tsx'
import { trackGeometry } from './trackGeometry.ts'
import { words } from './words.ts'
import './StateTrack.css'

export type TrackStep = {
  readonly key: string
  readonly name: string
  /** When and by whom, or when it is due. */
  readonly detail?: ReactNode
}

export type TrackReturn = { readonly from: number; readonly to: number; readonly text: string }

export type StateTrackProps = {
  readonly steps: readonly TrackStep[]
  /** The index of the present step; `steps.length` when all are walked. */
  readonly present: number
  /** Times the work was turned back, with date and reason. */
  readonly returns?: readonly TrackReturn[] | undefined
  /** What the closing half-circle says: a loop that recurs is joined to the former one. */
  readonly closing?: string | undefined
  readonly label: string
}

const roomyPixels = 620

/**
 * The closed loop as a racetrack: out by the one who finds, back by the one who verifies. What was walked is
 * double ink, the present step has the accent, what is to come is grey. On a narrow screen it is a list.
 */
export const StateTrack = ({ steps, present, returns = [], closing, label }: StateTrackProps) => {
  const m = useMessages(words)
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    setWidth(element.clientWidth)
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const roomy = width >= roomyPixels
  const drawing = trackGeometry(steps.length, width)
  const stateOf = (index: number): 'done' | 'present' | 'future' => (index < present ? 'done' : index === present ? 'present' : 'future')
  return (
    <div ref={box} className={roomy ? 'al-track al-track-drawn' : 'al-track'} style={roomy ? { height: drawing.height } : {}}>
      {roomy ? (
        <svg width={width} height={drawing.height} aria-hidden="true" focusable="false">
          {drawing.legs.map((leg, index) =>
            index < present ? (
              <g key={leg}>
                <path d={leg} className="al-track-walked" />
                <path d={leg} className="al-track-walked-core" />
              </g>
            ) : (
              <path key={leg} d={leg} className="al-track-ahead" />
            ),
          )}
          {closing === undefined ? null : <path d={drawing.closing} className="al-track-closing" />}
          {returns.map((turn) => (
            <path key={`${turn.from}-${turn.to}-${turn.text}`} d={drawing.returnFrom(turn.from, turn.to)} className="al-track-return" />
          ))}
          {drawing.points.map((point, index) => (
            <g key={index} transform={`translate(${point.x} ${point.y})`} className={`al-track-point-${stateOf(index)}`}>
              {stateOf(index) === 'present' ? <circle r="13" className="al-track-halo" /> : null}
              <circle r={stateOf(index) === 'present' ? 8 : 7} />
              {stateOf(index) === 'done' ? <path d="M-3 .2-.8 2.5 3.2-2.2" /> : null}
            </g>
          ))}
        </svg>
      ) : null}
      <ol aria-label={label}>
        {steps.map((step, index) => {
          const point = drawing.points[index]
          const place = roomy && point ? { left: point.x, top: point.y, width: drawing.labelWidth } : {}
          return (
            <li
              key={step.key}
              className={`al-track-${stateOf(index)} al-track-${point?.above === true ? 'above' : 'below'}${returns.some((turn) => turn.to === index) ? ' al-track-target' : ''}`}
              style={place}
              aria-current={index === present ? 'step' : undefined}
            >
              <span className="al-track-name">
                {step.name}
                {index === present ? ` · ${m.track.present}` : ''}
              </span>
              <span className="al-unseen">{m.track[stateOf(index)]}</span>
              {step.detail === undefined ? null : <span className="al-track-detail">{step.detail}</span>}
            </li>
          )
        })}
      </ol>
      {returns.length === 0 ? null : (
        <ul className="al-track-returns">
          {returns.map((turn) => (
            <li key={`${turn.from}-${turn.to}-${turn.text}`}>{turn.text}</li>
          ))}
        </ul>
      )}
      {closing !== undefined && roomy ? <span className="al-track-closing-text">{closing}</span> : null}
    </div>
  )
}

/** The same loop in a row of a list: seven dots, or as many as it has steps. */
export const StateDots = ({ total = 7, present, name }: { total?: number | undefined; present: number; name: string }) => {
  const m = useMessages(words)
  const step = 10
  const width = (total - 1) * step + 8
  return (
    <span className="al-dots">
      <svg width={width} height="10" aria-hidden="true" focusable="false">
        <path d={`M4 5H${width - 4}`} stroke="var(--line-2)" />
        <path d={`M4 5H${4 + Math.min(present, total - 1) * step}`} stroke="var(--ink-2)" strokeWidth="1.4" />
        {Array.from({ length: total }, (_, index) => (
          <circle
            key={index}
            cx={4 + index * step}
            cy="5"
            r={index === present ? 3.5 : index < present ? 1.8 : 2}
            fill={index === present ? 'var(--accent)' : index < present ? 'var(--ink-2)' : 'var(--paper)'}
            stroke={index > present ? 'var(--line-2)' : 'none'}
          />
        ))}
      </svg>
      <span aria-hidden="true">{name}</span>
      <span className="al-unseen">{m.track.aloud(Math.min(present + 1, total), total, name)}</span>
    </span>
  )
}
