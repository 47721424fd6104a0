// Asking to be called without a sign-in, its receipt, and how it stands in the inbox.
import { type Lang, sayTime } from '../../kernel/day.ts'
import type { Ctx, Html } from '../../platform/screen.ts'
import { Radios, Select } from '../../platform/ui/choices.tsx'
import { TextInput } from '../../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import { tel } from '../../platform/ui/href.ts'
import { Lead, Notice } from '../../platform/ui/parts.tsx'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import type { Unit } from './actions.ts'
import { sayDue } from '../say.ts'
import type { WaitingContact } from './store.ts'

export const openText = (lang: Lang) => (lang === 'da' ? da : en)

interface Outside { readonly lang: Lang; readonly units: readonly Unit[]; readonly faults?: readonly { readonly field: string; readonly text: string }[]; readonly values?: Readonly<Record<string, string>>; readonly found?: Html | undefined }

export function OpenContactForm({ lang, units, faults = [], values = {}, found }: Outside): Html {
  const text = openText(lang)
  const error = (field: string) => faults.find(it => it.field === field)?.text
  return (
    <>
      <ErrorSummary errors={faults.map(it => ({ field: it.field || undefined, text: it.text }))} />
      <h1>{text.title}</h1>
      <Lead>{text.lead}</Lead>
      <Notice kind="acute" heading={<Link href="tel:112">112</Link>}><p>{text.danger}</p></Notice>
      <Form action="/kontakt">
        <Select name="unit" label={text.unit} hint={text.unitHint} error={error('unit')} value={values['unit']} choices={units.map(it => ({ value: String(it.id), label: it.name }))} />
        <Radios name="urgent" label={text.urgent} error={error('urgent')} value={values['urgent']} choices={(['yes', 'no'] as const).map(value => ({ value, label: text.urgentChoices[value] }))} />
        <Actions><Button>{text.send}</Button></Actions>
      </Form>
      <LookUp lang={lang} found={found} error={error('code')} />
    </>
  )
}

function LookUp(props: { readonly lang: Lang; readonly found?: Html | undefined; readonly error?: string | undefined }) {
  const text = openText(props.lang)
  return (
    <section>
      <h2>{text.look}</h2>
      {props.found}
      <Form action="/kontakt/svar">
        <TextInput name="code" label={text.lookLabel} error={props.error} autocomplete="off" />
        <Actions><Button kind="secondary">{text.lookGo}</Button></Actions>
      </Form>
    </section>
  )
}

export function OpenContactSent(props: { readonly lang: Lang; readonly code: string }): Html {
  const text = openText(props.lang)
  return (
    <>
      <h1>{text.sentTitle}</h1>
      <Lead>{text.sentLead}</Lead>
      <h2>{text.codeLabel}</h2>
      <p class="code">{props.code}</p>
      <LookUp lang={props.lang} />
    </>
  )
}

export function OpenContactState(props: { readonly lang: Lang; readonly at: Date; readonly takenAt: Date | null }): Html {
  const text = openText(props.lang)
  return <Notice><p>{props.takenAt ? text.taken(sayTime(props.takenAt, props.lang)) : text.waits(sayTime(props.at, props.lang))}</p></Notice>
}

/** On top of the visitator's inbox and home page: whom to call, at the municipality's own number. */
export function OpenContacts(props: { readonly all: readonly WaitingContact[]; readonly ctx: Ctx }): Html {
  const { all, ctx } = props
  const text = openText(ctx.lang)
  return (
    <>
      {all.map(it => (
        <Notice kind={it.urgent ? 'acute' : 'info'} heading={text.inbox}>
          <p>{text.asked(it.unit, sayTime(it.at, ctx.lang))} · <Link href={tel(it.phone)}>{it.phone}</Link></p>
          <p><span class={it.due <= ctx.now ? 'late' : undefined}>{it.urgent ? text.now : text.before(sayDue(it.due, ctx.now, ctx.lang))}</span>{it.holderName && ` · ${it.holder === ctx.actor.id ? text.you : text.isTo(it.holderName)}`} · {text.begins(it.codeBegins)}</p>
          <PostButton action={`/indbakke/${it.id}/tag`} label={text.take(it.unit)} kind="secondary" />
        </Notice>
      ))}
    </>
  )
}
