import { useMessages } from './language.tsx'
import { words } from './words.ts'
import './LevelChip.css'

/** The four legal levels: 1 重大, 2 较大, 3 一般, 4 低. */
export type Level = 1 | 2 | 3 | 4

const strata = [4, 3, 2, 1] as const

/** Four strata, filled from below up to the level; the word always stands beside it. */
export const Strata = ({ level }: { level: Level }) => (
  <svg className="al-strata" width="11" height="11" viewBox="0 0 11 11" aria-hidden="true" focusable="false">
    {strata.map((stratum, row) => (
      <rect key={stratum} x="0" y={9 - row * 3} width="11" height="2" fill="currentColor" opacity={stratum >= level ? 1 : 0.3} />
    ))}
  </svg>
)

export type LevelChipProps = {
  readonly level: Level
  /** Another word for the level, where the law has one (一级, 特别重大). */
  readonly word?: string | undefined
  /** Solid only for the open alarm or the title of the record. */
  readonly solid?: boolean | undefined
}

/** A legal level, by colour, by strata and by its word. */
export const LevelChip = ({ level, word, solid }: LevelChipProps) => {
  const m = useMessages(words)
  return (
    <span className={`al-level al-level-${level}${solid === true ? ' al-level-solid' : ''}`}>
      <Strata level={level} />
      {word ?? m.level[level]}
    </span>
  )
}
