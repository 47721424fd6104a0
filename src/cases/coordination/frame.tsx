// The frame of the pages that lie in a case: back to it, and how to reach her safely, always in sight.
import type { Child, PropsWithChildren } from 'hono/jsx'
import type { Lang } from '../../kernel/day.ts'
import type { Answers, Form } from '../../forms/rules.ts'
import { sayAnswers } from '../../forms/say.ts'
import { FileLinks } from '../../forms/file-question.tsx'
import { FormErrors } from '../../forms/screens.tsx'
import type { Ctx, Html } from '../../platform/screen.ts'
import { ErrorSummary, Link } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Columns, Lead, SummaryList } from '../../platform/ui/parts.tsx'
import { HerRuleBox } from '../her-rule/screens.tsx'
import type { Frame } from './actions.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'
import { caseText } from '../say.ts'

export const workText = (lang: Lang) => (lang === 'da' ? da : en)

/** Every fault of a page that is no form's own. */
export const Faults = (props: { readonly ctx: Ctx }) =>
  <ErrorSummary errors={(props.ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: props.ctx.say(it.code) }))} />

export function CaseFrame(props: PropsWithChildren<{ readonly frame: Pick<Frame, 'now' | 'rule'>; readonly ctx: Ctx; readonly title: string; readonly lead?: Child; readonly aside?: Child; readonly form?: Form; readonly onWork?: boolean; /** The page that this one hangs under. */ readonly under?: { readonly href: SafeHref; readonly label: string } }>) {
  const { frame: { now: it, rule }, ctx } = props
  return (
    <>
      {props.form ? <FormErrors ctx={ctx} form={props.form} /> : <Faults ctx={ctx} />}
      <p class="screen-only">
        <Link href={`/sager/${it.id}`}>{caseText(ctx.lang).caseTitle(it.number)}</Link>
        {props.under ? <> · <Link href={props.under.href}>{props.under.label}</Link></> : !props.onWork && <> · <Link href={`/sager/${it.id}/arbejde`}>{workText(ctx.lang).toWork}</Link></>}
      </p>
      <h1>{props.title}</h1>
      {props.lead !== undefined && <Lead>{props.lead}</Lead>}
      <Columns rule={<HerRuleBox rule={rule} lang={ctx.lang} />} aside={props.aside}>{props.children}</Columns>
    </>
  )
}

/** The answers of a paper, in the words of their own version. `at`: where its files are handed out; without it they are named. */
export function PaperAnswers(props: { readonly it: { readonly says: Answers; readonly form: Form | undefined }; readonly lang: Lang; readonly at?: string }): Html | null {
  const { it: { form, says }, lang, at } = props
  if (!form) return null
  return (
    <SummaryList rows={sayAnswers(form, says, lang).map(it => ({
      term: it.row ? `${it.row}: ${it.question}` : it.question,
      value: it.files && says.files && at !== undefined ? <FileLinks refs={it.files} files={says.files} at={at} lang={lang} /> : [it.answer, it.note].filter(Boolean).join('. '),
    }))} />
  )
}
