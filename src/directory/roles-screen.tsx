import type { Child } from 'hono/jsx'
import { type Day, sayDay } from '../kernel/day.ts'
import { type Ctx, faultOf, type Screen, typed } from '../platform/screen.ts'
import { Select, Tick } from '../platform/ui/choices.tsx'
import { DateInput, FieldRow, TextInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { awayPage, Everybody, phonePage, rolesAction } from './actions-roles.ts'
import { covers, givenRoles, type Holding, type Vacancy } from './holding.ts'
import { directoryText, sayRole, sayRolePart, sayTimeHeld, sayVacancy } from './say.ts'

export const keeps = (ctx: Pick<Ctx, 'actor'>): boolean => ctx.actor.roles.some(it => it === 'tovholder' || it === 'leader')
const order = (it: Holding): number => givenRoles.findIndex(role => role === it.role)

export function rolesScreen(page: Awaited<ReturnType<typeof rolesAction.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).roles
  const sorted = [...page.all].sort((a, b) => order(a) - order(b) || a.id - b.id)
  const coming = sorted.filter(it => it.from > page.today && (it.to === null || it.to >= it.from))
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        {page.wrongDay && <Notice kind="warn"><p>{text.wrongDay}</p></Notice>}
        {keeps(ctx) && <p class="actions screen-only"><LinkButton href="/roller/giv">{text.give}</LinkButton> <LinkButton href="/personer/ny" kind="secondary">{text.addPerson}</LinkButton> <Link href="/adgang">{directoryText(ctx.lang).review.title}</Link></p>}
        {!keeps(ctx) && <OwnRoles page={page} rows={sorted.filter(it => (it.person === ctx.actor.id || it.forPerson === ctx.actor.id) && (it.to === null || it.to >= page.today))} ctx={ctx} />}
        <HeldTable page={page} rows={sorted.filter(it => covers(it, page.day))} caption={text.onDay(sayDay(page.day, ctx.lang))} ctx={ctx} />
        {coming.length > 0 && <HeldTable page={page} rows={coming} caption={text.coming} ctx={ctx} />}
        <form method="get" action="/roller" class="screen-only">
          <DateInput name="dag" label={text.day} value={page.day} />
          <Actions><Button kind="secondary">{text.show}</Button></Actions>
        </form>
      </>
    ),
  }
}

