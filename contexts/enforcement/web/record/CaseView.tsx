import { useMemo, useState } from 'react'
import { addressOf } from '../../../../ui/api.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { createMediaFollower } from '../../../../ui/media.ts'
import { Columns, DescriptionList, Section } from '../../../../ui/Page.tsx'
import { useWrite } from '../../../../ui/query.ts'
import { actionNames } from '../../contract/names.ts'
import { routes } from '../../contract/routes.ts'
import type { SentAction } from '../../contract/caseActions.ts'
import type { ActionKind } from '../../rules/actions.ts'
import { partyActions } from '../../rules/decide.ts'
import { messages } from '../messages.ts'
import { ActionDrawer } from './ActionDrawer.tsx'
import { Actions } from './Actions.tsx'
import { CaseHead } from './CaseHead.tsx'
import { chooseActions } from './choose.ts'
import { Clocks } from './Clocks.tsx'
import { Course } from './Course.tsx'
import { useNames } from './names.ts'
import { Papers } from './Papers.tsx'
import { Facts, Owed, PenaltyPart, Statements } from './Parts.tsx'
import type { CaseRecord } from './record.ts'
import { Story } from './Story.tsx'

const useNarrow = createMediaFollower('(max-width: 1100px)')

/** What is the party's alone has no place on the authority's page. */
const partyAlone: ReadonlySet<ActionKind> = new Set(
  partyActions.filter((kind) => !['state', 'dropHearing', 'askRecusal', 'noteRemedy'].includes(kind)),
)

/** A case as its authority sees it. */
export const CaseView = ({ record }: { record: CaseRecord }) => {
  const m = useMessages(messages)
  const names = useNames(record)
  const narrow = useNarrow()
  const { line, held } = record
  const params = { unitId: line.unitId, caseId: line.caseId }
  const { write } = useWrite(routes.actOnCase)
  const choice = useMemo(
    () =>
      chooseActions(
        line.state,
        record.actions.filter(({ action }) => !partyAlone.has(action)),
      ),
    [line.state, record.actions],
  )
  const [acting, setActing] = useState<ActionKind | null>(null)
  const first = choice.next[0]
  useShortcut(
    {
      keys: 'enter',
      title: first === undefined ? { zh: '办理', en: 'Act' } : actionNames[first],
      when: first !== undefined && acting === null,
    },
    (event) => {
      // On a link or a button Enter keeps its own meaning.
      if (event.target instanceof HTMLElement && event.target.closest('a, button, summary')) event.target.click()
      else if (first !== undefined) setActing(first)
    },
  )
  const [owed] = record.owed
  const actions = (
    <Actions
      choice={choice}
      closed={line.state === 'closed'}
      waits={owed === undefined ? null : m.record.waits(names.duty(owed.kind), names.owner(owed))}
      onAct={setActing}
    />
  )
  const hearing = 'call' in held ? held.call : 'hearing' in held ? held.hearing : null
  return (
    <div className="case-record">
      <CaseHead record={record} foundOn={held.foundOn} />
      {narrow ? actions : null}
      <Columns
        side={
          <>
            {narrow ? null : actions}
            <Owed record={record} names={names} />
            <Papers
              record={record}
              hrefOf={(version, language) => addressOf(routes.casePaper, { params: { ...params, version }, query: { language } })}
            />
            <Section title={m.record.officers} rule="line">
              <DescriptionList
                terms={held.officers.map(({ personId, certificateNo, validTo }) => ({
                  term: names.personOf(personId),
                  detail: m.record.certificate(certificateNo, validTo),
                }))}
              />
            </Section>
          </>
        }
      >
        <Course record={record} names={names} />
        <Clocks record={record} />
        <Facts record={record} names={names} />
        <PenaltyPart record={record} />
        <Statements record={record} />
        {hearing === null ? null : (
          <Section title={m.record.hearing} rule="line">
            <p>
              {m.record.hearingAt(new Date(hearing.heldAt).toLocaleString('sv', { timeZone: 'Asia/Shanghai' }).slice(0, 16), hearing.place)}{' '}
              · {m.record.presider(names.personOf(hearing.presiderId))}
            </p>
          </Section>
        )}
        <Story record={record} names={names} />
      </Columns>
      {acting === null ? null : (
        <ActionDrawer
          key={acting}
          kind={acting}
          record={record}
          names={names}
          send={(action, baseVersion) => write({ params, body: { action: action as SentAction, baseVersion } })}
          onClose={() => setActing(null)}
        />
      )}
    </div>
  )
}
