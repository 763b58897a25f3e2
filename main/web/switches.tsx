import { Icon } from '../../ui/Icon.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.ts'
import { messages } from './messages.ts'

/** Chinese or English, for the whole product at once. */
export const LanguageSwitch = () => {
  const m = useMessages(messages)
  const { language, setLanguage } = useLanguage()
  return (
    <fieldset className="shell-language" aria-label={m.language.label}>
      <button type="button" lang="zh-CN" aria-pressed={language === 'zh'} title={m.language.zh} onClick={() => setLanguage('zh')}>
        {m.language.short}
      </button>
      <button type="button" lang="en" aria-pressed={language === 'en'} title={m.language.en} onClick={() => setLanguage('en')}>
        {m.language.shortEn}
      </button>
    </fieldset>
  )
}

export const ThemeSwitch = () => {
  const m = useMessages(messages)
  const { theme, setTheme } = useTheme()
  const label = theme === 'light' ? m.theme.toDark : m.theme.toLight
  return (
    <button
      type="button"
      className="shell-icon-button"
      aria-label={label}
      title={label}
      onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
    >
      <Icon name={theme === 'light' ? 'sun' : 'moon'} />
    </button>
  )
}
