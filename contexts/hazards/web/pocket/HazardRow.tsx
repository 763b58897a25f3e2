import { dayText } from '../../../../ui/instant.ts'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { PocketRow } from '../../../../ui/pocket/PocketPage.tsx'
import { RemainingText } from '../../../../ui/RemainingText.tsx'
import { levelNames, stateNames } from '../../contract/names.ts'
import { messages } from './messages.ts'
import type { HazardRecord, OwedThing } from './packShape.ts'

const levels = { major: 1, general: 3 } as const

/** The level of a hazard as its chip; nothing before it was classified. */
export const HazardLevel = ({ level, solid }: { level: HazardRecord['line']['level']; solid?: boolean }) => {
  const { language } = useLanguage()
  if (level === null) return null
  return <LevelChip level={levels[level]} word={levelNames[level][language]} solid={solid} />
}

/** One hazard in a list of the pocket: what, where, what is owed, how long is left. */
export const HazardRow = ({ record: { line }, owed }: { record: HazardRecord; owed?: OwedThing | undefined }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const kinds: Readonly<Record<string, string>> = m.kinds
  const step = owed === undefined ? stateNames[line.state][language] : (kinds[owed.kind] ?? stateNames[line.state][language])
  const due = owed?.stepDueAt ?? owed?.lawDueAt ?? line.stepDueAt
  return (
    <PocketRow
      to={`/m/hazards/${line.unitId}/${line.hazardId}`}
      title={line.description}
      detail={
        <>
          <HazardLevel level={line.level} /> {line.unitName} · {step}
          {line.dueOn === null ? '' : ` · ${m.due(dayText(`${line.dueOn}T00:00:00+08:00`))}`}
        </>
      }
      aside={due === null ? undefined : <RemainingText dueAt={due} />}
    />
  )
}
