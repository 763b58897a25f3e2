import { useState, type TouchEvent } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { Field, TextArea } from '../../../../ui/fields.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { secondText } from '../../../../ui/instant.ts'
import { useShortcut } from '../../../../ui/keys.ts'
import { useMessages, useSay } from '../../../../ui/language.tsx'
import { LevelChip } from '../../../../ui/LevelChip.tsx'
import { Photos } from '../../../../ui/pocket/Photos.tsx'
import { PocketPage } from '../../../../ui/pocket/PocketPage.tsx'
import { messages } from './messages.ts'
import { ProgressStrip } from './ProgressStrip.tsx'
import { answerItem, findingOf, nextItem, type FindingContent } from './visitContent.ts'
import type { AskedItem, VisitScreen } from './visitScreen.ts'

/** A finger that goes sideways for as much as a thumb's width, and hardly up or down. */
const swipePixels = 64

const useSwipe = (right: () => void, left: () => void) => {
  const [from, setFrom] = useState<{ readonly x: number; readonly y: number } | null>(null)
  return {
    onTouchStart: ({ touches }: TouchEvent) =>
      setFrom(touches[0] && touches.length === 1 ? { x: touches[0].clientX, y: touches[0].clientY } : null),
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0]
      if (!from || !touch) return
      const [x, y] = [touch.clientX - from.x, touch.clientY - from.y]
      setFrom(null)
      if (Math.abs(x) < swipePixels || Math.abs(x) < 2 * Math.abs(y)) return
      if (x > 0) right()
      else left()
    },
  }
}

type QuestionProps = VisitScreen & {
  readonly itemKey: string
  readonly item: AskedItem | undefined
  readonly onFinding: (finding: FindingContent) => void
}

/** One question a screen; its answers lie within the thumb's arc. */
export const QuestionScreen = ({ draftId, visit, change, savedAt, position, itemKey, item, onFinding }: QuestionProps) => {
  const m = useMessages(messages).visit
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState(visit.answers[itemKey]?.note ?? '')
  const [missing, setMissing] = useState(false)
  const given = visit.answers[itemKey]?.answer
  const yes = (): void =>
    change((present) => {
      const answered = answerItem(present, itemKey, 'yes')
      return { ...answered, at: nextItem(answered) }
    })
  const no = (): void => {
    change((present) => answerItem(present, itemKey, 'no'))
    onFinding(
      findingOf(visit, itemKey) ?? {
        hazardId: crypto.randomUUID(),
        itemKey,
        description: '',
        proposedLevel: item?.makesMajor === true ? 'major' : 'general',
        photos: [],
        place: position.fix,
      },
    )
  }
  const notApplicable = (): void => {
    if (reason.trim() === '') return setMissing(true)
    change((present) => {
      const answered = answerItem(present, itemKey, 'notApplicable', reason.trim())
      return { ...answered, at: nextItem(answered) }
    })
  }
  const back = (): void => change((present) => ({ ...present, at: Math.max(0, present.at - 1) }))
  useShortcut({ keys: 'arrowright', title: { zh: '符合', en: 'In order' }, group: 'page', when: !asking }, yes)
  useShortcut({ keys: 'arrowleft', title: { zh: '不符合', en: 'Not in order' }, group: 'page', when: !asking }, no)
  useShortcut({ keys: 'n', title: { zh: '不适用', en: 'Not applicable' }, group: 'page', when: !asking }, () => setAsking(true))
  useShortcut({ keys: 'backspace', title: { zh: '退回上一题', en: 'Back' }, group: 'page', when: !asking }, back)
  const swipe = useSwipe(yes, no)
  return (
    <PocketPage
      title={m.title(visit.unitName)}
      back="/m"
      aside={
        <>
          {visit.at + 1} / {visit.items.length}
          {savedAt === null ? null : <span className="al-unseen">{m.saved(secondText(savedAt))}</span>}
        </>
      }
      actions={
        <>
          {visit.at > 0 ? (
            <Button icon="undo" onClick={back}>
              {m.backTo(visit.at)}
            </Button>
          ) : null}
          <Button icon="list" onClick={() => change((present) => ({ ...present, at: present.items.length }))}>
            {m.overview}
          </Button>
        </>
      }
    >
      <div className="hazards-question" {...swipe}>
        <ProgressStrip visit={visit} />
        <h2>{item ? say(item) : itemKey}</h2>
        {item?.howToCheck ? <p>{say(item.howToCheck)}</p> : null}
        <p className="hazards-basis">
          {item ? (
            <span className="al-tag">
              {say(item.list)} · {item.clause}
            </span>
          ) : null}
          {item?.makesMajor === true ? <LevelChip level={1} word={m.makesMajor} /> : null}
        </p>
      </div>
      <div className="hazards-answers">
        <button type="button" className="hazards-answer hazards-answer-yes" aria-pressed={given === 'yes'} onClick={yes}>
          <Icon name="check" size={20} />
          <b>{m.yes}</b>
          {item?.namesFault === true ? <span>{m.noFault}</span> : <span aria-hidden="true">{m.swipeRight}</span>}
        </button>
        <button type="button" className="hazards-answer" aria-pressed={given === 'no'} onClick={no}>
          <Icon name="cross" size={20} />
          <b>{m.no}</b>
          <span>{item?.namesFault === true ? m.faultPhoto : m.mustPhoto}</span>
        </button>
        <button type="button" className="hazards-answer" aria-pressed={given === 'notApplicable'} onClick={() => setAsking(true)}>
          <Icon name="minus" size={20} />
          <b>{m.notApplicable}</b>
          <span>{m.mustReason}</span>
        </button>
      </div>
      <details className="hazards-more">
        <summary>{m.morePhoto}</summary>
        <Photos
          holder={draftId}
          ids={visit.photos}
          fix={position.fix}
          label={m.ofVisit}
          onChange={(photos) => change((present) => ({ ...present, photos }))}
        />
      </details>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={m.notApplicable}
        form="sheet"
        actions={
          <Button kind="primary" large wide onClick={notApplicable}>
            {m.confirmNotApplicable}
          </Button>
        }
      >
        <Field label={m.reason} error={missing && reason.trim() === '' ? m.reasonMissing : undefined}>
          <TextArea value={reason} onChange={setReason} />
        </Field>
      </Dialog>
    </PocketPage>
  )
}
