import { useEffect, type ReactNode } from 'react'
import { useMessages } from '../../ui/language.tsx'
import { Wordmark } from '../../ui/Mark.tsx'
import { LanguageSwitch, ThemeSwitch } from './switches.tsx'
import { messages } from './messages.ts'
import { StillWater } from './StillWater.tsx'

/** Around the forms that stand before any page. */
export const SignedOutFrame = ({ title, children }: { title: string; children: ReactNode }) => {
  const m = useMessages(messages)
  useEffect(() => {
    document.title = `${title} · 安澜 Anlan`
  }, [title])
  return (
    <div className="shell-signed-out">
      <header className="shell-signed-out-side">
        <Wordmark size={28} />
        <div>
          <p className="shell-signed-out-product">{m.product}</p>
          <p className="shell-signed-out-motto">{m.motto}</p>
        </div>
        <StillWater />
      </header>
      <main className="shell-signed-out-form">
        <div className="shell-signed-out-switches">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
        <div className="shell-signed-out-column">
          <div className="shell-signed-out-brand">
            <Wordmark size={28} />
          </div>
          <h1>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
