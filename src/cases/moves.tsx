// The pages on which something is done in a case. Each says what to do, keeps what was typed, and has one button.
import type { PropsWithChildren } from 'hono/jsx'
import { addDays, dayOf, sayDay } from '../kernel/day.ts'
import { ContactFields, contactText, OutsideRule, ReachFields } from '../citizens/screens.tsx'
import { FormErrors, FormFields, marksOf } from '../forms/screens.tsx'
import { handedOutAt } from '../forms/file-question.tsx'
import { type Form as FormData, takesFiles } from '../forms/rules.ts'
import { readReach } from '../platform/mayreach.ts'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { Radios, Tick } from '../platform/ui/choices.tsx'
import { DateInput, TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Marked } from '../platform/ui/marks.tsx'
import { Aside, Columns, Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { blocksMediation, findings, findingWords } from '../toolkit/rules.ts'
import { da as toolkitDa } from '../toolkit/text.da.ts'
import { en as toolkitEn } from '../toolkit/text.en.ts'
import { type CasePage, type FormPage, reaches, type textMoves } from './actions.ts'
import { workText } from './coordination/frame.tsx'
import { HerRuleBox } from './her-rule/screens.tsx'
import type { Draft } from './tools/drafts.ts'
import { resumed } from './move-drafts.ts'
import { DraftNotice } from './tools/screens.tsx'
import type { contactPage, handCode } from './reaching.ts'
import { caseText } from './say.ts'
import { Answered, caseAt, Overtaken } from './screens.tsx'

interface Frame { readonly page: CasePage; readonly ctx: Ctx; readonly title: string; readonly lead: string; readonly at: string; readonly save: string; readonly aside?: Html | null; readonly version?: boolean; readonly form?: FormData; /** Fields beside the form that must be filled in. */ readonly needed?: number; /** Of a page whose form can be put aside. */ readonly draft?: Draft | undefined }

/** A page with one form in a case: the rule of safe contact stays in sight, and what came between is told. */
export function MoveFrame(props: PropsWithChildren<Frame>) {
  const { page, ctx } = props
  const { id, seq } = page.now
  const text = caseText(ctx.lang)
  return (
    <>
      {props.form ? <FormErrors ctx={ctx} form={props.form} /> : <ErrorSummary errors={(ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))} />}
      <Overtaken page={page} ctx={ctx} />
      <p class="screen-only"><Link href={`/sager/${id}`}>{text.caseTitle(page.now.number)}</Link></p>
      <h1>{props.title}</h1>
      <Lead>{props.lead}</Lead>
      <Columns rule={<HerRuleBox rule={page.rule} lang={ctx.lang} />} aside={props.aside}>
        {props.draft && <DraftNotice draft={props.draft} ctx={ctx} drop={`/sager/${id}${props.at}/smid-vaek`} />}
        <Form action={`/sager/${id}${props.at}` as SafeHref} files={props.form !== undefined && takesFiles(props.form)} hidden={{ seq, ...(props.form && { rev: props.draft?.rev ?? 0 }), ...(props.version && { version: page.contact?.version ?? 0 }) }}>
          {props.form ? <Marked marks={marksOf(props.form, props.needed)}>{props.children}</Marked> : props.children}
          <Actions><Button>{props.save}</Button>{props.form && <Button kind="secondary" to={`/sager/${id}${props.at}/kladde` as SafeHref}>{workText(ctx.lang).tools.keepDraft}</Button>}<Link href={`/sager/${id}`}>{text.back}</Link></Actions>
        </Form>
      </Columns>
    </>
  )
}

