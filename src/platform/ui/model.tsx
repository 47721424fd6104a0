// The picture of the model: the A4 sheet that is the staff's home page. The boxes are data; the drawing is one entrance, then those it leads to.
import type { Child } from 'hono/jsx'
import { Link, LinkButton } from './form.tsx'
import { useText } from './frame.ts'
import { type SafeHref, tel } from './href.ts'

export interface ModelBox {
  /** The role as it is called here: "Stalkingvisitator". */
  readonly title: string
  /** One or two sentences: what happens in this place. */
  readonly task: Child
  readonly holders?: readonly ModelHolder[]
  /** Nobody holds the role: who sees to it meanwhile. The box says so and stands out. */
  readonly vacant?: Child | undefined
  /** What waits here for the reader, above everything else: "2 henvendelser venter". */
  readonly waits?: { readonly text: string; readonly href?: SafeHref | undefined; readonly due?: Child | undefined; readonly none?: boolean } | undefined
  /** The one thing to press when nothing waits, or besides it. */
  readonly act?: { readonly label: string; readonly href: SafeHref } | undefined
  /** The reader holds this role. */
  readonly mine?: boolean
}
export interface ModelHolder {
  readonly name: Child
  readonly phone?: string | undefined
  /** "Voksne", "stedfortræder fra 1. december 2026". */
  readonly note?: Child | undefined
}

export interface ModelPictureProps {
  readonly entrance: ModelBox
  readonly visitator: ModelBox
  /** Two to four: coordinator, police, Dansk Stalking Center. */
  readonly partners: readonly ModelBox[]
}

export function ModelPicture(props: ModelPictureProps) {
  const text = useText()
  return (
    <section class={`model model-${props.partners.length}`} aria-label={text.modelLabel}>
      <div class="model-row model-top">
        <div class="model-cell model-entrance"><Box {...props.entrance} /></div>
        <div class="model-cell model-visitator"><Arrow /><Box {...props.visitator} /></div>
      </div>
      <Branches count={props.partners.length} />
      <ul class="model-row model-partners no-max-width">
        {props.partners.map(it => <li class="model-cell"><Arrow both /><Box {...it} /></li>)}
      </ul>
    </section>
  )
}

function Box(props: ModelBox) {
  const text = useText()
  const look = props.vacant !== undefined ? ' model-vacant' : props.mine ? ' model-mine' : ''
  return (
    <article class={`model-box${look}`}>
      <h2>{props.title}{props.mine && <span class="model-you"> {text.modelYou}</span>}</h2>
      {props.waits && <Waits {...props.waits} />}
      {props.vacant !== undefined && <p class="model-gap"><strong>{text.modelVacant}.</strong> {props.vacant}</p>}
      {props.holders?.map(it => <Holder {...it} />)}
      <p class="model-task">{props.task}</p>
      {props.act && <p class="model-act"><Act {...props.act} button={props.mine === true} /></p>}
    </article>
  )
}

/** A button for the one who stands here; a link for everybody else. */
function Act(props: { readonly label: string; readonly href: SafeHref; readonly button: boolean }) {
  return props.button ? <LinkButton href={props.href}>{props.label}</LinkButton> : <Link href={props.href}>{props.label}</Link>
}

function Waits(props: NonNullable<ModelBox['waits']>) {
  if (props.none) return <p class="model-note">{props.href === undefined ? props.text : <Link href={props.href}>{props.text}</Link>}</p>
  return (
    <p class="model-waits">
      {props.href === undefined ? <span>{props.text}</span> : <strong><Link href={props.href}>{props.text}</Link></strong>}
      {props.due !== undefined && <span>{props.due}</span>}
    </p>
  )
}

function Holder(props: ModelHolder) {
  return (
    <p class="model-holder">
      <span class="model-name">{props.name}</span>
      {props.phone !== undefined && <a href={tel(props.phone)}>{props.phone}</a>}
      {props.note !== undefined && <span class="model-note">{props.note}</span>}
    </p>
  )
}

/** Between two boxes: to the right where it is wide, down where it is narrow. */
function Arrow(props: { readonly both?: boolean }) {
  const look = props.both ? 'model-arrow model-arrow-down' : 'model-arrow'
  const heads = `M2 10H38M31 4l7 6-7 6${props.both ? 'M9 4l-7 6 7 6' : ''}`
  return (
    <svg class={look} width="40" height="20" viewBox="0 0 40 20" aria-hidden="true" focusable="false">
      <path d={heads} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
    </svg>
  )
}

/** From the visitator (two thirds in) down to each partner, and back: the heads at both ends say that it goes both ways. */
function Branches(props: { readonly count: number }) {
  const at = Array.from({ length: props.count }, (_, index) => `${Math.round(((index + 0.5) / props.count) * 10_000) / 100}%`)
  const from = `${Math.round(20_000 / 3) / 100}%`
  const line = { stroke: 'currentColor', 'stroke-width': 2, 'stroke-linecap': 'round' } as const
  return (
    <svg class="model-branches" width="100%" height="56" aria-hidden="true" focusable="false">
      <line x1={from} x2={from} y1="4" y2="26" {...line} />
      <svg x={from} y="4" overflow="visible"><path d="M-6 7L0 0l6 7" fill="none" stroke-linejoin="round" {...line} /></svg>
      <line x1={at[0]} x2={at.at(-1)} y1="26" y2="26" {...line} />
      {at.map(x => (
        <>
          <line x1={x} x2={x} y1="26" y2="52" {...line} />
          <svg x={x} y="52" overflow="visible"><path d="M-6 -7L0 0l6 -7" fill="none" stroke-linejoin="round" {...line} /></svg>
        </>
      ))}
    </svg>
  )
}
