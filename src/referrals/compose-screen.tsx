// Referring in two steps: to whom, then with what. What the consent does not cover is not on the page.
import { sayDay, sayTime } from '../kernel/day.ts'
import { agreements } from '../cases/told-first/rules.ts'
import { firstText } from '../cases/told-first/screens.tsx'
import { CaseFrame } from '../cases/coordination/frame.tsx'
import type { OpenedEntry } from '../incidents/append.ts'
import { kindSaid, whenSaid } from '../incidents/say.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed, typedAll } from '../platform/screen.ts'
import { Checkboxes, Radios } from '../platform/ui/choices.tsx'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import { fewer, Marked } from '../platform/ui/marks.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details, Lead, Notice } from '../platform/ui/parts.tsx'
import type { Compose, Way } from './actions.ts'
import type { Draft } from './draft.ts'
import type { KeptDraft } from './keep-draft.ts'
import { type Copy, needsConsent, takesBaton } from './rules.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const words = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
export const faultList = (ctx: Ctx) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))
const consentsAt = (page: Compose): SafeHref => `/borgere/${page.now.citizen}/samtykker?sag=${page.now.id}`

export function composeScreen(page: Compose, ctx: Ctx): Screen {
  const text = words(ctx).compose
  const { receiver, draft, now } = page
  const title = receiver ? text.to(receiver.name) : text.title
  return {
    title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={title} onWork {...(!(receiver && draft) && { lead: text.lead })}>
        {receiver && draft ? <Filling page={page} receiver={receiver} draft={draft} ctx={ctx} /> : (
          <>
            {page.kept && <KeptNotice id={now.id} kept={page.kept} ctx={ctx} />}
            {page.ways.map(way => <Choosing page={page} way={way} ctx={ctx} />)}
            <h2>{words(ctx).to.outside}</h2>
            <p><Link href={`/sager/${now.id}/henvis/ud`}>{words(ctx).out.title}</Link></p>
          </>
        )}
      </CaseFrame>
    ),
  }
}

/** A draft that can be gone on with, or thrown away. */
export function KeptNotice(props: { readonly id: string; readonly kept: Pick<KeptDraft, 'to' | 'receiver' | 'name' | 'at' | 'stays'>; readonly ctx: Ctx }): Html {
  const { id, kept: it, ctx } = props
  const text = words(ctx).compose
  return (
    <Notice heading={text.keptTo(it.name)}>
      <p>{text.keptAt(sayTime(it.at, ctx.lang))} <Link href={`/sager/${id}/henvis?til=${it.receiver ?? ''}&rolle=${it.to}`}>{text.goOn}</Link></p>
      {it.stays ? <p class="quiet">{words(ctx).refusals['draft-stays']}</p> : <PostButton action={`/sager/${id}/henvis/kladde/slet`} label={text.throwAway} kind="quiet" />}
    </Notice>
  )
}

function Choosing(props: { readonly page: Compose; readonly way: Way; readonly ctx: Ctx }): Html {
  const { page, way, ctx } = props
  const text = words(ctx).compose
  const open = way.now && (!needsConsent(way.to) || way.consent)
  const at = (person: string): SafeHref => `/sager/${page.now.id}/henvis?til=${person}&rolle=${way.to}`
  return (
    <section>
      <h2>{words(ctx).to[way.to]}</h2>
      <p>{!way.now ? text.notYet : !needsConsent(way.to) ? (takesBaton(way.to) ? text.inside : text.insideTask) : way.consent?.untilDay ? text.consentGround(sayDay(way.consent.untilDay, ctx.lang)) : text.noConsent}</p>
      {way.people.length === 0 && <p>{text.nobody}</p>}
      {open ? way.people.map(it => (
        <p><Link href={at(it.person)}>{text.choose(it.name)}</Link><span class="quiet">, {it.unit ?? it.organisationName}{(it.phone ?? it.organisationPhone) && <>, <span class="whole">{it.phone ?? it.organisationPhone}</span></>}</span></p>
      )) : way.now && way.people.length > 0 && <p><Link href={consentsAt(page)}>{text.askConsent}</Link></p>}
    </section>
  )
}

