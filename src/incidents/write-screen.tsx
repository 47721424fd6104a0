import { clockOf } from '../kernel/day.ts'
import { da as measuresDa } from '../measures/text.da.ts'
import { en as measuresEn } from '../measures/text.en.ts'
import { type Ctx, faultOf, type Html, type Screen } from '../platform/screen.ts'
import { FileInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { QuickExitExplained } from '../platform/ui/exit.tsx'
import { Notice } from '../platform/ui/parts.tsx'
import { NewCodeLine } from '../identity/renewal-screens.tsx'
import type { Saved, WritePage } from './actions.ts'
import { EntryForm } from './fields.tsx'
import { names, words } from './say.tsx'
import { sayWhen } from './when.ts'

export const faultList = (ctx: Ctx) => (ctx.sent?.faults ?? []).map(it => ({ field: it.field || undefined, text: ctx.say(it.code) }))

/** An empty page to write on; after saving it says so, and takes files. Nothing that was written earlier is on it. */
export function writeScreen({ saved, asked, newCode, dates }: WritePage, ctx: Ctx): Screen {
  const text = words(ctx)
  return {
    title: text.nav.write,
    body: saved ? <SavedPage saved={saved} asked={asked} ctx={ctx} /> : (
      <>
        <h1>{text.write.title}</h1>
        {newCode && <NewCodeLine ctx={ctx} />}
        <ErrorSummary errors={faultList(ctx)} />
        <EntryForm ctx={ctx} action="/noter" save={text.write.save} />
        <AskedLine asked={asked} ctx={ctx} />
        {dates > 0 && <p><Link href="/noter/datoer">{(ctx.lang === 'da' ? measuresDa : measuresEn).own.waits(dates)}</Link></p>}
        <p class="quiet">{text.write.later}</p>
        <p class="quiet"><Link href="tel:112">{text.write.urgent}</Link></p>
      </>
    ),
  }
}

/** Says that somebody asks her something, and not what. */
function AskedLine({ asked, ctx }: { readonly asked: number; readonly ctx: Ctx }): Html | null {
  return asked > 0 ? <p><Link href="/noter/samtykker">{words(ctx).write.asked(asked)}</Link></p> : null
}

function SavedPage({ saved, asked, ctx }: { readonly saved: Saved; readonly asked: number; readonly ctx: Ctx }): Html {
  const text = words(ctx).saved
  const clock = clockOf(saved.at)
  return (
    <>
      <ErrorSummary errors={faultList(ctx)} />
      <h1>{text.at(ctx.lang === 'da' ? clock.replace(':', '.') : clock)}</h1>
      <p>{text.stands(sayWhen(saved.occurred, names(ctx).certainty, ctx.lang))}</p>
      {saved.files > 0 && <p role="status">{text.files(saved.files)}</p>}
      {saved.placed > 0 && <Notice kind="warn"><p>{text.placed(saved.placed)}</p></Notice>}
      {saved.unshown > 0 && <Notice><p>{text.unshown(saved.unshown)}</p></Notice>}
      <FileForm ctx={ctx} action={`/noter/fil/${saved.id}`} />
      <p>{text.next}</p>
      <AskedLine asked={asked} ctx={ctx} />
      <Actions><LinkButton href="/noter" kind="secondary">{text.again}</LinkButton></Actions>
    </>
  )
}

export function FileForm({ ctx, action }: { readonly ctx: Ctx; readonly action: SafeHref }): Html {
  const text = words(ctx).saved
  return (
    <Form action={action} files hidden={{ once: ctx.once }}>
      <FileInput name="file" label={text.file} hint={text.fileHint} many error={faultOf(ctx, 'file')} />
      <Actions><Button kind="secondary">{text.add}</Button></Actions>
    </Form>
  )
}

export function safetyScreen({ young }: { readonly young: boolean }, ctx: Ctx): Screen {
  const text = words(ctx).safety
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <p><strong>{text.danger}</strong> <Link href="tel:112">{text.dangerText}</Link></p>
        {young && <><h2>{text.young}</h2><p>{text.youngText}</p></>}
        <QuickExitExplained level={2} />
        <h2>{text.breaks}</h2>
        <p>{text.breaksText}</p>
        <h2>{text.timeout}</h2>
        <p>{text.timeoutText}</p>
        <h2>{text.device}</h2>
        <p>{text.deviceText}</p>
        <h2>{text.others}</h2>
        <p>{text.othersText} <Link href="/noter/hvem">{words(ctx).who.title}</Link>.</p>
        <PostButton action="/noter/log-af-alle" label={text.everywhere} kind="secondary" />
      </>
    ),
  }
}
