import { distanceMetres } from '../../../../kernel/geometry.ts'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import type { Fix } from '../../../../ui/outbox/records.ts'
import type { Position } from '../../../../ui/position.ts'
import { PocketLine } from '../../../../ui/pocket/PocketPage.tsx'
import { messages } from './messages.ts'

export type PlaceFieldProps = {
  readonly position: Position
  /** The fix that goes with the record; the present one where none was kept yet. */
  readonly held: Fix | null
  /** Where the person should be. */
  readonly target: { readonly lng: number; readonly lat: number } | null
  readonly reason: string
  readonly needed: boolean
  readonly onReason: (reason: string) => void
}

/** Where the phone is, how exactly, how far from where it should be; and why not, where it cannot tell. */
export const PlaceField = ({ position, held, target, reason, needed, onReason }: PlaceFieldProps) => {
  const whole = useMessages(messages)
  const m = whole.visit
  const fix = held ?? position.fix
  const seeking = position.failed === null ? m.positionSeeking : position.failed === 'denied' ? m.positionDenied : m.positionUnavailable
  return (
    <>
      <PocketLine label={m.position}>
        {fix === null ? seeking : m.positionIs(Math.round(fix.accuracyMetres))}
        {fix === null || target === null ? null : m.distance(whole.metres(distanceMetres(fix, target)))}
      </PocketLine>
      {fix === null && needed ? (
        <Field label={m.noPosition} help={m.noPositionHelp}>
          <TextInput value={reason} maxLength={200} onChange={onReason} />
        </Field>
      ) : null}
    </>
  )
}
