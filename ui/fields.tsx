import { createContext, use, useId, useState, type ComponentPropsWithRef, type ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import { useMessages } from './language.tsx'
import { words } from './words.ts'
import './fields.css'

type FieldIds = { readonly control: string; readonly described: string | undefined; readonly wrong: boolean }
const FieldContext = createContext<FieldIds | null>(null)

export type FieldProps = {
  readonly label: string
  /** Said before the person errs: the form of the value, where to find it. */
  readonly help?: ReactNode
  /** What is wrong with the value, at its place. */
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
  /** In a `Field` one input of this module, which takes its name and its error from there; in a `FieldGroup` anything. */
  readonly children: ReactNode
}

/** A label, one input, its help and its error. */
export const Field = ({ label, help, error, optional, children }: FieldProps) => {
  const m = useMessages(words)
  const id = useId()
  const described = error === undefined && help === undefined ? undefined : `${id}-said`
  return (
    <div className={error === undefined ? 'al-field' : 'al-field al-field-wrong'}>
      <label htmlFor={id}>
        {label}
        {optional === true ? <span className="al-field-optional">{m.optional}</span> : null}
      </label>
      <FieldContext value={{ control: id, described, wrong: error !== undefined }}>{children}</FieldContext>
      {described === undefined ? null : (
        <p id={described} className="al-field-said">
          {error === undefined ? help : <span className="al-field-error">{error}</span>}
        </p>
      )}
    </div>
  )
}

/** A label with a control that is more than one input; its name and its error are said with the group. */
export const FieldGroup = ({ label, help, error, optional, children }: FieldProps) => {
  const m = useMessages(words)
  const id = useId()
  return (
    <div
      className={error === undefined ? 'al-field' : 'al-field al-field-wrong'}
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-said`}
    >
      <span id={`${id}-label`} className="al-field-label">
        {label}
        {optional === true ? <span className="al-field-optional">{m.optional}</span> : null}
      </span>
      {children}
      <p id={`${id}-said`} className="al-field-said" hidden={help === undefined && error === undefined}>
        {error === undefined ? help : <span className="al-field-error">{error}</span>}
      </p>
    </div>
  )
}

const useFieldProps = (): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: true } => {
  const field = use(FieldContext)
  if (!field) return {}
  return {
    id: field.control,
    ...(field.described === undefined ? {} : { 'aria-describedby': field.described }),
    ...(field.wrong ? { 'aria-invalid': true as const } : {}),
  }
}

type Valued<Props> = Omit<Props, 'value' | 'onChange'> & { readonly value: string; readonly onChange: (value: string) => void }

export const TextInput = ({ onChange, className, ...rest }: Valued<ComponentPropsWithRef<'input'>>) => (
  <input
    type="text"
    autoComplete="off"
    {...useFieldProps()}
    {...rest}
    className={`al-input ${className ?? ''}`}
    onChange={(event) => onChange(event.target.value)}
  />
)

/** A password, which may be shown: typing blind on a phone fails more often than it protects. */
export const PasswordInput = ({ onChange, ...rest }: Valued<ComponentPropsWithRef<'input'>>) => {
  const m = useMessages(words)
  const [shown, setShown] = useState(false)
  return (
    <span className="al-input-with">
      <input
        autoComplete="current-password"
        {...useFieldProps()}
        {...rest}
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        className="al-input"
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className="al-input-button"
        aria-pressed={shown}
        aria-label={shown ? m.password.hide : m.password.show}
        onClick={() => setShown(!shown)}
      >
        <Icon name="eye" />
      </button>
    </span>
  )
}

export const SearchInput = ({ onChange, value, label, ...rest }: Valued<ComponentPropsWithRef<'input'>> & { readonly label: string }) => {
  const m = useMessages(words)
  return (
    <span className="al-input-with al-input-search">
      <Icon name="search" />
      <input
        type="search"
        {...useFieldProps()}
        {...rest}
        aria-label={label}
        value={value}
        className="al-input"
        onChange={(event) => onChange(event.target.value)}
      />
      {value === '' ? null : (
        <button type="button" className="al-input-button" aria-label={m.clear} onClick={() => onChange('')}>
          <Icon name="cross" size={12} />
        </button>
      )}
    </span>
  )
}

export const TextArea = ({ onChange, ...rest }: Valued<ComponentPropsWithRef<'textarea'>>) => (
  <textarea rows={3} {...useFieldProps()} {...rest} className="al-input al-textarea" onChange={(event) => onChange(event.target.value)} />
)

/** A value and the word for it. */
export type Option<Value extends string = string> = { readonly value: Value; readonly label: string }

export type SelectInputProps<Value extends string> = {
  readonly options: readonly Option<Value>[]
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  /** Stands for "nothing chosen yet". */
  readonly placeholder?: string | undefined
  readonly required?: boolean | undefined
  readonly label?: string | undefined
}

/** One of a few: the control of the system, which phones and screen readers know best. */
export const SelectInput = <Value extends string>({ options, value, onChange, placeholder, required, label }: SelectInputProps<Value>) => (
  <span className="al-select">
    <select
      {...useFieldProps()}
      aria-label={label}
      className="al-input"
      required={required}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {placeholder === undefined ? null : (
        <option value="" disabled={required}>
          {placeholder}
        </option>
      )}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" size={12} />
  </span>
)

/** One of two to five, all to be seen. */
export const Choice = <Value extends string>({
  options,
  value,
  onChange,
  label,
}: {
  readonly options: readonly (Option<Value> & { readonly mark?: ReactNode })[]
  readonly value: Value | ''
  readonly onChange: (value: Value) => void
  readonly label: string
}) => {
  const name = useId()
  return (
    <div className="al-choice" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'al-choice-on' : ''}>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          {option.mark}
          {option.label}
        </label>
      ))}
    </div>
  )
}

export const Checkbox = ({
  label,
  checked,
  onChange,
  help,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  help?: ReactNode
}) => (
  <label className="al-checkbox">
    <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
    <span>
      {label}
      {help === undefined ? null : <span className="al-checkbox-help">{help}</span>}
    </span>
  </label>
)

/** The fields of a form in one column, with its buttons below; Enter sends it. */
export const Form = ({ onSubmit, children, actions }: { onSubmit: () => void; children: ReactNode; actions?: ReactNode }) => (
  <form
    className="al-form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault()
      onSubmit()
    }}
  >
    {children}
    {actions === undefined ? null : <div className="al-form-actions">{actions}</div>}
  </form>
)
