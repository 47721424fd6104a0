// What the police and the centre sent themselves: state and answer, and nothing of what became of the case.
import { sayTime } from '../kernel/day.ts'
import type { Role } from '../kernel/actor.ts'
import type { Ctx, Html } from '../platform/screen.ts'
import { Table } from '../platform/ui/table.tsx'
import type { Sent } from './actions.ts'
import { words } from './compose-screen.tsx'

export function SentByMe(props: { readonly all: readonly Sent[]; readonly by: Role; readonly ctx: Ctx }): Html {
  const { all, ctx } = props
  const text = words(ctx).sentByMe
  return (
    <section>
      <h2>{text.title}</h2>
      <Table caption={text.title} captionHidden empty={text.none} columns={[text.number, text.to, text.sent, text.state].map(label => ({ label }))}
        rows={all.map(({ referral: it, words: said }) => [
          it.number, `${words(ctx).to[it.to]}: ${it.toName}`, sayTime(it.sentAt, ctx.lang), <>{words(ctx).states[it.state]}.{said !== undefined && <> “{said}”</>}</>,
        ])} />
    </section>
  )
}
