import { useEffect, type ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../../ui/language.tsx'
import { Wordmark } from '../../../../ui/Mark.tsx'
import { publicMessages } from './messages.ts'
import './public.css'

/** The frame of a public page: the name, the other language, and nothing that needs an account. */
export const PublicPage = ({ title, children }: { title: string; children: ReactNode }) => {
  const m = useMessages(publicMessages)
  const { language, setLanguage } = useLanguage()
  useEffect(() => {
    document.title = `${title} · 安澜 Anlan`
  }, [title])
  return (
    <div className="tips-public">
      <header className="tips-public-head">
        <Wordmark size={28} />
        <button
          type="button"
          className="tips-public-language"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {m.language}
        </button>
      </header>
      <main id="page" className="tips-public-page">
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  )
}

/** One step of the page, numbered. */
export const Step = ({ number, title, aside, children }: { number: number; title: string; aside?: string; children: ReactNode }) => (
  <section className="tips-step" aria-labelledby={`step-${number}`}>
    <h2 id={`step-${number}`}>
      <span className="tips-step-number" aria-hidden="true">
        {number}
      </span>
      {title}
      {aside === undefined ? null : <span className="tips-step-aside">{aside}</span>}
    </h2>
    {children}
  </section>
)

/** What went wrong, where the person looks. */
export const Trouble = ({ children }: { children: ReactNode }) => (
  <p className="tips-trouble" role="alert">
    {children}
  </p>
)
