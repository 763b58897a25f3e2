import { useState } from 'react'
import { sentenceOf, type RefusalOf } from '../../../kernel/refusals.ts'
import { Button, RefusedAction } from '../../../ui/Button.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { DescriptionList, Section } from '../../../ui/Page.tsx'
import { useMay } from '../../../ui/session.ts'
import { actions } from '../contract/actions.ts'
import { refusals, type LawFacts } from '../contract/refusals.ts'
import { messages } from './messages.ts'
import { useRoleWords, type Limit } from './parts.tsx'
import { ReleaseDialog, TightenDialog } from './TightenDialog.tsx'
import { clauseText } from './value.ts'
import { VouchDialog } from './VouchDialog.tsx'

type Opened = 'tighten' | 'release' | 'vouch' | null

const foreseen = (refusal: RefusalOf<LawFacts>, clause: string) => ({
  code: refusal.code,
  sentence: sentenceOf<LawFacts>(refusals, refusal),
  clause,
})

/** Why nobody may tighten this limit any more, whatever the value; null where somebody may. */
const neverMoves = ({ key, tighten, retiredAt }: Limit): RefusalOf<LawFacts> | null => {
  if (retiredAt !== null) return { code: 'LIMIT_RETIRED', facts: { key } }
  return tighten === 'never' ? { code: 'LIMIT_FIXED', facts: { key } } : null
}

/** The one or two things this person may do with a limit; a refused one with its reason, another's with whose it is. */
export const LimitDeeds = ({ limit }: { limit: Limit }) => {
  const m = useMessages(messages)
  const roleWords = useRoleWords()
  const [opened, setOpened] = useState<Opened>(null)
  const close = (): void => setOpened(null)
  const mayTighten = useMay('limit.tighten')
  const mayVouch = useMay('limit.vouch')
  const fixed = neverMoves(limit)
  const { language } = useLanguage()
  const clause = `${limit.standard} ${clauseText(limit.clause, language)}`
  const others = [
    ...(mayTighten ? [] : [{ term: m.deeds.tighten, detail: roleWords(actions['limit.tighten']) }]),
    ...(mayVouch ? [] : [{ term: m.deeds.vouch, detail: roleWords(actions['limit.vouch']) }]),
  ]
  return (
    <>
      {mayTighten || mayVouch ? (
        <Section title={m.deeds.title} rule="none">
          <div className="law-deeds">
            {!mayTighten ? null : fixed ? (
              <RefusedAction title={m.deeds.tighten} because={foreseen(fixed, clause)} />
            ) : (
              <Button kind="primary" wide icon="shield" onClick={() => setOpened('tighten')}>
                {limit.own === null ? m.deeds.tighten : m.deeds.change}
              </Button>
            )}
            {mayTighten && limit.own !== null ? (
              <Button wide icon="undo" onClick={() => setOpened('release')}>
                {m.deeds.release}
              </Button>
            ) : null}
            {!mayVouch ? null : limit.retiredAt !== null ? (
              <RefusedAction title={m.deeds.vouch} because={foreseen({ code: 'LIMIT_RETIRED', facts: { key: limit.key } }, clause)} />
            ) : (
              <Button kind={mayTighten ? 'plain' : 'primary'} wide icon="book" onClick={() => setOpened('vouch')}>
                {m.deeds.vouch}
              </Button>
            )}
          </div>
        </Section>
      ) : null}
      {others.length === 0 ? null : (
        <Section title={m.deeds.none} rule="none">
          <DescriptionList terms={others} termWidth={120} />
        </Section>
      )}
      {opened === 'tighten' ? <TightenDialog limit={limit} open onClose={close} /> : null}
      {opened === 'release' ? <ReleaseDialog limit={limit} open onClose={close} /> : null}
      {opened === 'vouch' ? <VouchDialog limit={limit} open onClose={close} /> : null}
    </>
  )
}
