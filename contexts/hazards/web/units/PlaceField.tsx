import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import { formMessages } from './formMessages.ts'
import { readPlace } from './unitDraft.ts'

/** A place that is typed or taken from the device. */
export const PlaceField = ({ value, onChange }: { value: string; onChange: (place: string) => void }) => {
  const m = useMessages(formMessages)
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle')
  const locate = (): void => {
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        onChange(`${coords.longitude.toFixed(6)}, ${coords.latitude.toFixed(6)}`)
        setState('idle')
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 20_000 },
    )
  }
  const wrong = value.trim() !== '' && readPlace(value) === null
  return (
    <div className="hazards-unit-place">
      <Field label={m.place} optional help={m.placeHelp} error={state === 'failed' ? m.noPosition : wrong ? m.placeWrong : undefined}>
        <TextInput inputMode="decimal" value={value} onChange={onChange} />
      </Field>
      <Button icon="pin" busy={state === 'locating'} onClick={locate}>
        {state === 'locating' ? m.locating : m.here}
      </Button>
    </div>
  )
}
