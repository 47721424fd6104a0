// A form and what surrounds its fields. Every form can be sent without JavaScript and keeps what was typed when something is wrong.
import { randomUUID } from 'node:crypto'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useFrame, useText } from './frame.ts'
import { type SafeHref, safe } from './href.ts'

export interface FormProps {
  readonly action: SafeHref
  /** Needed by forms with a `FileInput`. */
  readonly files?: boolean
  readonly id?: string | undefined
  /** Values that go along unseen. */
  readonly hidden?: Readonly<Record<string, string | number | undefined>>
}

/** Posts to `action` with an id of its own (`once`), so that a second press is answered as the first; the browser holds it back too where it can. */
export function Form(props: PropsWithChildren<FormProps>) {
  const { dress } = useFrame()
  return (
    <form
      method="post" action={safe(props.action)} id={props.id} novalidate data-once=""
      enctype={props.files ? 'multipart/form-data' : undefined} autocomplete={dress === 'citizen' ? 'off' : undefined}
    >
      <input type="hidden" name="once" value={String(props.hidden?.['once'] ?? randomUUID())} />
      {Object.entries(props.hidden ?? {}).map(([name, value]) => name !== 'once' && value !== undefined && <input type="hidden" name={name} value={String(value)} />)}
      {props.children}
    </form>
  )
}

/** A fault in one field: `field` is the field's `name`. */
export interface FieldError { readonly field?: string | undefined; readonly text: string }

/** Stands first on a page that came back with faults; its heading tells the kind of trouble, each line leads to its field. Draws nothing when there are none. */
export function ErrorSummary(props: { readonly errors: readonly FieldError[]; readonly heading?: string }) {
  const text = useText()
  const { trouble } = useFrame()
  if (props.errors.length === 0) return null
  return (
    <div class="alert alert-error error-summary" role="alert" aria-labelledby="errors-heading" id="errors" tabindex={-1}>
      <div class="alert-body">
        <p class="alert-heading" id="errors-heading"><strong>{props.heading ?? text.troubles[trouble ?? 'wrong']}</strong></p>
        <ul>
          {props.errors.map(it => <li>{it.field === undefined ? it.text : <a href={`#${it.field}`}>{it.text}</a>}</li>)}
        </ul>
      </div>
    </div>
  )
}

/** What a field says when it is at fault: the first fault of that name, or nothing. */
export const errorOf = (errors: readonly FieldError[], field: string): string | undefined => errors.find(it => it.field === field)?.text

export type ButtonKind = 'primary' | 'secondary' | 'quiet'

export interface ButtonProps {
  /** At most one primary on a page. */
  readonly kind?: ButtonKind
  readonly name?: string
  readonly value?: string
  /** Sends the form somewhere else than its own address. */
  readonly to?: SafeHref
}

const buttonClass = (kind: ButtonKind = 'primary') => `button button-${kind === 'quiet' ? 'unstyled' : kind}`

export function Button(props: PropsWithChildren<ButtonProps>) {
  return (
    <button type="submit" class={buttonClass(props.kind)} name={props.name} value={props.value} formaction={props.to && safe(props.to)}>
      {props.children}
    </button>
  )
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton(props: PropsWithChildren<{ readonly href: SafeHref; readonly kind?: ButtonKind }>) {
  return <a class={buttonClass(props.kind)} href={safe(props.href)}>{props.children}</a>
}

/** One button that posts: handing over, accepting, taking back. */
export function PostButton(props: FormProps & { readonly label: Child; readonly kind?: ButtonKind }) {
  return (
    <Form action={props.action} id={props.id} {...(props.hidden ? { hidden: props.hidden } : {})}>
      <Button kind={props.kind ?? 'primary'}>{props.label}</Button>
    </Form>
  )
}

/** The row that ends a form: the one primary button, then what else can be done. */
export function Actions(props: PropsWithChildren) {
  return <div class="actions">{props.children}</div>
}

/** A link in running text. */
export function Link(props: PropsWithChildren<{ readonly href: SafeHref; readonly current?: boolean; readonly lang?: string }>) {
  return (
    <a href={safe(props.href)} lang={props.lang} hreflang={props.lang} aria-current={props.current ? 'page' : undefined}
      rel={props.href.startsWith('https:') ? 'noreferrer noopener' : undefined}>{props.children}</a>
  )
}
