// The tools in a case in a list, and one paper on a page of its own: with its draft, what came meanwhile, and its versions.
import { dayOf, sayDay, sayTime } from '../../kernel/day.ts'
import { handedOutAt } from '../../forms/file-question.tsx'
import { takesFiles } from '../../forms/rules.ts'
import { FormFields } from '../../forms/screens.tsx'
import { ReachFields } from '../../citizens/screens.tsx'
import { type Ctx, faultOf, type Html, type Screen } from '../../platform/screen.ts'
import { Actions, Button, Form, Link, PostButton } from '../../platform/ui/form.tsx'
import type { SafeHref } from '../../platform/ui/href.ts'
import { Details, Notice } from '../../platform/ui/parts.tsx'
import { Table } from '../../platform/ui/table.tsx'
import { inLanguage, toolsAt } from '../../toolkit/guide-address.ts'
import { CaseFrame, PaperAnswers, workText } from '../coordination/frame.tsx'
import type { Draft } from './drafts.ts'
import { begunAnswers } from './drafts.ts'
import { type Difference, differences } from './meanwhile.ts'
import type { paperPage, toolsPage } from './actions.ts'
import type { ToolLine, Version, Written } from './pages.ts'
import { roleName } from '../say.ts'
import { isInner, mayBeCopied, paperWord } from './rules.ts'
import type { Role } from '../../kernel/actor.ts'

const toolText = (ctx: Pick<Ctx, 'lang'>) => workText(ctx.lang).tools
/** Whose case it is: where its pages stand, who looks, and whether that one may write now. */
export interface InCase { readonly at: string; readonly by: Role; readonly writes: boolean; readonly closed: boolean; readonly duty?: boolean; /** Whether a copy on paper may be handed over. */ readonly onPaper: boolean; /** Who has the baton. */ readonly carrier?: string | undefined }

export function toolsScreen(page: Awaited<ReturnType<typeof toolsPage.run>>, ctx: Ctx): Screen {
  const text = toolText(ctx)
  return {
    title: text.title,
    body: <CaseFrame frame={page} ctx={ctx} title={text.title} lead={text.lead}><ToolTable lines={page.lines} it={page} ctx={ctx} /></CaseFrame>,
  }
}

/** Every tool of the case: who fills it in, how far it is, and what can be done with it now. */
export function ToolTable(props: { readonly lines: readonly ToolLine[]; readonly it: InCase; readonly ctx: Ctx }): Html {
  const { lines, it, ctx } = props
  const text = toolText(ctx)
  return (
    <Table caption={text.title} captionHidden columns={[{ label: text.columns.tool }, { label: text.columns.by }, { label: text.columns.state }, { label: text.columns.act }]}
      rows={lines.map(line => [
        <>{line.form.title[ctx.lang]}{line.tool.copy === 'never' && <><br /><span class="quiet">{text.inner}</span></>}</>,
        line.tool.by.map(role => roleName(role, ctx.lang)).join(', '),
        <>{statesOf(line, ctx).map((one, at) => <>{at > 0 && <br />}{one}</>)}</>,
        <>{actsOf(line, it, ctx).map((one, at) => <>{at > 0 && ' · '}<Link href={one.href as SafeHref}>{one.label}<span class="sr-only">{text.about(line.form.title[ctx.lang])}</span></Link></>)}{whyNot(line, it) && <><br /><span class="quiet">{text.carrierFills(it.carrier)}</span></>}</>,
      ])} />
  )
}

/** What is not yet possible says why: the tool is this role's, and somebody else has the baton. */
const whyNot = ({ tool }: ToolLine, it: InCase): boolean => !it.writes && !it.closed && tool.how !== 'print' && tool.by.includes(it.by)

