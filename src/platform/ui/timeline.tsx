// What happens in a case, newest first: the thing to do now, then what is done, folded away with its date and name.
import type { Child } from 'hono/jsx'
import { useText } from './frame.ts'
import { Details } from './parts.tsx'

export interface TimelineItem {
  readonly title: Child
  readonly state: 'now' | 'done' | 'later'
  /** "3. november 2026 kl. 9.40" for done, "5. november til 3. december" for a stretch. */
  readonly when?: Child
  readonly by?: Child
  readonly body?: Child
  readonly id?: string
}

/** What is now and what comes stands open; the newest `open` of the done too (2 if not said); the rest folds away. */
export function Timeline(props: { readonly items: readonly TimelineItem[]; readonly open?: number }) {
  const text = useText()
  const done = props.items.filter(it => it.state === 'done')
  const shown = done.slice(0, props.open ?? 2)
  const folded = done.slice(shown.length)
  return (
    <div class="timeline">
      <ol class="no-max-width">{[...props.items.filter(it => it.state !== 'done'), ...shown].map(it => <Item {...it} />)}</ol>
      {folded.length > 0 && (
        <Details summary={text.earlier(folded.length)}><ol class="no-max-width">{folded.map(it => <Item {...it} />)}</ol></Details>
      )}
    </div>
  )
}

function Item(props: TimelineItem) {
  const text = useText()
  return (
    <li class={`timeline-item timeline-${props.state}`} id={props.id}>
      <h2>{props.title}</h2>
      <p class="timeline-when">
        {props.state !== 'done' && <span class="timeline-state">{text[props.state]}</span>}
        {props.when !== undefined && <span>{props.when}</span>}
        {props.by !== undefined && <span>{props.by}</span>}
      </p>
      {props.body !== undefined && <div class="timeline-body">{props.body}</div>}
    </li>
  )
}