function Filling(props: { readonly page: Compose; readonly receiver: NonNullable<Compose['receiver']>; readonly draft: Draft; readonly ctx: Ctx }): Html {
  const { page, receiver, draft, ctx } = props
  const text = words(ctx).compose
  const outside = needsConsent(receiver.role)
  if (outside && !draft.consent) return (
    <>
      <Lead>{text.noConsent}</Lead>
      <Actions><LinkButton href={consentsAt(page)}>{text.askConsent}</LinkButton><Link href={`/sager/${page.now.id}/henvis`}>{text.change}</Link></Actions>
    </>
  )
  return (
    <>
      <Lead>{outside ? text.outsideLead : takesBaton(receiver.role) ? text.insideLead : text.insideTaskLead}</Lead>
      {receiver.role === 'policeContact' && <Notice kind="warn"><p>{text.readsAlong}</p></Notice>}
      {draft.leftOut !== '' && <Notice kind="warn" heading={text.leftOut}><p class="told">{draft.leftOut}</p></Notice>}
      <Form action={`/sager/${page.now.id}/henvis`} hidden={{ once: ctx.once, til: receiver.person, rolle: receiver.role }}>
        <Marked marks={fewer(1 + (outside ? draft.allowed.length : 0), 1)}>
          <TextArea name="purpose" label={text.purpose} hint={outside ? text.purposeOutside : text.purposeInside} error={faultOf(ctx, 'purpose')} value={ctx.sent ? typed(ctx, 'purpose') : (kept(page, receiver, 'purpose') ?? '')} rows={3} maxlength={1000} />
          {outside && <Covered draft={withKept(page, receiver, draft)} chosen={keptEntries(page, receiver)} ctx={ctx} />}
        </Marked>
        {receiver.role === 'policeContact' && <PoliceTells value={ctx.sent ? typed(ctx, 'tells') : (kept(page, receiver, 'tells') ?? '')} ctx={ctx} />}
        <Actions><Button>{text.send}</Button><Button kind="secondary" to={`/sager/${page.now.id}/henvis/kladde`}>{text.keep}</Button><Link href={`/sager/${page.now.id}/henvis`}>{text.change}</Link></Actions>
      </Form>
    </>
  )
}

function PoliceTells({ value, ctx }: { readonly value: string; readonly ctx: Ctx }): Html {
  const text = firstText(ctx.lang)
  return <Radios name="tells" label={text.police} hint={text.policeHint} error={faultOf(ctx, 'tells')} value={value || undefined} choices={agreements.map(it => ({ value: it, label: text.agreements[it] }))} />
}

type Receiver = NonNullable<Compose['receiver']>
/** What was kept of a draft to this receiver; a draft to somebody else stays where it is. */
const keptFor = (page: Compose, receiver: Receiver) => (page.kept?.to === receiver.role && page.kept.receiver === receiver.person ? page.kept : undefined)
function kept(page: Compose, receiver: Receiver, field: string): string | undefined {
  const value = keptFor(page, receiver)?.values[field]
  return typeof value === 'string' ? value : undefined
}
const textTopics = ['contact', 'account', 'finding', 'needs'] as const
const withKept = (page: Compose, receiver: Receiver, draft: Draft): Draft => ({
  ...draft, texts: Object.fromEntries(textTopics.map(topic => [topic, kept(page, receiver, topic) ?? draft.texts[topic] ?? ''])) satisfies Copy['texts'],
})
function keptEntries(page: Compose, receiver: Receiver): readonly string[] | undefined {
  const all = keptFor(page, receiver)
  if (!all) return undefined
  const value = all.values['entries'] ?? []
  return typeof value === 'string' ? [value] : value
}

function Covered(props: { readonly draft: Draft; readonly chosen: readonly string[] | undefined; readonly ctx: Ctx }): Html {
  const { draft, ctx } = props
  const text = words(ctx).compose
  const { topics } = words(ctx)
  const texts = draft.allowed.filter(topic => topic !== 'log')
  return (
    <section>
      <h2>{text.covered}</h2>
      <p>{text.onlyThis(draft.allowed.map(topic => topics[topic].toLowerCase()).join(', '))}</p>
      {texts.map(topic => (
        <TextArea name={topic} label={topics[topic]} optional error={faultOf(ctx, topic)} value={ctx.sent ? typed(ctx, topic) : (draft.texts[topic] ?? '')} rows={topic === 'contact' ? 6 : 4} maxlength={4000}
          {...(topic === 'contact' && { hint: text.contactHint })} />
      ))}
      {draft.allowed.includes('log') && <Entries draft={draft} chosen={props.chosen} ctx={ctx} />}
    </section>
  )
}

/** More than these would push the button out of sight. */
const foldedFrom = 12

function Entries(props: { readonly draft: Draft; readonly chosen: readonly string[] | undefined; readonly ctx: Ctx }): Html {
  const { draft, ctx } = props
  const text = words(ctx).compose
  if (draft.entries.length === 0) return <p>{text.noEntries}</p>
  const label = ({ content }: OpenedEntry) => text.entry(content.no, `${whenSaid(content, ctx)}, ${kindSaid(content, ctx).toLowerCase()}`)
  const boxes = (
    <Checkboxes name="entries" optional="told" label={text.entries} hint={[text.entriesHint, draft.more && text.more].filter(Boolean).join(' ')} error={faultOf(ctx, 'entries')}
      values={ctx.sent ? typedAll(ctx, 'entries') : (props.chosen ?? draft.entries.map(it => it.row.id))}
      choices={draft.entries.map(it => ({ value: it.row.id, label: label(it), hint: it.content.told }))} />
  )
  return draft.entries.length > foldedFrom ? <Details summary={text.folded(draft.entries.length)} open={ctx.sent !== undefined}>{boxes}</Details> : boxes
}
