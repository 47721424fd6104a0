// The editor of tools: the form as a list of parts and questions, and one page for each thing that is changed. No page holds code.
import { dayOf, sayDay, sayTime, type Lang } from '../kernel/day.ts'
import { sayOptions } from '../forms/hangs.ts'
import { optionsOf, questionsOf, type Bilingual, type Form as FormData, type Part, type Question } from '../forms/rules.ts'
import type { Ctx, Html, Screen } from '../platform/screen.ts'
import { FileInput } from '../platform/ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form, Link, LinkButton, PostButton } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Lead, Notice } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import { anchors } from './anchors.ts'
import type { DraftPage, listPage } from './editor-actions.ts'
import { da } from './editor.da.ts'
import { en } from './editor.en.ts'
import { isLocal, toolOfForm } from './shelf.ts'
import type { Tool } from './tools.ts'

export const editorText = (lang: Lang) => (lang === 'da' ? da : en)
export const at = (tool: string, rest = '') => `/redskaber/ret/${tool}${rest}` as SafeHref
export const today = (tool: Tool, lang: Lang): string => (tool.form && isLocal(tool.form.id) ? editorText(lang).own(tool.version) : editorText(lang).shipped(tool.version))

export function listScreen({ tools, drafts, folder }: Awaited<ReturnType<typeof listPage.run>>, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const draftOf = (tool: Tool) => drafts.find(it => it.form === `${tool.id}-local`)
  return {
    title: text.title,
    body: (
      <>
        <h1>{text.title}</h1>
        <Lead>{text.lead}</Lead>
        <InFolder told={folder} ctx={ctx} />
        <Table caption={text.title} captionHidden columns={[{ label: text.columns.tool }, { label: text.columns.today }, { label: text.columns.draft }]}
          rows={tools.map(it => {
            const draft = draftOf(it)
            return [<Link href={at(it.id)}>{it.title[ctx.lang]}</Link>, today(it, ctx.lang), draft ? text.draftBy(draft.byName, sayDay(dayOf(draft.at), ctx.lang)) : text.noDraft]
          })} />
      </>
    ),
  }
}

