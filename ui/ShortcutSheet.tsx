import { Keys } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Choice } from './fields.tsx'
import { keep } from './keep.ts'
import { keyText, live, singleKeys } from './keys.ts'
import { useMessages, useSay } from './language.tsx'
import { useStateOf } from './state.ts'
import { words } from './words.ts'
import './ShortcutSheet.css'

/** Every key that works on the present page, opened by `?`, and the switch for single keys. */
export const ShortcutSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const m = useMessages(words)
  const say = useSay()
  const shortcuts = useStateOf(live)
  const singles = useStateOf(singleKeys)
  const groups = [
    { title: m.shortcuts.page, shortcuts: shortcuts.filter((shortcut) => shortcut.group === 'page') },
    { title: m.shortcuts.general, shortcuts: shortcuts.filter((shortcut) => shortcut.group === 'general') },
  ]
  return (
    <Dialog open={open} onClose={onClose} title={m.shortcuts.title}>
      {groups
        .filter((group) => group.shortcuts.length > 0)
        .map((group) => (
          <section key={group.title} className="al-shortcuts">
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map((shortcut) => (
                <div key={`${shortcut.keys} ${shortcut.title.en}`}>
                  <dt>
                    <Keys text={keyText(shortcut.keys)} />
                  </dt>
                  <dd>{say(shortcut.title)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      <div className="al-shortcuts-single">
        <span>
          <b>{m.shortcuts.single}</b>
          <span className="al-quiet">{m.shortcuts.singleHelp}</span>
        </span>
        <Choice
          label={m.shortcuts.single}
          value={singles ? 'on' : 'off'}
          options={[
            { value: 'on', label: m.shortcuts.on },
            { value: 'off', label: m.shortcuts.off },
          ]}
          onChange={(value) => {
            keep('singleKeys', value === 'off' ? 'off' : null)
            singleKeys.set(value === 'on')
          }}
        />
      </div>
    </Dialog>
  )
}
