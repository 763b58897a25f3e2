import { useState } from 'react'
import { Button } from '../../../../ui/Button.tsx'
import { FindBox } from '../../../../ui/FindBox.tsx'
import { Icon } from '../../../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { useRead } from '../../../../ui/query.ts'
import { routes } from '../../contract/index.ts'
import { messages } from './messages.ts'

/** An industry of GB/T 4754 as it was chosen: its code and the name that stood beside it. */
export type ChosenIndustry = { readonly code: string; readonly name: string }

/** Finds industries by name or code; each that fits is a button. */
export const IndustrySearch = ({ onPick }: { onPick: (industry: ChosenIndustry) => void }) => {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [find, setFind] = useState('')
  const { data } = useRead(routes.industries, { query: { find, limit: 8 } }, { enabled: find !== '', keepFormer: true })
  return (
    <div className="campaigns-industry">
      <FindBox value={find} onChange={setFind} label={m.adder.findIndustry} placeholder={m.adder.findIndustry} />
      {find === '' ? null : (
        <ul>
          {(data ?? []).map(({ code, name, nameEn }) => {
            const shown = language === 'zh' ? name : (nameEn ?? name)
            return (
              <li key={code}>
                <Button
                  kind="bare"
                  onClick={() => {
                    onPick({ code, name: shown })
                    setFind('')
                  }}
                >
                  {code} {shown}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** Industries that were chosen, each to be taken off again. */
export const IndustryChips = ({ chosen, onTakeOff }: { chosen: readonly ChosenIndustry[]; onTakeOff: (code: string) => void }) => {
  const m = useMessages(messages)
  return (
    <>
      {chosen.map(({ code, name }) => (
        <span key={code} className="al-chip al-chip-on">
          <span className="al-chip-face">
            {code} {name}
          </span>
          <button type="button" className="al-chip-off" aria-label={m.adder.takeOffIndustry(name)} onClick={() => onTakeOff(code)}>
            <Icon name="cross" size={10} />
          </button>
        </span>
      ))}
    </>
  )
}