/** What of the municipality's folder waits for somebody to decide. */
function InFolder({ told, ctx }: { readonly told: Awaited<ReturnType<typeof listPage.run>>['folder']; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  if (!told) return <Notice kind="warn"><p>{text.folderFault}</p></Notice>
  if (told.length === 0) return null
  return (
    <Notice heading={text.folderHeading}>
      <ul>{told.map(it => <li>{text.folder[it.code](it.file, it.title[ctx.lang], it.version)} <Link href={at(toolOfForm(it.form), '/udgaver')}>{text.versions}<span class="sr-only">{text.of(it.title[ctx.lang])}</span></Link></li>)}</ul>
    </Notice>
  )
}

/** What could not be done, and what somebody else did meanwhile. */
export function Told(props: { readonly page: DraftPage; readonly ctx: Ctx; readonly now?: string | undefined }): Html {
  const { page, ctx } = props
  const text = editorText(ctx.lang)
  const faults = ctx.sent?.faults ?? []
  const overtaken = page.draft && faults.some(it => it.code === 'toolkit.changed-meanwhile')
  const place = (field: string) => (ctx.lang === 'da' ? field : field.replaceAll('Afsnit', 'Part').replaceAll('spørgsmål', 'question'))
  const line = ({ field, code }: { readonly field: string; readonly code: string }) =>
    (/^toolkit[.]file-/.test(code) && field !== 'file' ? { text: `${place(field)}${ctx.say(code)}` } : { field: field || undefined, text: ctx.say(code) })
  return (
    <>
      {overtaken && page.draft
        ? <Notice kind="warn" heading={text.changedHeading}><p>{text.changedBy(page.draft.byName, sayTime(page.draft.at, ctx.lang))}</p>{props.now !== undefined && <p>{text.nowReads(props.now)}</p>}<Meanwhile page={page} ctx={ctx} /></Notice>
        : <ErrorSummary errors={faults.map(line)} />}
    </>
  )
}

/** Question by question; each leads to where it stands now. */
function Meanwhile({ page: { tool, draft, meanwhile }, ctx }: { readonly page: DraftPage; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  if (!meanwhile || meanwhile.length === 0) return <p>{meanwhile ? text.changedNothing : text.changedGone}</p>
  const there = (id: string) => draft && questionsOf(draft.form).some(it => it.id === id)
  return <><p>{text.changedList}</p><ul>{meanwhile.map(it => <li>{there(it.where) ? <Link href={at(tool.id, `/spoergsmaal/${it.where}`)}>{it.says[ctx.lang]}</Link> : it.says[ctx.lang]}</li>)}</ul></>
}

export function draftScreen(page: DraftPage, ctx: Ctx): Screen {
  const text = editorText(ctx.lang)
  const { tool, draft } = page
  return {
    title: text.title,
    body: (
      <>
        <p class="screen-only"><Link href="/redskaber/ret">{text.back}</Link></p>
        <Told page={page} ctx={ctx} />
        <h1>{(draft?.form ?? tool).title[ctx.lang] || tool.title[ctx.lang]}</h1>
        <Lead>{draft ? text.draftLead : today(tool, ctx.lang)}</Lead>
        <p class="screen-only">
          <Link href={at(tool.id, '/udgaver')}>{text.versions}</Link> · <Link href={at(tool.id, '/se')}>{text.look}</Link> · <Link href={at(tool.id, '/se?som=borger')}>{text.lookCitizen}</Link> · <Link href={at(tool.id, '/fil')}>{text.export}</Link>
        </p>
        <Newer page={page} lang={ctx.lang} />
        {draft ? <Draft page={page} draft={draft} ctx={ctx} /> : <Begin page={page} ctx={ctx} />}
      </>
    ),
  }
}

function Newer({ page, lang }: { readonly page: DraftPage; readonly lang: Lang }) {
  if (page.newer.length === 0) return null
  const text = editorText(lang)
  return <Notice heading={text.newerHeading}><p>{text.newerLead}</p><ul>{page.newer.map(it => <li>{it.says[lang]}</li>)}</ul></Notice>
}

function Begin({ page: { tool }, ctx }: { readonly page: DraftPage; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  return (
    <>
      <p>{text.beginLead}</p>
      <PostButton action={at(tool.id, '/begynd')} label={text.begin} />
      <h2>{text.bring}</h2>
      <Form action={at(tool.id, '/fil')} hidden={{ once: ctx.once }} files>
        <FileInput name="file" label={text.file} hint={text.bringHint} accept="application/json,.json" error={ctx.sent && ctx.say('toolkit.bad-file')} />
        <Actions><Button kind="secondary">{text.bringSave}</Button></Actions>
      </Form>
    </>
  )
}

type Drafted = NonNullable<DraftPage['draft']>
function Draft({ page, draft, ctx }: { readonly page: DraftPage; readonly draft: Drafted; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  const { tool, faults, changes } = page
  return (
    <>
      {faults.length > 0 ? <Faults page={page} lang={ctx.lang} /> : <p><strong>{text.ready}</strong></p>}
      {draft.form.parts.map(part => <PartList tool={tool.id} part={part} draft={draft} ctx={ctx} />)}
      <p><Link href={at(tool.id, '/nyt-afsnit')}>{text.addPart}</Link> · <Link href={at(tool.id, '/navn')}>{text.rename}</Link></p>
      <h2>{text.changesHeading}</h2>
      {changes.length > 0 ? <ul>{changes.map(it => <li>{it.says[ctx.lang]}</li>)}</ul> : <p>{text.same}</p>}
      <Actions>
        <LinkButton href={at(tool.id, '/udgiv')}>{text.publish}</LinkButton>
        <PostButton action={at(tool.id, '/smid-ud')} hidden={{ seq: draft.seq }} label={text.drop} kind="secondary" />
      </Actions>
      <p class="quiet">{text.draftBy(draft.byName, sayTime(draft.at, ctx.lang))}</p>
    </>
  )
}

/** Each fault leads to where it is mended. */
export function Faults({ page: { tool, draft, faults }, lang }: { readonly page: DraftPage; readonly lang: Lang }) {
  const text = editorText(lang)
  const href = (where: string): SafeHref => {
    if (draft?.form.parts.some(it => it.id === where)) return at(tool.id, `/afsnit/${where}`)
    return draft && questionsOf(draft.form).some(it => it.id === where) ? at(tool.id, `/spoergsmaal/${where}`) : at(tool.id, '/navn')
  }
  return <Notice kind="warn" heading={text.faultsHeading}><ul>{faults.map(it => <li><Link href={href(it.where)}>{it.says[lang]}</Link></li>)}</ul></Notice>
}

function PartList({ tool, part, draft, ctx }: { readonly tool: string; readonly part: Part; readonly draft: Drafted; readonly ctx: Ctx }) {
  const text = editorText(ctx.lang)
  const title = inWords(part.title, part.id, ctx.lang)
  return (
    <section aria-labelledby={`part-${part.id}`}>
      <h2 id={`part-${part.id}`}>{title}</h2>
      <Buttons tool={tool} draft={draft} what={{ part: part.id }} title={title} edit={at(tool, `/afsnit/${part.id}`)} editLabel={text.editPart} ctx={ctx} />
      <ol class="plain-list">{part.questions.map(it => <QuestionLine tool={tool} question={it} draft={draft} ctx={ctx} />)}</ol>
      <p><Link href={at(tool, `/nyt?i=${part.id}`)}>{text.addQuestion}<span class="sr-only">{text.of(title)}</span></Link></p>
    </section>
  )
}

/** What it is called in this language, or in the other where this one waits. */
export const inWords = (it: Bilingual, id: string, lang: Lang): string => it[lang] || it.da || it.en || id

function QuestionLine({ tool, question, draft, ctx }: { readonly tool: string; readonly question: Question; readonly draft: Drafted; readonly ctx: Ctx }): Html {
  const text = editorText(ctx.lang)
  const title = inWords(question.ask, question.id, ctx.lang)
  return (
    <li class="sheet-question" id={`q-${question.id}`}>
      <p><strong>{title}</strong><br /><span class="quiet">{aboutQuestion(question, draft.form, tool, ctx.lang)}</span></p>
      <Buttons tool={tool} draft={draft} what={{ question: question.id }} title={title} edit={at(tool, `/spoergsmaal/${question.id}`)} editLabel={text.edit} ctx={ctx} condition stops={mayStop(draft.form, question)} />
      {question.kind === 'group' && (
        <>
          <ol class="plain-list">{question.questions.map(it => <QuestionLine tool={tool} question={it} draft={draft} ctx={ctx} />)}</ol>
          <p><Link href={at(tool, `/nyt?i=${question.id}`)}>{text.addIn(title)}</Link></p>
        </>
      )}
    </li>
  )
}

function aboutQuestion(question: Question, form: FormData, tool: string, lang: Lang): string {
  const text = editorText(lang)
  const parent = questionsOf(form).find(it => it.id === question.showIf?.question)
  return [
    `${text.kinds[question.kind]}.`, question.required && text.needed, question.notForCitizen && text.hidden,
    parent && question.showIf && text.onlyAfter(sayOptions(parent, question.showIf.is, lang, lang === 'da' ? 'eller' : 'or') || '–', inWords(parent.ask, parent.id, lang)),
    question.stop && text.stopsAfter(sayOptions(question, question.stop.is, lang, lang === 'da' ? 'eller' : 'or') || '–'), Object.hasOwn(anchors[tool] ?? {}, question.id) && text.anchor,
  ].filter(Boolean).join(' ')
}

interface ButtonsProps { readonly tool: string; readonly draft: Drafted; readonly what: { readonly part: string } | { readonly question: string }; readonly title: string; readonly edit: SafeHref; readonly editLabel: string; readonly ctx: Ctx; readonly condition?: boolean; readonly stops?: boolean }
/** Each says aloud what it is about; to the eye it stands beside it. */
function Buttons({ tool, draft, what, title, edit, editLabel, ctx, condition, stops }: ButtonsProps) {
  const text = editorText(ctx.lang)
  const hidden = { ...what, seq: draft.seq }
  const about = <span class="sr-only">{text.of(title)}</span>
  const isAnchor = 'question' in what && Object.hasOwn(anchors[tool] ?? {}, what.question)
  return (
    <Actions>
      <Link href={edit}>{editLabel}{about}</Link>
      {condition && <Link href={`${edit}/vises` as SafeHref}>{text.condition}{about}</Link>}
      {stops && <Link href={`${edit}/stop` as SafeHref}>{text.stop}{about}</Link>}
      <PostButton action={at(tool, '/flyt')} hidden={{ ...hidden, by: 'op' }} label={<>{text.up}{about}</>} kind="quiet" />
      <PostButton action={at(tool, '/flyt')} hidden={{ ...hidden, by: 'ned' }} label={<>{text.down}{about}</>} kind="quiet" />
      {!isAnchor && <PostButton action={at(tool, '/fjern')} hidden={hidden} label={<>{text.remove}{about}</>} kind="quiet" />}
    </Actions>
  )
}

/** Whether an answer to it can end the form: one that is chosen, outside of groups. */
export const mayStop = (form: FormData, question: Question): boolean => optionsOf(question).length > 0 && form.parts.some(part => part.questions.some(it => it.id === question.id))

/** Questions before this one whose answers are chosen: those it can hang on. */
export function parentsOf(form: FormData, id: string): readonly Question[] {
  const group = form.parts.flatMap(it => it.questions).find(it => it.kind === 'group' && it.questions.some(one => one.id === id))
  const all = form.parts.flatMap(part => part.questions.flatMap(it => (it.id === group?.id && it.kind === 'group' ? [it, ...it.questions] : [it])))
  return all.slice(0, Math.max(0, all.findIndex(it => it.id === id))).filter(it => optionsOf(it).length > 0)
}
