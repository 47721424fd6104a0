// Who is shut out of a case, and saying it of oneself.
import { dayOf, sayDay } from '../../kernel/day.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../../platform/screen.ts'
import { Radios, Select } from '../../platform/ui/choices.tsx'
import { TextArea, TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import { Details, Lead, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { ownKinds, shutClass, shutState } from './rules.ts'
import type { listPage, minePage } from './actions.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const shutText = (ctx: Pick<Ctx, 'lang'>) => (ctx.lang === 'da' ? da : en)
// Every row has its own field for why it is lifted; the form says which row it was.
const faults = (ctx: Ctx) => <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field === 'lift' ? `lift-${typed(ctx, 'row')}` : it.field || undefined, text: ctx.say(it.code) }))} />

type Listed = Awaited<ReturnType<typeof listPage.run>>
export function listScreen({ number, by, people, rows }: Listed, ctx: Ctx): Screen {
  const text = shutText(ctx)
  const decides = by !== 'visitator'
  const named = [...new Map(people.filter(it => it.person !== ctx.actor.id).map(it => [it.person, it.name])).entries()]
  return {
    title: text.title,
    body: (
      <>
        {faults(ctx)}
        <h1>{text.title}</h1>
        <Lead>{by === 'dataProtectionOfficer' ? text.officerLead : text.lead}</Lead>
        <Table caption={text.title} captionHidden empty={text.none} columns={[{ label: text.case, short: true }, ...[text.who, text.why, text.state, ...(decides ? [text.act] : [])].map(label => ({ label }))]}
          rows={rows.map(it => [it.number, it.personName, why(it, ctx), stateSaid(it, ctx), ...(decides ? [<Deciding it={it} ctx={ctx} />] : [])])} />
        {by !== 'dataProtectionOfficer' && <ShutOut number={number} named={named} ctx={ctx} />}
      </>
    ),
  }
}

function ShutOut({ number, named, ctx }: { readonly number: string | undefined; readonly named: readonly (readonly [string, string])[]; readonly ctx: Ctx }): Html {
  const text = shutText(ctx)
  return (
    <>
      <h2>{text.out}</h2>
      <Form action="/interesser" hidden={{ once: ctx.once }}>
        <TextInput name="number" label={text.number} width="short" autocomplete="off" value={typed(ctx, 'number') || number} error={faultOf(ctx, 'number')} />
        <Select name="person" label={text.person} value={typed(ctx, 'person')} error={faultOf(ctx, 'person')} choices={named.map(([value, label]) => ({ value, label }))} />
        <TextArea name="reason" label={text.reason} hint={text.reasonHint} rows={2} maxlength={1000} value={typed(ctx, 'reason')} error={faultOf(ctx, 'reason')} />
        <Actions><Button>{text.save}</Button></Actions>
      </Form>
    </>
  )
}

type Row = Listed['rows'][number]
const why = (it: Row, ctx: Ctx): string =>
  [`${shutText(ctx).kinds[it.kind]}.`, it.reason !== undefined && `“${it.reason}”`, shutClass(it.kind) === 'name' ? shutText(ctx).foundOn(sayDay(dayOf(it.at), ctx.lang)) : shutText(ctx).since(sayDay(dayOf(it.at), ctx.lang), it.byName)].filter(Boolean).join(' ')
function stateSaid(it: Row, ctx: Ctx): string {
  const text = shutText(ctx)
  const state = shutState(it)
  if (state === 'lifted' && it.liftedBy !== null && it.liftedAt) return `${text.liftedBy(it.liftedBy, sayDay(dayOf(it.liftedAt), ctx.lang))}: “${it.lifted}”`
  return it.confirmedBy !== null && it.confirmedAt ? `${text.states[state]}. ${text.confirmedBy(it.confirmedBy, sayDay(dayOf(it.confirmedAt), ctx.lang))}` : text.states[state === 'waits' && it.secondLook ? 'looks' : state]
}

