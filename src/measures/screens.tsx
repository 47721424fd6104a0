// Protection as those who work with her see it: on the citizen's page, in the inbox, and in one line of the case.
import { type Day, dayOf, sayDay } from '../kernel/day.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { Link, LinkButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { CitizenPage, Opened, Warning } from './actions.ts'
import { ContactDays, ContactForm, errors, KindList, MeasureForm, sayStanding, words } from './fields.tsx'
import { bans, clocksOf, type Due, type Kind, type Measure, warningsOf } from './rules.ts'

/** The sentence of one warning, for colleagues. */
export function sayWarning(kind: Kind, due: Due, ctx: Ctx): string {
  const text = words(ctx)
  const said = text.warnings[due.what](text.kinds[kind], sayDay(due.on, ctx.lang))
  return [said, due.on < dayOf(ctx.now) ? text.passed : '', due.check ? `(${text.check})` : ''].filter(Boolean).join(' ')
}

export function DateLines({ it, ctx }: { readonly it: Measure; readonly ctx: Ctx }): Html {
  const text = words(ctx)
  const given = (['decidedOn', 'servedOn', 'fromDay', 'untilDay'] as const).filter(field => it[field])
  const clocks = clocksOf(it).filter(due => !(due.what === 'expiry' || due.what === 'renewal'))
  if (given.length + clocks.length === 0) return <span class="quiet">{text.noDates}</span>
  return (
    <ul class="plain-list">
      {given.map(field => <li>{text.dates[field]}: {sayDay(it[field] as Day, ctx.lang)}</li>)}
      {clocks.map(due => <li>{text.clocks[due.what]}: {sayDay(due.on, ctx.lang)}{due.check && ` (${text.check})`}</li>)}
    </ul>
  )
}

const page = (citizen: string, caseId: string | undefined, rest = ''): SafeHref => `/borgere/${citizen}/beskyttelse${rest}${caseId ? `?sag=${caseId}` : ''}`

export function listScreen({ citizen, caseId, all }: CitizenPage, ctx: Ctx): Screen {
  const text = words(ctx)
  const { staff } = text
  const warnings = all.flatMap(it => warningsOf(it, dayOf(ctx.now)).map(due => sayWarning(it.kind, due, ctx)))
  return {
    title: staff.title,
    body: (
      <>
        {caseId !== undefined && <p class="screen-only"><Link href={`/sager/${caseId}`}>{staff.back}</Link></p>}
        {errors(ctx)}
        <h1>{staff.title}</h1>
        <Lead>{staff.lead}</Lead>
        {warnings.length > 0 && <Notice kind="warn" heading={staff.inbox}><ul>{warnings.map(it => <li>{it}</li>)}</ul></Notice>}
        <Table caption={staff.title} captionHidden empty={staff.none}
          columns={[staff.columns.kind, staff.columns.standing, staff.columns.dates, staff.columns.source].map(label => ({ label }))}
          rows={all.map(it => [text.kinds[it.kind], sayStanding(it, ctx), <DateLines it={it} ctx={ctx} />, <Source it={it} ctx={ctx} caseId={caseId} />])} />
        <p><LinkButton href={page(citizen, caseId, '/ny')}>{staff.add}</LinkButton></p>
        {all.map(it => <OneMore it={it} citizen={citizen} caseId={caseId} ctx={ctx} />)}
      </>
    ),
  }
}

function Source({ it, ctx, caseId }: { readonly it: Opened; readonly ctx: Ctx; readonly caseId: string | undefined }): Html {
  const text = words(ctx)
  return (
    <>
      {it.state === 'told' ? it.told.source : text.staff.hers}
      {it.byName && <span class="quiet"> {text.staff.byOn(it.byName, sayDay(dayOf(it.at), ctx.lang))}</span>}
      {it.state === 'told' && <> <Link href={page(it.citizen, caseId, `/${it.id}`)}>{text.staff.change}<span class="sr-only"> {text.kinds[it.kind]}</span></Link></>}
    </>
  )
}

