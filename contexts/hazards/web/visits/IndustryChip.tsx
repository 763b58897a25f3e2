import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Popover } from '../../../../ui/Popover.tsx'
import { useRead } from '../../../../ui/query.ts'
import { words } from '../../../../ui/words.ts'
import { routes } from '../../contract/index.ts'
import { IndustrySearch } from '../campaigns/IndustrySearch.tsx'
import { messages } from './messages.ts'
import '../campaigns/campaigns.css'

/** The filter of a list by industry, with what lies below it. */
export const IndustryChip = ({ value, onChange }: { value: string; onChange: (code: string) => void }) => {
  const m = useMessages(messages)
  const w = useMessages(words)
  const { language } = useLanguage()
  const { data } = useRead(routes.industries, { query: { find: value } }, { enabled: value !== '' })
  const chosen = data?.find(({ code }) => code === value)
  const name = chosen === undefined ? '' : language === 'zh' ? chosen.name : (chosen.nameEn ?? chosen.name)
  return (
    <span className={value === '' ? 'al-chip' : 'al-chip al-chip-on'}>
      <Popover
        buttonClass="al-chip-face al-chip-button"
        button={
          <>
            <span className="al-chip-label">{m.filters.industry}</span>
            {value === '' ? w.filter.any : `${value} ${name}`}
            {value === '' ? <Icon name="down" size={10} /> : null}
          </>
        }
      >
        {(close) => (
          <IndustrySearch
            onPick={({ code }) => {
              onChange(code)
              close()
            }}
          />
        )}
      </Popover>
      {value === '' ? null : (
        <button type="button" className="al-chip-off" aria-label={w.filter.remove(m.filters.industry)} onClick={() => onChange('')}>
          <Icon name="cross" size={10} />
        </button>
      )}
    </span>
  )
}
