import { useId, useState } from 'react'
import type { RouteOutput } from '../../../kernel/contract.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { useWrite } from '../../../ui/query.ts'
import { useMay } from '../../../ui/session.ts'
import { Problem } from '../../../ui/states.tsx'
import { routes } from '../contract/index.ts'
import { attempt } from '../../../ui/attempt.ts'
import { showFirstWrong } from '../../../ui/firstWrong.ts'
import { HideIn } from './HideIn.tsx'
import { messages } from './messages.ts'
import { Purpose } from './Purpose.tsx'
import type { Person } from './records.ts'

export type Numbers = RouteOutput<typeof routes.revealPerson>

type RevealProps = {
  readonly person: Person
  readonly shown: boolean
  readonly onReveal: (numbers: Numbers | null) => void
}

/** The button that shows the masked numbers whole, once its purpose is on the record. */
export const RevealNumbers = ({ person, shown, onReveal }: RevealProps) => {
  const m = useMessages(messages)
  const may = useMay('person.reveal')
  const form = useId()
  const [open, setOpen] = useState(false)
  const [purpose, setPurpose] = useState('')
  const [tried, setTried] = useState(false)
  const reveal = useWrite(routes.revealPerson, { changes: [] })
  if (!may || (person.phone === null && person.identityNumber === null)) return null
  if (shown) return <HideIn onHide={() => onReveal(null)} />

  const send = async (): Promise<void> => {
    setTried(true)
    if (purpose.trim() === '') return showFirstWrong()
    const done = await attempt(reveal.write({ params: { id: person.id }, body: { purpose: purpose.trim() } }))
    if (!done) return
    onReveal(done.value)
    setOpen(false)
    setPurpose('')
    setTried(false)
  }
  return (
    <>
      <Button kind="bare" icon="eye" onClick={() => setOpen(true)}>
        {m.person.reveal}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={`${m.person.reveal} · ${person.name}`}
        actions={
          <>
            <Button type="submit" form={form} kind="primary" busy={reveal.isPending}>
              {m.person.revealNow}
            </Button>
            <Button onClick={() => setOpen(false)}>{m.words.cancel}</Button>
          </>
        }
      >
        <Purpose id={form} value={purpose} onChange={setPurpose} tried={tried} onSubmit={() => void send()} />
        <Problem problem={reveal.error} />
      </Dialog>
    </>
  )
}
