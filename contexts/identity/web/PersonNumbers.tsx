import { Field, TextInput } from '../../../ui/fields.tsx'
import { useMessages, useSay } from '../../../ui/language.tsx'
import { refusals } from '../contract/refusals.ts'
import { messages } from './messages.ts'
import { identityNumberIsRight, phoneIsRight, todayHere } from './personDraft.ts'
import { sentenceAt } from './refusalPlaces.ts'

const places = {
  login: ['LOGIN_TAKEN'],
  identityNumber: ['RESIDENT_ID_INVALID', 'IDENTITY_NUMBER_TAKEN'],
  phone: ['PHONE_INVALID'],
  organisation: ['ORGANISATION_CLOSED', 'OUT_OF_SCOPE'],
} as const

/** The refusals that are told at a field of a person. */
export const personProblems = (problem: unknown) => sentenceAt(problem, places)

type Numbers = { readonly phone: string; readonly identityNumber: string }

export type PersonNumbersProps = {
  readonly draft: Numbers
  readonly onChange: (part: Partial<Numbers>) => void
  readonly tried: boolean
  readonly problem: unknown
  /** Said in an empty field of a person whose numbers stay unless others are typed. */
  readonly placeholder?: string | undefined
}

/** The two numbers of a person, judged as soon as they are as long as such a number is. */
export const PersonNumbers = ({ draft, onChange, tried, problem, placeholder }: PersonNumbersProps) => {
  const m = useMessages(messages)
  const say = useSay()
  const refused = personProblems(problem)
  const { phone, identityNumber } = draft
  const wrongPhone = (tried || phone.trim().length >= 11) && !phoneIsRight(phone)
  const wrongNumber = (tried || identityNumber.trim().length >= 18) && !identityNumberIsRight(identityNumber, todayHere())
  const phoneSentence = { zh: refusals.PHONE_INVALID.zh({ problem: 'form' }), en: refusals.PHONE_INVALID.en({ problem: 'form' }) }
  return (
    <>
      <Field
        label={m.person.phone}
        optional
        help={m.person.phoneHelp}
        error={wrongPhone ? say(phoneSentence) : refused.phone && say(refused.phone)}
      >
        <TextInput
          name="phone"
          type="tel"
          inputMode="numeric"
          maxLength={20}
          placeholder={placeholder}
          value={phone}
          onChange={(next) => onChange({ phone: next })}
        />
      </Field>
      <Field
        label={m.person.identityNumber}
        optional
        help={m.person.identityNumberHelp}
        error={wrongNumber ? m.person.identityNumberBad : refused.identityNumber && say(refused.identityNumber)}
      >
        <TextInput
          name="identityNumber"
          maxLength={20}
          spellCheck={false}
          placeholder={placeholder}
          value={identityNumber}
          onChange={(next) => onChange({ identityNumber: next })}
        />
      </Field>
    </>
  )
}
