import { Field, TextInput } from '../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { messages } from './messages.ts'
import { foreseen } from './parts.tsx'

type PurposeProps = {
  /** The id of the form, for the button that stands outside it. */
  readonly id: string
  readonly value: string
  readonly onChange: (purpose: string) => void
  readonly tried: boolean
  readonly onSubmit: () => void
}

/** Why personal values are to be looked at. */
export const Purpose = ({ id, value, onChange, tried, onSubmit }: PurposeProps) => {
  const m = useMessages(messages)
  const say = useSay()
  return (
    <form
      id={id}
      className="al-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      <p>{m.person.revealWhy}</p>
      <Field
        label={m.person.purpose}
        help={m.person.purposeHelp}
        error={tried && value.trim() === '' ? say(foreseen('PURPOSE_MISSING', {}).sentence) : undefined}
      >
        <TextInput name="purpose" maxLength={200} value={value} onChange={onChange} />
      </Field>
    </form>
  )
}
