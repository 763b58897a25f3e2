import { useState } from 'react'
import { distanceMetres } from '../../../../kernel/geometry.ts'
import { Button } from '../../../../ui/Button.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useNow } from '../../../../ui/serverClock.ts'
import { useTakenPosition } from '../../../../ui/position.ts'
import type { Fix } from '../../rules/hazard.ts'
import { messages } from './messages.ts'

export type PositionFieldProps = {
  readonly value: Fix | null
  readonly onChange: (position: Fix | null) => void
  /** Where the hazard was found. */
  readonly place: Fix | null
}

/** A worse accuracy is not recorded. */
const widestMetres = 100_000

/** A position taken now, with its accuracy, its age, and how far it lies from the hazard. */
export const PositionField = ({ value, onChange, place }: PositionFieldProps) => {
  const m = useMessages(messages)
  const now = useNow(1_000)
  const [takenAt, setTakenAt] = useState<number | null>(null)
  const { state, take } = useTakenPosition(({ lng, lat, accuracyMetres }) => {
    onChange({ lng, lat, accuracyMetres: Math.min(accuracyMetres, widestMetres) })
    setTakenAt(now)
  })
  const parts =
    value === null
      ? [state === 'failed' ? m.form.positionRefused : m.form.positionHelp]
      : [
          m.form.positionGot(value.lng.toFixed(5), value.lat.toFixed(5), Math.round(value.accuracyMetres)),
          takenAt === null ? null : m.form.positionAge(Math.max(0, Math.round((now - takenAt) / 1000))),
          place === null ? null : m.form.positionDistance(Math.round(distanceMetres(place, value))),
        ]
  return (
    <div className="al-field">
      <span className="hazard-label">{m.fields.position}</span>
      <div className="hazard-position">
        <Button icon="pin" busy={state === 'waiting'} onClick={take}>
          {state === 'waiting' ? m.form.positionWaiting : value === null ? m.form.positionTake : m.form.positionAgain}
        </Button>
        <span className={value === null ? 'al-quiet' : ''} aria-live="polite">
          {parts.filter((part) => part !== null).join(' · ')}
        </span>
      </div>
    </div>
  )
}
