// What a draft looks like to others, publishing it, and the versions there have been.
import { sayTime } from '../kernel/day.ts'
import type { Change } from '../forms/changes.ts'
import { BlankForm } from '../forms/paper.tsx'
import { forCitizen } from '../forms/rules.ts'
import { FormFields } from '../forms/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen, typed } from '../platform/screen.ts'
import { TextArea } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link } from '../platform/ui/form.tsx'
import { Details, Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { AskedPage, DraftPage, versionPage, versionsPage } from './editor-actions.ts'
import { at, editorText, Faults, today, Told } from './editor-screens.tsx'

/** The form as it will stand in a case, or before a citizen. Nothing that is typed here is sent anywhere. */
export function lookScreen(page: AskedPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const whole = page.draft?.form ?? page.tool.form
  const form = whole && page.asked.som === 'borger' ? forCitizen(whole) : whole
  return {
    title: text.look,
    body: (
      <>
        <p class="screen-only"><Link href={at(page.tool.id)}>{text.toTool}</Link></p>
        <h1>{form?.title[ctx.lang]}</h1>
        <Lead>{text.lookLead}</Lead>
        {form && <FormFields ctx={ctx} form={form} files={{}} />}
      </>
    ),
  }
}

const Reason = ({ ctx, label, hint }: { readonly ctx: Ctx; readonly label: string; readonly hint?: string }) =>
  <TextArea name="reason" label={label} rows={3} maxlength={1000} value={typed(ctx, 'reason')} error={faultOf(ctx, 'reason')} {...(hint !== undefined && { hint })} />

export function publishScreen(page: DraftPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const { tool, draft, faults, changes } = page
  return {
    title: text.publishTitle,
    body: (
      <>
        <p class="screen-only"><Link href={at(tool.id)}>{text.toTool}</Link></p>
        <Told page={page} ctx={ctx} />
        <h1>{text.publishTitle}: {draft?.form.title[ctx.lang] ?? tool.title[ctx.lang]}</h1>
        <Lead>{text.publishLead}</Lead>
        <h2>{text.changesHeading}</h2>
        <Differences all={changes} ctx={ctx} none={text.same} />
        {!draft ? <Notice kind="warn"><p>{ctx.say('toolkit.no-draft')}</p></Notice> : faults.length > 0 ? <Faults page={page} lang={ctx.lang} /> : (
          <Form action={at(tool.id, '/udgiv')} hidden={{ seq: draft.seq, once: ctx.once }}>
            <Reason ctx={ctx} label={text.reason} hint={text.reasonHint} />
            <Actions><Button>{text.publishSave}</Button><Link href={at(tool.id)}>{text.cancel}</Link></Actions>
          </Form>
        )}
      </>
    ),
  }
}

const Differences = ({ all, ctx, none }: { readonly all: readonly Change[]; readonly ctx: Ctx; readonly none: string }): Html =>
  <>{all.length > 0 ? <ul>{all.map(it => <li>{it.says[ctx.lang]}</li>)}</ul> : <p>{none}</p>}</>

export function versionsScreen({ tool, versions }: Awaited<ReturnType<typeof versionsPage.run>>, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const used = versions.find(it => it.backAt === null)
  const columns = [{ label: text.versionColumns.version, short: true }, { label: text.versionColumns.when }, { label: text.versionColumns.why }, { label: text.versionColumns.state }]
  return {
    title: text.versionsTitle,
    body: (
      <>
        <p class="screen-only"><Link href={at(tool.id)}>{text.toTool}</Link></p>
        <h1>{text.versionsTitle}: {tool.title[ctx.lang]}</h1>
        <Lead>{text.versionsLead}</Lead>
        <p><strong>{text.inUse}: {today(tool, ctx.lang)}</strong></p>
        {versions.length === 0 ? <p>{text.none}</p> : (
          <Table caption={text.versionsTitle} captionHidden columns={columns} rows={versions.map(it => [
            <Link href={at(tool.id, `/udgaver/${it.version}`)}>{text.versionTitle(it.version)}</Link>, text.by(sayTime(it.at, ctx.lang), it.byName ?? text.byFolder), it.reason,
            it.backAt ? `${text.takenBack(it.backName ?? '', sayTime(it.backAt, ctx.lang))}: ${it.backReason}` : it === used ? text.inUse : text.older,
          ])} />
        )}
      </>
    ),
  }
}

export function versionScreen({ tool, it, fromOrigin, fromBefore }: Awaited<ReturnType<typeof versionPage.run>>, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const title = text.versionTitle(it.version)
  return {
    title,
    body: (
      <>
        <p class="screen-only"><Link href={at(tool.id, '/udgaver')}>{text.versionsTitle}</Link></p>
        <ErrorSummary errors={(ctx.sent?.faults ?? []).map(one => ({ field: one.field || undefined, text: ctx.say(one.code) }))} />
        <h1>{it.read.title[ctx.lang]}: {title.toLowerCase()}</h1>
        <Lead>{text.by(sayTime(it.at, ctx.lang), it.byName ?? text.byFolder)}. “{it.reason}”</Lead>
        {it.backAt && <Notice kind="warn"><p>{text.takenBack(it.backName ?? '', sayTime(it.backAt, ctx.lang))}: “{it.backReason}”</p></Notice>}
        <h2>{text.fromOrigin}</h2>
        <Differences all={fromOrigin} ctx={ctx} none={text.noDifference} />
        {fromBefore && <><h2>{text.fromBefore}</h2><Differences all={fromBefore} ctx={ctx} none={text.noDifference} /></>}
        <Details summary={text.whole}><BlankForm form={it.read} lang={ctx.lang} /></Details>
        {!it.backAt && (
          <>
            <h2>{text.backTitle}</h2>
            <p>{text.backLead}</p>
            <Form action={at(tool.id, `/udgaver/${it.version}`)} hidden={{ once: ctx.once }}>
              <Reason ctx={ctx} label={text.backReason} />
              <Actions><Button kind="secondary">{text.backSave}</Button></Actions>
            </Form>
          </>
        )}
      </>
    ),
  }
}
