// The work in a case on one page, and each paper on its own.
import { dayOf, sayDay, sayTime } from '../kernel/day.ts'
import { given } from '../forms/rules.ts'
import { ReachFields } from '../citizens/screens.tsx'
import { FormFields } from '../forms/screens.tsx'
import { type Ctx, faultOf, type Screen } from '../platform/screen.ts'
import { Actions, Button, Form, Link } from '../platform/ui/form.tsx'
import type { SafeHref } from '../platform/ui/href.ts'
import { Details, Notice, SummaryList } from '../platform/ui/parts.tsx'
import { Table } from '../platform/ui/table.tsx'
import type { paperPage, workPage } from './coordination-actions.ts'
import { CaseFrame, PaperAnswers, workText } from './coordination-frame.tsx'
import { formFor } from './coordination-forms.ts'
import type { Paper } from './coordination-papers.ts'
import { daysOver, type PaperKind, paperWords, singleKinds } from './coordination-rules.ts'

type Work = Awaited<ReturnType<typeof workPage.run>>
const at = (page: Work, kind: PaperKind, paper: string): SafeHref => `/sager/${page.now.id}/papir/${paperWords[kind]}/${paper}`

/** The newest version of each paper, newest first. */
const newestOf = (papers: readonly Paper<unknown>[], kind: string): readonly Paper[] =>
  papers.filter((it, index) => it.kind === kind && papers.findIndex(other => other.id === it.id) === index) as readonly Paper[]

export function workScreen(page: Work, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const open = page.tasks.filter(it => it.state === 'open').length
  const over = page.tasks.filter(it => daysOver(it, dayOf(ctx.now)) > 0).length
  const to = (where: string, label: string) => <Link href={`/sager/${page.now.id}/${where}` as SafeHref}>{label}</Link>
  const kinds = singleKinds.filter(it => it !== 'young')
  return {
    title: text.workTitle,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={text.workTitle} lead={text.workLead} onWork>
        <Table caption={text.workTitle} captionHidden columns={[{ label: text.paper }, { label: text.newest }]} rows={[
          ...kinds.map(kind => {
            const last = page.papers.find(it => it.kind === kind)
            return [<Link href={at(page, kind, 'ark')}>{text.papers[kind]}</Link>, last ? text.version(last.version, sayDay(dayOf(last.at), ctx.lang), last.byName) : text.notBegun]
          }),
          [to('opgaver', text.tasksTitle), over > 0 ? <span class="late">{text.overTasks(open, over)}</span> : open > 0 ? text.openTasks(open) : text.noTasks],
          [to('moeder', text.meetings), text.meetingsNote],
          [to('boern', text.papers.child), page.duty ? text.childrenLink : text.dutyFirst],
          [to('den-anden-part', text.otherTitle), page.contacts.some(it => !it.doneOn) ? text.contactPlanned : page.contacts.length > 0 ? text.contactsDone(page.contacts.length) : text.noContact],
        ]} />
        <Notes page={page} ctx={ctx} />
      </CaseFrame>
    ),
  }
}

function Notes(props: { readonly page: Work; readonly ctx: Ctx }) {
  const { page, ctx } = props
  const text = workText(ctx.lang)
  const notes = newestOf(page.papers, 'contact-note')
  return (
    <>
      <h2>{text.papers['contact-note']}</h2>
      {notes.map(it => (
        <Details summary={`${sayDay(dayOf(it.at), ctx.lang)}, ${it.byName}`}>
          <PaperAnswers says={it.says} lang={ctx.lang} />
          <p><Link href={at(page, 'contact-note', it.id)}>{page.writes ? text.readOrChange : text.read}</Link></p>
        </Details>
      ))}
      {page.writes && <p><Link href={at(page, 'contact-note', 'nyt')}>{text.addNote}</Link></p>}
    </>
  )
}

type PaperPage = Awaited<ReturnType<typeof paperPage.run>>

export function paperScreen(page: PaperPage, ctx: Ctx): Screen {
  const text = workText(ctx.lang)
  const form = formFor(page.kind)
  const title = form.title[ctx.lang]
  const [last, ...earlier] = page.versions
  const seen = ctx.sent ? Number(ctx.sent.values['seen'] ?? 0) : last?.version ?? 0
  const overtaken = ctx.sent !== undefined && last !== undefined && seen < last.version
  return {
    title,
    body: (
      <CaseFrame frame={page} ctx={ctx} title={title} lead={page.writes ? text.paperLead : text.paperReadOnly} form={form}>
        {overtaken && <Notice kind="warn" heading={text.changedHeading}><p>{text.changedText}</p><Version it={last} ctx={ctx} /></Notice>}
        {page.kind === 'child' && !page.duty && page.writes && <Notice kind="warn"><p><Link href={`/sager/${page.now.id}/boern`}>{text.dutyFirst}</Link></p></Notice>}
        {page.writes && (page.kind !== 'child' || page.duty)
          ? (
            <Form action={`/sager/${page.now.id}/papir/${paperWords[page.kind]}/${page.paper}` as SafeHref} hidden={{ seen: last?.version ?? 0 }}>
              <FormFields ctx={ctx} form={form} values={last && last.says.version === form.version ? last.says.values : {}} />
              {page.kind === 'contact-note' && !last && <Details summary={text.reached} open={faultOf(ctx, 'reachChannel') !== undefined || faultOf(ctx, 'reachWhy') !== undefined}><ReachFields ctx={ctx} /></Details>}
              <Actions><Button>{last ? text.keep : text.keepFirst}</Button><Link href={`/sager/${page.now.id}/arbejde`}>{text.toWork}</Link></Actions>
            </Form>
          )
          : last && <PaperAnswers says={last.says} lang={ctx.lang} />}
        {(page.writes ? page.versions : earlier).length > 0 && (
          <section class="screen-only"><h2>{text.earlier}</h2>{(page.writes ? page.versions : earlier).map(it => <Details summary={summaryOf(it, ctx)}><PaperAnswers says={it.says} lang={ctx.lang} /></Details>)}</section>
        )}
      </CaseFrame>
    ),
  }
}

const summaryOf = (it: Paper, ctx: Ctx): string => workText(ctx.lang).version(it.version, sayTime(it.at, ctx.lang), it.byName)
const Version = (props: { readonly it: Paper; readonly ctx: Ctx }) => <><p>{summaryOf(props.it, props.ctx)}</p><PaperAnswers says={props.it.says} lang={props.ctx.lang} /></>

/** Children of a case in a list: first name, age, and what has been decided about a report. */
export function ChildList(props: { readonly papers: readonly Paper<unknown>[]; readonly case: string; readonly ctx: Ctx }) {
  const form = formFor('child')
  return (
    <SummaryList rows={newestOf(props.papers, 'child').map(it => {
      const reported = form.parts.flatMap(part => part.questions).find(one => one.id === 'reported')
      const said = reported?.kind === 'one' ? reported.options.find(one => one.id === given(it.says.values, 'reported'))?.text[props.ctx.lang] : undefined
      return {
        term: `${String(given(it.says.values, 'childName') ?? '')}, ${String(given(it.says.values, 'age') ?? '')}`, value: said ?? '',
        change: { href: `/sager/${props.case}/papir/${paperWords.child}/${it.id}` as SafeHref, label: workText(props.ctx.lang).readOrChange, about: String(given(it.says.values, 'childName') ?? '') },
      }
    })} />
  )
}
