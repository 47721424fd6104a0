// Choosing one or several of a few.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { described, Field, type FieldProps, Told } from './fields.tsx'
import { useText } from './frame.ts'
import { Mark, type Optional } from './marks.tsx'

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
  /** Shown under the choice while it is chosen (always, in a browser without `:has`). */
  readonly inside?: Child
}

interface ChoicesProps extends Omit<FieldProps, 'value'> {
  readonly choices: readonly Choice[]
  /** Side by side, for short answers such as yes and no. */
  readonly inline?: boolean
  /** Two and two, where what is inside a choice opens below them all, so that nothing moves under a finger. */
  readonly pairs?: boolean
  /** Draws the question as the heading of the page. */
  readonly asHeading?: boolean
}

/** The first choice has the field's own name as id, so that a fault leads to it. */
const idOf = (name: string, index: number) => (index === 0 ? name : `${name}-${index + 1}`)

export function Radios(props: ChoicesProps & { readonly value?: string | undefined }) {
  return <Group {...props} type="radio" chosen={props.value === undefined ? [] : [props.value]} />
}

export function Checkboxes(props: ChoicesProps & { readonly values?: readonly string[] | undefined }) {
  return <Group {...props} type="checkbox" chosen={props.values ?? []} />
}

function Group(props: ChoicesProps & { readonly type: 'radio' | 'checkbox'; readonly chosen: readonly string[] }) {
  return (
    <div class={`form-group${props.error === undefined ? '' : ' form-error'}${props.inline ? ' choices-inline' : props.pairs ? ' choices-pairs' : ''}`}>
      <fieldset aria-describedby={described(props)['aria-describedby']}>
        <legend class="form-label">
          {props.asHeading ? <h1>{props.label}</h1> : props.label}<Mark optional={props.optional} />
        </legend>
        <Told name={props.name} hint={props.hint} error={props.error} />
        <div class="choices">
          {props.choices.map((it, index) => (
            <One {...it} type={props.type} name={props.name} id={idOf(props.name, index)} checked={props.chosen.includes(it.value)} />
          ))}
        </div>
      </fieldset>
    </div>
  )
}

function One(props: Choice & { readonly type: 'radio' | 'checkbox'; readonly name: string; readonly id: string; readonly checked: boolean }) {
  const hint = props.hint === undefined ? undefined : `${props.id}-hint-own`
  return (
    <div class={`form-group-${props.type}`}>
      <input
        class={`form-${props.type}`} type={props.type} id={props.id} name={props.name} value={props.value} checked={props.checked}
        aria-describedby={hint}
      />
      <label for={props.id}>{props.label}</label>
      {hint !== undefined && <span class="form-hint" id={hint}>{props.hint}</span>}
      {props.inside !== undefined && <div class="choice-inside">{props.inside}</div>}
    </div>
  )
}

/** One box to tick, standing alone. Sends `yes`. */
export function Tick(props: Omit<FieldProps, 'value' | 'optional'> & { readonly checked?: boolean | undefined }) {
  return (
    <div class={`form-group${props.error === undefined ? '' : ' form-error'}`}>
      <Told name={props.name} error={props.error} />
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" id={props.name} name={props.name} value="yes" checked={props.checked} {...described(props)} />
        <label for={props.name}>{props.label}</label>
        {props.hint !== undefined && <span class="form-hint" id={`${props.name}-hint`}>{props.hint}</span>}
      </div>
    </div>
  )
}

interface Option { readonly value: string; readonly label: string }

/** `groups` stand after `choices`, each under its own heading. */
export function Select(props: FieldProps & { readonly choices: readonly Option[]; readonly groups?: readonly { readonly label: string; readonly choices: readonly Option[] }[] }) {
  const text = useText()
  const option = (it: Option) => <option value={it.value} selected={it.value === props.value}>{it.label}</option>
  return (
    <Field {...props}>
      <select class="form-select" id={props.name} name={props.name} {...described(props)}>
        <option value="" selected={!props.value}>{text.choose}</option>
        {props.choices.map(option)}
        {props.groups?.map(it => <optgroup label={it.label}>{it.choices.map(option)}</optgroup>)}
      </select>
    </Field>
  )
}

/** Fields that belong together under one heading; `quiet` sets them apart on a soft ground (the citizen's "only for me"). */
export function FieldGroup(props: PropsWithChildren<{ readonly legend: Child; readonly hint?: Child; readonly quiet?: boolean; /** Where the whole of it is one answer. */ readonly optional?: Optional }>) {
  return (
    <fieldset class={props.quiet ? 'field-set field-set-quiet' : 'field-set'}>
      <legend class="form-label">{props.legend}<Mark optional={props.optional ?? 'told'} /></legend>
      {props.hint !== undefined && <p class="form-hint">{props.hint}</p>}
      {props.children}
    </fieldset>
  )
}
