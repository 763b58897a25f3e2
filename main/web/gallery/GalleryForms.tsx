import { useState } from 'react'
import { ConnectionLost, RefusalError, ServerFault } from '../../../ui/api.ts'
import { Button } from '../../../ui/Button.tsx'
import { CommandPalette } from '../../../ui/CommandPalette.tsx'
import { Confirm, Dialog } from '../../../ui/Dialog.tsx'
import { Checkbox, Choice, Field, Form, PasswordInput, SelectInput, TextArea, TextInput } from '../../../ui/fields.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { Strata, type Level } from '../../../ui/LevelChip.tsx'
import { DescriptionList, PlainTable, Section } from '../../../ui/Page.tsx'
import { ShortcutSheet } from '../../../ui/ShortcutSheet.tsx'
import { Empty, Failed, Forbidden, Loading, NotFound, Problem, Progress, Stale } from '../../../ui/states.tsx'
import { Timeline } from '../../../ui/Timeline.tsx'
import { tell } from '../../../ui/Toast.tsx'
import { words } from '../../../ui/words.ts'
import { list, messages } from './messages.ts'
import { inHours } from './sample.ts'

export const FormPart = () => {
  const m = useMessages(messages)
  const w = useMessages(words)
  const f = m.fields
  const [what, setWhat] = useState('')
  const [where, setWhere] = useState<'' | 'west' | 'east'>('')
  const [kind, setKind] = useState('0')
  const [level, setLevel] = useState('2')
  const [password, setPassword] = useState('anlan')
  const [contact, setContact] = useState('')
  const [told, setTold] = useState(true)
  return (
    <Section title={m.parts.form}>
      <div className="gallery-form">
        <Form
          onSubmit={() => tell({ text: f.save })}
          actions={
            <>
              <Button type="submit" kind="primary">
                {f.save}
              </Button>
              <Button>{f.cancel}</Button>
            </>
          }
        >
          <Field label={f.what} help={f.whatHelp}>
            <TextArea value={what} onChange={setWhat} placeholder={f.placeholder} />
          </Field>
          <Field label={f.where} error={where === '' ? f.whereMissing : undefined}>
            <SelectInput
              value={where}
              onChange={setWhere}
              placeholder="—"
              options={[
                { value: 'west', label: 'T-203' },
                { value: 'east', label: 'T-108' },
              ]}
            />
          </Field>
          <Choice
            label={f.level}
            value={level}
            onChange={setLevel}
            options={([1, 2, 3, 4] satisfies Level[]).map((each) => ({
              value: String(each),
              label: w.level[each],
              mark: <Strata level={each} />,
            }))}
          />
          <Field label={f.kind}>
            <SelectInput value={kind} onChange={setKind} options={list(f.kinds).map((label, index) => ({ value: String(index), label }))} />
          </Field>
          <Field label={f.contact} optional>
            <TextInput value={contact} onChange={setContact} />
          </Field>
          <Field label={f.password}>
            <PasswordInput value={password} onChange={setPassword} autoComplete="off" />
          </Field>
          <Checkbox label={f.notify} help={f.notifyHelp} checked={told} onChange={setTold} />
        </Form>
      </div>
    </Section>
  )
}

export const StatesPart = () => {
  const m = useMessages(messages)
  const refusal = new RefusalError(409, {
    code: 'VERSION_STALE',
    facts: {},
    sentence: {
      zh: '这条记录刚被别人修改，请刷新后再试。',
      en: 'Somebody has changed this record meanwhile. Please reload and try again.',
    },
  })
  const retry = (): void => tell({ text: m.more })
  return (
    <Section title={m.parts.states}>
      <div className="gallery-split">
        <Empty title={m.empty.title} icon="list" action={<Button kind="primary">{m.empty.action}</Button>}>
          {m.empty.text}
        </Empty>
        <Forbidden grantedTo={['securityAdmin', 'auditAdmin']} />
        <NotFound />
      </div>
      <Loading rows={3} what={m.reading} />
      <Failed problem={new ConnectionLost(null)} since={inHours(-0.85)} onRetry={retry} />
      <Failed problem={new ServerFault(500, '7c1e4a')} onRetry={retry} />
      <Problem problem={refusal} />
      <div className="gallery-row">
        <Progress done={37} total={153} label={m.progress} />
      </div>
      <Stale since={inHours(-0.85)}>{m.device}</Stale>
    </Section>
  )
}

