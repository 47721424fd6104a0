// What the police and the centre sent themselves: state and answer, and nothing of what became of the case.
import { sayTime } from '../kernel/day.ts'
import type { Role } from '../kernel/actor.ts'
import type { Ctx, Html } from '../platform/screen.ts'
import { Link, PostButton } from '../platform/ui/form.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { Sent } from './actions.ts'
import { words } from './compose-screen.tsx'
import { isWaiting } from './rules.ts'
import type { KeptSigned } from './signed.ts'

export function SentByMe(props: { readonly all: readonly Sent[]; readonly signed: ReadonlyMap<string, KeptSigned>; readonly whys: ReadonlyMap<string, string>; readonly by: Role; readonly ctx: Ctx }): Html {
  const { all, ctx, by } = props
  const text = words(ctx).sentByMe
  const counted = (about: 'exposed' | 'stalks') => all.filter(it => it.referral.to === 'dscAdviser' && it.referral.about === about).length
  return (
    <section>
      <h2>{text.title}</h2>
      <ul class="plain-list screen-only">
        <li><Link href="/henvis-hertil">{words(ctx).here.title}</Link></li>
        {by === 'policeContact' && <li><Link href="/henvis-til-centret">{words(ctx).centre.title}</Link></li>}
      </ul>
      <Table caption={text.title} captionHidden empty={text.none} columns={[text.number, text.to, text.sent, text.state].map(label => ({ label }))}
        rows={all.map(({ referral: it, words: said }) => [
          it.number, `${words(ctx).to[it.to]}: ${it.toName}${it.to === 'dscAdviser' ? ` (${text.abouts[it.about]})` : ''}`, sayTime(it.sentAt, ctx.lang),
          <>
            {words(ctx).states[it.state]}.{said !== undefined && <> “{said}”</>}
            {props.whys.has(it.id) && <><br />{text.notTold} “{props.whys.get(it.id)}”</>}
            {props.signed.get(it.id)?.endedAt && <> {words(ctx).signed.short}.</>}
            {props.signed.has(it.id) && <><br /><Link href={`/henvisninger/${it.id}/underskrift`}>{words(ctx).signed.open}<span class="sr-only"> {it.number}</span></Link></>}
            {isWaiting(it.state) && <PostButton action={`/henvisninger/${it.id}/fortryd`} hidden={{ reason: text.undone }} label={words(ctx).inCase.takeBack} kind="quiet" />}
          </>,
        ])} />
      {by === 'policeContact' && <p class="quiet">{text.counted(counted('exposed'), counted('stalks'))}</p>}
    </section>
  )
}
