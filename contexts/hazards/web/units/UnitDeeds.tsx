import { useState } from 'react'
import { sentenceOf } from '../../../../kernel/refusals.ts'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, RefusedAction } from '../../../../ui/Button.tsx'
import { Field, TextInput } from '../../../../ui/fields.tsx'
import { dateText } from '../../../../ui/instant.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { serverNow } from '../../../../ui/serverClock.ts'
import { useSession } from '../../../../ui/session.ts'
import { tell } from '../../../../ui/Toast.tsx'
import { routes, type RegisterFacts } from '../../contract/index.ts'
import { registerRefusals } from '../../contract/registerRefusals.ts'
import { messages } from './messages.ts'
import { ReasonedDeed } from './ReasonedDeed.tsx'
import type { UnitRecord } from './records.ts'

/** What this post may do with the unit now, and what it may not and why. */
export const UnitDeeds = ({ record: { unit } }: { record: UnitRecord }) => {
  const m = useMessages(messages)
  const navigate = useNavigate()
  const { actions } = useSession()
  const [open, setOpen] = useState<'close' | 'part' | null>(null)
  const stands = unit.aliasOf === null && unit.closedOn === null
  const mayChange = stands && actions.has('unit.change')
  useShortcut({ keys: 'e', title: { zh: '修改', en: 'Change' }, when: mayChange }, () => navigate(`/units/${unit.unitId}/change`))
  const because =
    unit.aliasOf !== null
      ? refusedAs('UNIT_JOINED', { name: unit.name, intoId: unit.aliasOf })
      : refusedAs('UNIT_CLOSED', { unitId: unit.unitId, name: unit.name, closedOn: unit.closedOn ?? '' })
  return (
    <Section title={m.mayNow} rule="none">
      <div className="hazards-unit-deeds">
        {mayChange ? (
          <ButtonLink wide icon="edit" shortcut="E" to={`/units/${unit.unitId}/change`}>
            {m.change}
          </ButtonLink>
        ) : null}
        {!stands && actions.has('unit.change') ? <RefusedAction title={m.change} because={because} /> : null}
        {stands && actions.has('unit.close') ? (
          <Button wide icon="lock" onClick={() => setOpen('close')}>
            {m.close.deed}
          </Button>
        ) : null}
        {unit.aliasOf !== null && actions.has('unit.part') ? (
          <Button wide icon="undo" onClick={() => setOpen('part')}>
            {m.part.deed}
          </Button>
        ) : null}
        <ButtonLink wide icon="table" to={`/units/${unit.unitId}/code`}>
          {m.code.deed}
        </ButtonLink>
      </div>
      {open === 'close' ? <CloseUnit unit={unit} onClose={() => setOpen(null)} /> : null}
      {open === 'part' ? <PartUnit unit={unit} onClose={() => setOpen(null)} /> : null}
    </Section>
  )
}

const refusedAs = <Code extends 'UNIT_JOINED' | 'UNIT_CLOSED'>(code: Code, facts: RegisterFacts[Code]) => ({
  code,
  sentence: sentenceOf<RegisterFacts>(registerRefusals, { code, facts } as Parameters<typeof sentenceOf<RegisterFacts>>[1]),
})

type DeedProps = { readonly unit: UnitRecord['unit']; readonly onClose: () => void }

const CloseUnit = ({ unit, onClose }: DeedProps) => {
  const m = useMessages(messages)
  const [closedOn, setClosedOn] = useState(() => dateText(serverNow()))
  const close = useWrite(routes.closeUnit)
  return (
    <ReasonedDeed
      title={`${m.close.deed} · ${unit.name}`}
      effects={[m.close.effects.counts(unit.name), m.close.effects.kept, m.close.effects.final]}
      confirm={m.close.deed}
      onClose={onClose}
      busy={close.isPending}
      problem={close.error}
      onConfirm={(reason) =>
        closedOn !== '' &&
        close
          .write({ params: { unitId: unit.unitId }, body: { closedOn, reason, version: unit.version } })
          .then(() => tell({ text: `${m.close.done} · ${unit.name}` }))
      }
    >
      <Field label={m.close.day} error={closedOn === '' ? m.close.dayMissing : undefined}>
        <TextInput type="date" min={unit.registeredOn} max={dateText(serverNow())} value={closedOn} onChange={setClosedOn} />
      </Field>
    </ReasonedDeed>
  )
}

const PartUnit = ({ unit, onClose }: DeedProps) => {
  const m = useMessages(messages)
  const part = useWrite(routes.partUnit)
  const { effects } = m.part
  return (
    <ReasonedDeed
      title={`${m.part.deed} · ${unit.name}`}
      effects={[effects.counts(unit.name), effects.marks, effects.earlier, effects.reason]}
      confirm={m.part.deed}
      onClose={onClose}
      busy={part.isPending}
      problem={part.error}
      onConfirm={(reason) =>
        part
          .write({ params: { unitId: unit.unitId }, body: { reason, version: unit.version } })
          .then(() => tell({ text: `${m.part.done} · ${unit.name}` }))
      }
    />
  )
}
