import { Button } from '../../../../ui/Button.tsx'
import { Checkbox, Field, TextArea, TextInput } from '../../../../ui/fields.tsx'
import { useMessages } from '../../../../ui/language.tsx'
import type { ChecklistFault } from '../../rules/criteria/faults.ts'
import { blankItem, type EditionDraft } from './editionDraft.ts'
import { Pair } from './EditionFields.tsx'
import { messages } from './messages.ts'
import { useScopeText } from './ScopeText.tsx'
import { useFaultText } from './useFaultText.ts'

type Props = {
  readonly draft: EditionDraft
  readonly onChange: (items: EditionDraft['items']) => void
  readonly faults: ReadonlyMap<string, readonly ChecklistFault[]>
}

/** The items of an edition, each to be edited, with what the server found wrong at its place. */
export const EditionItems = ({ draft, onChange, faults }: Props) => {
  const m = useMessages(messages)
  const scopeText = useScopeText()
  const faultText = useFaultText()
  const change = (row: number, part: Partial<EditionDraft['items'][number]>): void =>
    onChange(draft.items.map((item) => (item.row === row ? { ...item, ...part } : item)))
  return (
    <>
      {draft.items.map((item) => {
        const wrong = (faults.get(item.key) ?? []).map(faultText).join('；')
        const how = item.howToCheck ?? { zh: '', en: '' }
        const changeHow = (part: Partial<typeof how>): void => {
          const next = { ...how, ...part }
          change(item.row, { howToCheck: next.zh.trim() === '' && next.en.trim() === '' ? null : next })
        }
        const scope = scopeText(item.appliesTo)
        return (
          <div key={item.row} className="hazards-criteria-entry">
            <div className="hazards-criteria-entry-head">
              <Field label={m.enter.itemKey} error={wrong === '' ? undefined : wrong}>
                <TextInput spellCheck={false} maxLength={80} value={item.key} onChange={(key) => change(item.row, { key: key.trim() })} />
              </Field>
              <Field label={m.clause}>
                <TextInput maxLength={200} value={item.clause} onChange={(clause) => change(item.row, { clause })} />
              </Field>
              <Button
                kind="bare"
                icon="cross"
                aria-label={m.enter.removeItem(item.key)}
                onClick={() => onChange(draft.items.filter((other) => other.row !== item.row))}
              />
            </div>
            <Pair>
              <Field label={m.enter.zh}>
                <TextArea rows={2} maxLength={2000} value={item.zh} onChange={(zh) => change(item.row, { zh })} />
              </Field>
              <Field label={m.enter.en}>
                <TextArea rows={2} maxLength={2000} value={item.en} onChange={(en) => change(item.row, { en })} />
              </Field>
            </Pair>
            <Pair>
              <Field label={m.enter.howZh} optional>
                <TextArea rows={2} maxLength={2000} value={how.zh} onChange={(zh) => changeHow({ zh })} />
              </Field>
              <Field label={m.enter.howEn} optional>
                <TextArea rows={2} maxLength={2000} value={how.en} onChange={(en) => changeHow({ en })} />
              </Field>
            </Pair>
            <Checkbox
              label={m.enter.makesMajor}
              checked={item.makesMajor}
              onChange={(makesMajor) => change(item.row, { makesMajor })}
              help={scope === null ? undefined : `${m.appliesTo} ${scope}`}
            />
          </div>
        )
      })}
      <Button icon="plus" onClick={() => onChange([...draft.items, blankItem(draft)])}>
        {m.enter.addItem}
      </Button>
    </>
  )
}