function Deciding({ it, ctx }: { readonly it: Row; readonly ctx: Ctx }): Html | null {
  const text = shutText(ctx)
  const state = shutState(it)
  if (state === 'lifted') return null
  const about = <span class="sr-only">: {it.number}, {it.personName}</span>
  const wrong = typed(ctx, 'row') === it.id ? faultOf(ctx, 'lift') : undefined
  return (
    <>
      {state === 'waits' && <PostButton action={`/interesser/${it.id}/bekraeft`} label={<>{text.confirm}{about}</>} kind="secondary" />}
      <Details summary={<>{text.lift}{about}</>} open={wrong !== undefined}>
        <Form action={`/interesser/${it.id}/ophaev`} hidden={{ row: it.id }}>
          <label class="form-label" for={`lift-${it.id}`}>{text.liftReason}</label>
          {wrong !== undefined && <span class="form-error-message" id={`lift-${it.id}-error`}>{wrong}</span>}
          <textarea class="form-input" id={`lift-${it.id}`} name="lift" rows={2} maxlength={1000} aria-describedby={wrong !== undefined ? `lift-${it.id}-error` : undefined} aria-invalid={wrong !== undefined ? 'true' : undefined} />
          <Actions><Button kind="secondary">{text.lift}</Button></Actions>
        </Form>
      </Details>
    </>
  )
}

/** On top of a leader's home page. */
export const ShutNotice = ({ count, ctx }: { readonly count: number; readonly ctx: Ctx }): Html | null =>
  (count === 0 ? null : <Notice heading={shutText(ctx).waiting(count)}><p>{shutText(ctx).waitingText} <Link href="/interesser">{shutText(ctx).title}</Link></p></Notice>)

export function mineScreen({ cases: own, names }: Awaited<ReturnType<typeof minePage.run>>, ctx: Ctx): Screen {
  const text = shutText(ctx)
  return {
    title: text.mineTitle,
    body: (
      <>
        {faults(ctx)}
        <h1>{text.mineTitle}</h1>
        <Lead>{text.mineLead}</Lead>
        <h2>{text.nameHeading}</h2>
        <p>{text.nameLead}</p>
        <Form action="/interesser/mig/navn" hidden={{ once: ctx.once }}>
          <TextInput name="fullName" label={text.fullName} hint={text.fullNameHint} autocomplete="off" value={typed(ctx, 'fullName')} error={faultOf(ctx, 'fullName')} />
          <Radios name="whose" label={text.whose} value={typed(ctx, 'whose') || undefined} error={faultOf(ctx, 'whose')} choices={ownKinds.map(value => ({ value, label: text.whoses[value] }))} />
          <Actions><Button>{text.sayName}</Button></Actions>
        </Form>
        {names.length > 0 && <><h3>{text.namesBefore}</h3><ul class="plain-list">{names.map((it, at) => <li>{text.nameSaid[it.kind](sayDay(dayOf(it.at), ctx.lang))} <PostButton action={`/interesser/mig/navn/${it.id}/slut`} label={<>{text.endName}<span class="sr-only"> {names.length - at}</span></>} kind="secondary" /></li>)}</ul></>}
        <h2>{text.numberHeading}</h2>
        <Form action="/interesser/mig" hidden={{ once: ctx.once }}>
          <TextInput name="number" label={text.mineNumber} hint={text.mineNumberHint} width="short" autocomplete="off" value={typed(ctx, 'number')} error={faultOf(ctx, 'number')} />
          <Radios name="kind" label={text.relation} value={typed(ctx, 'kind') || undefined} error={faultOf(ctx, 'kind')} choices={ownKinds.map(value => ({ value, label: text.relations[value] }))} />
          <Actions><Button kind="secondary">{text.declare}</Button></Actions>
        </Form>
        {own.length > 0 && <><h2>{text.mineBefore}</h2><ul class="plain-list">{own.map(it => <li>{text.case} {it.number}: {text.relations[it.kind === 'relative' ? 'relative' : 'party']}. {text.states[shutState(it)]}.</li>)}</ul></>}
      </>
    ),
  }
}
