import { ConfigProvider, theme as antdAlgorithms, type ThemeConfig } from 'antd'
import type { Locale } from 'antd/es/locale'
import { Suspense, use, useMemo, type ReactNode } from 'react'
import { useLanguage, type Language } from './language.tsx'
import { useTheme, type Theme } from './theme.ts'
import { Loading } from './states.tsx'

/** The nonce under which this page may add styles of its own; the server writes a fresh one into every page. */
const styleNonce = (): string => {
  const meta = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')
  return meta?.nonce ?? ''
}

/** Ant Design computes shades, so it needs the values themselves and not the names of the properties. */
const themeFrom = (theme: Theme): ThemeConfig => {
  const style = getComputedStyle(document.documentElement)
  const value = (name: string): string => style.getPropertyValue(`--${name}`).trim()
  const accent = value('accent')
  const ink = value('ink')
  return {
    algorithm: theme === 'dark' ? antdAlgorithms.darkAlgorithm : antdAlgorithms.defaultAlgorithm,
    token: {
      colorPrimary: accent,
      colorLink: accent,
      colorInfo: accent,
      colorSuccess: accent,
      colorError: ink,
      colorWarning: ink,
      colorBgLayout: value('paper'),
      colorBgContainer: value('surface'),
      colorBgElevated: value('raised'),
      colorText: ink,
      colorTextSecondary: value('ink-2'),
      colorTextTertiary: value('ink-3'),
      colorTextPlaceholder: value('ink-3'),
      colorBorder: value('control'),
      colorBorderSecondary: value('line'),
      colorSplit: value('line'),
      borderRadius: 4,
      borderRadiusSM: 2,
      controlHeight: 28,
      fontSize: 13,
      fontFamily: value('font'),
      motionDurationFast: '.09s',
      motionDurationMid: '.18s',
      motionDurationSlow: '.18s',
      boxShadow: value('shadow-2'),
      boxShadowSecondary: value('shadow-2'),
      wireframe: false,
    },
    components: {
      Table: {
        cellPaddingBlockSM: 5,
        cellPaddingInlineSM: 8,
        headerBg: 'transparent',
        headerColor: value('ink-3'),
        headerSortActiveBg: 'transparent',
        headerSortHoverBg: value('sunken'),
        fixedHeaderSortActiveBg: 'transparent',
        bodySortBg: 'transparent',
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        borderColor: value('line'),
        rowHoverBg: value('sunken'),
        rowSelectedBg: value('accent-soft'),
        rowSelectedHoverBg: value('accent-soft'),
        colorBgContainer: 'transparent',
      },
      Checkbox: { borderRadiusSM: 2 },
    },
  }
}

const locales = new Map<Language, Promise<Locale>>()

/** Only the words of the language that is spoken are fetched. */
const localeOf = (language: Language): Promise<Locale> => {
  const known = locales.get(language)
  if (known) return known
  const fetched = (language === 'zh' ? import('antd/locale/zh_CN') : import('antd/locale/en_US')).then((module) => module.default)
  locales.set(language, fetched)
  return fetched
}

const Inside = ({ children }: { children: ReactNode }) => {
  const { language } = useLanguage()
  const { theme } = useTheme()
  const locale = use(localeOf(language))
  const config = useMemo(() => themeFrom(theme), [theme])
  return (
    <ConfigProvider
      theme={config}
      locale={locale}
      csp={{ nonce: styleNonce() }}
      componentSize="small"
      wave={{ disabled: true }}
      button={{ autoInsertSpace: false }}
    >
      {children}
    </ConfigProvider>
  )
}

/** Ant Design in the manner and the language of the product; around anything of it, never around the shell. */
export const AntdPage = ({ children, rows }: { children: ReactNode; rows?: number | undefined }) => (
  <Suspense fallback={<Loading rows={rows} />}>
    <Inside>{children}</Inside>
  </Suspense>
)