function statesOf({ tool, kept, drafts }: ToolLine, ctx: Ctx): readonly string[] {
  const text = toolText(ctx)
  const said = [
    ...drafts.map(it => text.draft(sayTime(it.at, ctx.lang))),
    ...kept.map(it => text.kept(it.version, it.by === ctx.actor.id ? workText(ctx.lang).you.toLowerCase() : it.byName, sayDay(dayOf(it.at), ctx.lang))),
  ]
  return said.length > 0 ? said : [tool.how === 'print' ? text.onPaper : text.notBegun]
}

interface Act { readonly href: string; readonly label: string }
function actsOf(line: ToolLine, it: InCase, ctx: Ctx): readonly Act[] {
  const text = toolText(ctx)
  const { tool, kept, drafts } = line
  const mine = it.writes && tool.by.includes(it.by)
  const onShelf = inLanguage(`${toolsAt}/${tool.tool}`, ctx.lang)
  const blank: Act = { href: `${onShelf}/blanket.pdf`, label: text.blank }
  if (tool.how === 'print') return [blank, { href: `${onShelf}/blanket.docx`, label: text.wordFile }]
  if (tool.how === 'move') {
    const fill = drafts.length > 0 ? text.goOn : kept.length > 0 ? text.again : text.begin
    return [...(mine ? [{ href: `${it.at}/${tool.word}`, label: fill }] : []), ...kept.flatMap(one => printsOf(line, it, `${it.at}/udfyldt/${one.id}`, ctx)), blank]
  }
  const page = (paper: string) => `${it.at}/papir/${tool.word}/${paper}`
  const fresh = drafts.find(one => one.paper === `${tool.word}/nyt` || (one.paper === `${tool.word}/ark` && kept.length === 0))
  const begins = mine && (tool.how === 'many' || kept.length === 0)
  const first = tool.how === 'many' ? 'nyt' : 'ark'
  if (tool.tool === 'child' && it.duty === false) return [{ href: `${it.at}/boern`, label: text.duty }, blank]
  return [
    ...(begins ? [{ href: page(first), label: fresh ? text.goOn : tool.how === 'many' && kept.length > 0 ? text.another : text.begin }] : []),
    ...kept.flatMap(one => {
      const at = page(tool.how === 'many' ? one.id : 'ark')
      const begun = drafts.some(draft => at.endsWith(`/${draft.paper}`))
      const of = tool.how === 'many' && kept.length > 1 ? ` (${sayDay(dayOf(one.at), ctx.lang)})` : ''
      return [{ href: at, label: `${begun ? text.goOn : mine ? text.open : text.read}${of}` }, ...printsOf(line, it, at, ctx).map(act => ({ ...act, label: `${act.label}${of}` }))]
    }),
    blank,
  ]
}
function printsOf({ tool }: ToolLine, it: InCase, at: string, ctx: Ctx): readonly Act[] {
  const text = toolText(ctx)
  const copy = it.onPaper ? { href: inLang(`${at}/kopi.pdf`, ctx), label: tool.in === 'citizen' ? text.copy : text.copyTo } : { href: `${it.at}/sikker-kontakt`, label: text.notOnPaper }
  return [{ href: inLang(`${at}/udskrift.pdf`, ctx), label: text.filled }, ...(tool.copy === 'copy' ? [copy] : [])]
}
/** A file does not know which language the page was read in. */
const inLang = (href: string, { lang }: Pick<Ctx, 'lang'>): string => (lang === 'da' ? href : `${href}${href.includes('?') ? '&' : '?'}sprog=${lang}`)