/** One's own roles come first, with what one can do about them. */
function OwnRoles(props: { readonly page: Everybody; readonly rows: readonly Holding[]; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = directoryText(ctx.lang).roles
  const name = (id: string | null) => page.people.find(it => it.id === id)?.name ?? ''
  if (props.rows.length === 0) return null
  return (
    <section class="screen-only">
      <h2>{text.mine}</h2>
      <ul class="plain-list">
        {props.rows.map(it => (
          <li><strong>{sayRolePart(it, ctx.lang)}</strong>{it.forPerson && `, ${it.person === ctx.actor.id ? text.standsInFor(name(it.forPerson)) : text.stoodInBy(name(it.person))}`}, {sayTimeHeld(it, ctx.lang)} <Doing it={it} page={page} ctx={ctx} /></li>
        ))}
      </ul>
    </section>
  )
}

function HeldTable(props: { readonly page: Everybody; readonly rows: readonly Holding[]; readonly caption: string; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = directoryText(ctx.lang).roles
  const { columns } = text
  const may = keeps(ctx)
  const who = (id: string | null) => page.people.find(it => it.id === id)
  const name = (it: Holding) => [who(it.person)?.name, it.forPerson ? text.standsInFor(who(it.forPerson)?.name ?? '') : it.standsIn && text.standsIn].filter(Boolean).join(', ')
  return (
    <Table caption={props.caption} empty={text.none}
      columns={[{ label: columns.role }, { label: columns.name }, { label: columns.phone, short: true }, { label: columns.time }, ...(may ? [{ label: columns.change }] : [])]}
      rows={props.rows.map(it => [
        sayRolePart(it, ctx.lang), keeps(ctx) ? <Link href={`/personer/${it.person}`}>{name(it)}</Link> : name(it), who(it.person)?.phone ?? '',
        sayTimeHeld(it, ctx.lang), ...(may ? [<Doing it={it} page={page} ctx={ctx} />] : []),
      ])} />
  )
}

function Doing(props: { readonly it: Holding; readonly page: Everybody; readonly ctx: Ctx }) {
  const { it, page, ctx } = props
  const text = directoryText(ctx.lang).roles
  const mine = it.person === ctx.actor.id && !it.forPerson
  const name = page.people.find(one => one.id === (it.forPerson ?? it.person))?.name ?? ''
  if (it.to !== null && it.to < page.today) return null
  if (it.forPerson) {
    if (!keeps(ctx) && it.forPerson !== ctx.actor.id) return null
    return <PostButton action={`/roller/${it.id}/tilbage`} kind="quiet" label={<>{text.back}<span class="sr-only">{text.of(name)}</span></>} />
  }
  const about = <span class="sr-only">{text.of(name)}: {sayRole(it.role, ctx.lang)}</span>
  const can = [
    (keeps(ctx) || mine) && <Link href={`/roller/${it.id}/stedfortraeder`}>{mine ? text.away : text.standIn}{about}</Link>,
    (mine || ctx.actor.roles.includes('leader')) && handed.includes(it.role) && <Link href={`/overdragelse/ny/${it.role}/${it.person}`}>{text.handOver}{about}</Link>,
    keeps(ctx) && <Link href={`/roller/${it.id}/slut`}>{text.end}{about}</Link>,
  ].filter(one => one !== false)
  return <>{can.map((one, at) => <>{at > 0 && ' · '}{one}</>)}</>
}

/** Roles in which cases wait; what is handed over, the rooms above know. */
const handed: readonly string[] = ['visitator', 'primaryCoordinator']

/** A page with one form, and the way back to the list. */
export function RoleForm(props: { readonly ctx: Ctx; readonly title: string; readonly lead: string; readonly action: SafeHref; readonly children: Child; readonly save?: string; readonly back?: SafeHref; readonly heading?: 2 }) {
  const { ctx } = props
  const text = directoryText(ctx.lang).roles
  return (
    <>
      <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />
      {props.heading ? <h2>{props.title}</h2> : <h1>{props.title}</h1>}
      {props.heading ? <p>{props.lead}</p> : <Lead>{props.lead}</Lead>}
      <Form action={props.action} hidden={{ once: ctx.once }}>
        {props.children}
        <Actions><Button>{props.save ?? text.save}</Button><Link href={props.back ?? '/roller'}>{text.backTo}</Link></Actions>
      </Form>
    </>
  )
}

/** Everybody by organisation. */
export function PersonSelect(props: { readonly ctx: Ctx; readonly page: Pick<Everybody, 'people'>; readonly label: string; readonly without?: readonly (string | null)[]; readonly hint?: string }) {
  const { ctx, page } = props
  const there = page.people.filter(it => !props.without?.includes(it.id))
  const names = [...new Set(there.map(it => it.organisation))]
  const groups = names.map(id => ({
    label: there.find(it => it.organisation === id)?.organisationName ?? '',
    choices: there.filter(it => it.organisation === id).map(it => ({ value: it.id, label: [it.name, it.unit].filter(Boolean).join(', ') })),
  }))
  return <Select name="person" label={props.label} hint={props.hint} choices={[]} groups={groups} value={typed(ctx, 'person')} error={faultOf(ctx, 'person')} />
}

const day = (ctx: Ctx, name: string, label: string, min: Day, more: { readonly value?: string; readonly hint?: string; readonly optional?: boolean } = {}) =>
  <DateInput name={name} label={label} min={min} error={faultOf(ctx, name)} {...more} value={typed(ctx, name) || more.value} />

export function giveScreen(page: Everybody, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).roles
  return {
    title: text.give,
    body: (
      <RoleForm ctx={ctx} title={text.give} lead={text.giveLead} action="/roller/giv">
        <Select name="role" label={text.role} choices={givenRoles.map(value => ({ value, label: sayRole(value, ctx.lang) }))} value={typed(ctx, 'role')} error={faultOf(ctx, 'role')} />
        <PersonSelect ctx={ctx} page={page} label={text.person} without={[ctx.actor.id]} />
        <FieldRow>{day(ctx, 'from', text.from, page.today, { value: page.today })}{day(ctx, 'to', text.to, page.today, { hint: text.toHint, optional: true })}</FieldRow>
        <TextInput name="part" label={text.part} hint={text.partHint} optional value={typed(ctx, 'part')} error={faultOf(ctx, 'part')} />
        <Tick name="standsIn" label={text.isStandIn} checked={typed(ctx, 'standsIn') === 'yes'} />
      </RoleForm>
    ),
  }
}

export function awayScreen(page: Awaited<ReturnType<typeof awayPage.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).roles
  const away = page.people.find(it => it.id === page.of.person)
  const title = text.awayTitle(sayRolePart(page.of, ctx.lang).toLowerCase(), away?.name ?? '')
  return {
    title,
    body: (
      <RoleForm ctx={ctx} title={title} lead={text.awayLead} action={`/roller/${page.of.id}/stedfortraeder`}>
        <PersonSelect ctx={ctx} page={page} label={text.by} hint={text.same} without={[page.of.person, ctx.actor.id, ...page.people.filter(it => it.organisation !== away?.organisation).map(it => it.id)]} />
        <FieldRow>{day(ctx, 'from', text.firstAway, page.today, { value: page.today })}{day(ctx, 'to', text.lastAway, page.today)}</FieldRow>
      </RoleForm>
    ),
  }
}