export function clarifyScreen(page: FormPage, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  const begun = resumed(ctx, page.draft)
  const tools = ctx.lang === 'da' ? toolkitDa : toolkitEn
  const title = text.clarifyTitle(page.events.filter(it => it.move === 'clarify').length + 1)
  const choices = findings.map(it => ({ value: it, label: findingWords[it][ctx.lang], inside: <p>{text.findingAfter[it]} {it.startsWith('stalking') && blocksMediation[it] ? tools.mediation : ''}</p> }))
  return {
    title,
    body: (
      <MoveFrame page={page} ctx={ctx} title={title} lead={text.clarifyLead} at="/afklaring" save={text.saveClarify} form={page.form} needed={2} draft={page.draft} aside={<LastTime page={page} ctx={ctx} />}>
        <FormFields ctx={ctx} form={page.form} values={page.draft?.values ?? {}} files={handedOutAt(page.files, caseAt(ctx))} />
        <h2>{text.decide}</h2>
        <Radios name="finding" label={text.finding} hint={text.findingHint} error={faultOf(ctx, 'finding')} value={typed(begun, 'finding') || undefined} choices={choices} />
        <TextArea name="reason" label={text.reason} hint={text.reasonHint} error={faultOf(ctx, 'reason')} value={typed(begun, 'reason')} rows={4} maxlength={4000} />
        <ReachFields ctx={begun} holder={page.rule.holderShut} />
      </MoveFrame>
    ),
  }
}

/** What was answered last, by whom and when; before the first time, what the enquiry said. */
function LastTime(props: { readonly page: CasePage; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = caseText(ctx.lang)
  const earlier = page.events.filter(it => it.move === 'clarify')
  const last = earlier.at(-1)
  const shown = last ?? page.events[0]
  return (
    <Aside heading={last ? text.lastTime(earlier.length, last.by === ctx.actor.id ? text.you : last.byName, sayDay(dayOf(last.at), ctx.lang)) : text.neverBefore}>
      {last?.given.finding && <p><strong>{text.lastDecided}: {findingWords[last.given.finding][ctx.lang]}.</strong> “{last.given.reason}”</p>}
      {shown?.given.told !== undefined && <p>“{shown.given.told}”</p>}
      {shown?.given.answers && <Answered answers={shown.given.answers} form={shown.form} lang={ctx.lang} at={caseAt(ctx)} />}
    </Aside>
  )
}

export function closeScreen(page: FormPage & { readonly asked?: readonly (string | null)[] }, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  const { form } = page
  return {
    title: form.title[ctx.lang],
    body: <MoveFrame page={page} ctx={ctx} title={form.title[ctx.lang]} lead={text.closeLead} at="/luk" save={text.closeSave} form={form} draft={page.draft}><StillAsked all={page.asked ?? []} ctx={ctx} at={`/sager/${page.now.id}`} /><FormFields ctx={ctx} form={form} values={page.draft?.values ?? {}} files={handedOutAt(page.files, caseAt(ctx))} /><ReachFields ctx={resumed(ctx, page.draft)} plan holder={page.rule.holderShut} /></MoveFrame>,
  }
}

function StillAsked(props: { readonly all: readonly (string | null)[]; readonly ctx: Ctx; readonly at: SafeHref }) {
  const text = caseText(props.ctx.lang).stillAsked
  if (props.all.length === 0) return null
  return <Notice kind="warn" heading={text.heading(props.all.map(it => it ?? text.outside).join(', '))}><p>{text.text} <Link href={props.at}>{text.see}</Link></p></Notice>
}

export const textScreen = ({ what, field, page: { path } }: (typeof textMoves)[number]) => (page: CasePage, ctx: Ctx): Screen => {
  const text = { ...caseText(ctx.lang).texts[what], ...(what === 'call' && page.now.status === 'closed' && { lead: caseText(ctx.lang).again.callLead }) }
  return {
    title: text.title,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.title} lead={text.lead} at={(path ?? '').replace('/sager/:case', '')} save={text.save}>
        {what === 'call' && page.now.status === 'closed' && <p class="screen-only"><Link href={`/sager/${page.now.id}/opkald/igen`}>{caseText(ctx.lang).again.link}</Link></p>}
        <TextArea name={field} label={text.label} error={faultOf(ctx, field)} value={typed(ctx, field)} rows={5} maxlength={4000} />
        {reaches(what, page.now.status) && <ReachFields ctx={ctx} holder={page.rule.holderShut} />}
      </MoveFrame>
    ),
  }
}

