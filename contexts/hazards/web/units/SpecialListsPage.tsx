import { useState } from 'react'
import { useNavigate } from '../../../../ui/address.tsx'
import { Button, ButtonLink, Tag } from '../../../../ui/Button.tsx'
import { Confirm } from '../../../../ui/Dialog.tsx'
import { useShortcut } from '../../../../ui/keys.ts'
import { useLanguage, useMessages, useSay } from '../../../../ui/language.tsx'
import { PageHead } from '../../../../ui/Page.tsx'
import { useRead, useWrite } from '../../../../ui/query.ts'
import { useMay } from '../../../../ui/session.ts'
import { Empty, Read } from '../../../../ui/states.tsx'
import { tell } from '../../../../ui/Toast.tsx'
import { routes } from '../../contract/index.ts'
import { AddSpecialList } from './AddSpecialList.tsx'
import { listMessages } from './listMessages.ts'
import { messages } from './messages.ts'
import type { SpecialList } from './records.ts'
import './units.css'

/** The lists by which an authority sets regions and units apart. */
const SpecialListsPage = () => {
  const m = useMessages(listMessages)
  const words = useMessages(messages)
  const say = useSay()
  const { language } = useLanguage()
  const mayAdd = useMay('specialList.add')
  const mayClose = useMay('specialList.change')
  const query = useRead(routes.specialLists)
  const close = useWrite(routes.closeSpecialList)
  const navigate = useNavigate()
  const [adding, setAdding] = useState(false)
  const [closing, setClosing] = useState<SpecialList | null>(null)
  useShortcut({ keys: 'n', title: { zh: '新建名单', en: 'Make a list' }, when: mayAdd }, () => setAdding(true))
  const addButton = mayAdd ? (
    <Button kind="primary" icon="plus" shortcut="N" onClick={() => setAdding(true)}>
      {m.add}
    </Button>
  ) : undefined
  return (
    <>
      <PageHead crumbs={[{ title: words.title, to: '/units' }]} title={m.title} note={m.note} actions={addButton} />
      <Read query={query} rows={6} what={m.title}>
        {(lists) =>
          lists.length === 0 ? (
            <Empty title={m.empty} icon="list" action={addButton}>
              {m.emptyNext}
            </Empty>
          ) : (
            <ul className="hazards-unit-lists">
              {lists.map((list) => (
                <li key={list.id}>
                  <h2>
                    {list.name}
                    {list.closedOn === null ? null : <Tag tone="silent">{m.closed(list.closedOn)}</Tag>}
                  </h2>
                  <p>{list.basis}</p>
                  <p className="al-quiet">
                    {m.whose} {say(list.regionName)} · {m.opened} {list.openedOn} · {m.regions}{' '}
                    {list.regionNames.length === 0 ? m.byUnits : list.regionNames.map(say).join(language === 'zh' ? '、' : ', ')}
                  </p>
                  <div className="hazards-unit-lists-deeds">
                    <ButtonLink to={`/units?listId=${list.id}`}>{m.units}</ButtonLink>
                    {list.closedOn === null && mayClose ? (
                      <Button kind="bare" onClick={() => setClosing(list)}>
                        {m.close}
                        <span className="al-unseen"> {list.name}</span>
                      </Button>
                    ) : null}
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
      {adding ? (
        <AddSpecialList
          onClose={() => setAdding(false)}
          onMade={(list) => {
            tell({ text: `${m.made} · ${list.name}` })
            navigate(`/units?listId=${list.id}`)
          }}
        />
      ) : null}
      <Confirm
        open={closing !== null}
        onClose={() => setClosing(null)}
        title={`${m.close} · ${closing?.name ?? ''}`}
        effects={[m.closeEffects.none(closing?.name ?? ''), m.closeEffects.off, m.closeEffects.final]}
        confirm={m.close}
        onConfirm={async () => {
          if (closing === null) return
          await close.write({ params: { id: closing.id }, body: { version: closing.version } })
          tell({ text: `${m.closedNow} · ${closing.name}` })
        }}
      />
    </>
  )
}

export default SpecialListsPage
