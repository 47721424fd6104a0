// Days that were missed: for the leader with somebody to appoint, for the tovholder as number, day and name.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { sayDue } from '../cases/say.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { ErrorSummary, Link, PostButton } from '../platform/ui/form.tsx'
import { tel } from '../platform/ui/href.ts'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { LateKind, LateRow, lateAction, lateForMe, Rings as Ringing } from './climb.ts'
import { faultList, words } from './compose-screen.tsx'

export function lateScreen({ rows, appoints, rings }: Awaited<ReturnType<typeof lateAction.run>>, ctx: Ctx): Screen {
  const text = words(ctx).late
  const toAppoint = appoints ? rows.filter(it => it.toLeader) : []
  const rest = rows.filter(it => !toAppoint.includes(it))
  return {
    title: text.title,
    body: (
      <>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{text.title}</h1>
        <Lead>{appoints ? text.leadLeader(toAppoint.length) : text.leadTovholder}</Lead>
        <Rings all={rings} ctx={ctx} />
        {toAppoint.length > 0 && <p>{text.whoHint}</p>}
        {toAppoint.map(it => <Appoint it={it} ctx={ctx} />)}
        {appoints && rest.length > 0 && <h2>{text.others}</h2>}
        {(rest.length > 0 || toAppoint.length === 0) && (
          <Table caption={text.title} captionHidden empty={rings.length > 0 ? text.noneBesides : text.none} columns={[text.number, text.due, text.name, ...(appoints ? [] : [text.state])].map(label => ({ label }))}
            rows={rest.map(it => [it.kind === 'case' ? it.number : text.of[it.kind](it.number), `${sayDay(dayOf(it.due), ctx.lang)}, ${sayDue(it.due, ctx.now, ctx.lang)}`, it.name, ...(appoints ? [] : [it.toLeader ? text.withLeader : ''])])} />
        )}
      </>
    ),
  }
}

/** Where somebody is appointed. An answer in a closed case is nobody's to be given; it is opened again. */
const wordOf = { case: 'sag', referral: 'henvisning', call: 'opkald', track: 'familie', answer: 'svar' } as const satisfies Record<LateKind, string>

function Appoint(props: { readonly it: LateRow; readonly ctx: Ctx }): Html {
  const { it, ctx } = props
  const text = words(ctx).late
  const at = `/frister/${wordOf[it.kind]}/${it.id}` as const
  return (
    <section>
      <h2>{text.of[it.kind](it.number)}</h2>
      <p>{text.had(it.name)} <span class="late">{sayDue(it.due, ctx.now, ctx.lang)}</span></p>
      {it.people.length === 0 ? <p>{text.nobody}</p> : (
          <ul class="nobullet-list">{it.people.map(one => (
            <li><PostButton action={at} hidden={{ person: one.person }} label={text.appoint(one.name)} kind="secondary" /> <span class="quiet">{[one.unit ?? one.organisationName, one.phone ?? one.organisationPhone].filter(Boolean).join(', ')}</span></li>
          ))}</ul>
      )}
    </section>
  )
}

/** Danger now, and nobody has called: said the first minute, until somebody has. */
function Rings(props: { readonly all: readonly Ringing[]; readonly ctx: Ctx }): Html {
  const { all, ctx } = props
  const text = words(ctx).late
  return <>{all.map((it, at) => (
    <Notice kind="acute" heading={text.rings[it.kind](it.number)}>
      <p>{text.ringsSince(sayTime(it.since, ctx.lang))} {text.ringsWith[it.kind](it.name)}{it.phone && <>, <Link href={tel(it.phone)}>{it.phone}</Link></>}.</p>
      {at === all.length - 1 && <p>{text.ringsDo}</p>}
    </Notice>
  ))}</>
}

/** On top of the leader's and the tovholder's home page. */
export function lateNotice(it: Awaited<ReturnType<typeof lateForMe>>, ctx: Ctx): Html | null {
  const text = words(ctx).late
  if (!it) return null
  return <><Rings all={it.rings} ctx={ctx} />{it.missed > 0 && (
    <Notice kind="warn" heading={it.appoint > 0 ? text.mustAppoint(it.appoint) : text.missed(it.missed)}>
      <p><Link href="/frister">{text.see}</Link></p>
    </Notice>
  )}</>
}
