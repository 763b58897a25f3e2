import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Field, Form, TextInput } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { keep, recall } from '../../../../ui/keep.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { Popover } from '../../../../ui/Popover.tsx'
import { useSession } from '../../../../ui/session.ts'
import { Tabs } from '../../../../ui/Tabs.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { addressOf, lastingOf, queryOf, viewOf, views, type FilterValues } from './listFilters.ts'
import { messages } from './messages.ts'
import { keptUnder, longestName, readViews, savedViewOf, withView, writeViews, type SavedView } from './savedViews.ts'
import { useViewCounts } from './useViewCounts.ts'

/** The views that the person named, and how to keep others. */
const useSavedViews = (): [readonly SavedView[], (views: readonly SavedView[]) => void] => {
  const { person } = useSession()
  const place = keptUnder(person.id)
  const [saved, setSaved] = useState(() => readViews(recall(place)))
  const set = (next: readonly SavedView[]): void => {
    keep(place, writeViews(next))
    setSaved(next)
  }
  return [saved, set]
}

/** The views of the list with their counts: everybody's, then one's own. */
export const ViewTabs = ({ values }: { values: FilterValues }) => {
  const m = useMessages(messages)
  const [saved, setSaved] = useSavedViews()
  const lasting = lastingOf(values)
  const counts = useViewCounts(
    lasting,
    saved.map(({ filters }) => filters),
  )
  const own = savedViewOf(saved, values)
  const remove = (view: SavedView): void => {
    setSaved(saved.filter((other) => other !== view))
    tell({ text: m.saved.removed(view.name), undo: async () => setSaved(saved) })
  }
  return (
    <div className="hazards-views">
      <Tabs
        label={m.viewsLabel}
        chosen={own === undefined ? viewOf(values).id : `own-${own.name}`}
        tabs={[
          ...views.map(({ id, filters }) => ({
            id,
            title: m.views[id],
            count: counts.views[id],
            to: addressOf({ ...lasting, ...filters }),
          })),
          ...saved.map(({ name, filters }, index) => ({
            id: `own-${name}`,
            title: name,
            count: counts.saved[index],
            to: addressOf(filters),
          })),
        ]}
      />
      <Popover
        align="end"
        buttonClass="hazards-views-save"
        button={
          <>
            <Icon name="plus" size={12} />
            <span>{m.saved.save}</span>
          </>
        }
      >
        {(close) => (
          <>
            <SaveView
              onSave={(name) => {
                setSaved(withView(saved, { name, filters: queryOf(values) }))
                tell({ text: m.saved.saved(name), undo: async () => setSaved(saved) })
                close()
              }}
            />
            {saved.length === 0 ? null : (
              <ul className="hazards-views-own" aria-label={m.saved.mine}>
                {saved.map((view) => (
                  <li key={view.name}>
                    <span>{view.name}</span>
                    <Button kind="bare" icon="remove" aria-label={m.saved.remove(view.name)} onClick={() => remove(view)} />
                  </li>
                ))}
              </ul>
            )}
          </>
        )}
      </Popover>
    </div>
  )
}

const SaveView = ({ onSave }: { onSave: (name: string) => void }) => {
  const { saved: m } = useMessages(messages)
  const [name, setName] = useState('')
  return (
    <Form
      onSubmit={() => {
        if (name.trim() !== '') onSave(name.trim())
      }}
      actions={
        <Button type="submit" kind="primary">
          {m.save}
        </Button>
      }
    >
      <Field label={m.name} help={m.nameHelp}>
        <TextInput value={name} maxLength={longestName} onChange={setName} />
      </Field>
    </Form>
  )
}
