// Her own dates, in words that explain themselves to her and to nobody else.
import { dayOf, sayDay } from '../kernel/day.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { Actions, Link, LinkButton } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { Opened } from './actions.ts'
import { ContactDays, ContactForm, errors, KindList, MeasureForm, OwnPress, sayStanding, words } from './fields.tsx'
import { bans, type Due, type Kind, type Measure, readOn, warningsOf } from './rules.ts'
import { DateLines } from './screens.tsx'

const said = (due: Due, ctx: Ctx): string => {
  const text = words(ctx)
  return [text.own.warnings[due.what](sayDay(due.on, ctx.lang)), due.check ? `(${text.check})` : ''].filter(Boolean).join(' ')
}
function Near({ it, ctx }: { readonly it: Measure; readonly ctx: Ctx }): Html | null {
  const near = warningsOf(it, dayOf(ctx.now))
  return near.length > 0 ? <Notice kind="info">{near.map(due => <p>{said(due, ctx)}</p>)}</Notice> : null
}

export function ownListScreen(all: readonly Opened[], ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.own.title,
    body: (
      <>
        <h1>{text.own.title}</h1>
        <Lead>{text.own.lead}</Lead>
        {all.map(it => <Near it={it} ctx={ctx} />)}
        <Table caption={text.own.title} captionHidden empty={text.own.none} columns={[text.kind, text.staff.columns.standing, text.staff.columns.dates].map(label => ({ label }))}
          rows={all.map(it => [<Link href={`/noter/datoer/${it.id}`}>{text.kinds[it.kind]}</Link>, sayStanding(it, ctx), <DateLines it={it} ctx={ctx} />])} />
        <Actions><LinkButton href="/noter/datoer/ny">{text.own.add}</LinkButton></Actions>
      </>
    ),
  }
}

export function ownNewScreen({ kind }: { readonly kind: Kind | undefined }, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.own.title,
    body: (
      <>
        <p><Link href="/noter/datoer">{text.own.all}</Link></p>
        {errors(ctx)}
        <h1>{kind ? text.kinds[kind] : text.own.add}</h1>
        {kind && <Lead>{text.own.formLead}</Lead>}
        <p class="quiet">{text.own.checked(sayDay(readOn, ctx.lang))}</p>
        {kind ? <MeasureForm ctx={ctx} kind={kind} own action="/noter/datoer/ny" /> : <KindList ctx={ctx} own at={it => <Link href={`/noter/datoer/ny?slags=${it}`}>{text.kinds[it]}</Link>} />}
      </>
    ),
  }
}

export function ownOneScreen(it: Opened & { readonly stays: boolean }, ctx: Ctx): Screen {
  const text = words(ctx)
  const at = `/noter/datoer/${it.id}` as const
  const extra = (['source', 'servedHow', 'complaintTo', 'reference', 'note'] as const).filter(field => it.told[field] !== '' && !(it.state === 'told' && (field === 'source' || field === 'note')))
  return {
    title: text.own.title,
    body: (
      <>
        <p><Link href="/noter/datoer">{text.own.all}</Link></p>
        {errors(ctx)}
        <h1>{text.kinds[it.kind]}</h1>
        <p>{sayStanding(it, ctx)}.</p>
        <Near it={it} ctx={ctx} />
        <DateLines it={it} ctx={ctx} />
        {extra.map(field => <p>{field === 'source' ? text.ownSource : text.fields[field]} <span class="told">{it.told[field]}</span></p>)}
        <p class="quiet">{it.state === 'told' ? text.own.told : it.state === 'shown' ? text.own.shownTo : text.own.notShown}</p>
        {it.state === 'private' && <OwnPress ctx={ctx} at={`${at}/vis`} label={text.own.show} />}
        {it.state === 'shown' && <OwnPress ctx={ctx} at={`${at}/skjul`} label={text.own.hide} />}
        {it.state !== 'told' && <p><Link href={`${at}/ret`}>{text.own.change}</Link></p>}
        {bans.includes(it.kind) && <Contact it={it} ctx={ctx} />}
        {it.state === 'private' && (it.stays ? <p>{text.refusals.stays}</p> : <OwnPress ctx={ctx} at={`${at}/slet`} label={text.own.remove} />)}
      </>
    ),
  }
}

function Contact({ it, ctx }: { readonly it: Opened; readonly ctx: Ctx }): Html {
  const text = words(ctx).own
  return (
    <>
      <h2>{text.contact}</h2>
      <ContactDays it={it} ctx={ctx} />
      <ContactForm ctx={ctx} action={`/noter/datoer/${it.id}/kontakt`} hint={text.contactHint} />
    </>
  )
}

export function ownChangeScreen(it: Opened, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.own.title,
    body: (
      <>
        <p><Link href={`/noter/datoer/${it.id}`}>{text.own.all}</Link></p>
        {errors(ctx)}
        <h1>{text.kinds[it.kind]}</h1>
        <Lead>{text.own.formLead}</Lead>
        <MeasureForm ctx={ctx} kind={it.kind} before={it} own action={`/noter/datoer/${it.id}/ret`} hidden={{ version: it.version }} />
      </>
    ),
  }
}
