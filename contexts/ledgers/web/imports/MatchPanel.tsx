import { useFilters } from '../../../../ui/address.tsx'
import { attempt } from '../../../../ui/attempt.ts'
import { Button, RefusedAction } from '../../../../ui/Button.tsx'
import { Choice, Field, FieldGroup, SelectInput } from '../../../../ui/fields.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { Problem, Read } from '../../../../ui/states.tsx'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { refusedBy } from '../../../../kernel/refusals.ts'
import { refusals, routes } from '../../contract/index.ts'
import type { ImportView, KindView, SheetView } from '../../contract/importShapes.ts'
import { readable } from '../../rules/readable.ts'
import { wantedOf } from './matchDraft.ts'
import { messages } from './messages.ts'
import { Strip } from './parts.tsx'
import { SentBefore } from './SentBefore.tsx'
import { SheetMatch } from './SheetMatch.tsx'
import { useMatching } from './useMatching.ts'
import './match.css'

const defaults = { sheet: '', part: '' }

type MatchProps = { readonly view: ImportView; readonly onBack?: () => void }

/** How a file will be read: its kind, its sheets, their heads and columns. */
export const MatchPanel = (props: MatchProps) => {
  const query = useRead(routes.importKinds)
  return <Read query={query}>{({ kinds }) => <Matching {...props} kinds={kinds.filter(({ granted }) => granted)} />}</Read>
}

const Matching = ({ view, onBack, kinds }: MatchProps & { readonly kinds: readonly KindView[] }) => {
  const m = useMessages(messages)
  const say = useSay()
  const matching = useMatching(view)
  const [{ sheet: asked }, setValues] = useFilters(defaults)
  const sheets = view.sheets.map(matching.shown)
  const kind = kinds.find((each) => each.kind === matching.kind)
  const chosen = sheets.find(({ index }) => String(index) === asked) ?? firstOf(sheets)
  return (
    <>
      <SentBefore view={view} />
      {view.stop === null ? null : (
        <Strip icon="stop" title={m.match.stopped}>
          <p>{say(view.stop.sentence)}</p>
        </Strip>
      )}
      <div className="ledgers-kind-choice">
        <Field label={m.match.kind}>
          <SelectInput
            value={matching.kind ?? ''}
            placeholder={m.match.chooseKind}
            required
            options={kinds.map(({ kind: value, title }) => ({
              value,
              label: value === view.kinds[0]?.kind && view.kinds.length > 1 ? m.match.likeliest(say(title)) : say(title),
            }))}
            // The columns of another kind are proposed under the same heads.
            onChange={(value) =>
              matching.change({ kind: value, choices: {}, sheets: view.sheets.map((sheet) => ({ ...wantedOf(sheet), columns: [] })) })
            }
          />
        </Field>
        {kind?.choices.map((choice) => (
          <FieldGroup key={choice.key} label={say(choice.title)}>
            <Choice
              label={say(choice.title)}
              value={matching.choices[choice.key] ?? choice.values[0]?.key ?? ''}
              options={choice.values.map(({ key, title }) => ({ value: key, label: say(title) }))}
              onChange={(value) => matching.change({ choices: { ...matching.choices, [choice.key]: value } })}
            />
          </FieldGroup>
        ))}
      </div>
      <CheckAct view={view} sheets={sheets} kind={kind} saving={matching.saving} onBack={onBack} onChecked={() => setValues(defaults)} />
      <Problem problem={matching.problem} />
      {sheets.length > 1 ? (
        <Tabs
          label={m.match.sheets}
          chosen={String(chosen?.index ?? '')}
          onChoose={(index) => setValues({ sheet: index })}
          tabs={sheets.map((sheet) => ({ id: String(sheet.index), title: titleOf(m, sheet) }))}
        />
      ) : null}
      {chosen && kind ? (
        <SheetMatch key={chosen.index} view={view} sheet={chosen} sheets={sheets} kind={kind} onChange={matching.change} />
      ) : null}
      {kind ? null : <Strip icon="question" title={m.match.first} />}
    </>
  )
}

/** First what needs a person, then what is taken. */
const firstOf = (sheets: readonly SheetView[]): SheetView | undefined =>
  sheets.find(({ taken, headRows, missing }) => taken && (headRows.length === 0 || missing.length > 0)) ??
  sheets.find(({ taken }) => taken) ??
  sheets[0]

type Words = ReturnType<typeof useMessages<(typeof messages)['zh']>>

const titleOf = (m: Words, { name, taken, headRows, missing }: SheetView): string => {
  const note = !taken ? m.match.left : headRows.length === 0 ? m.match.noHead : missing.length > 0 ? m.match.lacks(missing.length) : ''
  return note === '' ? name : `${name} · ${note}`
}

type CheckProps = {
  readonly view: ImportView
  readonly sheets: readonly SheetView[]
  readonly kind: KindView | undefined
  readonly saving: boolean
  readonly onBack: (() => void) | undefined
  readonly onChecked: () => void
}

/** On to the check, or why not yet. */
const CheckAct = ({ view, sheets, kind, saving, onBack, onChecked }: CheckProps) => {
  const m = useMessages(messages)
  const check = useWrite(routes.checkImport)
  const may = readable(sheets, kind?.columns ?? [])
  const ready = may.ok && kind !== undefined
  const run = async (): Promise<void> => {
    const done = await attempt(check.write({ params: { importId: view.id }, body: { version: view.version } }))
    // Its result is looked at next, and not the columns.
    if (done) onChecked()
  }
  useShortcut({ keys: 'c', title: { zh: '检查全部行', en: 'Check all rows' }, when: ready && !saving }, () => void run())
  const because = may.ok ? null : { sentence: refusedBy([refusals], may.refusal), code: may.refusal.code }
  return (
    <div className="ledgers-check">
      <div className="ledgers-acts">
        {ready ? (
          <Button kind="primary" icon="check" shortcut="C" busy={saving || check.isPending} onClick={() => void run()}>
            {m.match.check}
          </Button>
        ) : because === null || kind === undefined ? null : (
          <RefusedAction title={m.match.check} because={because} />
        )}
        {onBack ? (
          <Button icon="left" onClick={onBack}>
            {m.match.back}
          </Button>
        ) : null}
        {ready ? (
          <span className="al-quiet">
            {m.match.allKnown(sheets.filter(({ taken }) => taken).length)} {m.match.checkNote} {onBack ? m.match.changedNote : ''}
          </span>
        ) : null}
      </div>
      <Problem problem={check.error} />
    </div>
  )
}
