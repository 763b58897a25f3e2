import { useId, type ComponentPropsWithRef, type ReactNode } from 'react'
import type { Sentence } from '../kernel/refusals.ts'
import { Link, type LinkProps } from './address.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { useSay } from './language.tsx'
import './Button.css'

/** `primary` the one thing to do here; `urgent` overdue or not to be taken back; `bare` beside other things. */
export type ButtonKind = 'primary' | 'plain' | 'urgent' | 'bare'

type Look = {
  readonly kind?: ButtonKind | undefined
  readonly icon?: IconName | undefined
  /** Fills its column. */
  readonly wide?: boolean | undefined
  /** 44 px and 16 px type: phones and gloves. */
  readonly large?: boolean | undefined
  /** The key that does the same, drawn on the button. */
  readonly shortcut?: string | undefined
}

const classOf = ({ kind = 'plain', wide, large }: Look, alone: boolean): string =>
  [
    'al-button',
    kind === 'plain' ? '' : `al-button-${kind}`,
    wide === true ? 'al-button-wide' : '',
    large === true ? 'al-button-large' : '',
    alone ? 'al-button-icon' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')

type InsideProps = Pick<Look, 'icon' | 'shortcut'> & { readonly busy?: boolean | undefined; readonly children?: ReactNode }

const Inside = ({ icon, shortcut, busy, children }: InsideProps) => (
  <>
    {busy === true ? <span className="al-button-busy" aria-hidden="true" /> : icon ? <Icon name={icon} /> : null}
    {children}
    {shortcut === undefined ? null : <Keys text={shortcut} />}
  </>
)

export type ButtonProps = Look & Omit<ComponentPropsWithRef<'button'>, 'disabled'> & { readonly busy?: boolean | undefined }

/**
 * A button. It is never disabled: what may not be done is a `RefusedAction`, which says why.
 * While `busy` it keeps the focus and takes no second press.
 */
export const Button = ({ kind, icon, wide, large, shortcut, busy, onClick, children, type = 'button', ...rest }: ButtonProps) => (
  <button
    {...rest}
    type={type}
    className={classOf({ kind, wide, large }, children === undefined)}
    aria-busy={busy === true ? true : undefined}
    aria-disabled={busy === true ? true : undefined}
    onClick={(event) => {
      if (busy === true) event.preventDefault()
      else onClick?.(event)
    }}
  >
    <Inside icon={icon} shortcut={shortcut} busy={busy}>
      {children}
    </Inside>
  </button>
)

/** A link that looks like a button, for what leads to another page. */
export const ButtonLink = ({ kind, icon, wide, large, shortcut, children, ...rest }: Look & LinkProps) => (
  <Link {...rest} className={classOf({ kind, wide, large }, children === undefined)}>
    <Inside icon={icon} shortcut={shortcut}>
      {children}
    </Inside>
  </Link>
)

/** A key of the keyboard. The face has no sign for Enter, so that one is drawn. */
export const Key = ({ children }: { children: ReactNode }) => (
  <kbd className="al-key">
    {children === '↵' ? (
      <>
        <Icon name="enter" size={11} />
        <span className="al-unseen">Enter</span>
      </>
    ) : (
      children
    )}
  </kbd>
)

/** A key with its modifiers, each drawn as a key: `Ctrl K`. */
export const Keys = ({ text }: { text: string }) => (
  <span className="al-keys">
    {text.split(' ').map((part) => (
      <Key key={part}>{part}</Key>
    ))}
  </span>
)

/** Why something may not be done now: the sentence, the clause it rests on, and the code of the refusal. */
export type RefusedBecause = { readonly sentence: Sentence; readonly clause?: string | undefined; readonly code: string }

/** An action that is refused at present, with its reason on the screen rather than in a tooltip. */
export const RefusedAction = ({ title, because, small }: { title: string; because: RefusedBecause; small?: boolean | undefined }) => {
  const say = useSay()
  const id = useId()
  const action = (
    <button
      type="button"
      aria-disabled="true"
      aria-describedby={id}
      className={small === true ? 'al-refused-action al-refused-small' : 'al-refused-action'}
    >
      <Icon name="lock" />
      {title}
    </button>
  )
  const reason = (
    <div id={id} className="al-refused-reason">
      {say(because.sentence)}
      <span className="al-refused-basis">{[because.clause, because.code].filter((part) => part !== undefined).join(' · ')}</span>
    </div>
  )
  if (small === true) {
    return (
      <>
        {action}
        {reason}
      </>
    )
  }
  return (
    <div className="al-refused">
      {action}
      {reason}
    </div>
  )
}

/** A short mark beside a title: a round, a kind, a state. `silent` for what is unknown or not heard from. */
export const Tag = ({ tone = 'plain', children }: { tone?: 'plain' | 'accent' | 'silent'; children: ReactNode }) => (
  <span className={tone === 'plain' ? 'al-tag' : `al-tag al-tag-${tone}`}>{tone === 'silent' ? <span>{children}</span> : children}</span>
)