export function paperScreen(page: Awaited<ReturnType<typeof paperPage.run>>, ctx: Ctx): Screen {
  const text = toolText(ctx)
  const title = page.form.title[ctx.lang]
  const [last] = page.versions
  const dutyFirst = page.kind === 'child' && !page.duty
  const reach = page.kind === 'contact-note' && !last && (
    <Details summary={workText(ctx.lang).reached} open={Object.keys(page.draft?.beside ?? {}).length > 0 || faultOf(ctx, 'reachChannel') !== undefined || faultOf(ctx, 'reachWhy') !== undefined}>
      <ReachFields ctx={ctx.sent || !page.draft ? ctx : { ...ctx, sent: { values: page.draft.beside, faults: [] } }} holder={page.rule.holderShut} />
    </Details>
  )
  return {
    title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={title} lead={page.writes ? workText(ctx.lang).paperLead : workText(ctx.lang).paperReadOnly} form={page.form}>
        {ctx.sent?.faults.some(it => it.code === 'cases.tell-her-first') && <Notice kind="warn"><p>{text.tellFirst} <Link href={`/sager/${page.now.id}/den-anden-part`}>{workText(ctx.lang).otherTitle}</Link></p></Notice>}
        {dutyFirst && page.writes && <Notice kind="warn"><p><Link href={`/sager/${page.now.id}/boern`}>{workText(ctx.lang).dutyFirst}</Link></p></Notice>}
        <PaperBody it={page} ctx={ctx} at={`${page.at}/papir/${paperWord(page.kind)}/${page.paper}`} filesAt={page.at} writes={page.writes && !dutyFirst} inner={isInner(page.kind)} copied={mayBeCopied(page.kind) && page.onPaper}
          back={{ href: `${page.at}/redskaber`, label: text.back }}>{reach}</PaperBody>
      </CaseFrame>
    ),
  }
}

interface Body {
  readonly it: Written
  readonly ctx: Ctx
  /** The page of the paper, and the page that hands out its files. */
  readonly at: string
  readonly filesAt: string
  readonly writes: boolean
  readonly back: Act
  /** For professionals alone. */
  readonly inner?: boolean
  /** Whether it is given out as a copy. */
  readonly copied?: boolean
  /** Where a paper is spoken of in other words: the button the first time, what a draft is, and the newest version. */
  readonly says?: { readonly keepFirst: string; readonly draft: string; readonly now: (who: string) => string }
  readonly children?: Html | false
}
/** The paper itself: fields for whoever writes, the newest version for whoever reads; every version below. */
export function PaperBody({ it, ctx, at, filesAt, writes, back, inner, copied, says, children }: Body): Html {
  const text = toolText(ctx)
  const [last] = it.versions
  return (
    <>
      {inner && <Notice heading={text.inner}><p>{text.innerText}</p></Notice>}
      {writes && <BegunNotices it={it} ctx={ctx} at={at} says={says} />}
      {last && <p class="screen-only"><Link href={inLang(`${at}/udskrift.pdf`, ctx) as SafeHref}>{text.filled}</Link>{copied && <> · <Link href={inLang(`${at}/kopi.pdf`, ctx) as SafeHref}>{text.copy}</Link></>}</p>}
      {writes ? (
        <Form action={at as SafeHref} files={takesFiles(it.form)} hidden={{ seen: last?.version ?? 0, rev: it.draft?.rev ?? 0 }}>
          <FormFields ctx={ctx} form={it.form} values={it.values} files={handedOutAt(it.files, filesAt)} />
          {children}
          <Actions>
            <Button>{last ? workText(ctx.lang).keep : says?.keepFirst ?? workText(ctx.lang).keepFirst}</Button>
            <Button kind="secondary" to={`${at}/kladde` as SafeHref}>{text.keepDraft}</Button>
            <Link href={back.href as SafeHref}>{back.label}</Link>
          </Actions>
        </Form>
      ) : last ? <PaperAnswers it={last} lang={ctx.lang} at={filesAt} /> : <p>{text.notBegun}</p>}
      <Versions all={writes ? it.versions : it.versions.slice(1)} at={at} filesAt={filesAt} ctx={ctx} />
    </>
  )
}

