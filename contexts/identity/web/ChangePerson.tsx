import { useState } from 'react'
import { FormDrawer } from '../../../ui/Dialog.tsx'
import { Field, TextInput } from '../../../ui/fields.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useWrite } from '../../../ui/query.ts'
import { Problem } from '../../../ui/states.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { messages } from './messages.ts'
import { identityNumberIsRight, phoneIsRight, todayHere } from './personDraft.ts'
import { PersonNumbers, personProblems } from './PersonNumbers.tsx'
import type { Person } from './records.ts'

/** The form that changes a person. Numbers are masked here too: an empty field keeps what is there. */
export const ChangePerson = ({ person, onClose }: { person: Person; onClose: () => void }) => {
  const m = useMessages(messages)
  // What stood when the form was opened; a change from elsewhere meanwhile is refused by its version.
  const [before] = useState(person)
  const [name, setName] = useState(person.name)
  const [numbers, setNumbers] = useState({ phone: '', identityNumber: '' })
  const [tried, setTried] = useState(false)
  const change = useWrite(routes.changePerson)
  const params = { id: before.id }

  const send = async (): Promise<void> => {
    setTried(true)
    const phone = numbers.phone.trim()
    const identityNumber = numbers.identityNumber.trim()
    if (name.trim() === '' || !phoneIsRight(phone) || !identityNumberIsRight(identityNumber, todayHere())) return showFirstWrong()
    const onlyName = phone === '' && identityNumber === ''
    const done = await attempt(
      change.write({
        params,
        body: {
          name: name.trim(),
          ...(phone === '' ? {} : { phone }),
          ...(identityNumber === '' ? {} : { identityNumber }),
          version: before.version,
        },
      }),
    )
    if (!done) return showFirstWrong()
    const { version } = done.value
    tell({
      text: `${m.person.changed} · ${done.value.name}`,
      // The former numbers are known to the server alone, so only a change of the name can be taken back from here.
      ...(onlyName ? { undo: () => change.write({ params, body: { name: before.name, version } }) } : {}),
    })
    onClose()
  }
  const told = Object.keys(personProblems(change.error)).length > 0
  return (
    <FormDrawer title={m.person.changeTitle} submit={m.words.save} busy={change.isPending} onSubmit={() => void send()} onClose={onClose}>
      <Field label={m.person.name} error={tried && name.trim() === '' ? m.person.missingName : undefined}>
        <TextInput name="name" maxLength={200} value={name} onChange={setName} />
      </Field>
      <PersonNumbers
        draft={numbers}
        onChange={(part) => setNumbers({ ...numbers, ...part })}
        tried={tried}
        problem={change.error}
        placeholder={m.person.keep}
      />
      {told ? null : <Problem problem={change.error} />}
    </FormDrawer>
  )
}