/** What else the letter says, and the days with contact. */
function OneMore({ it, citizen, caseId, ctx }: { readonly it: Opened; readonly citizen: string; readonly caseId: string | undefined; readonly ctx: Ctx }): Html | null {
  const text = words(ctx)
  const said = (['servedHow', 'complaintTo', 'reference', 'note'] as const).filter(field => it.told[field] !== '')
  const ban = bans.includes(it.kind)
  if (!ban && said.length === 0) return null
  return (
    <Details summary={text.staff.more(text.kinds[it.kind])} open={it.contacts.length > 0}>
      {said.map(field => <p>{text.fields[field]} {it.told[field]}</p>)}
      {it.contacts.length > 0 && <p>{text.contacts}:</p>}
      <ContactDays it={it} ctx={ctx} />
      {ban && <p><Link href={page(citizen, caseId, `/${it.id}/kontakt`)}>{text.staff.contact}</Link></p>}
    </Details>
  )
}

export function newScreen({ citizen, caseId, kind }: { readonly citizen: string; readonly caseId: string | undefined; readonly kind: Kind | undefined }, ctx: Ctx): Screen {
  const text = words(ctx)
  const sag = caseId ? `&sag=${caseId}` : ''
  return {
    title: text.staff.newTitle,
    body: (
      <>
        <p class="screen-only"><Link href={page(citizen, caseId)}>{text.staff.title}</Link></p>
        {errors(ctx)}
        <h1>{kind ? text.kinds[kind] : text.staff.newTitle}</h1>
        <Lead>{kind ? `${text.about[kind]} ${text.staff.formLead}` : text.staff.newLead}</Lead>
        {kind ? <MeasureForm ctx={ctx} kind={kind} own={false} action={page(citizen, undefined, '/ny')} hidden={{ sag: caseId }} />
          : <KindList ctx={ctx} own={false} at={it => <Link href={`/borgere/${citizen}/beskyttelse/ny?slags=${it}${sag}`}>{text.kinds[it]}</Link>} />}
      </>
    ),
  }
}

export function changeScreen({ caseId, it }: { readonly caseId: string | undefined; readonly it: Opened }, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.staff.changeTitle(text.kinds[it.kind]),
    body: (
      <>
        <p class="screen-only"><Link href={page(it.citizen, caseId)}>{text.staff.title}</Link></p>
        {errors(ctx)}
        <h1>{text.staff.changeTitle(text.kinds[it.kind])}</h1>
        <Lead>{text.staff.formLead}</Lead>
        <MeasureForm ctx={ctx} kind={it.kind} before={it} own={false} action={page(it.citizen, undefined, `/${it.id}`)} hidden={{ sag: caseId, version: it.version }} />
      </>
    ),
  }
}

export function contactScreen({ caseId, it }: { readonly caseId: string | undefined; readonly it: Opened }, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.staff.contact,
    body: (
      <>
        <p class="screen-only"><Link href={page(it.citizen, caseId)}>{text.staff.title}</Link></p>
        {errors(ctx)}
        <h1>{text.staff.contact}</h1>
        <Lead>{text.kinds[it.kind]}</Lead>
        {it.contacts.length > 0 && <p>{text.contacts}:</p>}
        <ContactDays it={it} ctx={ctx} />
        <ContactForm ctx={ctx} action={page(it.citizen, undefined, `/${it.id}/kontakt`)} hint={text.staff.contactHint} hidden={{ sag: caseId }} />
      </>
    ),
  }
}

/** On top of the inbox: case number, what it is, and the date. `cases` names the open case of a citizen. */
export function WarningList({ warnings, cases, ctx }: { readonly warnings: readonly Warning[]; readonly cases: ReadonlyMap<string, { readonly id: string; readonly number: string }>; readonly ctx: Ctx }): Html | null {
  const { staff } = words(ctx)
  const known = warnings.flatMap(it => { const of = cases.get(it.citizen); return of ? [{ it, of }] : [] })
  if (known.length === 0) return null
  return (
    <Notice kind="info" heading={staff.inbox}>
      <ul>{known.map(({ it, of }) => <li><Link href={page(it.citizen, of.id)}>{staff.inboxCase(of.number)}</Link>: {sayWarning(it.kind, it, ctx)}</li>)}</ul>
    </Notice>
  )
}