function Versions({ all, at, filesAt, ctx }: { readonly all: readonly Version[]; readonly at: string; readonly filesAt: string; readonly ctx: Ctx }) {
  if (all.length === 0) return null
  const text = workText(ctx.lang)
  return (
    <section class="screen-only">
      <h2>{text.earlier}</h2>
      {all.map(it => (
        <Details summary={text.version(it.version, sayTime(it.at, ctx.lang), it.byName)}>
          <PaperAnswers it={it} lang={ctx.lang} at={filesAt} />
          <p><Link href={inLang(`${at}/udskrift.pdf?version=${it.version}`, ctx) as SafeHref}>{text.tools.filled}<span class="sr-only">: {text.version(it.version, sayTime(it.at, ctx.lang), it.byName)}</span></Link></p>
        </Details>
      ))}
    </section>
  )
}

/** What lies there from before, and what came while it was written. */
function BegunNotices({ it, ctx, at, says }: Pick<Body, 'it' | 'ctx' | 'at'> & { readonly says: Body['says'] | undefined }) {
  const text = toolText(ctx)
  const { draft, meanwhile } = it
  const otherWindow = ctx.sent?.faults.some(one => one.code === 'cases.draft-changed') && draft
  return (
    <>
      {meanwhile && <MeanwhileNotice it={it} ctx={ctx} now={says?.now} />}
      {otherWindow && (
        <Notice kind="warn" heading={text.otherWindow}>
          <p>{text.otherWindowText}</p>
          <Compared all={differences(it, ctx.lang, {}, draft.values, begunAnswers(it.form, ctx.sent?.values as Record<string, string> ?? {}, it.files).values)} heads={[text.otherTheirs, text.otherMine]} ctx={ctx} />
        </Notice>
      )}
      {draft && <DraftNotice draft={draft} ctx={ctx} drop={`${at}/smid-vaek`} says={says?.draft} />}
    </>
  )
}

/** Nothing of it is in the case yet; its writer may throw it away, but where a mark keeps it. */
export function DraftNotice({ draft, ctx, drop, says }: { readonly draft: Draft; readonly ctx: Ctx; readonly drop: string; readonly says?: string | undefined }): Html {
  const text = toolText(ctx)
  return (
    <Notice kind="done" heading={text.draftHeading(sayTime(draft.at, ctx.lang))}>
      <p>{says ?? text.draftText}</p>
      {draft.left && <><p><strong>{text.leftHeading}.</strong> {text.leftText}</p><PaperAnswers it={{ form: draft.left.form, says: draft.left.answers }} lang={ctx.lang} /></>}
      {draft.stays ? <p class="quiet">{workText(ctx.lang).refusals['draft-stays']}</p> : <PostButton action={drop as SafeHref} kind="quiet" label={text.drop} />}
    </Notice>
  )
}

function MeanwhileNotice({ it, ctx, now }: { readonly it: Written; readonly ctx: Ctx; readonly now: ((who: string) => string) | undefined }) {
  const { meanwhile: both } = it
  const text = toolText(ctx)
  if (!both) return null
  const who = both.now.byName
  const all = differences(it, ctx.lang, both.begun, both.theirs, both.mine)
  return (
    <Notice kind="warn" heading={text.meanwhile(who, sayTime(both.now.at, ctx.lang))}>
      {all.length === 0 ? <p>{text.meanwhileSame}</p> : <><p>{text.meanwhileText}</p><Compared all={all} heads={[(now ?? text.compare.theirs)(who), text.compare.mine]} who={who} ctx={ctx} /></>}
    </Notice>
  )
}

/** Both texts side by side, where they differ. */
function Compared(props: { readonly all: readonly Difference[]; readonly heads: readonly [string, string]; readonly who?: string; readonly ctx: Ctx }) {
  const { all, heads, who, ctx } = props
  const { compare, changed, empty } = toolText(ctx)
  const said = (text: string) => text || <span class="quiet">{empty}</span>
  return (
    <Table caption={compare.caption} columns={[{ label: compare.question }, { label: heads[0] }, { label: heads[1] }, ...(who === undefined ? [] : [{ label: compare.changed }])]}
      rows={all.map(it => [it.question, said(it.theirs), said(it.mine), ...(who === undefined ? [] : [changed[it.changed](who)])])} />
  )
}
