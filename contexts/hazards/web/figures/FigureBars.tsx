import type { Value } from './figureTable.ts'

export type Bar = { readonly key: string; readonly name: string; readonly value: Value; readonly text: string }

/** The number above a bar and the name below it take so much of the height. */
const writingPixels = 44

type FigureBarsProps = {
  readonly bars: readonly Bar[]
  /** The bar that the accent marks: the present month. */
  readonly present: string | null
}

/** Bars from zero with their numbers on them. The table below says the same aloud, so they are silent. */
export const FigureBars = ({ bars, present }: FigureBarsProps) => {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0))
  return (
    <div className="hazards-bars" aria-hidden="true">
      {bars.map(({ key, name, value, text }) => (
        <div key={key} className={key === present ? 'hazards-bar hazards-bar-present' : 'hazards-bar'}>
          <span className="hazards-bar-value">{text}</span>
          <span className="hazards-bar-fill" style={{ height: `calc((100% - ${writingPixels}px) * ${(value ?? 0) / most})` }} />
          <span className="hazards-bar-name" title={name}>
            {name}
          </span>
        </div>
      ))}
    </div>
  )
}