export function notReachedScreen(page: CasePage, ctx: Ctx): Screen {
  const text = caseText(ctx.lang).again
  return {
    title: text.title,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.title} lead={text.lead} at="/opkald/igen" save={text.save}>
        <TextArea name="told" label={text.tried} error={faultOf(ctx, 'told')} value={typed(ctx, 'told')} rows={3} maxlength={4000} />
        <DateInput name="callBackOn" label={text.day} error={faultOf(ctx, 'callBackOn')} value={typed(ctx, 'callBackOn')} min={addDays(dayOf(ctx.now), 1)} />
        <ReachFields ctx={ctx} plan holder={page.rule.holderShut} />
      </MoveFrame>
    ),
  }
}

export function contactScreen({ outside, ...page }: Awaited<ReturnType<typeof contactPage.run>>, ctx: Ctx): Screen {
  const text = contactText(ctx.lang)
  return {
    title: text.title,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.title} lead={text.lead} at="/sikker-kontakt" save={text.save} version aside={<OutsideRule all={outside} lang={ctx.lang} />}>
        <ContactFields ctx={ctx} agreed={page.contact?.contact} />
      </MoveFrame>
    ),
  }
}

export function adviceScreen(page: FormPage, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  const begun = resumed(ctx, page.draft)
  const reach = faultOf(ctx, 'reachChannel') !== undefined || faultOf(ctx, 'reachWhy') !== undefined || typed(begun, 'reachChannel') !== ''
  return {
    title: text.adviceTitle,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.adviceTitle} lead={text.adviceLead} at="/raad" save={text.saveAdvice} form={page.form} draft={page.draft} aside={<GivenBefore page={page} ctx={ctx} />}>
        <p>{text.adviceWarning}</p>
        <FormFields ctx={ctx} form={page.form} values={page.draft?.values ?? {}} files={handedOutAt(page.files, caseAt(ctx))} />
        <Details summary={text.writtenReach} open={reach}><ReachFields ctx={begun} holder={page.rule.holderShut} /></Details>
      </MoveFrame>
    ),
  }
}

/** Every talk about advice, the newest first. */
function GivenBefore(props: { readonly page: CasePage; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = caseText(ctx.lang)
  return <>{page.events.filter(it => it.move === 'advise').reverse().map(it => it.given.answers && (
    <Aside heading={text.givenBefore(sayDay(dayOf(it.at), ctx.lang), it.by === ctx.actor.id ? text.you.toLowerCase() : it.byName)}><Answered answers={it.given.answers} form={it.form} lang={ctx.lang} at={caseAt(ctx)} /></Aside>
  ))}</>
}

export function codeScreen(page: CasePage, ctx: Ctx): Screen {
  const text = caseText(ctx.lang)
  const plans = (['read-here', 'at-work', 'with-somebody'] as const).map(value => ({ value, label: text.plans[value] }))
  const plan = <Radios name="plan" label={text.planAsk} hint={text.planHint} error={faultOf(ctx, 'plan')} value={typed(ctx, 'plan') || undefined} choices={plans} />
  const options = (['no', 'yes', 'unknown'] as const).map(value => ({ value, label: text.paperOptions[value] }))
  return {
    title: text.codeTitle,
    body: (
      <MoveFrame page={page} ctx={ctx} title={text.codeTitle} lead={text.codeLead} at="/kode" save={text.makeCode}>
        <Radios name="paper" label={text.paperAsk} hint={text.paperHint} error={faultOf(ctx, 'paper')} value={typed(ctx, 'paper') || undefined} choices={options} />
        {plan}
        <Tick name="together" label={text.together} error={faultOf(ctx, 'together')} checked={typed(ctx, 'together') === 'yes'} />
        <Notice><p>{text.codeOnce}</p></Notice>
      </MoveFrame>
    ),
  }
}

/** What is on the paper: an address, a code, a date. It is printed only with leave to hand her a paper. */
export function codePaper({ code, expiresAt, leave }: Awaited<ReturnType<typeof handCode.run>>, ctx: Ctx, origin: string): Html {
  readReach(leave, 'paper-by-hand', ctx.now)
  const text = caseText(ctx.lang).paperLines
  return (
    <>
      <h1>{text.open}</h1>
      <p class="code">{`${origin.replace(/^https?:\/\//, '')}/noter/ind`}</p>
      <h2>{text.code}</h2>
      <p class="code">{code}</p>
      <p>{text.until(sayDay(dayOf(expiresAt), ctx.lang))}. {text.once}</p>
    </>
  )
}
