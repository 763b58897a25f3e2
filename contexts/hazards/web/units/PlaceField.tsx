import { Button } from '../../../../ui/Button.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { useTakenPosition } from '../../../../ui/position.ts'
import { formMessages } from './formMessages.ts'
import { readPlace } from './unitDraft.ts'

/** A place that is typed or taken from the device. */
export const PlaceField = ({ value, onChange }: { value: string; onChange: (place: string) => void }) => {
  const m = useMessages(formMessages)
  const { state, take } = useTakenPosition(({ lng, lat }) => onChange(`${lng.toFixed(6)}, ${lat.toFixed(6)}`))
  const wrong = value.trim() !== '' && readPlace(value) === null
  return (
    <div className="hazards-unit-place">
      <Field label={m.place} optional help={m.placeHelp} error={state === 'failed' ? m.noPosition : wrong ? m.placeWrong : undefined}>
        <TextInput inputMode="decimal" value={value} onChange={onChange} />
      </Field>
      <Button icon="pin" busy={state === 'waiting'} onClick={take}>
        {state === 'waiting' ? m.locating : m.here}
      </Button>
    </div>
  )
}
