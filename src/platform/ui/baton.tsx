// The line on top of every case: who has it, what is next, by when, and the one thing to press.
import type { Child } from 'hono/jsx'
import { type Day, sayDay } from '../../kernel/day.ts'
import { LinkButton, PostButton } from './form.tsx'
import { useFrame, useText } from './frame.ts'
import type { SafeHref } from './href.ts'

export interface BatonProps {
  /** A name and a role: "Dig, visitator" or "Vera Vig, visitator". */
  readonly has: Child
  /** Other words than "Har stafetten", for what waits with somebody who has not got it. */
  readonly term?: string
  readonly note?: Child
  readonly since?: Day | undefined
  readonly next: Child
  /** Why, or what is ready: "Loggen er vist for dig: 12 hændelser, 3 bilag". */
  readonly why?: Child
  readonly by?: Day | undefined
  /** Days until `by`; negative when it has passed. */
  readonly daysLeft?: number | undefined
  /** The reader has it: the line stands out. */
  readonly mine?: boolean
  readonly action?: BatonAction | undefined
}
/** `href` leads to a page; `post` does it at once. */
export type BatonAction = { readonly label: string } & (
  | { readonly href: SafeHref }
  | { readonly post: SafeHref; readonly hidden?: Readonly<Record<string, string>> }
)

export function Baton(props: BatonProps) {
  const { lang } = useFrame()
  const text = useText()
  const late = props.daysLeft !== undefined && props.daysLeft < 0
  return (
    <section class={props.mine ? 'baton baton-mine' : 'baton'} aria-label={text.batonLabel}>
      <Cell term={props.term ?? text.batonHas} said={props.has} note={props.note ?? (props.since && text.since(sayDay(props.since, lang)))} />
      <Cell term={text.batonNext} said={props.next} note={props.why} />
      <Cell
        term={text.batonBy} said={props.by === undefined ? text.batonNoDate : sayDay(props.by, lang)}
        note={props.daysLeft === undefined ? undefined : <span class={late ? 'late' : undefined}>{text.dueIn(props.daysLeft)}</span>}
      />
      {props.action && <div class="baton-act"><Act {...props.action} /></div>}
    </section>
  )
}

function Cell(props: { readonly term: string; readonly said: Child; readonly note?: Child }) {
  return (
    <div class="baton-cell">
      <p class="baton-term">{props.term}</p>
      <p class="baton-said">{props.said}</p>
      {props.note !== undefined && <p class="baton-note">{props.note}</p>}
    </div>
  )
}

function Act(action: BatonAction) {
  if ('href' in action) return <LinkButton href={action.href}>{action.label}</LinkButton>
  return <PostButton action={action.post} label={action.label} {...(action.hidden ? { hidden: action.hidden } : {})} />
}