export const StoryPart = () => {
  const m = useMessages(messages)
  const s = m.story
  return (
    <Section title={m.parts.story}>
      <div className="gallery-split">
        <Timeline
          label={m.parts.story}
          items={[
            { key: '1', at: inHours(-52.2), title: s.assessed, who: s.assessedWho, text: s.assessedText },
            { key: '2', at: inHours(-238.2), title: s.failed, who: s.failedWho, text: s.failedText, hollow: true },
            { key: '3', at: inHours(-1037), title: s.found, who: s.foundWho, text: s.foundText },
          ]}
        />
        <div>
          <DescriptionList
            terms={[
              { term: m.terms.unit, detail: m.terms.unitIs },
              { term: m.terms.place, detail: m.terms.placeIs },
              { term: m.terms.basis, detail: m.terms.basisIs },
            ]}
          />
          <PlainTable caption={m.parts.story} head={list(m.tableHead)} rows={[list(m.tableRow)]} />
        </div>
      </div>
    </Section>
  )
}

type Window = 'dialog' | 'drawer' | 'confirm' | 'palette' | 'sheet' | null

const noFinders: readonly never[] = []

export const WindowsPart = () => {
  const m = useMessages(messages)
  const w = m.windows
  const [open, setOpen] = useState<Window>(null)
  const close = (): void => setOpen(null)
  return (
    <Section title={m.parts.windows}>
      <div className="gallery-row">
        <Button onClick={() => setOpen('dialog')}>{w.dialog}</Button>
        <Button onClick={() => setOpen('drawer')}>{w.drawer}</Button>
        <Button onClick={() => setOpen('confirm')}>{w.confirm}</Button>
        <Button onClick={() => tell({ text: w.told, undo: async () => undefined })}>{w.toast}</Button>
        <Button onClick={() => setOpen('palette')}>{w.palette}</Button>
        <Button onClick={() => setOpen('sheet')}>{w.sheet}</Button>
      </div>
      <Dialog
        open={open === 'dialog' || open === 'drawer'}
        form={open === 'drawer' ? 'drawer' : 'dialog'}
        onClose={close}
        title={w.dialog}
        actions={<Button onClick={close}>{m.fields.cancel}</Button>}
      >
        <p>{w.dialogText}</p>
      </Dialog>
      <Confirm
        open={open === 'confirm'}
        onClose={close}
        title={w.publish}
        effects={list(w.effects)}
        confirm={w.publish}
        onConfirm={async () => undefined}
      />
      <CommandPalette
        open={open === 'palette'}
        onClose={close}
        finders={noFinders}
        onOpenRecord={close}
        entries={[
          { id: 'desk', kind: 'page', title: { zh: '我的工作台', en: 'My desk' }, icon: 'desk', run: close },
          { id: 'hazards', kind: 'page', title: { zh: '隐患闭环', en: 'Hazards' }, icon: 'hazard', run: close },
          { id: 'people', kind: 'page', title: { zh: '人员', en: 'People' }, icon: 'people', run: close },
          { id: 'add', kind: 'action', title: { zh: '记一条隐患', en: 'Record a hazard' }, icon: 'plus', shortcut: 'n', run: close },
          { id: 'post', kind: 'action', title: { zh: '切换岗位', en: 'Switch the post' }, icon: 'swap', shortcut: 'p', run: close },
        ]}
      />
      <ShortcutSheet open={open === 'sheet'} onClose={close} />
    </Section>
  )
}
