// The police contact's card on a referral: the steps to tick, what was kept before, and the print.
import { sayTime } from '../kernel/day.ts'
import { handedOutAt } from '../forms/file-question.tsx'
import { FilledForm } from '../forms/paper.tsx'
import { takesFiles } from '../forms/rules.ts'
import { FormErrors, FormFields } from '../forms/screens.tsx'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { Actions, Button, Form, Link } from '../platform/ui/form.tsx'
import { Details, Lead, Notice } from '../platform/ui/parts.tsx'
import type { Card, CardVersion } from './card.ts'
import { words } from './compose-screen.tsx'

export function cardScreen(page: Card, ctx: Ctx): Screen {
  const text = words(ctx).card
  const { form, versions, referral } = page
  const title = form.title[ctx.lang]
  const changed = ctx.sent?.faults.some(it => it.code === 'referrals.card-changed')
  const [last] = versions
  return {
    title,
    body: (
      <>
        <p class="screen-only"><Link href={`/henvisninger/${referral}`}>{words(ctx).one.title(page.number)}</Link></p>
        {!changed && <FormErrors ctx={ctx} form={form} />}
        <h1>{title}</h1>
        <Lead>{text.lead}</Lead>
        {changed && last?.form && <Notice kind="warn" heading={text.changed(last.byName, sayTime(last.at, ctx.lang))}><p>{text.changedText}</p><FilledForm form={last.form} answers={last.answers} lang={ctx.lang} at={`/henvisninger/${referral}/kort`} /></Notice>}
        {last && <p class="screen-only"><Link href={printAt(page, ctx)}>{text.print}</Link></p>}
        <Form action={`/henvisninger/${referral}/kort`} files={takesFiles(form)} hidden={{ once: ctx.once, seen: last?.version ?? 0 }}>
          <FormFields ctx={ctx} form={form} values={page.values} files={handedOutAt(page.files, `/henvisninger/${referral}/kort`)} />
          <Actions><Button>{text.save}</Button></Actions>
        </Form>
        {versions.length > 0 && <section class="screen-only"><h2>{text.versions}</h2>{versions.map(it => <Version it={it} page={page} ctx={ctx} />)}</section>}
      </>
    ),
  }
}

/** A file does not know which language the page was read in. */
const printAt = ({ referral }: Card, ctx: Ctx, version?: number) =>
  `/henvisninger/${referral}/kort/udskrift.pdf?sprog=${ctx.lang}${version === undefined ? '' : `&version=${version}`}` as const

function Version({ it, page, ctx }: { readonly it: CardVersion; readonly page: Card; readonly ctx: Ctx }): Html | null {
  const text = words(ctx).card
  const name = text.one(it.version, sayTime(it.at, ctx.lang), it.byName)
  return it.form ? (
    <Details summary={name}>
      <FilledForm form={it.form} answers={it.answers} lang={ctx.lang} at={`/henvisninger/${page.referral}/kort`} />
      <p><Link href={printAt(page, ctx, it.version)}>{text.print}<span class="sr-only">: {name}</span></Link></p>
    </Details>
  ) : null
}