function WorkFields(props: { readonly ctx: Ctx; readonly page: Everybody; readonly place?: string; readonly phone?: string | undefined; readonly only?: number }) {
  const { ctx, page } = props
  const text = directoryText(ctx.lang).roles
  const groups = [...new Set(page.places.map(it => it.organisationName))].map(label => ({
    label, choices: page.places.filter(it => it.organisationName === label && (props.only === undefined || it.organisation === props.only)).map(it => ({ value: it.key, label: it.name })),
  })).filter(it => it.choices.length > 0)
  return (
    <>
      <Select name="place" label={text.place} choices={[]} groups={groups} value={typed(ctx, 'place') || props.place} error={faultOf(ctx, 'place')} />
      <TextInput name="phone" type="tel" label={text.phone} optional value={ctx.sent ? typed(ctx, 'phone') : props.phone} error={faultOf(ctx, 'phone')} />
    </>
  )
}

export function personScreen(page: Everybody, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).roles
  return {
    title: text.personTitle,
    body: (
      <RoleForm ctx={ctx} title={text.personTitle} lead={text.personLead} action="/personer/ny">
        <TextInput name="name" label={text.name} value={typed(ctx, 'name')} error={faultOf(ctx, 'name')} />
        <WorkFields ctx={ctx} page={page} />
        <TextInput name="signIn" label={text.signIn} hint={text.signInHint} autocomplete="off" value={typed(ctx, 'signIn')} error={faultOf(ctx, 'signIn')} />
      </RoleForm>
    ),
  }
}

export function phoneScreen(page: Awaited<ReturnType<typeof phonePage.run>>, ctx: Ctx): Screen {
  const text = directoryText(ctx.lang).roles
  const { it } = page
  return {
    title: text.changeTitle(it.name),
    body: (
      <RoleForm ctx={ctx} title={text.changeTitle(it.name)} lead={text.change} action={`/personer/${it.id}`}>
        <WorkFields ctx={ctx} page={page} only={it.organisation} place={it.unitId === null ? String(it.organisation) : `${it.organisation}-${it.unitId}`} phone={it.phone ?? undefined} />
      </RoleForm>
    ),
  }
}

/** Gaps in the model, for those who appoint. Draws nothing where there are none. */
export function VacancyNotice(props: { readonly gaps: readonly Vacancy[]; readonly today: Day; readonly ctx: Ctx }) {
  const { gaps, today, ctx } = props
  const text = directoryText(ctx.lang).roles
  if (gaps.length === 0) return null
  return (
    <Notice kind="warn" heading={text.vacantTitle}>
      <ul class="plain-list">{gaps.map(it => <li>{sayVacancy(it, today, ctx.lang)}</li>)}</ul>
      <p><Link href="/roller/giv">{text.vacantDo}</Link></p>
    </Notice>
  )
}

/** The half-yearly look at who can see what is near, or late. */
export function ReviewNotice(props: { readonly due: Day; readonly ctx: Ctx }) {
  const text = directoryText(props.ctx.lang).review
  return <Notice kind="warn" heading={text.noticeTitle}><p>{text.notice(sayDay(props.due, props.ctx.lang))}</p><p><Link href="/adgang">{text.open}</Link></p></Notice>
}
