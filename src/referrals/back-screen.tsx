// The other way: what the police and Dansk Stalking Center fill in.
import { inSentence } from '../directory/say.ts'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import { type Ctx, faultOf, type Screen, typed } from '../platform/screen.ts'
import { Radios } from '../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../platform/ui/form.tsx'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { FirstFields } from '../cases/told-first/screens.tsx'
import type { centrePage, herePage } from './actions-back.ts'
import { SignedFields } from './signed-fields.tsx'
import { faultList, words } from './compose-screen.tsx'

export function hereScreen({ form, to, hows }: Awaited<ReturnType<typeof herePage.run>>, ctx: Ctx): Screen {
  const text = words(ctx).here
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href="/henvisninger">{words(ctx).one.back}</Link></p>
        {ctx.sent?.faults.some(it => ['purpose', 'how', 'day', 'where', 'until', 'covers', 'scan'].includes(it.field)) ? <ErrorSummary errors={faultList(ctx)} /> : <FormErrors ctx={ctx} form={form} />}
        <h1>{text.title}</h1>
        <Lead>{text.lead(to?.name ?? '')}</Lead>
        {to?.role !== 'visitator' && <Notice kind="warn"><p>{to ? text.leaderHere(to.name) : text.nobodyHere}</p></Notice>}
        <Notice kind="acute"><p>{text.acute}</p></Notice>
        <Form action="/henvis-hertil" files hidden={{ once: ctx.once }}>
          <TextArea name="purpose" label={text.purpose} hint={words(ctx).compose.purposeOutside} error={faultOf(ctx, 'purpose')} value={typed(ctx, 'purpose')} rows={3} maxlength={1000} />
          <FormFields ctx={ctx} form={form} parts={form.parts.filter(part => !part.questions.some(it => it.id === 'acute')).map(it => it.id)} />
          <h2>{text.consent}</h2>
          <Radios name="how" label={text.how} error={faultOf(ctx, 'how')} value={typed(ctx, 'how')} choices={hows.map(value => ({ value, label: text.hows[value], hint: text.howHints[value], ...(value === 'signed-paper' && { inside: <SignedFields ctx={ctx} where day={false} /> }) }))} />
          <DateInput name="day" label={text.day} error={faultOf(ctx, 'day')} value={typed(ctx, 'day')} />
          <Actions><Button>{text.send}</Button></Actions>
        </Form>
      </>
    ),
  }
}

/** The first step: whom it is about. */
function centreEntrance(ctx: Ctx): Screen {
  const text = words(ctx).centre
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href="/henvisninger">{words(ctx).one.back}</Link></p>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{text.title}</h1>
        <Lead>{text.entrance}</Lead>
        <h2 id="about">{text.about}</h2>
        <ul class="plain-list">
          <li><Link href="/henvis-til-centret?om=exposed">{text.exposed}</Link></li>
          <li><Link href="/henvis-til-centret?om=stalks">{text.stalks}</Link><br /><span class="quiet">{text.stalksHint}</span></li>
        </ul>
      </>
    ),
  }
}

/** The second: what the centre gets; about the one who stalks it begins with the one exposed. */
export function centreScreen({ adviser, about }: Awaited<ReturnType<typeof centrePage.run>>, ctx: Ctx): Screen {
  const text = words(ctx).centre
  if (about === undefined) return centreEntrance(ctx)
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href="/henvis-til-centret">{text.other}</Link></p>
        <ErrorSummary errors={faultList(ctx)} />
        <h1>{text.title}: {inSentence(text[about])}</h1>
        <Lead>{text.lead(adviser?.name ?? '')}</Lead>
        <Form action="/henvis-til-centret" files hidden={{ once: ctx.once, about }}>
          {about === 'stalks' && <><h2>{text.firstTitle}</h2><p>{text.firstLead}</p><FirstFields ctx={ctx} /></>}
          <h2>{text.what}</h2>
          <TextArea name="contact" label={text.contact} hint={text.contactHint} error={faultOf(ctx, 'contact')} value={typed(ctx, 'contact')} rows={3} maxlength={1000} />
          <TextArea name="purpose" label={words(ctx).compose.purpose} error={faultOf(ctx, 'purpose')} value={typed(ctx, 'purpose')} rows={3} maxlength={1000} />
          <TextArea name="account" label={text.account} hint={text.accountHint} optional error={faultOf(ctx, 'account')} value={typed(ctx, 'account')} rows={4} maxlength={4000} />
          <h2>{text.signed}</h2>
          <SignedFields ctx={ctx} where />
          <Actions><Button>{text.send}</Button></Actions>
        </Form>
      </>
    ),
  }
}
