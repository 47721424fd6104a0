// Small parts of a page.
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useText } from './frame.ts'
import { Link } from './form.tsx'
import type { SafeHref } from './href.ts'

/** Folds away what not everybody needs. The browser's own; works without JavaScript. */
export function Details(props: PropsWithChildren<{ readonly summary: Child; readonly open?: boolean; readonly id?: string | undefined }>) {
  return (
    <details class="details" open={props.open} id={props.id}>
      <summary class="details-summary">{props.summary}</summary>
      <div class="details-text">{props.children}</div>
    </details>
  )
}

/** info: good to know · done: it is saved · warn: think before you go on · acute: danger to life, the only red in the house. */
export type NoticeKind = 'info' | 'done' | 'warn' | 'acute'

const noticeClass = { info: 'info', done: 'success', warn: 'warning', acute: 'acute' } as const

export interface NoticeProps {
  readonly kind?: NoticeKind
  readonly heading?: Child
  /** Of the heading: 2 when not said. */
  readonly level?: 2 | 3
  /** Read aloud when it appears: "Det er sendt". */
  readonly live?: boolean
}

export function Notice(props: PropsWithChildren<NoticeProps>) {
  const text = useText()
  const kind = props.kind ?? 'info'
  const Heading = props.level === 3 ? 'h3' : 'h2'
  const before = kind === 'acute' || kind === 'warn' ? <span class="sr-only">{text[kind]}</span> : undefined
  return (
    <div class={`alert alert-${noticeClass[kind]}`} role={kind === 'acute' ? 'alert' : props.live ? 'status' : undefined}>
      <div class="alert-body">
        {props.heading !== undefined && <Heading class="alert-heading">{before}{props.heading}</Heading>}
        <div class="alert-text">{props.heading === undefined && before}{props.children}</div>
      </div>
    </div>
  )
}

export type StepState = 'done' | 'now' | 'later'
export interface Step { readonly label: Child; readonly state: StepState; readonly href?: SafeHref | undefined; readonly note?: Child }

/** Where one is in a few steps. The words say what the drawing says. */
export function Steps(props: { readonly label: string; readonly steps: readonly Step[] }) {
  const text = useText()
  return (
    <nav aria-label={props.label} class="steps">
      <ol class="no-max-width">
        {props.steps.map(it => (
          <li class={`step-${it.state}`} aria-current={it.state === 'now' ? 'step' : undefined}>
            <span class="step-label">{it.href === undefined ? it.label : <Link href={it.href}>{it.label}</Link>}</span>
            <span class="step-note">{it.note ?? text[it.state]}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export interface SummaryRow {
  readonly term: Child
  /** Left out: "Ikke oplyst". */
  readonly value?: Child | undefined
  /** `about` completes the link for those who only hear it: "Ret telefonnummer". */
  readonly change?: { readonly href: SafeHref; readonly label?: string; readonly about: string } | undefined
}

/** What has been answered, to read through before it is sent. */
export function SummaryList(props: { readonly rows: readonly SummaryRow[] }) {
  const text = useText()
  return (
    <dl class="summary-list">
      {props.rows.map(it => (
        <div>
          <dt>{it.term}</dt>
          <dd>{it.value ?? <span class="quiet">{text.nothing}</span>}</dd>
          {it.change && (
            <dd class="summary-change">
              <Link href={it.change.href}>{it.change.label ?? text.change}<span class="sr-only"> {it.change.about}</span></Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

/** A box that stays in sight beside the work. `rule` is for what must be known before acting: "Før du kontakter borgeren". */
export function Aside(props: PropsWithChildren<{ readonly heading: Child; readonly kind?: 'rule' | 'plain' }>) {
  return (
    <section class={`aside aside-${props.kind ?? 'plain'}`}>
      <h2>{props.heading}</h2>
      {props.children}
    </section>
  )
}

/** The work, and beside it what must stay in sight. Where it is narrow the `rule` comes before the work and the rest of `aside` after it. */
export function Columns(props: PropsWithChildren<{ readonly rule?: Child; readonly aside?: Child }>) {
  return (
    <div class="columns">
      <div class="columns-main">{props.children}</div>
      <div class="columns-side">
        {props.rule !== undefined && <div class="columns-rule">{props.rule}</div>}
        {props.aside !== undefined && <div class="columns-aside">{props.aside}</div>}
      </div>
    </div>
  )
}

/** The sentence under the heading: what to do now, and why. */
export function Lead(props: PropsWithChildren) {
  return <p class="lead">{props.children}</p>
}
