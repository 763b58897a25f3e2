import { keep, recall } from './keep.ts'
import { createState, useStateOf } from './state.ts'

export type Theme = 'light' | 'dark'
/** `system` follows the setting of the operating system as it changes. */
export type ThemeChoice = Theme | 'system'

const inBrowser = typeof window !== 'undefined'
const systemIsDark = inBrowser ? window.matchMedia('(prefers-color-scheme: dark)') : null

const isTheme = (value: string | null): value is Theme => value === 'light' || value === 'dark'

const resolve = (choice: ThemeChoice): Theme => (choice === 'system' ? (systemIsDark?.matches === true ? 'dark' : 'light') : choice)

const keptTheme = recall('theme')
const choiceState = createState<ThemeChoice>(isTheme(keptTheme) ? keptTheme : 'system')
const themeState = createState<Theme>(resolve(choiceState.get()))

const show = (): void => {
  const theme = resolve(choiceState.get())
  if (inBrowser) document.documentElement.dataset['theme'] = theme
  themeState.set(theme)
}

systemIsDark?.addEventListener('change', show)
show()

/** Chooses a theme for this browser. */
export const setTheme = (choice: ThemeChoice): void => {
  keep('theme', choice === 'system' ? null : choice)
  choiceState.set(choice)
  show()
}

/** The theme that is drawn, the choice behind it, and how to choose. */
export const useTheme = (): {
  readonly theme: Theme
  readonly choice: ThemeChoice
  readonly setTheme: (choice: ThemeChoice) => void
} => ({ theme: useStateOf(themeState), choice: useStateOf(choiceState), setTheme })
