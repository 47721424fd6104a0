// Fields with their label, hint, fault and kept value. The id of a field is its name, so that a fault can point at it.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useFrame, useText } from './frame.ts'
import { Mark, type Optional } from './marks.tsx'

export interface FieldProps {
  readonly name: string
  readonly label: Child
  /** Why we ask, or how to answer. */
  readonly hint?: Child
  readonly error?: string | undefined
  readonly optional?: Optional
  /** As typed last time, also when it was wrong. */
  readonly value?: string | undefined
}

const hintId = (name: string) => `${name}-hint`
const errorId = (name: string) => `${name}-error`

// Some browsers send text away to check its spelling.
const unchecked: Readonly<Record<string, string>> = { spellcheck: 'false' }

/** What a control says about itself besides its label. */
export function described(props: { readonly name: string; readonly hint?: Child; readonly error?: string | undefined }) {
  const ids = [props.hint === undefined ? '' : hintId(props.name), props.error === undefined ? '' : errorId(props.name)].filter(Boolean)
  return {
    'aria-describedby': ids.length === 0 ? undefined : ids.join(' '),
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
  }
}

/** Hint and fault, drawn above the control they belong to. */
export function Told(props: { readonly name: string; readonly hint?: Child; readonly error?: string | undefined }) {
  const text = useText()
  return (
    <>
      {props.hint !== undefined && <span class="form-hint" id={hintId(props.name)}>{props.hint}</span>}
      {props.error !== undefined && (
        <span class="form-error-message" id={errorId(props.name)}><span class="sr-only">{text.error}</span>{props.error}</span>
      )}
    </>
  )
}

/** Wraps any control that has one label of its own. */
export function Field(props: PropsWithChildren<FieldProps & { readonly kind?: string }>) {
  return (
    <div class={`form-group${props.error === undefined ? '' : ' form-error'}${props.kind === undefined ? '' : ` field-${props.kind}`}`}>
      <label class="form-label" for={props.name}>{props.label}<Mark optional={props.optional} /></label>
      <Told name={props.name} hint={props.hint} error={props.error} />
      {props.children}
    </div>
  )
}

export interface TextInputProps extends FieldProps {
  readonly type?: 'text' | 'password' | 'email' | 'tel' | 'search'
  readonly autocomplete?: 'off' | 'username' | 'current-password' | 'new-password' | 'one-time-code'
  readonly width?: 'short' | 'medium' | 'full'
  readonly numeric?: boolean
}

export function TextInput(props: TextInputProps) {
  const { dress } = useFrame()
  return (
    <Field {...props}>
      <input
        class={`form-input width-${props.width ?? 'medium'}`} id={props.name} name={props.name} type={props.type ?? 'text'} value={props.value}
        autocomplete={props.autocomplete ?? (dress === 'citizen' ? 'off' : undefined)} inputmode={props.numeric ? 'numeric' : undefined}
        {...(dress === 'citizen' || props.type === 'password' ? unchecked : {})} {...described(props)}
      />
    </Field>
  )
}

/** Long text. On the citizen's side the browser is told neither to remember nor to check it. */
export function TextArea(props: FieldProps & { readonly rows?: number; readonly maxlength?: number }) {
  const { dress } = useFrame()
  return (
    <Field {...props}>
      <textarea
        class="form-input" id={props.name} name={props.name} rows={props.rows ?? 5} maxlength={props.maxlength}
        autocomplete={dress === 'citizen' ? 'off' : undefined} {...(dress === 'citizen' ? unchecked : {})} {...described(props)}
      >{props.value ?? ''}</textarea>
    </Field>
  )
}

/** The device's own picker; sends `YYYY-MM-DD`. `min` and `max` only help the picker: the server decides. */
export function DateInput(props: FieldProps & { readonly min?: string; readonly max?: string }) {
  return (
    <Field {...props} kind="date">
      <input
        class="form-input" id={props.name} name={props.name} type="date" value={props.value} min={props.min} max={props.max} {...described(props)}
      />
    </Field>
  )
}

/** Sends `HH:MM`. */
export function TimeInput(props: FieldProps) {
  return (
    <Field {...props} kind="time">
      <input class="form-input" id={props.name} name={props.name} type="time" value={props.value} {...described(props)} />
    </Field>
  )
}

/** A browser never fills a file in again, so a page that comes back says in `hint` what was already received. */
export function FileInput(props: Omit<FieldProps, 'value'> & { readonly accept?: string; readonly many?: boolean; /** What it is sent as, where other fields have its name. */ readonly as?: string }) {
  return (
    <Field {...props} kind="file">
      <input class="form-input" id={props.name} name={props.as ?? props.name} type="file" accept={props.accept} multiple={props.many} {...described(props)} />
    </Field>
  )
}

/** Two or three short fields side by side, such as a day and a time; they stack where it is narrow. */
export function FieldRow(props: PropsWithChildren) {
  return <div class="field-row">{props.children}</div>
}
